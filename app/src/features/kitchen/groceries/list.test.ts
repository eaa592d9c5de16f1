import { amountOf, columnsOf, textOf, type Groceries } from "./list";

const number = (value: number, digits = 0) => value.toFixed(digits);
const item = (food_id: string, grams: number, shown: string) => ({ food_id, name: food_id, grams, shown, for: ["Soup"] });
const LIST: Groceries = { aisles: [{ aisle: "produce", items: [item("onion", 220, "2 onions"), item("kale", 300, "300 g")] }, { aisle: "eggs", items: [item("egg", 100, "2 eggs")] }] };

test("weights are in the person's units, pieces stay pieces", () => {
  expect(LIST.aisles[0]!.items.map((each) => amountOf(each, "imperial", number))).toEqual(["2 onions", "10.6 oz"]);
  expect(LIST.aisles[0]!.items.map((each) => amountOf(each, "metric", number))).toEqual(["2 onions", "300 g"]);
});

test("what is ticked is not shared, nor an aisle that has nothing left", () => {
  expect(textOf(LIST, new Set(["egg", "kale"]), (each) => each.shown, (name) => name.toUpperCase())).toBe("PRODUCE\n- onion: 2 onions");
});

test("two columns have every aisle once, in order", () => {
  const [start, end] = columnsOf(LIST.aisles);
  expect([start, end].map((each) => each.map(({ aisle }) => aisle))).toEqual([["produce"], ["eggs"]]);
  expect(columnsOf([])).toEqual([[], []]);
});
