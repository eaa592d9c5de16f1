/** What the server knows of recipes, plans, groceries and the energy that is burnt. */

import { skipToken, useQueries, useQuery } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { inLanguage, useLanguage } from "@/i18n";
import type { Day } from "@/lib/day";
import { slim } from "./sums";

export type Recipe = Schemas["ShownRecipe"];
export type MealPlan = Schemas["MealPlan"];
export type PlannedMeal = Schemas["ShownMeal"];
export type Food = Schemas["Food"];

const ALL = 500;
const LEAST_WORDS = 3;
const me = { path: { user_id: "me" } };

/** Only what is shown is kept on the device: the library has hundreds of recipes, each with a hundred nutrients. */
const kept = ({ unknown: _, ...recipe }: Recipe): Recipe => ({ ...recipe, per_serving: slim(recipe.per_serving) });

/** All recipes that are for everybody; they come with a version of the server, so a change of a record does not ask again.
 * Who only looks up what the device has does not ask. */
export function useLibrary(ask = true) {
  const language = useLanguage();
  return useQuery({
    queryKey: keys.recipes(language),
    queryFn: ask ? async () => (await ok(api.GET("/api/recipes", { params: { query: { limit: ALL, ...inLanguage(language) } } }))).items.map(kept) : skipToken,
    staleTime: "static",
  });
}

/** Recipes that the server finds and the device does not, by words with typing errors. */
export function useFound(words: string, wanted: boolean) {
  const language = useLanguage();
  return useQuery({
    queryKey: keys.recipesFound(words, language),
    queryFn: wanted && words.length >= LEAST_WORDS ? async () => (await ok(api.GET("/api/recipes", { params: { query: { q: words, limit: 20, ...inLanguage(language) } } }))).items.map(kept) : skipToken,
    gcTime: 60_000,
  });
}

/** One's own recipes with what a serving comes to. */
export function useOwnFigures() {
  const language = useLanguage();
  return useQuery({ queryKey: keys.ownRecipes(language), queryFn: async () => (await ok(api.GET("/api/recipes/{user_id}", { params: { ...me, query: { limit: 100, ...inLanguage(language) } } }))).items.map(kept) });
}

export function useRecipeFigures(id: string) {
  const language = useLanguage();
  return useQuery({ queryKey: keys.recipe(id, language), queryFn: async () => kept(await ok(api.GET("/api/recipes/{user_id}/{recipe_id}", { params: { path: { user_id: "me", recipe_id: id }, query: inLanguage(language) } }))) });
}

const LEAST_LETTERS = 2;

export function useIngredients(words: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: keys.ingredientsFound(words, language),
    queryFn: words.length >= LEAST_LETTERS ? async () => (await ok(api.GET("/api/foods", { params: { query: { q: words, limit: 20, ...inLanguage(language) } } }))).items.map(light) : skipToken,
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
}

/** Keep of a food what an ingredient needs. */
export const light = (food: Food): Food => ({ ...food, per_100g: slim(food.per_100g ?? {}) });

/** The foods of a recipe that is being written, by id. */
export function useFoods(ids: readonly string[]): Map<string, Food> {
  const language = useLanguage();
  const asked = useQueries({
    queries: ids.map((id) => ({ queryKey: keys.ingredient(id, language), queryFn: async () => light(await ok(api.GET("/api/foods/{food_id}", { params: { path: { food_id: id }, query: inLanguage(language) } }))), staleTime: 3_600_000 })),
  });
  return new Map(asked.flatMap(({ data }) => (data ? [[data.id, data]] : [])));
}

export function useGroceries(planId: string | undefined, from: Day | null) {
  const language = useLanguage();
  return useQuery({
    queryKey: keys.groceries(planId ?? "", from, language),
    queryFn: planId ? () => ok(api.GET("/api/nutrition/meal-plans/{user_id}/{plan_id}/groceries", { params: { path: { user_id: "me", plan_id: planId }, query: { ...(from ? { from_day: from } : {}), ...inLanguage(language) } } })) : skipToken,
  });
}

/** A plan under the names of the language that is spoken. Its record has them in English: who speaks that asks for nothing. */
export function usePlanSaid(planId: string) {
  const language = useLanguage();
  const query = inLanguage(language);
  return useQuery({ queryKey: keys.plan(planId, language), queryFn: query.lang ? () => ok(api.GET("/api/nutrition/meal-plans/{user_id}/{plan_id}", { params: { path: { user_id: "me", plan_id: planId }, query } })) : skipToken });
}

export const useExpenditure = () => useQuery({ queryKey: keys.expenditure(), queryFn: () => ok(api.GET("/api/nutrition/expenditure/{user_id}", { params: me })) });

export const takeTarget = (startsOn: Day) => ok(api.POST("/api/nutrition/targets/{user_id}", { params: me, body: { starts_on: startsOn, accept: true } }));

export const generate = (body: Schemas["GenerateIn"]) => ok(api.POST("/api/nutrition/meal-plans/generate", { params: { query: inLanguage() }, body }));

export const swap = (planId: string, body: Schemas["SwapIn"]) => ok(api.POST("/api/nutrition/meal-plans/{user_id}/{plan_id}/swap", { params: { path: { user_id: "me", plan_id: planId }, query: inLanguage() }, body }));

/** What else could be at a meal: nothing is stored. */
export function useSwaps(planId: string, day: Day, slot: PlannedMeal["slot"], place: number, wish: string) {
  const language = useLanguage();
  return useQuery({ queryKey: keys.swaps(planId, day, slot, place, wish, language), queryFn: () => swap(planId, { day, slot, place, dry_run: true, ...(wish ? { wish } : {}) }), gcTime: 0, staleTime: "static", retry: false });
}
