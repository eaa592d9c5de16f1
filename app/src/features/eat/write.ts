/** What a person does with meals, as records of this device. */

import type { Schemas } from "@/api/client";
import { withOffset, type Day } from "@/lib/day";
import { newId } from "@/lib/id";
import type { Phone } from "@/sync/phone";
import type { Json } from "@/sync/records";
import { momentOf, type Meal, type Slot } from "./rules/diary";
import type { MealItem } from "./rules/portion";

const asJson = (body: object): Json => body as Json;

type NewMeal = { day: Day; slot: Slot; clock: string; items: MealItem[]; photo?: string | null };

export async function logMeal(phone: Phone, { day, slot, clock, items, photo }: NewMeal): Promise<string> {
  return phone.create("meal", asJson({ eaten_at: withOffset(momentOf(day, clock)), slot, items, ...(photo ? { photo_id: photo } : {}) }));
}

/** Put items to a meal that is there. */
export async function addTo(phone: Phone, id: string, items: MealItem[]): Promise<void> {
  const meal = phone.view("meal", id) as Meal | null;
  if (meal) await phone.edit("meal", id, { items: [...meal.items, ...items] });
}

/** Log meals once more on another day, at the same time; returns their ids. */
export async function copyMeals(phone: Phone, meals: readonly Meal[], day: Day): Promise<string[]> {
  const made: string[] = [];
  for (const { eaten_at, slot, name, notes, items } of meals)
    made.push(await phone.create("meal", asJson({ eaten_at: withOffset(momentOf(day, eaten_at.slice(11, 16))), slot, ...(name ? { name } : {}), ...(notes ? { notes } : {}), items: items.map((item) => lasting(phone, item)) })));
  return made;
}

const OWN = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Something of one's own that was deleted meanwhile stays what it was: an entry with its figures. */
function lasting(phone: Phone, item: MealItem): MealItem {
  const id = item.food_id ?? item.recipe_id ?? "";
  if (!OWN.test(id) || phone.view(item.food_id ? "food" : "recipe", id)) return item;
  const { food_id: _food, recipe_id: _recipe, ...kept } = item;
  return { ...kept, custom: true };
}

/** Delete a meal; returns what puts it back, under another id. */
export async function deleteMeal(phone: Phone, meal: Meal): Promise<() => Promise<string>> {
  await phone.delete("meal", meal.id);
  return () => phone.create("meal", asJson(meal), newId());
}

export async function setFavourite(phone: Phone, id: string, on: boolean): Promise<void> {
  if (on) await phone.create("favourite", {}, id);
  else await phone.delete("favourite", id);
}

/** Say of a day that all of it is logged, or not; null takes the word back. */
export async function markDay(phone: Phone, day: Day, complete: boolean | null): Promise<void> {
  const there = phone.view("diary_day", day) !== null;
  if (complete === null) await (there ? phone.delete("diary_day", day) : undefined);
  else if (there) await phone.edit("diary_day", day, { complete });
  else await phone.create("diary_day", { complete }, day);
}

/** Make a recipe of a meal; returns its id and the names of what a recipe cannot have. */
export async function saveAsRecipe(phone: Phone, meal: Meal, name: string): Promise<{ id: string; left: string[] }> {
  const left: string[] = [];
  const ingredients = meal.items.flatMap((item): Schemas["OwnIngredient"][] => {
    if (item.food_id && item.grams) return [{ food_id: item.food_id, grams: item.grams, ...(item.name ? { label: item.name.slice(0, 120) } : {}) }];
    if (item.recipe_id && !isNested(phone, item.recipe_id)) return [{ recipe_id: item.recipe_id, servings: item.amount }];
    left.push(item.name ?? "");
    return [];
  });
  if (!ingredients.length) return { id: "", left };
  return { id: await phone.create("recipe", { name, servings: 1, ingredients }), left };
}

/** A recipe may be in another one, and no deeper. */
const isNested = (phone: Phone, id: string): boolean => ((phone.view("recipe", id)?.ingredients as { recipe_id?: string }[] | undefined) ?? []).some((each) => each.recipe_id);
