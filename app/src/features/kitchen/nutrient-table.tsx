import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { Txt } from "@/ui";
import { SHOWN, type Sums } from "./sums";

/** What a serving gives: energy and the macronutrients large, the rest in lines. What is not known is not shown. */
export function NutrientTable({ sums, format }: { sums: Sums; format: Format }) {
  const { t } = useTranslation();
  const known = SHOWN.filter(([name]) => sums[name] !== undefined);
  const [main, more] = [known.slice(0, 4), known.slice(4)];
  const text = (name: (typeof SHOWN)[number][0], unit: string) => `${format.number(sums[name] ?? 0, unit === "g" && (sums[name] ?? 0) < 10 ? 1 : 0)} ${unit}`;
  return (
    <View className="gap-3">
      <View className="flex-row flex-wrap gap-3">
        {main.map(([name, unit]) => (
          <View key={name} className="grow basis-[40%] gap-0.5 rounded-2xl bg-raised px-3 py-2.5">
            <Txt className="text-lg font-bold tabular-nums">{text(name, unit)}</Txt>
            <Txt kind="small">{t(`kitchen.nutrient.${name}`)}</Txt>
          </View>
        ))}
      </View>
      {more.map(([name, unit]) => (
        <View key={name} className="flex-row justify-between gap-3">
          <Txt kind="small">{t(`kitchen.nutrient.${name}`)}</Txt>
          <Txt className="text-sm tabular-nums">{text(name, unit)}</Txt>
        </View>
      ))}
    </View>
  );
}
