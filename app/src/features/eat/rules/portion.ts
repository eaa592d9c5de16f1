/** How much of a food: an amount of a measure, in grams and nutrients. */

import type { Schemas } from "@/api/client";
import type { Units } from "@/lib/locale";
import { scaled, type Figures } from "@/lib/figures";

/** A food as far as this device knows it. */
export type KnownFood = Pick<Schemas["Food"], "id" | "name"> & { brand?: string | null; per_100g: Figures; portions: Schemas["Portion"][]; attribution?: string | null; source?: string };
/** What can be eaten: a food, or a recipe by the serving. `perServing` is unknown where only its name has come. */
export type KnownRecipe = { id: string; name: string; perServing: Figures; grams?: number | null; own: boolean };

export type MealItem = Omit<Schemas["Item"], "nutrients"> & { nutrients?: Figures };

/** `grams` of one. `step`: what the buttons add. */
export type Measure = { unit: string; grams: number; step: number; first: number };

const MASS: Record<Units, Measure[]> = {
  metric: [{ unit: "g", grams: 1, step: 10, first: 100 }],
  imperial: [
    { unit: "oz", grams: 28.349523125, step: 0.5, first: 3.5 },
    { unit: "g", grams: 1, step: 10, first: 100 },
  ],
};
/** US customary units in ml; the cups and spoons of the food tables are these. */
const VOLUME_ML: Record<string, number> = { ml: 1, cup: 236.58824, tbsp: 14.78676, tsp: 4.92892, "fl oz": 29.57353 };
const BEGINS_WITH_VOLUME = /^(cup|tbsp|tsp|fl oz|ml)\b/;

/** Return the ways to measure a food, those of the household first, each by its label. */
export function measuresOf(food: KnownFood, units: Units): Measure[] {
  const household = food.portions.map((portion) => ({ unit: portion.label, grams: portion.grams / (portion.amount ?? 1), step: 0.5, first: 1 }));
  const density = gramsOfMl(food);
  const volume = density === null ? [] : units === "imperial" ? [{ unit: "fl oz", grams: density * VOLUME_ML["fl oz"]!, step: 1, first: 8 }] : [{ unit: "ml", grams: density, step: 10, first: 100 }];
  const seen = new Set<string>();
  return [...household, ...volume, ...MASS[units]].filter((each) => !seen.has(each.unit) && seen.add(each.unit));
}

/** Return what one millilitre weighs, by a portion that is a volume; null where none is. */
function gramsOfMl(food: KnownFood): number | null {
  for (const { label, amount, grams } of food.portions) {
    const ml = VOLUME_ML[BEGINS_WITH_VOLUME.exec(label.toLowerCase())?.[1] ?? ""];
    if (ml) return grams / (amount ?? 1) / ml;
  }
  return null;
}

const twoDigits = (value: number) => Math.round(value * 100) / 100;

/** Return a food as an item of a meal. `grams` is what the amount weighs. */
export function itemOf(food: KnownFood, amount: number, measure: Pick<Measure, "unit" | "grams">): MealItem {
  const grams = twoDigits(amount * measure.grams);
  return { food_id: food.id, name: food.name, amount, unit: measure.unit, grams, nutrients: scaled(food.per_100g, grams / 100) };
}

export function servingOf(recipe: KnownRecipe, amount: number): MealItem {
  const grams = recipe.grams ? { grams: twoDigits(recipe.grams * amount) } : {};
  return { recipe_id: recipe.id, name: recipe.name, amount, unit: "serving", ...grams, nutrients: scaled(recipe.perServing, amount) };
}

/** Return an item with another amount of the same measure: its weight and nutrients go along. */
export function resized(item: MealItem, amount: number): MealItem {
  const factor = amount / item.amount;
  const grams = typeof item.grams === "number" ? { grams: twoDigits(item.grams * factor) } : {};
  return { ...item, amount, ...grams, nutrients: scaled(item.nutrients ?? {}, factor) };
}

/** Return an amount to begin with: the last one eaten of it, else one of its first measure. */
export function usual(food: KnownFood, units: Units, last?: { amount: number; unit: string } | null): MealItem {
  const measures = measuresOf(food, units);
  const same = last && measures.find((each) => each.unit === last.unit);
  const measure = same ?? measures[0]!;
  return itemOf(food, same ? last.amount : measure.first, measure);
}
