import { useTranslation } from "react-i18next";

const PLAIN = new Set(["g", "kg", "mg", "oz", "lb", "ml", "cl", "dl", "l", "fl oz"]);

/** What is said of the size in brackets, in inches, is left out where the label is told in another language. */
const SIZE = /\s*\(.*$/;

type Measures = { counted: Record<string, readonly [one: string, other: string]>; details: Record<string, string> };

/** Return how to name a measure of a food, for so many of it. */
export function useUnitName(): (unit: string, count: number) => string {
  const { t, i18n } = useTranslation();
  return (unit, count) => {
    if (PLAIN.has(unit)) return unit;
    const words = i18n.getResourceBundle(i18n.language, "measures") as Measures | undefined;
    const [word = unit, ...rest] = unit.split(/,\s*/);
    const details = rest.map((each) => words?.details[each.toLowerCase()] ?? each);
    const bare = words ? word.replace(SIZE, "").toLowerCase() : word;
    const key = `eat.unit.${bare.replaceAll(" ", "_")}`;
    const said = i18n.exists(key, { count }) ? t(key as "eat.unit.slice", { count }) : words?.counted[bare]?.[count === 1 ? 0 : 1];
    return said ? [said, ...details].join(", ") : unit;
  };
}
