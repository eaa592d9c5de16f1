import { nextSession } from "@/lib/training/turn";
import { doneIn, mondayOf, stripOf, weeksOf } from "./plans";
import type { Plan, PlanSession, Workout } from "./model";

const session = (week: number, order: number, deload = false): PlanSession => ({ id: `${week}.${order}`, name: `Day ${order}`, week, order, minutes: 45, deload, exercises: [] });
const plan = { id: "p", name: "Plan", goal: "gain", weeks: 3, status: "active", days: [session(2, 1), session(1, 2), session(1, 1), session(2, 2), session(3, 1, true), session(3, 2, true)] } as unknown as Plan;
const workout = (day: string, session_id?: string): Workout => ({ id: `w ${day} ${session_id}`, name: "W", started_at: `${day}T18:00:00+01:00`, exercises: [], ...(session_id && { session_id }) });

test("weeks have their sessions in order, and the last is lighter", () => {
  expect(weeksOf(plan).map(({ sessions, deload }) => [sessions.map((each) => each.id), deload])).toEqual([
    [["1.1", "1.2"], false],
    [["2.1", "2.2"], false],
    [["3.1", "3.2"], true],
  ]);
});

test("a session is done by the newest workout that names it", () => {
  const done = doneIn(plan, [workout("2026-11-24", "1.1"), workout("2026-11-20", "1.1"), workout("2026-11-19", "another")]);
  expect([...done].map(([id, each]) => [id, each.started_at.slice(0, 10)])).toEqual([["1.1", "2026-11-24"]]);
});

test.each([
  [[], "1.1"],
  [["1.1"], "1.2"],
  [["1.1", "2.1"], "2.2"], // what was left of week 1 is not asked for any more
  [["3.2"], "3.1"],
  [["3.1", "3.2"], undefined],
])("after %j comes %s", (done, next) => {
  expect(nextSession(plan, new Map(done.map((id) => [id, null])))?.id).toBe(next);
});

const states = (today: string, workouts: Workout[], aWeek: number) => stripOf(today, workouts, aWeek).map((each) => each.state[0]).join("");

test.each([
  ["2026-11-23", [], 3, "pfpfpff"], // Monday: spread over the week
  ["2026-11-26", [workout("2026-11-24", "1.1")], 3, "fdfpfpf"],
  ["2026-11-26", [workout("2026-11-26")], 2, "fffdpff"], // trained today: what is left comes from tomorrow on
  ["2026-11-29", [], 4, "ffffffp"], // Sunday: no more than one fits
  ["2026-11-26", [workout("2026-11-22")], 0, "fffffff"], // last week is not this one
])("the strip of %s", (today, workouts, aWeek, told) => {
  expect(states(today, workouts, aWeek)).toBe(told);
});

test("a week begins on Monday", () => {
  expect([mondayOf("2026-11-23"), mondayOf("2026-11-29")]).toEqual(["2026-11-23", "2026-11-23"]);
});
