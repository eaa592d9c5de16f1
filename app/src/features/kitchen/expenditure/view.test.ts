import { eaten, smoothed, stillNeeded, surenessOf, weeksOf, weighed, within, type Expenditure } from "./view";

const series: Expenditure["series"] = Array.from({ length: 10 }, (_, place) => ({
  day: `2026-11-${String(place + 10)}`,
  expenditure_kcal: 2500 + place,
  low: 2400,
  high: 2600,
  paused: false,
  weight_kg: 80,
  ...(place % 2 ? {} : { intake_kcal: 2000 + place * 100, complete: place === 4 ? 0.2 : 1 }),
}));

test("a range ends today", () => {
  expect(within(series, "2026-12-08", "28").map((each) => each.day)).toEqual(series.slice(1).map((each) => each.day));
});

test("days that are logged in part are no intake", () => {
  expect(eaten(series).map((each) => each.y)).toEqual([2000, 2200, 2600, 2800]);
  expect(smoothed(eaten(series)).at(-1)?.y).toBeCloseTo((2200 + 2600 + 2800) / 3);
  expect(weighed(series)[0]).not.toHaveProperty("raw");
});

test("weeks are counted back from the end, each with its last estimate", () => {
  expect(weeksOf(series)).toEqual([
    { from: "2026-11-13", expenditure: 2509, low: 2400, high: 2600, intake: 2700, weight: 80 },
    { from: "2026-11-10", expenditure: 2502, low: 2400, high: 2600, intake: 2100, weight: 80 },
  ]);
});

const known = (logged: number, weigh_ins: number, low: number, high: number): Expenditure => ({ missing: [], series: [], expenditure_kcal: 2500, low, high, explanation: { days: 28, logged, partly_logged: 0, weigh_ins, why: [] } });

test("what is still to be logged is said until it is", () => {
  expect(stillNeeded({ missing: [], series: [] })).toEqual({ days: 7, weighIns: 3 });
  expect(stillNeeded(known(5, 9, 2400, 2600))).toEqual({ days: 2, weighIns: 0 });
  expect(stillNeeded(known(20, 9, 2400, 2600))).toBeNull();
});

test("a narrow interval is sure, a wide one is not", () => {
  expect([known(9, 9, 2300, 2700), known(9, 9, 2150, 2850), known(9, 9, 1900, 3100)].map(surenessOf)).toEqual(["sure", "fair", "rough"]);
  expect(surenessOf({ missing: [], series: [] })).toBeNull();
});
