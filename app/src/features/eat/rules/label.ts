/** A food of one's own, as its label says it. */

import type { Schemas } from "@/api/client";
import { numberOf } from "@/lib/quantities";
import { scaled } from "@/lib/figures";

export const LABEL_FIELDS = ["energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g", "sugar_g", "saturated_g", "sodium_mg"] as const;
export type LabelField = (typeof LABEL_FIELDS)[number];
/** `of`: what the figures are of. */
export type Label = { name: string; brand: string; barcode: string; of: "100" | "portion"; portion: string; grams: string; values: Record<LabelField, string> };

export type LabelProblem = "name" | "barcode" | "portion" | "grams" | "energy" | "tooMuch" | LabelField;

export const emptyLabel = (barcode = "", name = ""): Label => ({
  name,
  brand: "",
  barcode,
  of: "100",
  portion: "",
  grams: "",
  values: Object.fromEntries(LABEL_FIELDS.map((field) => [field, ""])) as Record<LabelField, string>,
});

/** Energy by Atwater's factors (4, 4 and 9 kcal a gram), of which a label may be this far off: fibre, alcohol, rounding. */
const FACTORS = { protein_g: 4, carbs_g: 4, fat_g: 9 } as const;
const [OFF_PART, OFF_KCAL] = [0.25, 30];
const MOST: Partial<Record<LabelField, number>> = { energy_kcal: 1000, sodium_mg: 101_000 };
const MOST_G = 101;

const figuresOf = (label: Label) => {
  const read = Object.fromEntries(LABEL_FIELDS.flatMap((field) => (label.values[field].trim() ? [[field, numberOf(label.values[field])]] : []))) as Partial<Record<LabelField, number | null>>;
  return read;
};

/** Return the figures of 100 g; those that are no numbers are left out. */
export function per100(label: Label): Partial<Record<LabelField, number>> {
  const known = Object.fromEntries(Object.entries(figuresOf(label)).filter(([, value]) => value !== null)) as Partial<Record<LabelField, number>>;
  const grams = numberOf(label.grams);
  return label.of === "portion" && grams ? (scaled(known, 100 / grams) as Partial<Record<LabelField, number>>) : known;
}

/** Return what cannot be saved as it is. */
export function problemsOf(label: Label): LabelProblem[] {
  const read = figuresOf(label);
  const each = per100(label);
  const grams = numberOf(label.grams);
  const wantsGrams = label.of === "portion" || label.portion.trim() !== "" || label.grams.trim() !== "";
  const bad = LABEL_FIELDS.filter((field) => {
    const value = read[field];
    return value === null || (value !== undefined && (value < 0 || (each[field] ?? 0) > (MOST[field] ?? MOST_G)));
  });
  const sum = (each.protein_g ?? 0) + (each.carbs_g ?? 0) + (each.fat_g ?? 0);
  return [
    ...(label.name.trim() ? [] : ["name" as const]),
    ...(label.barcode === "" || /^\d{8,14}$/.test(label.barcode) ? [] : ["barcode" as const]),
    ...(!wantsGrams || (grams !== null && grams > 0) ? [] : ["grams" as const]),
    ...(read.energy_kcal === undefined ? ["energy" as const] : []),
    ...bad,
    ...(bad.length === 0 && sum > MOST_G ? ["tooMuch" as const] : []),
  ];
}

/** Return the energy that the macronutrients would give where that is far from what was typed: a hint, no error. */
export function oddEnergy(label: Label): number | null {
  const each = per100(label);
  if (each.energy_kcal === undefined || Object.keys(FACTORS).some((key) => each[key as keyof typeof FACTORS] === undefined)) return null;
  const worked = Object.entries(FACTORS).reduce((sum, [key, factor]) => sum + factor * (each[key as keyof typeof FACTORS] ?? 0), 0);
  return Math.abs(worked - each.energy_kcal) > Math.max(OFF_KCAL, OFF_PART * each.energy_kcal) ? Math.round(worked) : null;
}

/** Return the food as it is saved. */
export function foodOf(label: Label, portionName: string): Omit<Schemas["FoodIn"], "id"> {
  const grams = numberOf(label.grams);
  return {
    name: label.name.trim(),
    ...(label.brand.trim() ? { brand: label.brand.trim() } : {}),
    ...(label.barcode ? { barcode: label.barcode } : {}),
    per_100g: per100(label),
    portions: grams ? [{ label: label.portion.trim() || portionName, amount: 1, grams }] : [],
  };
}

/** Return what a food's label says, to be changed. */
export function labelOf(food: Schemas["FoodIn"]): Label {
  const portion = food.portions?.[0];
  const figures = food.per_100g as Partial<Record<LabelField, number>>;
  const values = Object.fromEntries(LABEL_FIELDS.map((field) => [field, figures[field] === undefined ? "" : String(figures[field])])) as Record<LabelField, string>;
  return { name: food.name, brand: food.brand ?? "", barcode: food.barcode ?? "", of: "100", portion: portion?.label ?? "", grams: portion ? String(portion.grams / (portion.amount ?? 1)) : "", values };
}
