import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { Txt } from "@/ui";
import type { Figures } from "@/lib/figures";

const SHOWN = [
  ["energy_kcal", "energy", "kcal"],
  ["protein_g", "protein", "g"],
  ["carbs_g", "carbs", "g"],
  ["fat_g", "fat", "g"],
] as const;

/** Energy and the macronutrients side by side; a dash is what is not known. */
export function MacrosLine({ of, format }: { of: Figures; format: Format }) {
  const { t } = useTranslation();
  return (
    <View className="flex-row flex-wrap justify-between gap-x-2 gap-y-2 rounded-2xl bg-raised px-3 py-3">
      {SHOWN.map(([key, name, unit]) => (
        <View key={key}>
          <Txt kind="strong" className="tabular-nums">
            {of[key] === undefined ? "–" : `${format.number(of[key], key === "energy_kcal" ? 0 : 1)} ${unit}`}
          </Txt>
          <Txt kind="small">{t(`eat.${name}`)}</Txt>
        </View>
      ))}
    </View>
  );
}
