import type { Exercise } from "@/lib/exercises";
import { clockText, fieldsOf, keptNumber, shownNumber, stepped, typedValue } from "./fields";

const exercise = (more: Partial<Exercise>): Exercise => ({ id: "x", name: "X", pattern: "squat", metric: "reps_load", muscles: [], ...more }) as Exercise;

test.each([
  [{ metric: "reps_load" }, ["weight_kg", "reps"]],
  [{ metric: "bodyweight", name: "Pull-Up" }, ["weight_kg", "reps"]],
  [{ metric: "bodyweight", name: "Assisted Pull-Up" }, ["assist_kg", "reps"]],
  [{ metric: "time", pattern: "core" }, ["weight_kg", "duration_s"]],
  [{ metric: "time", pattern: "conditioning" }, ["duration_s", "distance_m"]],
  [{ metric: "distance", pattern: "carry" }, ["weight_kg", "distance_m"]],
] as const)("%j has %j", (of, fields) => {
  expect(fieldsOf(exercise(of))).toEqual(fields);
});

test("loads step by what can be loaded, in the person's units", () => {
  expect(stepped("weight_kg", 60, 1, "metric", undefined)).toBe(62.5);
  expect(stepped("weight_kg", 60, -1, "metric", exercise({ increment_kg: 2 }))).toBe(58);
  expect(shownNumber("weight_kg", stepped("weight_kg", keptNumber("weight_kg", 135, "imperial"), 1, "imperial", undefined), "imperial")).toBe(140);
  expect(stepped("weight_kg", 1, -1, "metric", undefined)).toBe(0);
  expect(stepped("weight_kg", undefined, 1, "metric", undefined)).toBe(2.5);
});

test("a time is stepped finely while it is short", () => {
  expect(stepped("duration_s", 60, -1, "metric", undefined)).toBe(55);
  expect(stepped("duration_s", 60, 1, "metric", undefined)).toBe(75);
  expect(stepped("duration_s", 1200, 1, "metric", undefined)).toBe(1260);
});

test.each([
  ["weight_kg", "62,5", "metric", 62.5],
  ["weight_kg", "225", "imperial", 102.058],
  ["reps", "8", "metric", 8],
  ["duration_s", "1:30", "metric", 90],
  ["duration_s", "45", "metric", 45],
  ["distance_m", "100", "imperial", 91.44],
  ["reps", "", "metric", undefined],
  ["reps", "eight", "metric", null],
  ["reps", "-3", "metric", null],
  ["duration_s", "1:x", "metric", null],
] as const)("%s typed as %j is read in %s as %s", (name, text, units, value) => {
  expect(typedValue(name, text, units)).toBe(value);
});

test("pounds go to and fro without drift", () => {
  for (let lb = 5; lb <= 500; lb += 5) expect(shownNumber("weight_kg", keptNumber("weight_kg", lb, "imperial"), "imperial")).toBe(lb);
});

test("a time is written as on a clock", () => {
  expect([clockText(5), clockText(75), clockText(3725)]).toEqual(["0:05", "1:15", "1:02:05"]);
});
