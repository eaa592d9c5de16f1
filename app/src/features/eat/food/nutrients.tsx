import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { Button, Card, cn, Txt } from "@/ui";
import type { Figures } from "@/lib/figures";

const UNITS: Record<string, string> = { kcal: "kcal", g: "g", mg: "mg", ug: "µg" };
/** Those of a label come first, and vitamins and minerals after; what chemists count is left out. */
const LABEL = ["fiber_g", "sugar_g", "saturated_g", "monounsaturated_g", "polyunsaturated_g", "omega3_g", "omega6_g", "cholesterol_mg", "sodium_mg", "alcohol_g", "caffeine_mg"] as const;
const MICROS = [
  ...(["potassium_mg", "calcium_mg", "iron_mg", "magnesium_mg", "phosphorus_mg", "zinc_mg", "copper_mg", "manganese_mg", "selenium_ug"] as const),
  ...(["vitamin_a_rae_ug", "thiamin_mg", "riboflavin_mg", "niacin_mg", "pantothenic_acid_mg", "vitamin_b6_mg", "folate_ug", "vitamin_b12_ug", "choline_mg", "vitamin_c_mg", "vitamin_d_ug", "vitamin_e_mg", "vitamin_k_ug"] as const),
] as const;

/** What is in so much of a food; what its source does not say is not listed. */
export function Nutrients({ of, format }: { of: Figures; format: Format }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const known = (all ? [...LABEL, ...MICROS] : LABEL).filter((key) => of[key] !== undefined);
  const more = MICROS.some((key) => of[key] !== undefined);
  if (!known.length && !more) return null;
  const amount = (key: string) => {
    const value = of[key]!;
    return `${format.number(value, value < 10 ? 2 : 0)} ${UNITS[key.slice(key.lastIndexOf("_") + 1)] ?? ""}`;
  };
  return (
    <Card title={t("eat.nutrients")} className="gap-0">
      {known.map((key, place) => (
        <View key={key} className={cn("flex-row justify-between gap-3 py-2", place > 0 && "border-t border-line")}>
          <Txt className="flex-1">{t(`eat.nutrient.${key}`)}</Txt>
          <Txt className="tabular-nums">{amount(key)}</Txt>
        </View>
      ))}
      {more ? <Button variant="quiet" label={all ? t("common.less") : t("eat.vitamins")} onPress={() => setAll(!all)} /> : null}
    </Card>
  );
}
