/** The way of a goal as points: what was, and what is to come. Days are numbers; fractions are times of the day. */

import type { Schemas } from "@/api/client";
import type { Day } from "@/lib/day";
import { numberOfDay } from "@/lib/habits/rules";
import type { Phone } from "@/sync/phone";
import { keptSince, liftsOf, measuredSince, metricOf, type Body, type Shown } from "./model";

export type Spot = { x: number; y: number; low?: number; high?: number; raw?: number };
export type Way = {
  past: Spot[];
  /** It stands still between one day and the next: a best, a count. */
  steps: boolean;
  target: number;
  /** From the start to the day that it is due. */
  plan: [Spot, Spot] | null;
  /** From where it is now: the day it is expected, and the first and last that are likely. */
  ahead: { now: Spot; on: number | null; from: number | null; until: number | null } | null;
  first: number;
  last: number;
  today: number;
};

/** What lies further ahead than this many times the way so far is drawn as open. */
const FAR = 1.5;
const LEAST_DAYS = 28;
const DAY_MS = 864e5;

type Trend = Schemas["MeasurementTrend"];

/** Return what the records say since a goal began, oldest first. */
export function pastOf(phone: Phone, body: Body, today: Day, trend: Trend | undefined): Spot[] {
  const since = body.start_on ?? today;
  if (body.kind === "weight" || body.kind === "measurement") {
    if (trend?.points.length) return trend.points.map(({ at, value, level, low, high }) => ({ x: Date.parse(at) / DAY_MS, y: level ?? value, low: low ?? undefined, high: high ?? undefined, raw: value }));
    return measuredSince(phone, metricOf(body), since).map(({ taken_at, value }) => ({ x: Date.parse(taken_at) / DAY_MS, y: value, raw: value }));
  }
  if (body.kind === "habit") return keptSince(phone, body, today).map(({ day, value }) => ({ x: day, y: value }));
  if (body.kind === "custom") return saidOf(body);
  return bestSoFar(
    body,
    liftsOf(phone, body)
      .filter(({ day }) => day >= since)
      .map(({ day, value }) => ({ x: numberOfDay(day), y: value })),
  );
}

/** A lift stands where its best stands, as the server counts it; the dots are what each session made of it. */
function bestSoFar(body: Body, lifts: Spot[]): Spot[] {
  const better = metricOf(body) === "time_s" ? Math.min : Math.max;
  let best = body.start_value ?? lifts[0]?.y ?? 0;
  return lifts.map(({ x, y }) => {
    best = better(best, y);
    return { x, y: best, raw: y };
  });
}

function saidOf(body: Body): Spot[] {
  const said = (body.history ?? []).map(({ on, value }) => ({ x: numberOfDay(on), y: value }));
  const start = body.start_on && typeof body.start_value === "number" ? [{ x: numberOfDay(body.start_on), y: body.start_value }] : [];
  return [...start.filter(({ x }) => x < (said[0]?.x ?? Infinity)), ...said];
}

export function wayOf({ body, progress, status }: Shown, past: Spot[], today: Day): Way {
  const now = numberOfDay(today);
  const first = body.start_on ? numberOfDay(body.start_on) : Math.floor(past[0]?.x ?? now);
  const due = body.due_on ? numberOfDay(body.due_on) : null;
  const [on, from, until] = [progress.expected_on, progress.expected_from, progress.expected_until].map((day) => (day ? numberOfDay(day) : null)) as [number | null, number | null, number | null];
  const horizon = now + Math.max(LEAST_DAYS, FAR * (now - first));
  const value = progress.value ?? past.at(-1)?.y;
  const ahead = status === "active" && value !== undefined && value !== null && (on !== null || from !== null) ? { now: { x: now, y: value }, on, from, until } : null;
  const ends = [now, ...(status === "active" ? [due, on, until ?? (from === null ? null : horizon)] : [])].filter((each) => each !== null);
  const last = status === "active" ? Math.min(Math.max(...ends), Math.max(horizon, due ?? 0, on === null ? 0 : Math.min(on, horizon))) : Math.max(now > first ? (body.reached_on ? numberOfDay(body.reached_on) : now) : first + 1, past.at(-1)?.x ?? first);
  const start = body.start_value;
  const plan: Way["plan"] = due !== null && typeof start === "number" ? [{ x: first, y: start }, { x: due, y: body.target_value }] : null;
  return { past, steps: body.kind === "strength" || body.kind === "cardio" || metricOf(body) === "checkins", target: body.target_value, plan, ahead, first, last: Math.max(last, first + 1), today: now };
}
