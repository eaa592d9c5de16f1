import { useFormat } from "@/i18n/format";
import { useUnitName } from "@/lib/unit-name";
import { useUnits } from "@/sync/me";

/** Return how to say how much of something is eaten: `2 slices`, `60 g`. */
export function useAmount(): (item: { amount: number; unit: string; grams?: number | null }, withGrams?: boolean) => string {
  const format = useFormat(useUnits());
  const nameOf = useUnitName();
  return ({ amount, unit, grams }, withGrams = false) => {
    const said = `${format.number(amount, 2)} ${nameOf(unit, amount)}`;
    return withGrams && typeof grams === "number" && unit !== "g" ? `${said} · ${format.number(grams)} g` : said;
  };
}
