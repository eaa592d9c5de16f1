import type { MealPlan } from "../requests";
import { named } from "./said";

const item = (over: object) => ({ amount: 1, unit: "serving", nutrients: {}, ...over });
const plan = (...meals: object[]) => ({ id: "p", starts_on: "2026-11-27", days: [{ day: "2026-11-27", totals: {}, shortfalls: [], meals: meals.map((meal) => ({ slot: "dinner", totals: {}, ...meal })) }] }) as unknown as MealPlan;
const NAMES = new Map([["dal", "Dal de lentejas"], ["eggs", "Huevos cocidos"], ["nuts", "Nueces"]]);
const first = (of: MealPlan) => named(of, NAMES, "es").days[0]!.meals[0]!;

test("a dish and what goes with it have the names that are known", () => {
  const meal = first(plan({ name: "Lentil Dal", recipe_id: "dal", items: [item({ recipe_id: "dal", name: "Lentil Dal" }), item({ food_id: "nuts", name: "Walnuts" })] }));
  expect([meal.name, ...meal.items.map((each) => each.name)]).toEqual(["Dal de lentejas", "Dal de lentejas", "Nueces"]);
});

test("a meal of foods is called by them", () => {
  const items = [item({ food_id: "eggs", name: "Eggs, boiled" }), item({ food_id: "nuts", name: "Walnuts" })];
  expect(first(plan({ name: "Eggs, boiled and Walnuts", items })).name).toBe("Huevos cocidos y nueces");
  expect(first(plan({ name: "My usual", items })).name).toBe("My usual");
});

test("what is not known keeps its name", () => {
  const meal = first(plan({ name: "Ana's rice", recipe_id: "mine", items: [item({ recipe_id: "mine", name: "Ana's rice" }), item({ name: "Cake" })] }));
  expect([meal.name, ...meal.items.map((each) => each.name)]).toEqual(["Ana's rice", "Ana's rice", "Cake"]);
});
