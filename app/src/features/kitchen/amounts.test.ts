import { cooksNumber, gramsText, ingredientText, leading } from "./amounts";

const number = (value: number, digits = 0) => new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);

test.each([
  ["2 tsp olive oil", 2, " tsp olive oil"],
  ["1½ cups oats", 1.5, " cups oats"],
  ["1 ½ cups oats", 1.5, " cups oats"],
  ["½ onion", 0.5, " onion"],
  ["1/4 tsp salt", 0.25, " tsp salt"],
  ["1 1/2 cups milk", 1.5, " cups milk"],
  ["0,5 l milk", 0.5, " l milk"],
])("reads the amount of %s", (text, value, rest) => {
  expect(leading(text)).toEqual({ value, rest });
});

test.each(["a pinch of salt", "salt", "7up", "2-3 eggs"])("%s has no amount that can be scaled", (text) => {
  const found = leading(text);
  expect(found === null || /^[-\p{L}]/u.test(found.rest)).toBe(true);
});

test.each([
  [{ label: "2 tsp olive oil", grams: 9, name: "Olive oil" }, 1.5, "metric", "3 tsp olive oil"],
  [{ label: "1 egg", grams: 50, name: "Egg" }, 0.5, "metric", "½ egg"],
  [{ label: "50 g popping corn", grams: 50, name: "Popping corn" }, 2, "metric", "100 g popping corn"],
  [{ label: "360 g steak", grams: 360, name: "Steak" }, 1, "imperial", "12.7 oz steak"],
  [{ label: "a large pinch of salt", grams: 1, name: "Salt" }, 1, "metric", "a large pinch of salt"],
  [{ label: "a large pinch of salt", grams: 1, name: "Salt" }, 3, "metric", "3 g Salt"],
  [{ label: "2-3 carrots", grams: 150, name: "Carrots" }, 2, "metric", "300 g Carrots"],
  [{ label: "1 cucharada de aceite", grams: 13, name: "Aceite" }, 3, "metric", "3 cucharadas de aceite"],
  [{ label: "2 dientes de ajo picados", grams: 6, name: "Ajo" }, 0.5, "metric", "1 diente de ajo picados"],
  [{ label: "½ cucharadita de sal", grams: 3, name: "Sal" }, 1, "metric", "½ cucharadita de sal"],
  [{ label: "150 g de lentejas", grams: 150, name: "Lentejas" }, 2, "metric", "300 g de lentejas"],
  [{ servings: 0.5, name: "Pesto" }, 3, "metric", "1½ × Pesto"],
] as const)("%j times %s in %s", (ingredient, factor, units, text) => {
  expect(ingredientText(ingredient, factor, units, number)).toBe(text);
});

test("weights are in the person's units", () => {
  expect([5.25, 150, 1250].map((grams) => gramsText(grams, "metric", number))).toEqual(["5.3 g", "150 g", "1.25 kg"]);
  expect([150, 1250].map((grams) => gramsText(grams, "imperial", number))).toEqual(["5.3 oz", "2.8 lb"]);
});

test("numbers are as cooks write them", () => {
  expect([0.25, 1, 1.5, 2.67, 2.2, 1.98].map((value) => cooksNumber(value, number))).toEqual(["¼", "1", "1½", "2⅔", "2.2", "2"]);
});
