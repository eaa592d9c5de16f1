/** A recipe while it is being written. What was typed stays as it was typed, until it is saved. */

import type { Schemas } from "@/api/client";
import type { Json } from "@/sync/records";
import { numberOf } from "@/lib/quantities";
import { OUNCE, POUND } from "../amounts";
import type { Food, Recipe } from "../requests";
import { added, times, type Sums } from "../sums";

/** `unit` is g, oz, lb or a portion of the food; `grams` is what one of it weighs. A recipe inside has servings, and no grams. */
export type Part = { key: string; food_id?: string; recipe_id?: string; name: string; amount: string; unit: string; grams: number | null; /** What a cook reads, as long as the amount is the one it was written for. */ label?: string };
export type Draft = { name: string; servings: number; minutes: string; parts: Part[]; steps: { key: string; text: string }[]; notes: string; tags: string[] };
export type Unit = { unit: string; grams: number };
export type Wrong = { name?: boolean; minutes?: boolean; parts?: boolean; amounts: ReadonlySet<string> };

const SERVING = "serving";
export const WEIGHTS: readonly Unit[] = [
  { unit: "g", grams: 1 },
  { unit: "oz", grams: OUNCE },
  { unit: "lb", grams: POUND },
];
const LONGEST = 120;

export const EMPTY: Draft = { name: "", servings: 2, minutes: "", parts: [], steps: [{ key: "0", text: "" }], notes: "", tags: [] };

/** Return a recipe as a draft; `name` where it is to be called otherwise. */
export function draftOf(recipe: Recipe, name = recipe.name): Draft {
  const parts = recipe.ingredients.map((each, place): Part => {
    const shared = { key: String(place), name: each.name ?? each.label ?? "", ...(each.label ? { label: each.label } : {}) };
    return each.food_id ? { ...shared, food_id: each.food_id, amount: String(each.grams ?? ""), unit: "g", grams: 1 } : { ...shared, recipe_id: each.recipe_id ?? "", amount: String(each.servings ?? ""), unit: SERVING, grams: null };
  });
  const steps = (recipe.steps ?? []).map((text, place) => ({ key: String(place), text }));
  return { name, servings: Math.round(recipe.servings), minutes: typeof recipe.minutes === "number" ? String(recipe.minutes) : "", parts, steps: steps.length ? steps : EMPTY.steps, notes: recipe.notes ?? "", tags: [...(recipe.tags ?? [])] };
}

/** Return in what a food can be measured: by weight, and by its household portions. */
export function unitsOf(food: Food | undefined): Unit[] {
  const portions = (food?.portions ?? []).map((each) => ({ unit: each.label, grams: each.grams / (each.amount ?? 1) }));
  return [...WEIGHTS, ...portions.filter((each, place) => portions.findIndex((other) => other.unit === each.unit) === place)];
}

/** Return a food as one more ingredient: one portion of it where it has portions, else 100 g. */
export function partOf(food: Food, key: string): Part {
  const portion = unitsOf(food)[WEIGHTS.length];
  return { key, food_id: food.id, name: food.name, ...(portion ? { amount: "1", ...portion } : { amount: "100", unit: "g", grams: 1 }) };
}

export const gramsOf = (part: Part): number | null => {
  const amount = numberOf(part.amount);
  return amount !== null && amount > 0 && part.grams !== null ? Math.round(amount * part.grams * 100) / 100 : null;
};

/** Return what a serving comes to, and how many ingredients are not in it: their food is not known here yet. */
export function figures(draft: Draft, foods: ReadonlyMap<string, Food>, inner: ReadonlyMap<string, Sums>): { sums: Sums; unknown: number } {
  const sums = draft.parts.map((part) => {
    const food = part.food_id ? foods.get(part.food_id) : undefined;
    const grams = gramsOf(part);
    if (food && grams !== null) return times(food.per_100g ?? {}, grams / 100 / draft.servings);
    const serving = part.recipe_id ? inner.get(part.recipe_id) : undefined;
    return serving ? times(serving, (numberOf(part.amount) ?? 0) / draft.servings) : null;
  });
  const known = sums.filter((each) => each !== null);
  return { sums: added(known), unknown: sums.length - known.length };
}

/** Say what keeps a draft from being saved; null where nothing does. */
export function wrongIn(draft: Draft): Wrong | null {
  const minutes = draft.minutes.trim() ? numberOf(draft.minutes) : 0;
  const amounts = new Set(draft.parts.filter((part) => !((numberOf(part.amount) ?? 0) > 0)).map((part) => part.key));
  const wrong: Wrong = { amounts, name: !draft.name.trim(), minutes: minutes === null || minutes < 0 || minutes > 10_000, parts: draft.parts.length === 0 };
  return wrong.name || wrong.minutes || wrong.parts || amounts.size ? wrong : null;
}

/** Return the record of a draft in which nothing is wrong. */
export function bodyOf(draft: Draft): Json {
  const minutes = numberOf(draft.minutes);
  const body = {
    name: draft.name.trim(),
    servings: draft.servings,
    ...(minutes === null ? {} : { minutes: Math.round(minutes) }),
    tags: draft.tags,
    ingredients: draft.parts.map(ingredientOf),
    steps: draft.steps.map(({ text }) => text.trim()).filter(Boolean),
    ...(draft.notes.trim() ? { notes: draft.notes.trim() } : {}),
  };
  return body satisfies Schemas["RecipeIn"];
}

function ingredientOf(part: Part): Schemas["OwnIngredient"] {
  const label = (part.label ?? `${part.amount.trim()} ${part.unit === SERVING ? "×" : part.unit} ${part.name}`).slice(0, LONGEST);
  return part.food_id ? { food_id: part.food_id, grams: gramsOf(part), label } : { recipe_id: part.recipe_id, servings: numberOf(part.amount), label };
}
