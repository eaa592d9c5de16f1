/** The weeks of a month, from Monday. */

import { daysBefore, noonOf, type Day } from "@/lib/day";

/** Return a month, `2026-11`, so many months from another. */
export function monthsFrom(month: string, count: number): string {
  const [year, at] = month.split("-").map(Number) as [number, number];
  const place = year * 12 + at - 1 + count;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
}

/** Return its days week by week; null where a week has days of another month. */
export function monthOf(month: string): (Day | null)[][] {
  const first = `${month}-01`;
  const before = (noonOf(first).getDay() + 6) % 7;
  const weeks: (Day | null)[][] = [];
  for (let at = daysBefore(first, before); at.slice(0, 7) <= month; at = daysBefore(at, -7)) weeks.push(Array.from({ length: 7 }, (_, place) => daysBefore(at, -place)).map((day) => (day.startsWith(month) ? day : null)));
  return weeks;
}

/** Return the names of the days of a week, short, Monday first. */
export function weekdaysOf(language: string): string[] {
  const name = new Intl.DateTimeFormat(language, { weekday: "narrow" });
  return Array.from({ length: 7 }, (_, place) => name.format(noonOf(`2026-11-${String(2 + place).padStart(2, "0")}`))); // the 2nd is a Monday
}
