import { checkinId } from "@/lib/habits/records";
import { Phone, type Send } from "@/sync/phone";
import type { Json } from "@/sync/records";
import { MemoryDisk, World } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import type { Today } from "./requests";
import { eatenOf, habitsOf, nextOf, remindersOf, stillToCome, tick, waterOf, weightsOf } from "./view";

const DAY = "2026-11-26"; // a Thursday
const SERVER: Today = {
  day: DAY,
  targets: null,
  eaten: { energy_kcal: 500, protein_g: 30, carbs_g: 50, fat_g: 20, water_ml: 0, unknown: {} },
  next_session: null,
  habits: [{ id: "walk", name: "Walk", due: true, done: false, streak: 3 }],
  weight: null,
  reminders: [],
  note: null,
  achievements: [],
  has_picture: false,
};

let phone: Phone;
beforeEach(async () => {
  const world = new World();
  phone = await Phone.open(world.carry, new MemoryDisk(), world.newId, WRITABLE);
});

/** A server that has one reminder. */
const answering =
  (body: Json): Send =>
  async () => ({ status: 200, body: { changes: [{ kind: "reminder", id: body.id, version: 1, deleted: false, body }], seq: 1, mark: null, more: false } });

const habit = (body: object) => phone.create("habit", { name: "Walk", start_on: "2026-01-01", schedule: { type: "daily" }, ...body }, "walk");

test("a tick shows at once, and can be taken back", async () => {
  await habit({});
  const [before] = habitsOf(phone, SERVER, DAY);
  await tick(phone, before!, DAY);
  const [ticked] = habitsOf(phone, SERVER, DAY);
  expect(ticked).toEqual({ id: "walk", name: "Walk", streak: 1, done: true, quit: false });
  await tick(phone, ticked!, DAY);
  expect(habitsOf(phone, SERVER, DAY)[0]?.done).toBe(false);
  expect(phone.view("checkin", checkinId("walk", DAY))?.cleared).toBe(true);
  await tick(phone, habitsOf(phone, SERVER, DAY)[0]!, DAY);
  expect(habitsOf(phone, SERVER, DAY)[0]?.done).toBe(true);
});

test("a habit that was made without a network is on a day that the server has told already", async () => {
  await habit({});
  await phone.create("habit", { name: "Read", start_on: DAY, schedule: { type: "daily" } }, "read");
  expect(habitsOf(phone, SERVER, DAY).map((each) => [each.id, each.streak])).toEqual([["read", 0], ["walk", 0]]);
});

test.each([
  ["put away", { archived_on: DAY }],
  ["at rest", { pauses: [{ from: DAY }] }],
  ["of another weekday", { schedule: { type: "weekdays", days: [5] } }],
])("a habit that is %s since is not on the day any more", async (_, changes) => {
  await habit({});
  await phone.edit("habit", "walk", changes);
  expect(habitsOf(phone, SERVER, DAY)).toEqual([]);
});

test("a vacation that began without a network asks for nothing, and what was deleted is gone", async () => {
  await habit({});
  await phone.create("habit", { name: "Read", start_on: DAY, schedule: { type: "daily" } }, "read");
  await phone.delete("habit", "read");
  expect(habitsOf(phone, SERVER, DAY).map((each) => each.id)).toEqual(["walk"]);
  await phone.create("vacation", { periods: [{ from: DAY }] }, "vacation");
  expect(habitsOf(phone, SERVER, DAY)).toEqual([]);
});

test("a week that has enough asks for no more of a habit of so many times", async () => {
  await habit({ schedule: { type: "times_per_week", count: 1 } });
  await phone.create("checkin", { habit_id: "walk", day: "2026-11-24" }, checkinId("walk", "2026-11-24"));
  expect(habitsOf(phone, SERVER, DAY)).toEqual([]);
});

test("a habit that has not come down to this device yet is as the server says", () => {
  expect(habitsOf(phone, SERVER, DAY)).toEqual([{ id: "walk", name: "Walk", streak: 3, done: false, quit: false }]);
});

test("a tick of a habit with a target is the whole of it", async () => {
  await habit({ target: { value: 8000, unit: "steps" } });
  await tick(phone, habitsOf(phone, SERVER, DAY)[0]!, DAY);
  expect(phone.view("checkin", checkinId("walk", DAY))?.value).toBe(8000);
  expect(habitsOf(phone, SERVER, DAY)[0]?.done).toBe(true);
});

test.each([
  [{ type: "daily" }, 1],
  [{ type: "weekdays", days: [4] }, 1],
  [{ type: "weekdays", days: [1, 7] }, 0],
])("a day that the server was not asked for has what the device knows to be due: %j", async (schedule, count) => {
  await habit({ schedule });
  expect(habitsOf(phone, undefined, DAY)).toHaveLength(count);
});

