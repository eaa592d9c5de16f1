/** A plan as the language that is spoken says it. Its record is in English; the device shows it whether or not the server answers. */

import { useLanguage } from "@/i18n";
import { useLibrary, usePlanSaid, type MealPlan, type PlannedMeal } from "../requests";

/** Return a plan under names that are known here. What none is known of keeps its own. */
export function useSaid(plan: MealPlan): MealPlan {
  const language = useLanguage();
  const said = usePlanSaid(plan.id).data;
  const library = useLibrary(false).data;
  if (language === "en") return plan;
  const dishes = (library ?? []).map((each): [string, string] => [each.id, each.name]);
  const served = (said?.days ?? []).flatMap((day) => day.meals.flatMap((meal) => meal.items)).map((each): [string, string] => [each.recipe_id ?? each.food_id ?? "", each.name ?? ""]);
  return named({ ...plan, notes: said?.notes ?? plan.notes }, new Map([...dishes, ...served.filter(([id, name]) => id && name)]), language);
}

/** Return a plan with other names, by the ids of dishes and foods. */
export const named = (plan: MealPlan, names: ReadonlyMap<string, string>, language: string): MealPlan => ({
  ...plan,
  days: plan.days.map((day) => ({ ...day, meals: day.meals.map((meal) => mealNamed(meal, names, language)) })),
});

function mealNamed(meal: PlannedMeal, names: ReadonlyMap<string, string>, language: string): PlannedMeal {
  const items = meal.items.map((item) => ({ ...item, name: names.get(item.recipe_id ?? item.food_id ?? "") ?? item.name }));
  return { ...meal, items, name: (meal.recipe_id ? names.get(meal.recipe_id) : listed(meal, items, language)) ?? meal.name };
}

/** A meal of foods alone is called by them, if the server called it so. */
function listed(meal: PlannedMeal, items: PlannedMeal["items"], language: string): string | undefined {
  if (items.length === 0 || meal.name !== meal.items.map((item) => item.name).join(" and ")) return undefined;
  const [first = "", ...rest] = items.map((item) => item.name ?? "");
  return new Intl.ListFormat(language, { type: "conjunction" }).format([first, ...rest.map((name) => name.charAt(0).toLocaleLowerCase(language) + name.slice(1))]);
}
