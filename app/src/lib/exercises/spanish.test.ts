import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { searchExercises } from "./search";
import { spanish } from "./spanish";
import type { Exercise } from "./types";

const ROOT = `${__dirname}/../../../..`;
const ALL = readFileSync(`${ROOT}/src/fitzen/data/exercises.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Exercise);
const QUERIES = readFileSync(`${ROOT}/tests/unit/exercises/queries_es.tsv`, "utf8").trim().split("\n").map((line) => line.split("\t") as [query: string, id: string]);

const said = ALL.map(spanish.said);

test("the device has what the server's file says", () => {
  execFileSync("node", [`${ROOT}/app/tools/spanish.mjs`, "--check"]);
});

test("each exercise has a Spanish name of its own, and as many cues as in English", () => {
  expect(new Set(said.map((each) => each.name)).size).toBe(ALL.length);
  for (const [place, each] of said.entries()) {
    expect(each.cues).toHaveLength(ALL[place]!.cues?.length ?? 0);
    expect(each.aliases).toContain(ALL[place]!.name);
  }
});

test("somebody's own exercise stays as they named it", () => {
  const own = { ...ALL[0]!, id: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", name: "Mi remo" };
  expect(spanish.said(own)).toBe(own);
});

test.each(QUERIES)("%s is found near the top", (query, id) => {
  const found = searchExercises(said, query, { forms: spanish.forms }).slice(0, 5);
  expect(found.map((each) => each.id)).toContain(id);
});

test("muscles are found by their Spanish words, and English names still are", () => {
  const [first] = searchExercises(said, "gluteos", { forms: spanish.forms });
  expect(first!.muscles).toContainEqual({ muscle: "glutes", share: 1 });
  expect(searchExercises(said, "deadlift", { forms: spanish.forms })[0]!.id).toBe("barbell-deadlift");
});