test("a drink is of the day that it was where it was drunk, as the server counts it", async () => {
  await phone.create("water", { drunk_at: "2026-11-26T23:30:00-05:00", ml: 250 });
  await phone.create("water", { drunk_at: "2026-11-27T00:30:00+01:00", ml: 100 });
  expect(waterOf(phone, DAY)).toBe(250);
});

test("items that do not say their energy are counted", async () => {
  await phone.create("meal", { eaten_at: `${DAY}T13:00:00+01:00`, slot: "lunch", items: [{ name: "Bar", nutrients: { energy_kcal: 200 } }, { name: "Soup" }] });
  expect(eatenOf(phone, undefined, DAY)).toEqual({ energy_kcal: 200, protein_g: 0, carbs_g: 0, fat_g: 0, unknown: 1 });
});

test("weigh-ins come oldest first, since a day, with the trend of those that there are", async () => {
  for (const [day, value] of [
    ["2026-11-20", 81],
    ["2026-11-10", 82],
    ["2026-09-01", 85],
  ] as const)
    await phone.create("measurement", { metric: "weight_kg", value, taken_at: `${day}T07:00:00Z` });
  const { weighings, perWeek } = weightsOf(phone, "2026-11-01");
  expect(weighings.map((each) => each.value)).toEqual([82, 81]);
  for (const { level, low, high } of weighings) expect(low! < level! && level! < high!).toBe(true);
  expect(perWeek).toBeLessThan(0);
  expect(weightsOf(phone, "2026-11-11")).toEqual({ weighings: [{ at: expect.any(Number) as number, value: 81 }], perWeek: null });
});

test("a reminder whose time has passed is not still to come, in whatever zone it is written", () => {
  const of = (due_at: string) => ({ reminder_id: due_at, kind: "custom", title: "Walk", due_at }) as Today["reminders"][number];
  const told = stillToCome([of("2026-11-26T18:30:00+01:00"), of("2026-11-26T17:30:00Z")], Date.parse("2026-11-26T17:30:00Z"));
  expect(told).toEqual([]);
  expect(stillToCome([of("2026-11-26T18:31:00+01:00")], Date.parse("2026-11-26T17:30:00Z"))).toHaveLength(1);
});

const MADRID = { zone: "Europe/Madrid" };
const at = (clock: string) => Date.parse(`${DAY}T${clock}:00+01:00`);
const reminder = (id: string, body: object) => phone.create("reminder", { kind: "custom", title: id, at_local: "18:30", ...body }, id);
const comes = (told: Today | undefined, from: number, hours: Parameters<typeof remindersOf>[3] = MADRID) => remindersOf(phone, told, DAY, hours, from).map((each) => [each.title, new Date(each.due_at).toISOString().slice(0, 16)]);
const telling = (reminder_id: string, due_at: string): Today => ({ ...SERVER, reminders: [{ reminder_id, kind: "custom", title: reminder_id, due_at }] });

test("a day that the server was not asked for has the reminders that the device knows to come until midnight", async () => {
  await reminder("walk", {});
  await reminder("late", { at_local: "23:59", days: [4] });
  await reminder("once", { at_local: null, once_at: `${DAY}T12:00:00Z` });
  await reminder("tomorrow", { days: [5] });
  await reminder("off", { enabled: false });
  const all = [["once", "2026-11-26T12:00"], ["walk", "2026-11-26T17:30"], ["late", "2026-11-26T22:59"]];
  expect(comes(undefined, at("08:00"))).toEqual(all);
  expect(comes(undefined, at("18:30"))).toEqual(all.slice(2));
  expect(comes(undefined, at("08:00"), { ...MADRID, quiet: { start: "18:00", end: "19:00" } })[1]).toEqual(["walk", "2026-11-26T18:00"]);
});

test("what was done to reminders without a network holds over what the server has told", async () => {
  const told = telling("walk", `${DAY}T17:30:00Z`);
  await reminder("walk", {});
  expect(comes(told, at("08:00"))).toEqual([["walk", "2026-11-26T17:30"]]);
  await phone.edit("reminder", "walk", { at_local: "20:00" });
  expect(comes(told, at("08:00"))).toEqual([["walk", "2026-11-26T19:00"]]);
  await phone.edit("reminder", "walk", { enabled: false });
  expect(comes(told, at("08:00"))).toEqual([]);
});

