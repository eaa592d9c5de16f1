import type { MealPlan } from "../requests";
import { activePlan, firstDay } from "./plans";
import { firstWishes, otherOf, requestOf, startOf, wordsOf } from "./wishes";

const TODAY = "2026-11-26"; // a Thursday
const plan = (id: string, ...days: string[]): MealPlan => ({ id, starts_on: days[0]!, days: days.map((day) => ({ day, meals: [], totals: {}, shortfalls: [] })) });
const OLD = plan("old", "2026-11-01", "2026-11-02");
const NOW = plan("now", "2026-11-25", "2026-11-26");
const NEXT = plan("next", "2026-11-28", "2026-11-29");
const LATER = plan("later", "2026-12-05", "2026-12-06");

test("the plan of today comes first, then the next, then the last", () => {
  expect(activePlan([LATER, NEXT, NOW, OLD], TODAY)?.id).toBe("now");
  expect(activePlan([LATER, NEXT, OLD], TODAY)?.id).toBe("next");
  expect(activePlan([OLD], TODAY)?.id).toBe("old");
  expect(activePlan([], TODAY)).toBeUndefined();
  expect([firstDay(NOW, TODAY), firstDay(NEXT, TODAY)]).toEqual([TODAY, "2026-11-28"]);
});

test.each([
  ["today", "2026-11-26", TODAY],
  ["tomorrow", "2026-11-27", TODAY],
  ["monday", "2026-11-30", TODAY],
  ["monday", "2026-12-07", "2026-11-30"],
  ["monday", "2026-11-30", "2026-11-29"],
] as const)("%s is %s on %s", (start, day, today) => {
  expect(startOf(start, today)).toBe(day);
});

test("only what is asked is sent", () => {
  expect(requestOf(firstWishes("x"), TODAY)).toEqual({ id: "x", starts_on: "2026-11-27", days: 7, meals_per_day: 4 });
  const wishes = { ...firstWishes("x"), minutes: "30" as const, without: "Olives, kale; ,olives", budget: true, changes: { max_minutes: 45 } };
  expect(requestOf(wishes, TODAY)).toMatchObject({ max_minutes: 45, without: ["Olives", "kale", "olives"], budget: true });
  expect(wordsOf(" , ")).toEqual([]);
});

test("another plan keeps the wishes, and is drawn otherwise", () => {
  const asked = { days: 3, meals_per_day: 3, seed: 4 } as MealPlan["asked"];
  expect(otherOf({ ...NOW, asked }, "y")).toEqual({ id: "y", days: 2, meals_per_day: 3, seed: 5, starts_on: "2026-11-25" });
});
