/** A goal as the screen shows it: what the person said, from the device, and how far it has come, from the server where it has told. */

import type { Schemas } from "@/api/client";
import type { Day } from "@/lib/day";
import { habitsOn } from "@/lib/habits/records";
import { numberOfDay } from "@/lib/habits/rules";
import type { Phone } from "@/sync/phone";

export type Progress = Schemas["Progress"];
export type Kind = Schemas["Goal"]["kind"];
export type Metric = NonNullable<Schemas["Goal"]["metric"]>;
/** A goal as it is on the device: the title and the start may not be known until the server has seen it. */
export type Body = Pick<Schemas["Goal"], "id" | "kind" | "target_value"> &
  Partial<Omit<Schemas["Goal"], "id" | "kind" | "target_value" | "progress" | "why" | "warnings" | "title">> & { title?: string | null };

/** `told`: progress is the server's, not what the device could make of it. */
export type Shown = { body: Body; progress: Progress; status: NonNullable<Body["status"]>; warnings: string[]; told: boolean };

export const KINDS: readonly Kind[] = ["weight", "strength", "cardio", "habit", "measurement", "custom"];
export const GOAL_KINDS = ["goal", "measurement", "lift", "habit", "checkin", "vacation"] as const;
const FORM_DAYS = 56;

type Measurement = Schemas["Measurement"];
export type Lift = Partial<Record<string, number>> & { exercise_id: string; at: string; day: Day; sets: Schemas["Set"][] };

/** Return every goal, those first that are due first, then by their start. */
export function goalsOn(phone: Phone, told: readonly Schemas["Goal"][] | undefined, today: Day): Shown[] {
  const known = new Map(told?.map((goal) => [goal.id, goal]));
  return (phone.all("goal") as Body[])
    .map((body) => shownOf(phone, body, phone.isWaiting("goal", body.id) ? undefined : known.get(body.id), today))
    .sort((a, b) => (a.body.due_on ?? "9").localeCompare(b.body.due_on ?? "9") || (b.body.start_on ?? "9").localeCompare(a.body.start_on ?? "9") || a.body.id.localeCompare(b.body.id));
}

export function shownOf(phone: Phone, body: Body, told: Schemas["Goal"] | undefined, today: Day): Shown {
  if (!told) return { body, progress: onDevice(phone, body, today), status: body.status ?? "active", warnings: [], told: false };
  const { progress, status, warnings, start_value, reached_on } = told;
  return { body: { ...body, start_value: start_value ?? body.start_value, reached_on: reached_on ?? body.reached_on }, progress, status: status ?? "active", warnings: warnings ?? [], told: true };
}

/** Return how far it has come as far as the device can tell: no rate and no day. */
function onDevice(phone: Phone, body: Body, today: Day): Progress {
  const value = valueOn(phone, body, today);
  if (value === null) return {};
  const start = body.start_value;
  if (start === undefined || start === null || start === body.target_value) return { value };
  return { value, percent: Math.round(1000 * Math.min(1, Math.max(0, (value - start) / (body.target_value - start)))) / 10 };
}

const VALUES: Record<Kind, (phone: Phone, body: Body, today: Day) => number | null> = {
  weight: measuredOn,
  measurement: measuredOn,
  strength: liftedOn,
  cardio: liftedOn,
  habit: keptOn,
  custom: (_, body) => body.current_value ?? null,
};

const valueOn = (phone: Phone, body: Body, today: Day) => VALUES[body.kind](phone, body, today);

export const metricOf = (body: Body): Metric => body.metric ?? (body.kind === "weight" ? "weight_kg" : body.kind === "habit" ? "streak" : body.kind === "custom" ? "value" : "e1rm_kg");

export function measuredSince(phone: Phone, metric: string, since: Day): Measurement[] {
  return (phone.all("measurement") as Measurement[]).filter((each) => each.metric === metric && each.taken_at >= since).sort((a, b) => Date.parse(a.taken_at) - Date.parse(b.taken_at));
}

function measuredOn(phone: Phone, body: Body): number | null {
  return measuredSince(phone, metricOf(body), "").at(-1)?.value ?? null;
}

/** Return what each session made of a goal's exercise, oldest first. */
export function liftsOf(phone: Phone, body: Body): { day: Day; at: string; value: number }[] {
  const metric = metricOf(body);
  return (phone.all("lift") as Lift[])
    .filter((lift) => lift.exercise_id === body.exercise_id)
    .flatMap((lift) => {
      const value = metric === "time_s" ? timeOver(lift.sets, body.distance_m ?? 0) : lift[metric];
      return value === undefined || value === null ? [] : [{ day: lift.day, at: lift.at, value }];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Return the best time over a distance, in seconds, of sets that were at least so long. */
function timeOver(sets: readonly Schemas["Set"][], distance: number): number | null {
  const times = sets.flatMap((set) => (set.distance_m && set.duration_s && set.distance_m >= distance ? [(set.duration_s * distance) / set.distance_m] : []));
  return times.length ? Math.min(...times) : null;
}

function liftedOn(phone: Phone, body: Body, today: Day): number | null {
  const values = liftsOf(phone, body)
    .filter((lift) => numberOfDay(today) - numberOfDay(lift.day) <= FORM_DAYS)
    .map((lift) => lift.value);
  if (!values.length) return null;
  return metricOf(body) === "time_s" ? Math.min(...values) : Math.max(...values);
}

/** Return how a habit stood after each day or week since the goal began. */
export function keptSince(phone: Phone, body: Body, today: Day): { day: number; value: number }[] {
  const kept = habitsOn(phone, today).find(({ habit }) => habit.id === body.habit_id);
  if (!kept) return [];
  const since = numberOfDay(body.start_on ?? today);
  const units = kept.plan.standings(kept.checkins, numberOfDay(today)).filter(({ day }) => day >= since);
  if (metricOf(body) !== "checkins") return units.map(({ day, tally }) => ({ day, value: metricOf(body) === "strength" ? tally.strength : tally.current }));
  const done = [...kept.checkins.keys()].filter((day) => day >= since && kept.plan.credit(kept.checkins, day) >= 1).sort((a, b) => a - b);
  return done.map((day, place) => ({ day, value: place + 1 }));
}

function keptOn(phone: Phone, body: Body, today: Day): number | null {
  return keptSince(phone, body, today).at(-1)?.value ?? 0;
}

