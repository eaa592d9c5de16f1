import type { Food, Recipe } from "../requests";
import { bodyOf, draftOf, EMPTY, figures, gramsOf, partOf, unitsOf, wrongIn, type Draft } from "./draft";

const OATS: Food = { id: "oats", name: "Oats", source: "x", per_100g: { energy_kcal: 380, protein_g: 13 }, portions: [{ label: "cup", amount: 2, grams: 160 }, { label: "cup", amount: 1, grams: 90 }] };
const RECIPE: Recipe = { id: "r", name: "Porridge", servings: 2, minutes: 10, tags: ["breakfast"], ingredients: [{ food_id: "oats", grams: 80, label: "1 cup oats", name: "Oats" }, { recipe_id: "jam", servings: 1, label: "jam", name: "Jam" }], steps: ["Cook."], source: "fitzen", per_serving: {} };

test("a recipe goes through a draft and back unchanged", () => {
  expect(bodyOf(draftOf(RECIPE))).toEqual({ name: "Porridge", servings: 2, minutes: 10, tags: ["breakfast"], ingredients: [{ food_id: "oats", grams: 80, label: "1 cup oats" }, { recipe_id: "jam", servings: 1, label: "jam" }], steps: ["Cook."] });
});

test("a portion of a food weighs what one of it does, and is offered once", () => {
  expect(unitsOf(OATS).map(({ unit, grams }) => [unit, Math.round(grams)])).toEqual([["g", 1], ["oz", 28], ["lb", 454], ["cup", 80]]);
  const part = partOf(OATS, "k");
  expect(part).toMatchObject({ amount: "1", unit: "cup", grams: 80 });
  expect(gramsOf({ ...part, amount: "1,5" })).toBe(120);
  expect(gramsOf({ ...part, amount: "x" })).toBeNull();
});

test("an amount that was changed is what a cook reads", () => {
  const draft = draftOf(RECIPE);
  const [oats, jam] = draft.parts;
  const { label: _, ...bare } = oats!;
  expect(bodyOf({ ...draft, parts: [{ ...bare, amount: "120" }, jam!] }).ingredients).toEqual([{ food_id: "oats", grams: 120, label: "120 g Oats" }, { recipe_id: "jam", servings: 1, label: "jam" }]);
});

test("figures are of one serving, and say what is not in them", () => {
  const { sums, unknown } = figures(draftOf(RECIPE), new Map([["oats", OATS]]), new Map());
  expect(sums.energy_kcal).toBeCloseTo(152);
  expect(unknown).toBe(1);
  expect(figures(draftOf(RECIPE), new Map([["oats", OATS]]), new Map([["jam", { energy_kcal: 40 }]])).sums.energy_kcal).toBeCloseTo(172);
});

test("what keeps a draft from being saved is named", () => {
  expect(wrongIn(EMPTY)).toMatchObject({ name: true, parts: true });
  const draft: Draft = draftOf(RECIPE);
  expect(wrongIn(draft)).toBeNull();
  expect(wrongIn({ ...draft, minutes: "soon" })).toMatchObject({ minutes: true });
  expect([...wrongIn({ ...draft, parts: [{ ...draft.parts[0]!, amount: "0" }] })!.amounts]).toEqual(["0"]);
});
