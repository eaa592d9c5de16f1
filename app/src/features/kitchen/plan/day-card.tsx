import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import type { Format } from "@/i18n/format";
import { Card, ProgressBar, Txt } from "@/ui";
import type { MealPlan } from "../requests";

const BARS = [
  ["energy_kcal", "kcal", "energy"],
  ["protein_g", "g", "protein"],
  ["carbs_g", "g", "accent"],
  ["fat_g", "g", "accent"],
  ["fiber_g", "g", "brand"],
] as const;

type Props = { day: MealPlan["days"][number]; targets: Schemas["Targets"] | null | undefined; format: Format };

/** What a day of the plan gives against its targets, and what it lacks. */
export function DayCard({ day, targets, format }: Props) {
  const { t } = useTranslation();
  const lacks = day.shortfalls ?? [];
  return (
    <Card title={t("kitchen.dayGives")}>
      {BARS.map(([name, unit, fill]) => {
        const [value, target] = [day.totals[name] ?? 0, targets?.[name]];
        const text = target ? `${format.number(value)} / ${format.number(target)} ${unit}` : `${format.number(value)} ${unit}`;
        return (
          <View key={name} className="gap-1">
            <View className="flex-row flex-wrap justify-between gap-x-2">
              <Txt className="text-sm font-medium">{t(`kitchen.nutrient.${name}`)}</Txt>
              <Txt kind="small" className="tabular-nums">
                {text}
              </Txt>
            </View>
            {target ? <ProgressBar className="h-1.5" value={value / target} label={t(`kitchen.nutrient.${name}`)} text={text} fill={fill} /> : null}
          </View>
        );
      })}
      {lacks.length ? (
        <View className="gap-1 border-t border-line pt-3">
          <Txt kind="label">{t("kitchen.lacks")}</Txt>
          {lacks.map((each) => (
            <Txt key={each.nutrient} kind="small">
              {t("kitchen.lacksOf", { name: t(`kitchen.micro.${each.nutrient}`, { defaultValue: each.nutrient }), percent: format.number(each.percent) })}
            </Txt>
          ))}
        </View>
      ) : null}
    </Card>
  );
}
