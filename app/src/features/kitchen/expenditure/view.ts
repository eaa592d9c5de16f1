/** The measured expenditure as charts, a table and sentences show it. */

import type { Schemas } from "@/api/client";
import { daysBefore, noonOf, type Day } from "@/lib/day";
import type { Point } from "@/ui";

export type Expenditure = Schemas["Expenditure"];
type ExpenditureDay = Expenditure["series"][number];

export const RANGES = ["28", "56", "120"] as const;
export type Range = (typeof RANGES)[number];

/** What the server asks for, of the last four weeks, before it proposes a target. */
const [LEAST_LOGGED, LEAST_WEIGH_INS] = [7, 3];

export const within = (series: readonly ExpenditureDay[], today: Day, range: Range): ExpenditureDay[] => series.filter((each) => each.day > daysBefore(today, Number(range)));

const x = (each: ExpenditureDay) => noonOf(each.day).getTime();

export const burnt = (series: readonly ExpenditureDay[]): Point[] => series.map((each) => ({ x: x(each), y: each.expenditure_kcal, low: each.low, high: each.high }));

/** Full days only: a day that is logged in part says little of what was eaten. */
const FULL = 0.5;
export const eaten = (series: readonly ExpenditureDay[]): Point[] => series.flatMap((each) => (typeof each.intake_kcal === "number" && (each.complete ?? 1) >= FULL ? [{ x: x(each), y: each.intake_kcal, raw: each.intake_kcal }] : []));

export const weighed = (series: readonly ExpenditureDay[]): Point[] => series.flatMap((each) => (typeof each.weight_kg === "number" ? [{ x: x(each), y: each.weight_kg, ...(typeof each.weighed_kg === "number" ? { raw: each.weighed_kg } : {}) }] : []));

/** Return a line through what was eaten: the mean of the seven days up to each. */
export function smoothed(points: readonly Point[]): Point[] {
  const week = 7 * 864e5;
  return points.map((each) => {
    const near = points.filter((other) => other.x <= each.x && other.x > each.x - week);
    return { ...each, y: near.reduce((sum, other) => sum + other.y, 0) / near.length };
  });
}

export type Week = { from: Day; expenditure: number; low: number; high: number; intake: number | null; weight: number | null };

/** Return the series by weeks, the last first: what a table of the chart says. */
export function weeksOf(series: readonly ExpenditureDay[]): Week[] {
  const weeks: Week[] = [];
  for (let end = series.length; end > 0; end -= 7) {
    const days = series.slice(Math.max(0, end - 7), end);
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) break;
    const food = eaten(days);
    weeks.push({ from: first.day, expenditure: last.expenditure_kcal, low: last.low, high: last.high, intake: food.length ? food.reduce((sum, each) => sum + each.y, 0) / food.length : null, weight: last.weight_kg ?? null });
  }
  return weeks;
}

/** Say what is still to be logged before the estimate stands on one's own log; null once it does. */
export function stillNeeded(known: Expenditure): { days: number; weighIns: number } | null {
  const days = Math.max(0, LEAST_LOGGED - (known.explanation?.logged ?? 0));
  const weighIns = Math.max(0, LEAST_WEIGH_INS - (known.explanation?.weigh_ins ?? 0));
  return days || weighIns ? { days, weighIns } : null;
}

/** How sure it is, by the width of the interval: well known within 10 % to each side. */
export function surenessOf(known: Expenditure): "sure" | "fair" | "rough" | null {
  const { expenditure_kcal: middle, low, high } = known;
  if (typeof middle !== "number" || typeof low !== "number" || typeof high !== "number") return null;
  const half = (high - low) / 2 / middle;
  return half <= 0.1 ? "sure" : half <= 0.18 ? "fair" : "rough";
}
