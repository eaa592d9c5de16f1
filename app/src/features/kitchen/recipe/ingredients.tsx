import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { Card, Stepper, Txt } from "@/ui";

const MOST = 50;

type Props = { lines: readonly string[]; servings: number; onChange: (servings: number) => void; format: Format };

/** What it takes, for as many servings as are cooked. */
export function Ingredients({ lines, servings, onChange, format }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t("kitchen.ingredients")}>
      <View className="flex-row flex-wrap items-center justify-between gap-3">
        <Txt kind="label">{t("kitchen.forServings")}</Txt>
        <Stepper label={t("kitchen.servings")} value={servings} shown={format.number(servings, 1)} min={1} max={MOST} less={t("kitchen.fewerServings")} more={t("kitchen.moreServings")} onChange={onChange} />
      </View>
      <View role="list">
        {lines.map((line, place) => (
          <View role="listitem" key={place} className={place ? "border-t border-line py-2.5" : "pb-2.5"}>
            <Txt>{line}</Txt>
          </View>
        ))}
      </View>
    </Card>
  );
}
