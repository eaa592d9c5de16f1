import { useLibrary, useRecipeFigures, type Recipe } from "../requests";
import { useOwnRecipes } from "../recipes/use-recipes";

/** One recipe: one's own as the device has it, another as it is known, and both as the server shows them. */
export function useRecipe(id: string): { recipe: Recipe | undefined; pending: boolean; error: unknown; again: () => void } {
  const own = useOwnRecipes().find((each) => each.id === id);
  const asked = useRecipeFigures(id);
  const known = useLibrary().data?.find((each) => each.id === id);
  const shown = asked.data ?? known;
  const recipe = own ? { ...own, ...(asked.data ? { per_serving: asked.data.per_serving, image_url: asked.data.image_url, grams_per_serving: asked.data.grams_per_serving, ingredients: withNames(own, asked.data) } : {}) } : shown;
  return { recipe, pending: asked.isPending, error: asked.error, again: () => void asked.refetch() };
}

function withNames(own: Recipe, shown: Recipe): Recipe["ingredients"] {
  const names = new Map(shown.ingredients.map((each) => [each.food_id ?? each.recipe_id, each.name]));
  return own.ingredients.map((each) => ({ ...each, name: each.name ?? names.get(each.food_id ?? each.recipe_id) }));
}
