import { Phone } from "@/sync/phone";
import { MemoryDisk, World } from "@/sync/testing/world";
import { WRITABLE } from "@/sync/writable";
import { eat, eatenId, isBegun, mealIdOf, type Planned } from "./eaten";
import { placeOf } from "./plans";
import type { MealPlan } from "../requests";

const DAY = "2026-11-26";
const NOW = new Date(`${DAY}T20:10:00`);
const planned: Planned = { planId: "p", day: DAY, place: 1, meal: { slot: "dinner", name: "Dal", recipe_id: "dal", totals: { energy_kcal: 500 }, items: [{ recipe_id: "dal", name: "Dal", amount: 1.5, unit: "serving", grams: 300, nutrients: { energy_kcal: 500 } }] } };

let world: World;
const phoneOf = (disk = new MemoryDisk()) => Phone.open(world.carry, disk, world.newId, WRITABLE);
beforeEach(() => {
  world = new World();
});

test("two taps log a planned meal once, as it was planned", async () => {
  const phone = await phoneOf();
  const [first, second] = await Promise.all([eat(phone, planned, DAY, NOW), eat(phone, planned, DAY, NOW)]);
  expect(second).toBe(first);
  expect(phone.all("meal")).toEqual([{ id: first, slot: "dinner", name: "Dal", eaten_at: expect.stringContaining(`${DAY}T20:10`), items: planned.meal.items }]);
  expect(eatenId(phone, planned)).toBe(first);
});

test("two devices that log it without a network name one record", async () => {
  const [one, two] = [await phoneOf(), await phoneOf()];
  expect(await eat(one, planned, DAY, NOW)).toBe(await eat(two, planned, DAY, NOW));
  expect(mealIdOf(planned, 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("what was taken back can be logged again, also after it was sent", async () => {
  const phone = await phoneOf();
  const first = await eat(phone, planned, DAY, NOW);
  await phone.sync();
  await phone.delete("meal", first);
  expect(eatenId(phone, planned)).toBeNull();
  await phone.sync();
  const again = await eat(phone, planned, DAY, NOW);
  expect(again).not.toBe(first);
  expect(eatenId(phone, planned)).toBe(again);
  await phone.sync();
  expect(phone.shown).toEqual([]);
  expect(phone.all("meal").map((each) => each.id ?? again)).toEqual([again]);
});

test("a meal of a day before is eaten at its usual hour", async () => {
  const phone = await phoneOf();
  const id = await eat(phone, { ...planned, day: "2026-11-24" }, DAY, NOW);
  expect(phone.view("meal", id)?.eaten_at).toContain("2026-11-24T20:00");
});

test("other meals, days, places and plans have other names", () => {
  const names = [planned, { ...planned, day: "2026-11-27" }, { ...planned, place: 2 }, { ...planned, planId: "q" }, { ...planned, meal: { ...planned.meal, slot: "lunch" as const } }].map((each) => mealIdOf(each, 0));
  expect(new Set(names).size).toBe(5);
});

test("no two of many have one name", () => {
  const names = new Set<string>();
  for (let plan = 0; plan < 40; plan++) for (let day = 10; day < 24; day++) for (const slot of ["breakfast", "lunch", "dinner", "snack"] as const) for (let turn = 0; turn < 3; turn++) names.add(mealIdOf({ planId: `01a218f6-5609-78e0-8c64-de22ce5109${plan}`, day: `2026-11-${day}`, place: 1, meal: { ...planned.meal, slot } }, turn));
  expect(names.size).toBe(40 * 14 * 4 * 3);
});

test("a plan is begun once something of it was logged", async () => {
  const phone = await phoneOf();
  const meals = [{ ...planned.meal, slot: "snack" as const }, planned.meal, { ...planned.meal, slot: "snack" as const }];
  expect(meals.map((_, index) => placeOf(meals, index))).toEqual([1, 1, 2]);
  const plan: MealPlan = { id: "p", starts_on: DAY, days: [{ day: DAY, meals, totals: {}, shortfalls: [] }] };
  expect(isBegun(phone, plan)).toBe(false);
  await eat(phone, { ...planned, meal: meals[2]!, place: 2 }, DAY, NOW);
  expect(isBegun(phone, plan)).toBe(true);
});
