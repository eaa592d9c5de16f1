import type { Draft, DraftExercise, DraftSet } from "@/lib/running";
import { addSet, changeRest, editSet, isLoggable, joinNext, leaveSuperset, logSet, moveExercise, removeExercise, stepSet, swapExercise, undoSet } from "./draft";
import { nextSet, upNext } from "./flow";

let ids = 0;
const newId = () => `n${++ids}`;
const set = (id: string, more: Partial<DraftSet> = {}): DraftSet => ({ id, kind: "normal", done: false, reps: 8, weight_kg: 60, target: { reps: 8, weight_kg: 60 }, ...more });
const entry = (id: string, sets: number, more: Partial<DraftExercise> = {}): DraftExercise => ({ id, exercise_id: `ex-${id}`, sets: Array.from({ length: sets }, (_, place) => set(`${id}${place + 1}`)), ...more });
const draft = (...exercises: DraftExercise[]): Draft => ({ id: "w", name: "Push", started_at: "2026-11-26T18:00:00+01:00", exercises, at: exercises[0]!.id, rest: null, revision: 1 });
const log = (now: Draft, id: string, seconds = 90) => logSet(id, 1000, () => seconds)(now);
const at = (now: Draft, id: string) => now.exercises.flatMap((each) => each.sets).find((each) => each.id === id)!;

test("a logged set is done, the rest begins by the clock, and the next set of the exercise comes", () => {
  const now = log(draft(entry("a", 2), entry("b", 1)), "a1");
  expect(at(now, "a1")).toMatchObject({ done: true, at: 1000 });
  expect(now.rest).toEqual({ until: 91_000, total_s: 90 });
  expect(now.at).toBe("a");
  expect(nextSet(now.exercises[0]!)!.id).toBe("a2");
});

test("a second tap on what is done changes nothing", () => {
  const now = log(draft(entry("a", 2)), "a1");
  expect(log(now, "a1")).toBe(now);
});

test("what says nothing cannot be logged", () => {
  const empty = draft({ id: "a", exercise_id: "x", sets: [{ id: "a1", kind: "normal", done: false, weight_kg: 20 }] });
  expect(isLoggable(empty.exercises[0]!.sets[0]!)).toBe(false);
  expect(log(empty, "a1")).toBe(empty);
});

test("after the last set of an exercise the next one comes, after the last of all nothing rests", () => {
  let now = log(draft(entry("a", 1), entry("b", 1)), "a1");
  expect([now.at, now.rest !== null]).toEqual(["b", true]);
  now = log(now, "b1");
  expect([now.at, now.rest]).toEqual(["b", null]);
});

test("the load that was used carries on to the sets that were to have the same; what was set by hand stays", () => {
  let now = draft(entry("a", 3));
  now = editSet("a3", { weight_kg: 50 })(now);
  now = log(editSet("a1", { weight_kg: 62.5 })(now), "a1");
  expect([at(now, "a2").weight_kg, at(now, "a3").weight_kg]).toEqual([62.5, 50]);
});

test("two quick taps are two steps", () => {
  const more = stepSet("a1", "reps", (value) => (value ?? 0) + 1);
  expect(at(more(more(draft(entry("a", 1)))), "a1").reps).toBe(10);
});

test("a superset goes in turns and rests when a round is through", () => {
  let now = joinNext("a", "s")(draft(entry("a", 2), entry("b", 2), entry("c", 1)));
  expect(upNext(now)?.id).toBe("b");
  const seen = [];
  for (const id of ["a1", "b1", "a2", "b2"]) {
    now = log(now, id);
    seen.push([now.at, now.rest !== null]);
  }
  expect(seen).toEqual([["b", false], ["a", true], ["b", false], ["c", true]]);
});

test("a superset of uneven lengths goes on with what is left", () => {
  let now = joinNext("a", "s")(draft(entry("a", 3), entry("b", 1)));
  for (const id of ["a1", "b1", "a2"]) now = log(now, id);
  expect([now.at, now.rest !== null]).toEqual(["a", true]);
});

test("three exercises in one superset", () => {
  let now = joinNext("b", "s2")(joinNext("a", "s1")(draft(entry("a", 1), entry("b", 1), entry("c", 1))));
  expect(now.exercises.map((each) => each.superset)).toEqual(["s2", "s2", "s2"]);
  now = leaveSuperset("c")(now);
  expect(now.exercises.map((each) => each.superset)).toEqual(["s2", "s2", undefined]);
  expect(leaveSuperset("a")(now).exercises.some((each) => each.superset)).toBe(false);
});

test("a drop follows its set without a rest, lighter by a fifth", () => {
  let now = addSet("a", "drop", newId, (kg) => Math.round(kg / 2.5) * 2.5)(draft(entry("a", 1)));
  const drop = now.exercises[0]!.sets[1]!;
  expect(drop).toMatchObject({ kind: "drop", weight_kg: 47.5, reps: 8, done: false });
  now = log(now, "a1");
  expect([now.at, now.rest]).toEqual(["a", null]);
  expect(at(now, drop.id).weight_kg).toBe(47.5);
});

test("a warm-up comes before the work", () => {
  const now = addSet("a", "warmup", newId, (kg) => kg)(draft(entry("a", 2)));
  expect(now.exercises[0]!.sets.map((each) => each.kind)).toEqual(["warmup", "normal", "normal"]);
});

test("undo takes a set back, and the rest with it", () => {
  const now = undoSet("a1")(log(draft(entry("a", 1), entry("b", 1)), "a1"));
  expect([at(now, "a1").done, now.at, now.rest]).toEqual([false, "a", null]);
});

test("a swap leaves what was done as what it was", () => {
  const now = swapExercise("a", entry("x", 2))(log(draft(entry("a", 3), entry("b", 1)), "a1"));
  expect(now.exercises.map((each) => [each.id, each.sets.length])).toEqual([["a", 1], ["x", 2], ["b", 1]]);
  expect(now.at).toBe("x");
});

test("an exercise is moved and taken out", () => {
  const now = moveExercise("b", -1)(draft(entry("a", 1), entry("b", 1)));
  expect(now.exercises.map((each) => each.id)).toEqual(["b", "a"]);
  expect(moveExercise("b", -1)(now)).toBe(now);
  const left = removeExercise("a")(now);
  expect([left.exercises.length, left.at]).toEqual([1, "b"]);
  expect(removeExercise("b")(left).at).toBeNull();
});

test("a rest is made longer, shorter, and is over when nothing is left of it", () => {
  const now = log(draft(entry("a", 2)), "a1");
  expect(changeRest(15, 1000)(now).rest).toEqual({ until: 106_000, total_s: 105 });
  expect(changeRest(-15, 90_000)(now).rest).toBeNull();
});