test("a snooze, which the server alone knows, is told beside; nothing twice", async () => {
  phone = await Phone.open(answering({ id: "walk", kind: "custom", title: "walk", at_local: "18:30" }), new MemoryDisk(), () => "id", WRITABLE);
  await phone.sync();
  expect(comes(telling("walk", `${DAY}T09:15:00+01:00`), at("09:00"))).toEqual([["walk", "2026-11-26T08:15"], ["walk", "2026-11-26T17:30"]]);
  expect(comes(telling("walk", `${DAY}T18:30:00+01:00`), at("09:00"))).toEqual([["walk", "2026-11-26T17:30"]]);
  expect(comes(telling("walk", `${DAY}T09:15:00+01:00`), at("09:15"))).toEqual([["walk", "2026-11-26T17:30"]]);
  await phone.delete("reminder", "walk");
  expect(comes(telling("walk", `${DAY}T09:15:00+01:00`), at("09:00"))).toEqual([]);
});

test("a reminder that has not come down to this device yet is as the server says", () => {
  expect(comes(telling("walk", `${DAY}T17:30:00Z`), at("08:00"))).toEqual([["walk", "2026-11-26T17:30"]]);
  expect(comes(telling("walk", `${DAY}T17:30:00Z`), at("08:00"), null)).toHaveLength(1);
});

const session = (id: string, week: number, order: number, more: object = {}) => ({ id, name: `Day ${id}`, week, order, minutes: 45, deload: false, exercises: [], ...more });
const plan = (days = [session("a", 1, 1), session("b", 1, 2), session("c", 2, 1, { deload: true })], id = "plan") => phone.create("training_plan", { name: "Six weeks", goal: "gain", weeks: 2, status: "active", days }, id);
const trained = (id: string, day: string, more: object = {}) => phone.create("workout", { name: "Push", started_at: `${day}T18:00:00+01:00`, ended_at: `${day}T18:50:00+01:00`, exercises: [], ...more }, id);
const ofPlan = (session_id: string): Today => ({ ...SERVER, next_session: { name: "Told", why: "It is next in your plan.", minutes: 40, plan_id: "plan", session_id, exercises: [], sources: [] } });
const ofLog = (workout: string): Today => ({ ...SERVER, next_session: { name: "Push", why: "Push is what you did last, 2 days ago.", minutes: 40, exercises: [], sources: [{ label: "Push", ref: `workout:${workout}` }] } });

test("the session that the server told is next until it was trained, then the one after it", async () => {
  await plan();
  expect(nextOf(phone, ofPlan("a"), DAY)).toEqual({ name: "Told", minutes: 40, why: "It is next in your plan." });
  await trained("w1", DAY, { session_id: "a" });
  expect(nextOf(phone, ofPlan("a"), DAY)).toEqual({ name: "Day b", minutes: 45, week: 1, of: 2, deload: false });
  await trained("w2", DAY, { session_id: "b" });
  expect(nextOf(phone, ofPlan("a"), DAY)).toEqual({ name: "Day c", minutes: 45, week: 2, of: 2, deload: true });
  await phone.delete("workout", "w2");
  await phone.delete("workout", "w1");
  expect(nextOf(phone, ofPlan("a"), DAY)?.name).toBe("Told");
});

test("a plan that was made or put away without a network is what is next, or not", async () => {
  expect(nextOf(phone, SERVER, DAY)).toBeNull();
  await plan();
  expect(nextOf(phone, SERVER, DAY)?.name).toBe("Day a");
  await phone.edit("training_plan", "plan", { status: "completed" });
  expect(nextOf(phone, ofPlan("a"), DAY)).toBeNull();
});

test("what the server told of a plan holds until that has come down", async () => {
  expect(nextOf(phone, ofPlan("a"), DAY)?.name).toBe("Told");
  await trained("w1", DAY, { session_id: "a" });
  expect(nextOf(phone, ofPlan("a"), DAY)).toEqual({ name: "Push", minutes: 50 });
});

test("without a plan it is the turn of what was done longest ago, with the server's reason as long as that holds", async () => {
  expect(nextOf(phone, ofLog("w1"), DAY)?.name).toBe("Push"); // the log has not come down yet
  await trained("w1", "2026-11-24");
  expect(nextOf(phone, ofLog("w1"), DAY)).toEqual({ name: "Push", minutes: 40, why: "Push is what you did last, 2 days ago." });
  expect(nextOf(phone, ofLog("w1"), "2026-11-27")).toEqual({ name: "Push", minutes: 50 }); // it is three days by now
  await trained("w2", "2026-11-25", { name: "Legs" });
  await trained("w3", DAY);
  expect(nextOf(phone, ofLog("w1"), DAY)).toEqual({ name: "Legs", minutes: 50 });
});
