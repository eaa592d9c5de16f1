import { titlesWith, type Title } from "./requests";

const titles: Title[] = [
  { slug: "creatine", title: "Creatine", topics: ["supplements", "health"] },
  { slug: "protein-amount", title: "How much protein a day", topics: ["nutrition"] },
];

test.each([
  ["", ["creatine", "protein-amount"]],
  ["CRÉA", ["creatine"]],
  ["day protein", ["protein-amount"]],
  ["supplements", ["creatine"]],
  ["protein creatine", []],
])("finds titles by what is typed: %s", (typed, slugs) => expect(titlesWith(titles, typed).map((each) => each.slug)).toEqual(slugs));
