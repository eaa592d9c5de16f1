import { useRecords } from "@/sync/provider";
import { useLibrary, useOwnFigures, type Recipe } from "../requests";

type Body = Omit<Recipe, "source" | "per_serving">;

/** One's own recipes as the device has them, with the figures that the server worked out where it has. */
export function useOwnRecipes(): Recipe[] {
  const figures = useOwnFigures();
  const bodies = useRecords(["recipe"], (phone) => phone.all("recipe") as unknown as Body[]) ?? [];
  const worked = new Map((figures.data ?? []).map((each) => [each.id, each]));
  return bodies.map((body) => ({ ...worked.get(body.id), ...body, ingredients: named(body, worked.get(body.id)), per_serving: worked.get(body.id)?.per_serving ?? {}, source: "own" })).sort((a, b) => a.name.localeCompare(b.name));
}

/** A record has no names of foods: take them from what the server showed. */
function named(body: Body, shown: Recipe | undefined): Recipe["ingredients"] {
  const names = new Map((shown?.ingredients ?? []).map((each) => [each.food_id ?? each.recipe_id, each.name]));
  return body.ingredients.map((each) => ({ name: names.get(each.food_id ?? each.recipe_id) ?? null, ...each }));
}

/** All that can be cooked from: one's own first. */
export function useRecipes() {
  const library = useLibrary();
  const own = useOwnRecipes();
  return { recipes: [...own, ...(library.data ?? [])], library };
}

export function useFavourites(): ReadonlySet<string> {
  return useRecords(["favourite"], (phone) => new Set((phone.all("favourite") as { id: string }[]).map((each) => each.id))) ?? new Set();
}
