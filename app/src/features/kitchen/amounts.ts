/** Amounts of food as a cook reads them: in the person's units, and for as many servings as they cook. */

import type { Schemas } from "@/api/client";
import type { Units } from "@/lib/locale";

type Ingredient = Pick<Schemas["ShownIngredient"], "label" | "name" | "grams" | "servings">;
type Number = (value: number, digits?: number) => string;

export const OUNCE = 28.349523125;
export const POUND = 16 * OUNCE;
const FRACTIONS: Record<string, number> = { "¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125 };
const GLYPHS = Object.keys(FRACTIONS).join("");
const AMOUNT = new RegExp(`^(?:(\\d+)\\s+(\\d+)/(\\d+)|(\\d+)/(\\d+)|(\\d+(?:[.,]\\d+)?)(?:\\s*([${GLYPHS}]))?|([${GLYPHS}]))(?=[\\s\\p{L}]|$)`, "u");
const WEIGHT = /^\s*(g|kg)\s+(.*)$/;
/** Spanish measures that a label counts: "1 cucharada de …" is for more "2 cucharadas de …". */
const COUNTED = /^(\s(?:cucharad(?:it)?a|taza|diente|hoja|rebanada|tortilla|clara|filete))s?(?= de )/;
const NEAR = 0.04;

/** Return grams in words: `150 g`, `1.2 kg`, `5.3 oz`. */
export function gramsText(grams: number, units: Units, number: Number): string {
  if (units === "imperial") return grams >= POUND ? `${number(grams / POUND, 1)} lb` : `${number(grams / OUNCE, 1)} oz`;
  if (grams >= 1000) return `${number(grams / 1000, 2)} kg`;
  return `${number(grams, grams < 10 ? 1 : 0)} g`;
}

/** Read the number that a text begins with, and the rest of it. */
export function leading(text: string): { value: number; rest: string } | null {
  const match = AMOUNT.exec(text);
  if (!match?.[0]) return null;
  const [, whole, top, under, above, below, plain, with_, alone] = match;
  const glyph = FRACTIONS[with_ ?? alone ?? ""] ?? 0;
  const value = whole ? Number(whole) + Number(top) / Number(under) : above ? Number(above) / Number(below) : Number(plain?.replace(",", ".") ?? 0) + glyph;
  return value > 0 ? { value, rest: text.slice(match[0].length) } : null;
}

/** Write a number as cooks do: 1½ rather than 1.5. */
export function cooksNumber(value: number, number: Number): string {
  const whole = Math.floor(value + NEAR);
  const part = value - whole;
  if (Math.abs(part) <= NEAR) return number(whole);
  const glyph = Object.entries(FRACTIONS).find(([, of]) => Math.abs(part - of) <= NEAR)?.[0];
  if (!glyph || value >= 20) return number(value, value < 10 ? 1 : 0);
  return whole ? `${number(whole)}${glyph}` : glyph;
}

/** Return how an ingredient reads for `factor` times what the recipe says. */
export function ingredientText(ingredient: Ingredient, factor: number, units: Units, number: Number): string {
  const name = ingredient.name ?? ingredient.label ?? "";
  const found = ingredient.label ? leading(ingredient.label) : null;
  if (found) {
    const weight = WEIGHT.exec(found.rest);
    if (weight) return `${gramsText(found.value * factor * (weight[1] === "kg" ? 1000 : 1), units, number)} ${weight[2]}`;
    if (!/^\s*[-–x]/.test(found.rest)) return `${cooksNumber(found.value * factor, number)}${found.rest.replace(COUNTED, found.value * factor > 1 + NEAR ? "$1s" : "$1")}`;
  }
  if (ingredient.label && factor === 1) return ingredient.label;
  if (typeof ingredient.grams === "number") return `${gramsText(ingredient.grams * factor, units, number)} ${name}`;
  if (typeof ingredient.servings === "number") return `${cooksNumber(ingredient.servings * factor, number)} × ${name}`;
  return name;
}
