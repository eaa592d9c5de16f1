import type { Shown } from "./model";
import { wayOf } from "./way";
import { numberOfDay } from "@/lib/habits/rules";

const TODAY = "2026-11-26";
const shown = (progress: Shown["progress"], body: object = {}): Shown => ({ body: { id: "g", kind: "weight", target_value: 84, start_value: 80, start_on: "2026-08-01", ...body }, progress, status: "active", warnings: [], told: true });

test("the way to come reaches to the last likely day, and to the day it is due", () => {
  const way = wayOf(shown({ value: 82, expected_on: "2027-01-10", expected_from: "2026-12-20", expected_until: "2027-02-01" }, { due_on: "2027-02-20" }), [], TODAY);
  expect(way.ahead).toEqual({ now: { x: numberOfDay(TODAY), y: 82 }, on: numberOfDay("2027-01-10"), from: numberOfDay("2026-12-20"), until: numberOfDay("2027-02-01") });
  expect(way.last).toBe(numberOfDay("2027-02-20"));
  expect(way.plan?.map(({ y }) => y)).toEqual([80, 84]);
});

test("what may take ten years does not make the past a dot", () => {
  const way = wayOf(shown({ value: 82, expected_on: "2031-01-10", expected_from: "2027-01-20" }), [], TODAY);
  const [past, ahead] = [numberOfDay(TODAY) - way.first, way.last - numberOfDay(TODAY)];
  expect(ahead).toBeLessThanOrEqual(1.5 * past);
});

test("a goal without a forecast has no way to come", () => {
  expect(wayOf(shown({ value: 82 }), [], TODAY).ahead).toBeNull();
  expect(wayOf({ ...shown({ value: 84, expected_on: "2027-01-01" }), status: "reached" }, [], TODAY).ahead).toBeNull();
});
