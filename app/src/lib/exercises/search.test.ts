import { readFileSync } from "node:fs";
import { alternativesOf, searchExercises } from "./search";
import type { Exercise } from "./types";

const ALL = readFileSync(`${__dirname}/../../../../src/fitzen/data/exercises.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Exercise);
const ids = (query: string, filter = {}) => searchExercises(ALL, query, filter).map((each) => each.id);
const byId = (id: string) => ALL.find((each) => each.id === id)!;

test.each([
  ["barbell bench press", "barbell-bench-press"],
  ["bench pres", "barbell-bench-press"],
  ["rdl", "romanian-deadlift"],
  ["pullups", "pull-up"],
  ["pull up", "pull-up"],
  ["legpress", "leg-press"],
  ["dedlift", "barbell-deadlift"],
  ["lat pulldwon", "lat-pulldown"],
])("%s is found near the top", (query, id) => {
  expect(ids(query).slice(0, 5)).toContain(id);
});

test("a query is found in any order, and what fits nothing is not", () => {
  expect(ids("press bench barbell")[0]).toBe("barbell-bench-press");
  expect(ids("zork")).toEqual([]);
});

test("a blank query is all of them, the much used first", () => {
  expect(ids("")).toHaveLength(ALL.length);
  expect(searchExercises(ALL, "", {}, (id) => (id === "face-pull" ? 3 : 0))[0]!.id).toBe("face-pull");
});

test("filters hold", () => {
  for (const id of ids("press", { muscle: "triceps", equipment: "cable" })) {
    expect(byId(id).equipment).toContain("cable");
    expect(byId(id).muscles).toContainEqual({ muscle: "triceps", share: 1 });
  }
});

test("what stands in for an exercise trains the same by the same movement, with what is at hand", () => {
  const found = alternativesOf(byId("barbell-bench-press"), ALL, { has: ["dumbbell", "bench"] });
  expect(found[0]!.id).toBe("dumbbell-bench-press");
  for (const each of found.slice(0, 3)) for (const needed of each.equipment ?? []) expect(["dumbbell", "bench"]).toContain(needed);
});
