import type { Json } from "@/sync/records";
import type { Phone } from "@/sync/phone";
import { withOffset } from "@/lib/day";
import type { Recipe } from "../requests";
import type { Slot } from "../slots";
import { times } from "../sums";

/** Write servings of a recipe as a meal that is eaten now; returns its id. The server works the figures out anew. */
export function logServings(phone: Phone, recipe: Recipe, servings: number, slot: Slot, now: Date): Promise<string> {
  const grams = typeof recipe.grams_per_serving === "number" ? { grams: Math.round(recipe.grams_per_serving * servings * 10) / 10 } : {};
  const item: Json = { recipe_id: recipe.id, name: recipe.name, amount: servings, unit: "serving", ...grams, nutrients: times(recipe.per_serving, servings) };
  return phone.create("meal", { eaten_at: withOffset(now), slot, items: [item] });
}
