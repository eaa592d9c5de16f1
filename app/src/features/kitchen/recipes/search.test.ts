import type { Recipe } from "../requests";
import { found, tagOfDiet } from "./search";

const recipe = (id: string, over: Partial<Recipe>): Recipe => ({ id, name: id, servings: 2, ingredients: [], source: "fitzen", per_serving: {}, ...over });
const ALL = [
  recipe("soup", { name: "Tomato Soup", tags: ["vegan", "dinner"], minutes: 15, ingredients: [{ name: "Lentils, red" }] }),
  recipe("dal", { name: "Lentil Dal", tags: ["vegan"], minutes: 40 }),
  recipe("fish", { name: "Jalapeño Fish", tags: ["dinner", "high_protein"], minutes: 20 }),
  recipe("mine", { name: "My oats", source: "own" }),
];
const known = { favourites: new Set(["fish"]), diet: "vegan" };
const ids = (words: string, ...filters: Parameters<typeof found>[2][number][]) => found(ALL, words, filters, known).map((each) => each.id);

test("words are found in names first, then in what is inside, whatever the accents", () => {
  expect(ids("lentil")).toEqual(["dal", "soup"]);
  expect(ids("JALAPENO fish")).toEqual(["fish"]);
  expect(ids("high protein")).toEqual(["fish"]);
  expect(ids("lentil pizza")).toEqual([]);
});

test("in Spanish singular and plural are one, and joining words are none", () => {
  const spanish = [recipe("soup", { name: "Sopa de alubias", ingredients: [{ name: "Nuez moscada" }] }), recipe("cake", { name: "Tortitas con plátano", tags: ["high_protein"] })];
  const said = (words: string) => found(spanish, words, [], known, "es").map((each) => each.id);
  expect([said("alubia con nueces"), said("PLATANOS"), said("tortit"), said("de"), said("pizza")]).toEqual([["soup"], ["cake"], ["cake"], ["soup", "cake"], []]);
});

test("each filter narrows", () => {
  expect(ids("", "own")).toEqual(["mine"]);
  expect(ids("", "favourite")).toEqual(["fish"]);
  expect(ids("", "quick")).toEqual(["soup", "fish"]);
  expect(ids("", "dinner", "diet")).toEqual(["soup"]);
});

test("a diet has a tag of the library, unless it allows everything", () => {
  expect([tagOfDiet("halal"), tagOfDiet("omnivore"), tagOfDiet(null)]).toEqual(["halal_possible", null, null]);
});
