/** What was measured, as the device has it, and how it moves. */

import type { Schemas } from "@/api/client";
import { daysBefore, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import { isMetric, noiseOf, type Before, type Metric } from "./metrics";
import { trend, type Level, type Rate } from "@/lib/trend";

export type Reading = Schemas["Measurement"] & { at: number };

const DAY_MS = 864e5;
const TELLING_MS = 7 * DAY_MS;

/** Days that a range looks back; null is all there is. */
export const RANGES = { m1: 30, m3: 90, m6: 182, y1: 365, all: null } as const;
export type Range = keyof typeof RANGES;

/** Return all that was measured by metric, each the oldest first. */
export function readingsOf(phone: Phone): Map<Metric, Reading[]> {
  const found = new Map<Metric, Reading[]>();
  for (const each of phone.all("measurement") as Schemas["Measurement"][]) {
    if (!isMetric(each.metric)) continue;
    const reading = { ...each, at: Date.parse(each.taken_at) };
    const others = found.get(each.metric);
    if (others) others.push(reading);
    else found.set(each.metric, [reading]);
  }
  for (const readings of found.values()) readings.sort((a, b) => a.at - b.at);
  return found;
}

/** Return those of a range that ends today. */
export function within(readings: readonly Reading[], range: Range, today: Day): Reading[] {
  const days = RANGES[range];
  if (days === null) return [...readings];
  const since = Date.parse(`${daysBefore(today, days)}T00:00:00Z`);
  return readings.filter((each) => each.at >= since);
}

/** A value and what is left of it without its swings. */
export type Plot = { id: string; at: number; value: number } & Partial<Level>;
/** A rate is told once the values span a week: of fewer, the swings from day to day are most of it. */
export type Movement = { points: Plot[]; end: Level | null; rate: Rate | null };

/** Return how values move, the oldest first: the server's method, of what the device has. */
export function movementOf(metric: Metric, readings: readonly Reading[]): Movement {
  const values = readings.map((each) => each.value);
  const found = trend(readings.map(({ at, value }) => ({ t: at / DAY_MS, value })), noiseOf(metric, values));
  const points = readings.map(({ id, at, value }, place) => ({ id, at, value, ...found?.levels[place] }));
  const spans = readings.length > 1 && readings.at(-1)!.at - readings[0]!.at >= TELLING_MS;
  return { points, end: found?.levels.at(-1) ?? null, rate: found && spans ? found.rate : null };
}

/** Return the last value before a time, of other records than one; null where there is none. */
export function beforeOf(readings: readonly Reading[], at: number, except?: string): Before | null {
  const last = readings.filter((each) => each.at < at && each.id !== except).at(-1);
  return last ? { value: last.value, days: (at - last.at) / DAY_MS } : null;
}

/** Return the value that is nearest to a time, if it is within a week. */
export function near(readings: readonly Reading[], at: number): number | null {
  const apart = (each: Reading) => Math.abs(each.at - at);
  const best = readings.reduce<Reading | null>((nearest, each) => (nearest === null || apart(each) < apart(nearest) ? each : nearest), null);
  return best && apart(best) <= TELLING_MS ? best.value : null;
}

/** Return what a metric is to come to, if a goal says so. */
export function goalOf(phone: Phone, metric: Metric): number | null {
  const goals = phone.all("goal") as Schemas["Goal"][];
  const goal = goals.find((each) => each.metric === metric && (each.status ?? "active") === "active" && (each.kind === "weight" || each.kind === "measurement"));
  return goal?.target_value ?? null;
}
