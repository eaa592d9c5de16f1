import { recordsOf, lastTimes, sumsOf, type Workout } from "./history";
import { bestsOf, brokenBy, e1rm } from "./strength";

test.each([
  [{ reps: 1, weight_kg: 100 }, 100],
  [{ reps: 5, weight_kg: 100 }, (100 * (1 + 5 / 30) + (100 * 36) / 32) / 2],
  [{ reps: 5, weight_kg: 100, rir: 2 }, (100 * (1 + 7 / 30) + (100 * 36) / 30) / 2],
  [{ reps: 5, weight_kg: 100, rpe: 8 }, (100 * (1 + 7 / 30) + (100 * 36) / 30) / 2],
  [{ reps: 5, weight_kg: 100, rir: 9 }, (100 * (1 + 9 / 30) + (100 * 36) / 28) / 2],
  [{ reps: 5, weight_kg: 100, rir: 3, kind: "failure" as const }, (100 * (1 + 5 / 30) + (100 * 36) / 32) / 2],
])("%j gives an estimated maximum as the server's", (set, value) => {
  expect(e1rm(set)).toBeCloseTo(value, 9);
});

test("beyond ten repetitions there is no estimate", () => {
  expect(e1rm({ reps: 11, weight_kg: 50 })).toBeNull();
  expect(e1rm({ reps: 8, weight_kg: 50, rir: 3 })).toBeNull();
});

test("warm-ups and what was not done count nowhere", () => {
  const sets = [
    { reps: 10, weight_kg: 200, kind: "warmup" as const },
    { reps: 10, weight_kg: 300, done: false },
    { reps: 5, weight_kg: 80 },
  ];
  expect(bestsOf(sets, "reps_load")).toMatchObject({ weight_kg: 80, volume_kg: 400 });
});

test("a record must be beaten by more than rounding; the first value breaks none", () => {
  expect(brokenBy({ weight_kg: 80.05 }, { weight_kg: 80 })).toEqual([]);
  expect(brokenBy({ weight_kg: 82.5 }, { weight_kg: 80 })).toEqual([{ metric: "weight_kg", value: 82.5, previous: 80 }]);
  expect(brokenBy({ reps: 12 }, {})).toEqual([]);
});

const workout = (id: string, started_at: string, weight: number): Workout =>
  ({ id, name: "Push", started_at, ended_at: null, day: started_at.slice(0, 10), records: [], totals: { volume_kg: 0, sets: 0, reps: 0 }, exercises: [{ exercise_id: "bench", notes: `at ${weight}`, sets: [{ kind: "normal", reps: 5, weight_kg: weight, done: true }] }] }) as unknown as Workout;

const LOG = [workout("one", "2026-11-20T18:00:00Z", 80), workout("three", "2026-11-25T18:00:00Z", 85), workout("two", "2026-11-22T18:00:00Z", 82.5)];

test("last time is the newest before a moment, with its note", () => {
  expect(lastTimes(LOG).get("bench")).toMatchObject({ workoutId: "three", notes: "at 85" });
  expect(lastTimes(LOG, Date.parse("2026-11-25T18:00:00Z")).get("bench")).toMatchObject({ workoutId: "two" });
});

test("records are those against all the other workouts", () => {
  expect(recordsOf(LOG[1]!, LOG, () => "reps_load").find((each) => each.metric === "weight_kg")).toEqual({ exerciseId: "bench", metric: "weight_kg", value: 85, previous: 82.5 });
  expect(recordsOf(LOG[0]!, LOG, () => "reps_load")).toEqual([]);
});

test("what a session sums up to", () => {
  expect(sumsOf({ ...LOG[0]!, ended_at: "2026-11-20T18:40:00Z" })).toEqual({ sets: 1, reps: 5, volume: 400, seconds: 2400 });
});
