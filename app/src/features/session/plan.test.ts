import { Phone } from "@/sync/phone";
import { MemoryDisk, World } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { lastTimes, workoutsOf } from "./history";
import { draftOf, entryFor, proposalOf, repeatOf, type NextSession } from "./plan";

let ids = 0;
const newId = () => `n${++ids}`;
let phone: Phone;
beforeEach(async () => {
  const world = new World();
  phone = await Phone.open(world.carry, new MemoryDisk(), world.newId, WRITABLE);
});

const day = (id: string, week: number, order: number, deload = false) => ({
  id,
  name: `Day ${id}`,
  week,
  order,
  minutes: 45,
  deload,
  exercises: [{ exercise_id: "bench", swaps: ["push-up"], sets: [{ kind: "normal", reps: [6, 10], rir: 2, weight_kg: 70, rest_s: 150 }] }],
});
const plan = () => phone.create("training_plan", { name: "Six weeks", goal: "gain", weeks: 2, status: "active", days: [day("b", 1, 2), day("a", 1, 1), day("c", 2, 1, true)] }, "plan");
const done = (id: string, more: object = {}, ago = 1) =>
  phone.create("workout", { name: "Push", started_at: new Date(Date.now() - ago * 864e5).toISOString(), exercises: [{ exercise_id: "bench", superset: null, sets: [{ kind: "warmup", reps: 10, weight_kg: 20 }, { kind: "normal", reps: 8, weight_kg: 72.5, rir: 1 }, { reps: 3, done: false }] }], ...more }, id);
const told = (session_id: string): NextSession => ({ name: "Told", why: "As the log says.", plan_id: "plan", session_id, minutes: 40, sources: [], exercises: [{ exercise_id: "bench", name: "Bench", why: "More.", sources: [], sets: [{ kind: "normal", reps: 7, weight_kg: 75, rir: 2, rest_s: 150 }] }] }) as NextSession;

test("without a plan and a log nothing is due", () => {
  expect(proposalOf(phone, undefined)).toBeNull();
});

test("what the server said holds while it is of the session that is due; its swaps come from the plan", async () => {
  await plan();
  expect(proposalOf(phone, told("a"))).toMatchObject({ name: "Told", session_id: "a", exercises: [{ why: "More.", swaps: ["push-up"], sets: [{ reps: 7, weight_kg: 75, rest_s: 150 }] }] });
});

test("a session that was done without a network moves the plan on, with the load of last time", async () => {
  await plan();
  await done("w1", { session_id: "a" });
  expect(proposalOf(phone, told("a"))).toMatchObject({ name: "Day b", plan_id: "plan", session_id: "b", exercises: [{ exercise_id: "bench", sets: [{ kind: "normal", reps: 6, weight_kg: 72.5, rir: 2, rest_s: 150 }] }] });
});

test("sessions of a week before are not asked for any more, and a lighter week keeps its own loads", async () => {
  await plan();
  await done("w1", { session_id: "c" });
  expect(proposalOf(phone, undefined)).toMatchObject({ name: "Push" });
  await phone.edit("workout", "w1", { session_id: "b" });
  await done("w2", { session_id: "a" }, 2);
  expect(proposalOf(phone, undefined)).toMatchObject({ session_id: "c", deload: true, exercises: [{ sets: [{ weight_kg: 70 }] }] });
});

test("without a plan it is the turn of what was done longest ago", async () => {
  await done("w1", { name: "Legs" }, 9);
  await done("w2", { name: "push" }, 3);
  await done("w3", { name: "Push" }, 5);
  await done("w4", { name: "Old" }, 90);
  expect(proposalOf(phone, undefined)).toMatchObject({ name: "Legs" });
});

test("the same again leaves out what was not done and how hard it was", async () => {
  await done("w1");
  expect(repeatOf(workoutsOf(phone)[0]!).exercises).toEqual([{ exercise_id: "bench", sets: [{ kind: "warmup", reps: 10, weight_kg: 20 }, { kind: "normal", reps: 8, weight_kg: 72.5 }] }]);
});

test("a draft keeps what was wanted beside what is done, and the reserve that is wanted is not one that was reported", async () => {
  await plan();
  const draft = draftOf(proposalOf(phone, told("a"))!, newId, new Date("2026-11-26T18:00:00Z"));
  expect(draft.exercises[0]!.sets[0]).toMatchObject({ kind: "normal", reps: 7, weight_kg: 75, done: false, rest_s: 150, target: { reps: 7, weight_kg: 75, rir: 2 } });
  expect(draft.exercises[0]!.sets[0]).not.toHaveProperty("rir");
  expect(draft).toMatchObject({ plan_id: "plan", session_id: "a", at: draft.exercises[0]!.id, rest: null });
});

test("an exercise that is added comes as last time; a new one with three sets to be found", async () => {
  await done("w1");
  const last = lastTimes(workoutsOf(phone));
  expect(entryFor("bench", undefined, last.get("bench"), newId).sets.map((set) => [set.kind, set.reps, set.weight_kg])).toEqual([["normal", 8, 72.5]]);
  expect(entryFor("row", undefined, undefined, newId).sets.map((set) => set.reps)).toEqual([10, 10, 10]);
});

test("a swap takes over how many sets are left, and how long one rests", () => {
  const like = { id: "a", exercise_id: "bench", sets: [{ id: "1", kind: "normal" as const, done: true, reps: 8 }, { id: "2", kind: "normal" as const, done: false, reps: 8, rest_s: 120 }, { id: "3", kind: "normal" as const, done: false, reps: 8, rest_s: 120 }] };
  expect(entryFor("dip", undefined, undefined, newId, like).sets.map((set) => set.rest_s)).toEqual([120, 120]);
});
