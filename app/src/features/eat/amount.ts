import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";

const PLAIN = new Set(["g", "kg", "mg", "oz", "lb", "ml", "cl", "dl", "l", "fl oz"]);

/** Return how to name a measure, for so many of it. */
export function useUnitName(): (unit: string, count: number) => string {
  const { t, i18n } = useTranslation();
  return (unit, count) => {
    if (PLAIN.has(unit)) return unit;
    const [word = unit, ...rest] = unit.split(/,\s*/);
    const key = `eat.unit.${word.replaceAll(" ", "_")}`;
    if (!i18n.exists(key, { count })) return unit;
    return [t(key as "eat.unit.slice", { count }), ...rest].join(", ");
  };
}

/** Return how to say how much of something is eaten: `2 slices`, `60 g`. */
export function useAmount(): (item: { amount: number; unit: string; grams?: number | null }, withGrams?: boolean) => string {
  const format = useFormat(useUnits());
  const nameOf = useUnitName();
  return ({ amount, unit, grams }, withGrams = false) => {
    const said = `${format.number(amount, 2)} ${nameOf(unit, amount)}`;
    return withGrams && typeof grams === "number" && unit !== "g" ? `${said} · ${format.number(grams)} g` : said;
  };
}
