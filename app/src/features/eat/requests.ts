/** What only the server knows: targets and references, foods that were never on this device, and what words mean. */

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { queryClient } from "@/api/query";
import i18n, { inLanguage } from "@/i18n";
import { daysBefore, type Day } from "@/lib/day";
import { useRecords } from "@/sync/provider";
import { knownOf, type Known } from "./rules/known";
import type { Figures } from "@/lib/figures";
import type { KnownFood } from "./rules/portion";

type Food = Schemas["Food"];
export type References = Pick<Schemas["Summary"], "targets" | "missing" | "micronutrients" | "water_target_ml">;

const ME = { path: { user_id: "me" } };
const SOON_GONE_MS = 60_000;

/** Return what this person aims at and needs in a day, whatever the day: what was eaten is worked out from the records. */
export const useReferences = () => useQuery({ queryKey: keys.nutritionReferences(), queryFn: async (): Promise<References> => ok(api.GET("/api/nutrition/summary/{user_id}", { params: ME })) });

/** Search foods and recipes as one types; what was found before stays until there is more. */
export const useSearch = (typed: string, on: boolean) =>
  useQuery({
    queryKey: keys.foodSearch(typed, i18n.language),
    enabled: on && typed.length > 1,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: SOON_GONE_MS,
    meta: { passing: true },
    queryFn: async ({ signal }) => {
      const [foods, recipes] = await Promise.all([
        ok(api.GET("/api/foods", { params: { query: { q: typed, limit: 20, ...inLanguage() } }, signal })),
        ok(api.GET("/api/recipes", { params: { query: { q: typed, limit: 5, ...inLanguage() } }, signal })),
      ]);
      return { foods: foods.items, recipes: recipes.items };
    },
  });

/** Return one food as the server has it; nothing without an id. */
export function useFood(id: string) {
  return useQuery({ queryKey: keys.food(id, i18n.language), enabled: id !== "", staleTime: 3_600_000, queryFn: () => ok(api.GET("/api/foods/{food_id}", { params: { path: { food_id: id }, query: inLanguage() } })) });
}

/** Return a food with all that is left out filled in. */
export const wholeFood = (food: Food): KnownFood => ({ ...food, per_100g: (food.per_100g ?? {}) as Figures, portions: food.portions ?? [] });

/** Keep a food on this device, for the next time without a network. */
export const rememberFood = (food: KnownFood): void => {
  if (food.source && !queryClient.getQueryData(keys.food(food.id, i18n.language))) queryClient.setQueryData(keys.food(food.id, i18n.language), food);
};

/** Return all that this device knows of what can be eaten. */
export function useKnown(): Known | undefined {
  const client = useQueryClient();
  const favourites = useQuery({ queryKey: keys.favouriteFoods(i18n.language), queryFn: () => ok(api.GET("/api/foods/favourites/{user_id}", { params: { ...ME, query: { limit: 100, ...inLanguage() } } })) }).data;
  const recipes = useQuery({ queryKey: keys.eatenRecipes(), queryFn: () => ok(api.GET("/api/recipes/{user_id}", { params: { ...ME, query: { limit: 100 } } })) }).data;
  return useRecords(["meal", "food", "recipe", "favourite"], (phone) => {
    const seen = client.getQueriesData<Food>({ queryKey: keys.foods(i18n.language) }).flatMap(([, food]) => (food ? [food] : []));
    return knownOf(phone, [...seen, ...(favourites?.items ?? [])], recipes?.items ?? []);
  });
}

export const parseWords = (text: string): Promise<Schemas["Understood"]> => ok(api.POST("/api/nutrition/parse", { body: { text, ...inLanguage() } }));

export const foodByBarcode = (ean: string): Promise<Food> => ok(api.GET("/api/foods/barcode/{ean}", { params: { path: { ean } } }));

/** Return the signed addresses of the photos of a day's meals, by photo; they are kept by UTC, so its neighbours come along. */
export const useMealPhotos = (day: Day, on: boolean) =>
  useQuery({
    queryKey: keys.mealPhotos(day),
    enabled: on,
    staleTime: 1_800_000,
    queryFn: async () => {
      const { items } = await ok(api.GET("/api/photos/{user_id}", { params: { ...ME, query: { pose: "meal", limit: 100, after: `${daysBefore(day, 1)}T00:00:00Z`, before: `${daysBefore(day, -2)}T00:00:00Z` } } }));
      return Object.fromEntries(items.map((photo) => [photo.id, { url: photo.url ?? "", thumbnail: photo.thumbnail_url ?? "" }]));
    },
  });
