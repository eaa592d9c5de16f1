/** Finding a recipe among those that the device knows. */

import { formsIn } from "@/lib/exercises/forms";
import type { Recipe } from "../requests";

export const TAGS = ["breakfast", "lunch", "dinner", "snack", "vegan", "vegetarian", "pescatarian", "keto", "gluten_free", "dairy_free", "nut_free", "high_protein", "budget", "meal_prep"] as const;
export type Tag = (typeof TAGS)[number];
export type Filter = Tag | "own" | "favourite" | "quick" | "diet";

const QUICK_MINUTES = 20;

/** The tag of the library for each diet of a profile; who eats everything needs none. */
const DIETS: Record<string, string> = { vegan: "vegan", vegetarian: "vegetarian", pescatarian: "pescatarian", keto: "keto", paleo: "paleo", halal: "halal_possible", kosher: "kosher_possible" };
export const tagOfDiet = (pattern: string | null | undefined): string | null => (pattern ? (DIETS[pattern] ?? null) : null);

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

/** Words as they are looked for: in Spanish singular and plural are one, and "con" and "de" are none. */
const wordsOf = (text: string, language: string) => (language === "es" ? formsIn(text) : plain(text).split(/\s+/).filter(Boolean));

function holds(text: string, wanted: readonly string[], language: string): boolean {
  const there = wordsOf(text, language).join(" ");
  return wanted.every((word) => there.includes(word));
}

/** Return those whose name or brand has each word. */
export function foodsNamed<T extends { name: string; brand?: string | null }>(foods: readonly T[], words: string, language = "en"): T[] {
  const wanted = wordsOf(words, language);
  return wanted.length ? foods.filter((food) => holds(`${food.name} ${food.brand ?? ""}`, wanted, language)) : [];
}

const textOf = (recipe: Recipe) => [recipe.name, ...recipe.tags ?? [], ...recipe.ingredients.map((each) => each.name ?? each.label ?? "")].join(" ").replaceAll("_", " ");

/** Return those that have each word (in the name first), and pass each filter. */
export function found(recipes: readonly Recipe[], words: string, filters: readonly Filter[], known: { favourites: ReadonlySet<string>; diet: string | null }, language = "en"): Recipe[] {
  const wanted = wordsOf(words, language);
  const has = (text: string) => holds(text, wanted, language);
  const passes = (recipe: Recipe) =>
    filters.every((filter) => {
      if (filter === "own") return recipe.source === "own";
      if (filter === "favourite") return known.favourites.has(recipe.id);
      if (filter === "quick") return typeof recipe.minutes === "number" && recipe.minutes <= QUICK_MINUTES;
      const tag = filter === "diet" ? known.diet : filter;
      return tag === null || !!recipe.tags?.includes(tag);
    });
  const hits = recipes.filter((recipe) => passes(recipe) && (wanted.length === 0 || has(textOf(recipe))));
  const inName = (recipe: Recipe) => has(recipe.name);
  return wanted.length ? [...hits.filter(inName), ...hits.filter((recipe) => !inName(recipe))] : hits;
}
