import { monthOf, monthsFrom, weekdaysOf } from "./month";

test("months step over the end of a year", () => {
  expect(monthsFrom("2026-12", 1)).toBe("2027-01");
  expect(monthsFrom("2026-01", -1)).toBe("2025-12");
});

test.each([
  ["2026-11", 30, 6, 6],
  ["2026-02", 28, 5, 6],
  ["2028-02", 29, 5, 1],
  ["2026-12", 31, 5, 1],
])("%s has %i days in %i weeks, and begins after %i others", (month, days, weeks, before) => {
  const found = monthOf(month);
  expect(found.flat().filter(Boolean)).toHaveLength(days);
  expect(found).toHaveLength(weeks);
  expect(found[0]!.indexOf(`${month}-01`)).toBe(before);
});

test("a week begins on Monday", () => {
  expect(weekdaysOf("en")).toEqual(["M", "T", "W", "T", "F", "S", "S"]);
});
