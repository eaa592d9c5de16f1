/** A reminder as it is being written. */

import type { Schemas } from "@/api/client";
import type { Json } from "@/sync/records";
import { readClock } from "../parts/read";
import { momentAt, type Reminder } from "./upcoming";

export const KINDS = ["workout", "meal", "water", "habit", "measurement", "custom"] as const;
export const CHANNELS = ["push", "email", "sms"] as const;
export const SLOTS = ["breakfast", "lunch", "dinner", "snack"] as const;
export const SNOOZES = [5, 10, 15, 30, 60] as const;
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const [MINUTES, METRIC] = [10, "weight_kg"];

export type Kind = Reminder["kind"];
export type Channel = (typeof CHANNELS)[number];

export type Draft = {
  id: string | null;
  kind: Kind;
  title: string;
  body: string;
  repeats: boolean;
  /** As it is typed. */
  clock: string;
  /** For one that comes once. */
  day: string;
  days: number[];
  channels: Channel[];
  snooze: number;
  ifNotDone: boolean;
  target: string | null;
};

const CLOCKS: Record<Kind, string> = { workout: "18:00", meal: "13:00", water: "11:00", habit: "20:00", measurement: "07:30", custom: "09:00" };

export function newDraft(kind: Kind, day: string): Draft {
  return { id: null, kind, title: "", body: "", repeats: true, clock: CLOCKS[kind], day, days: [], channels: ["push"], snooze: MINUTES, ifNotDone: kind !== "custom", target: firstTarget(kind) };
}

/** Go on to another kind; what does not fit it goes. */
export function withKind(draft: Draft, kind: Kind): Draft {
  const untouched = draft.clock === CLOCKS[draft.kind];
  return { ...draft, kind, clock: untouched ? CLOCKS[kind] : draft.clock, ifNotDone: kind !== "custom" && (draft.kind === "custom" || draft.ifNotDone), target: firstTarget(kind) };
}

const firstTarget = (kind: Kind): string | null => (kind === "measurement" ? METRIC : null);

export function draftOf(reminder: Reminder, once: { day: string; clock: string } | null, today: string): Draft {
  return {
    id: reminder.id,
    kind: reminder.kind,
    title: reminder.title,
    body: reminder.body ?? "",
    repeats: !once,
    clock: once?.clock ?? reminder.at_local ?? CLOCKS[reminder.kind],
    day: once?.day ?? today,
    days: reminder.days ?? [],
    channels: reminder.channels ?? ["push"],
    snooze: reminder.snooze ?? MINUTES,
    ifNotDone: !!reminder.only_if_not_done,
    target: reminder.target_id ?? null,
  };
}

export type Fault = "clock" | "day" | "past" | "habit" | "channels";

/** Return the body of a draft, or what is wrong with it. `named` is its title where none was written. */
export function bodyOf(draft: Draft, named: string, zone: string, now: Date): { body: Json } | { fault: Fault } {
  const clock = readClock(draft.clock);
  if (!clock) return { fault: "clock" };
  if (draft.kind === "habit" && !draft.target) return { fault: "habit" };
  if (!draft.channels.length) return { fault: "channels" };
  let when: Pick<Schemas["ReminderIn"], "at_local" | "days" | "once_at">;
  if (draft.repeats) when = { at_local: clock, days: draft.days.length === WEEK.length ? [] : draft.days.toSorted((a, b) => a - b), once_at: null };
  else {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.day) || Number.isNaN(Date.parse(`${draft.day}T12:00:00Z`))) return { fault: "day" };
    const at = momentAt(draft.day, clock, zone);
    if (at <= now) return { fault: "past" };
    when = { at_local: null, days: [], once_at: at.toISOString() };
  }
  const ifNotDone = draft.kind !== "custom" && draft.ifNotDone;
  const target = draft.kind === "habit" || draft.kind === "measurement" || draft.kind === "meal" ? draft.target : null;
  return { body: { kind: draft.kind, title: draft.title.trim() || named, body: draft.body.trim() || null, ...when, channels: draft.channels, snooze: draft.snooze, only_if_not_done: ifNotDone, target_id: target } };
}
