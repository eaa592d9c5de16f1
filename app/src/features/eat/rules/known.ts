/** What this device knows of foods without asking: one's own, favourites, those looked at, and what was eaten before. */

import type { Schemas } from "@/api/client";
import type { Phone } from "@/sync/phone";
import { scaled, type Figures } from "@/lib/figures";
import type { Meal } from "./diary";
import type { KnownFood, KnownRecipe, MealItem } from "./portion";

export type Use = { amount: number; unit: string; count: number; at: string };
export type Known = { foods: Map<string, KnownFood>; recipes: Map<string, KnownRecipe>; uses: Map<string, Use>; favourites: ReadonlySet<string>; /** Foods that the person made. */ own: ReadonlySet<string> };

type Recipe = Schemas["ShownRecipe"];

/** `seen`: foods that came from the server; `shown`: recipes that did. */
export function knownOf(phone: Phone, seen: readonly Schemas["Food"][], shown: readonly Recipe[]): Known {
  const meals = (phone.all("meal") as Meal[]).sort((a, b) => b.eaten_at.localeCompare(a.eaten_at));
  const foods = new Map<string, KnownFood>();
  const recipes = new Map<string, KnownRecipe>();
  const uses = new Map<string, Use>();
  for (const recipe of phone.all("recipe") as unknown as Pick<Recipe, "id" | "name">[]) recipes.set(recipe.id, { id: recipe.id, name: recipe.name, perServing: {}, own: true });
  for (const recipe of shown) recipes.set(recipe.id, recipeOf(recipe, phone.view("recipe", recipe.id) !== null));
  for (const food of [...(phone.all("food") as unknown as KnownFood[]), ...seen]) if (!foods.has(food.id)) foods.set(food.id, { ...food, per_100g: food.per_100g ?? {}, portions: food.portions ?? [] });
  const full = new Set(foods.keys());
  for (const meal of meals)
    for (const item of meal.items) {
      const id = item.food_id ?? item.recipe_id;
      if (!id) continue;
      const use = uses.get(id);
      uses.set(id, use ? { ...use, count: use.count + 1 } : { amount: item.amount, unit: item.unit, count: 1, at: meal.eaten_at });
      if (item.food_id && !full.has(id)) foods.set(id, eatenBefore(item, foods.get(id)));
      if (item.recipe_id && !Object.keys(recipes.get(id)?.perServing ?? {}).length) recipes.set(id, recipeEaten(item, recipes.get(id)));
    }
  return { foods, recipes, uses, favourites: new Set(phone.all("favourite").map((each) => String(each.id))), own: new Set(phone.all("food").map((each) => String(each.id))) };
}

export const recipeOf = (recipe: Recipe, own: boolean): KnownRecipe => ({ id: recipe.id, name: recipe.name, perServing: recipe.per_serving as Figures, grams: recipe.grams_per_serving, own });

/** Make a food of what was eaten of it: its figures for 100 g, and its measures as they weighed. */
function eatenBefore(item: MealItem, known: KnownFood | undefined): KnownFood {
  const grams = item.grams ?? 0;
  const food = known ?? { id: item.food_id!, name: item.name ?? "", per_100g: grams > 0 ? scaled(item.nutrients ?? {}, 100 / grams) : {}, portions: [] };
  const isMeasure = grams > 0 && !["g", "kg", "oz", "lb", "ml"].includes(item.unit) && !food.portions.some((portion) => portion.label === item.unit);
  return isMeasure ? { ...food, portions: [...food.portions, { label: item.unit, amount: item.amount, grams }] } : food;
}

function recipeEaten(item: MealItem, known: KnownRecipe | undefined): KnownRecipe {
  return { id: item.recipe_id!, name: known?.name ?? item.name ?? "", perServing: scaled(item.nutrients ?? {}, 1 / item.amount), grams: item.grams ? item.grams / item.amount : undefined, own: known?.own ?? false };
}

/** Return lower-case words without accents. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Say how well a name answers what was typed: 0 is not at all; each word typed must begin a word of the name. */
export function matchOf(typed: string, name: string): number {
  const wanted = wordsIn(typed);
  const has = wordsIn(name);
  if (!wanted.length || !wanted.every((word) => has.some((each) => each.startsWith(word)))) return 0;
  const first = has[0]?.startsWith(wanted[0]!) ? 1 : 0;
  return 1 + first + wanted.length / has.length;
}

/** Return what of these answers what was typed, the best first; what is eaten often before what is not. */
export function searched<T extends { id: string; name: string; brand?: string | null }>(typed: string, all: Iterable<T>, uses: Known["uses"], most = 20): T[] {
  return [...all]
    .map((each) => ({ each, score: matchOf(typed, `${each.name} ${each.brand ?? ""}`) }))
    .filter(({ score }) => score > 0)
    .map(({ each, score }) => ({ each, score: score + Math.min(1, (uses.get(each.id)?.count ?? 0) / 10) }))
    .sort((a, b) => b.score - a.score || a.each.name.localeCompare(b.each.name))
    .slice(0, most)
    .map(({ each }) => each);
}

/** Return the ids last eaten, and those eaten most often, newest and most first. */
export function habitsOf(uses: Known["uses"], most = 12): { recent: string[]; frequent: string[] } {
  const all = [...uses];
  const ids = (sorted: typeof all) => sorted.slice(0, most).map(([id]) => id);
  return { recent: ids(all.sort(([, a], [, b]) => b.at.localeCompare(a.at)).slice()), frequent: ids(all.filter(([, use]) => use.count > 1).sort(([, a], [, b]) => b.count - a.count)) };
}
