import AsyncStorage from "@react-native-async-storage/async-storage";
import { changeRunning, forgetRunning, openRunning, runningNow, startRunning, type Draft } from "@/lib/running";
import { Phone } from "@/sync/phone";
import { MemoryDisk, World } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { logSet } from "./draft";
import { endOf, finish, workoutOf } from "./finish";

const START = "2026-11-26T18:00:00.000+00:00";
const [MIN, HOUR] = [60_000, 3600_000];
const now = Date.parse(START) + 40 * MIN;

const draft = (): Draft => ({
  id: "w1",
  name: " Push ",
  started_at: START,
  notes: "  ",
  exercises: [
    { id: "a", exercise_id: "bench", superset: "s", notes: " seat 4 ", sets: [{ id: "a1", kind: "normal", done: false, reps: 5, weight_kg: 80, rir: 2, target: { reps: 5, weight_kg: 80 } }, { id: "a2", kind: "normal", done: false, reps: 5, weight_kg: 80 }] },
    { id: "b", exercise_id: "row", sets: [{ id: "b1", kind: "normal", done: false, reps: 5 }] },
  ],
  at: "a",
  rest: null,
  revision: 1,
});

let world: World;
let disk: MemoryDisk;
let phone: Phone;

beforeEach(async () => {
  await AsyncStorage.clear();
  await forgetRunning("me");
  world = new World();
  // The model's rule is that a workout names one exercise that there is; these name none.
  world.server.apply({ op_id: "first", kind: "exercise", id: "undefined", action: "create", body: {} });
  disk = new MemoryDisk();
  phone = await Phone.open(world.carry, disk, world.newId, WRITABLE);
  await openRunning("me");
  await startRunning(draft());
  await changeRunning(logSet("a1", now, () => 90));
});

const restarted = async () => {
  await forgetMemory();
  phone = await Phone.open(world.carry, disk, world.newId, WRITABLE);
};

/** What a kill of the app leaves: the disk alone. */
async function forgetMemory(): Promise<void> {
  await openRunning("somebody-else");
  await openRunning("me");
}

const sent = () => world.server.get("workout", "w1");

test("a killed app finds its session as it was, rest and all", async () => {
  await restarted();
  expect(runningNow().draft).toMatchObject({ id: "w1", rest: { until: now + 90_000, total_s: 90 }, revision: 2 });
  expect(runningNow().draft!.exercises[0]!.sets[0]).toMatchObject({ done: true, at: now });
});

test("a second session does not take the place of the one that runs", async () => {
  await startRunning({ ...draft(), id: "w2" });
  expect(runningNow().draft!.id).toBe("w1");
});

test("what was done is a workout, what was not is left out", async () => {
  expect(await finish(phone, now + MIN)).toBe("w1");
  expect(phone.view("workout", "w1")).toMatchObject({
    name: "Push",
    started_at: START,
    exercises: [{ exercise_id: "bench", superset: "s", notes: "seat 4", sets: [{ kind: "normal", reps: 5, weight_kg: 80, rir: 2, done: true }] }],
  });
  expect(phone.view("workout", "w1")!.notes).toBeUndefined();
  expect(runningNow().draft).toBeNull();
});

test("finishing twice at once is one workout", async () => {
  const ids = await Promise.all([finish(phone, now), finish(phone, now + MIN)]);
  expect(ids).toEqual(["w1", null]);
  expect(phone.queue.filter((op) => op.kind === "workout")).toHaveLength(1);
  await phone.sync();
  expect(sent()?.version).toBe(1);
});

test("an app that dies after the workout is written, and before the draft is gone, writes it once", async () => {
  const kept = await AsyncStorage.getItem("fitzen.kept.session.me");
  await finish(phone, now);
  const ended = phone.view("workout", "w1")!.ended_at;
  await phone.sync();
  await AsyncStorage.setItem("fitzen.kept.session.me", JSON.stringify({ ...JSON.parse(kept!), ended_at: ended, revision: 3 }));
  await restarted();
  expect(await finish(phone, now + HOUR)).toBe("w1");
  await phone.sync();
  expect(sent()).toMatchObject({ version: 1, body: { ended_at: ended } });
  expect(phone.shown).toEqual([]);
  expect(runningNow().draft).toBeNull();
});

test("an app that dies once the end is fixed ends with the same end", async () => {
  await changeRunning((each) => ({ ...each, ended_at: "2026-11-26T18:41:00.000+00:00" }));
  await restarted();
  await finish(phone, now + 9 * HOUR);
  expect(phone.view("workout", "w1")!.ended_at).toBe("2026-11-26T18:41:00.000+00:00");
});

test("a session that was left lying ended with its last set", () => {
  const { draft: running } = runningNow();
  expect(endOf(running!, now + MIN)).toBe(now + MIN);
  expect(endOf(running!, now + 10 * HOUR)).toBe(now);
  expect(endOf(draft(), now + 100 * HOUR)).toBe(Date.parse(START));
});

test("an account that signs out leaves nothing", async () => {
  await forgetRunning("me");
  await openRunning("me");
  expect(runningNow().draft).toBeNull();
});

test("the body has nothing that the server does not take", () => {
  expect(Object.keys(workoutOf({ ...draft(), plan_id: "p", session_id: "s" }))).toEqual(["name", "started_at", "ended_at", "plan_id", "session_id", "exercises"]);
});
