import { found, rowsOf } from "./history";
import { e1rmOf, pointsOf } from "./lifts";
import type { Lift, Plan, TrainedDay, Workout } from "./model";
import { durationOf, runsOf } from "./sets";
import { rangeOf, setsInWeek, trendOf, weekOf } from "./volume";
import { canSave, changesOf, draftOf, fieldsOf, withSet } from "./workout/draft";
import { numbered } from "./workout/numbered";

const workout = (day: string, name = "Upper", ids = ["barbell-row"]): Workout => ({ id: day + name, name, day, started_at: `${day}T18:00:00Z`, exercises: ids.map((exercise_id) => ({ exercise_id, sets: [{ reps: 5, weight_kg: 60 }] })) });

test("history is a month and its workouts, and the corners are known", () => {
  const { rows, months } = rowsOf([workout("2026-11-24"), workout("2026-11-02"), workout("2026-10-30")]);
  expect(months).toEqual([0, 3]);
  expect(rows.map((row) => (row.kind === "month" ? `${row.month} ${row.count}` : [row.first, row.last].map(Number).join("")))).toEqual(["2026-11 2", "10", "01", "2026-10 1", "11"]);
});

test("history is searched by name and by exercise, without accents and in any order", () => {
  const all = [workout("2026-11-24", "Día de espalda"), workout("2026-11-23", "Legs", ["squat"])];
  const names = (id: string) => ({ "barbell-row": "Barbell Row", squat: "Back Squat" })[id] ?? id;
  const search = (words: string) => found(all, words, names).map((each) => each.name);
  expect([search("row barbell"), search("dia"), search("squ"), search("bench"), search("  ").length]).toEqual([["Día de espalda"], ["Día de espalda"], ["Legs"], [], 2]);
});

test.each([
  [{ reps: 1, weight_kg: 100 }, 100],
  [{ reps: 5, weight_kg: 100 }, 114.58], // Epley 116.67, Brzycki 112.5
  [{ reps: 3, weight_kg: 100, rir: 2 }, 114.58],
  [{ reps: 8, weight_kg: 100, rir: 3 }, null], // beyond ten
  [{ kind: "warmup" as const, reps: 5, weight_kg: 100 }, null],
  [{ reps: 5, weight_kg: 100, done: false }, null],
])("the estimated maximum of %j", (set, kg) => {
  const value = e1rmOf(set);
  expect(value === null ? null : Math.round(value * 100) / 100).toBe(kg);
});

test("a record is more than all before it, and the first of all is none", () => {
  const lift = (day: string, e1rm_kg?: number) => ({ workout_id: day, at: `${day}T10:00:00Z`, day, e1rm_kg, sets: [] }) as unknown as Lift;
  const points = pointsOf([lift("2026-03-01", 102), lift("2026-02-20"), lift("2026-02-10", 99), lift("2026-02-01", 102), lift("2026-01-01", 100)], "e1rm_kg");
  expect(points.map((each) => [each.value, each.record])).toEqual([[100, false], [102, true], [99, false], [102, false]]);
});

const day = (at: string, muscles: TrainedDay["muscles"]): TrainedDay => ({ day: at, volume_kg: 0, sets: 0, muscles, workouts: {} });

test("a week sums its own seven days, against what is worth doing and what the plan asks", () => {
  const days = [day("2026-11-22", { chest: 9 }), day("2026-11-23", { chest: 4, neck: 1 }), day("2026-11-29", { chest: 2.5 }), day("2026-11-30", { chest: 9 })];
  expect(setsInWeek(days, "2026-11-23").get("chest")).toBe(6.5);
  const plan = { volume: [{ muscle: "chest", week: 2, sets: 12 }, { muscle: "chest", week: 1, sets: 10 }] } as unknown as Plan;
  const week = weekOf(days, "2026-11-23", "intermediate", plan, 2);
  expect(week.find((each) => each.muscle === "chest")).toEqual({ muscle: "chest", sets: 6.5, planned: 12, range: { low: 10, high: 18 } });
  expect(week.map((each) => each.muscle)).toContain("neck");
  expect(rangeOf("calves", "beginner")).toEqual({ low: 4, high: 10 });
  expect(trendOf(days, "chest", "2026-11-26", 2)).toEqual([{ monday: "2026-11-16", sets: 9 }, { monday: "2026-11-23", sets: 6.5 }]);
});

test("sets that are alike are told as one, and only those that count have numbers", () => {
  const warm = { kind: "warmup" as const, reps: 8 };
  expect(runsOf([{ reps: 5 }, { reps: 5 }, { reps: 4 }]).map((each) => each.count)).toEqual([2, 1]);
  expect(numbered([warm, { reps: 5 }, { reps: 5 }, { reps: 4, done: false }, { reps: 3 }]).map((each) => [each.from, each.count])).toEqual([[1, 1], [1, 2], [3, 1], [3, 1]]);
  expect([45, 60, 150, 3900].map(durationOf)).toEqual(["45 s", "1 min", "2:30 min", "1:05:00 h"]);
});

test("a workout that is opened to edit and saved again is exactly what it was, in pounds too", () => {
  const was = { ...workout("2026-11-24"), notes: "Good", exercises: [{ exercise_id: "barbell-row", sets: [{ kind: "normal" as const, reps: 5, weight_kg: 60.123, rir: 1.5 }, { duration_s: 61, distance_m: 100.5 }] }] };
  for (const units of ["metric", "imperial"] as const) expect(changesOf(draftOf(was, units), units)).toEqual({ name: "Upper", notes: "Good", exercises: was.exercises });
});

test("what is typed is written in kilograms, with a comma as well; what is no number is not", () => {
  const draft = draftOf(workout("2026-11-24"), "imperial");
  const put = (changes: object) => ({ ...draft, exercises: [{ ...draft.exercises[0]!, sets: [{ ...draft.exercises[0]!.sets[0]!, ...changes }] }] });
  expect(changesOf(put({ weight: "225", reps: "6" }), "imperial").exercises[0]?.sets).toEqual([{ reps: 6, weight_kg: 102.058 }]);
  expect(changesOf(put({ weight: "22,5" }), "metric").exercises[0]?.sets[0]?.weight_kg).toBe(22.5);
  expect(changesOf(put({ weight: "" }), "metric").exercises[0]?.sets).toEqual([{ reps: 5 }]);
  expect([canSave(draft), canSave(put({ weight: "x" })), canSave(put({ reps: "2.5" })), canSave(put({ reps: "" })), canSave({ ...draft, name: " " })]).toEqual([true, false, false, false, false]);
});

test("a set more is like the last, and an exercise without sets is left out", () => {
  const draft = draftOf(workout("2026-11-24"), "metric");
  const more = withSet(draft.exercises[0]!);
  expect(changesOf({ ...draft, exercises: [more] }, "metric").exercises[0]?.sets).toHaveLength(2);
  expect(changesOf({ ...draft, exercises: [{ ...more, sets: [] }] }, "metric").exercises).toEqual([]);
  expect(fieldsOf(more)).toEqual(["weight", "reps", "rir"]);
  expect(fieldsOf({ exercise_id: "plank", sets: draftOf({ ...workout("2026-11-24"), exercises: [{ exercise_id: "plank", sets: [{ duration_s: 60 }] }] }, "metric").exercises[0]!.sets })).toEqual(["minutes"]);
});
