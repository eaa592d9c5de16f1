/** Habits as the screens show them, on a day. */

import type { Kept } from "@/lib/habits/records";
import { mondayOf, type TimeOff } from "@/lib/habits/rules";

export type Row = Kept & { due: boolean; done: boolean; value: number | null; resting: boolean; current: number; longest: number; strength: number; weekDone: number };
export type State = "done" | "partly" | "due" | "missed" | "rest" | "off" | "ahead";
export type Split = { due: Row[]; others: Row[]; archived: Row[] };

export function rowOf(kept: Kept, day: number, today: number): Row {
  const { plan, checkins } = kept;
  const { current, longest, strength } = plan.standing(checkins, today);
  return { ...kept, due: plan.due(checkins, day), done: plan.done(checkins, day), value: checkins.get(day) ?? null, resting: plan.resting(day), current, longest, strength, weekDone: plan.doneInWeek(checkins, mondayOf(day)) };
}

/** Those of a day, those that have nothing to do on it, and those that were put away. */
export function split(all: readonly Kept[], day: number, today: number): Split {
  const rows = all.map((kept) => rowOf(kept, day, today));
  const active = rows.filter(({ habit }) => !habit.archived_on);
  const shown = (row: Row) => row.due || (row.done && row.checkins.has(day));
  return { due: active.filter(shown), others: active.filter((row) => !shown(row)), archived: rows.filter(({ habit }) => habit.archived_on) };
}

/** How much of a day's habits is done: for the strip of days. */
export function dayOf(all: readonly Kept[], day: number): { done: number; due: number } {
  const due = all.filter(({ plan, checkins }) => plan.due(checkins, day) && (!plan.count || checkins.has(day)));
  return { done: due.filter(({ plan, checkins }) => plan.done(checkins, day)).length, due: due.length };
}

/** What a day of the calendar was. */
export function stateOf({ plan, checkins }: Kept, day: number, today: number): State {
  if (day > today) return "ahead";
  if (plan.resting(day) && !checkins.has(day)) return "rest";
  if (plan.done(checkins, day)) return "done";
  if (checkins.has(day) && plan.credit(checkins, day) > 0) return "partly";
  if (plan.missed(checkins, day, today)) return "missed";
  return plan.due(checkins, day) && day === today ? "due" : "off";
}

export type Rooted = "seed" | "sprout" | "young" | "strong" | "second";
const ROOTED: readonly [number, Rooted][] = [[90, "second"], [70, "strong"], [40, "young"], [15, "sprout"]];

export const rootedOf = (strength: number): Rooted => ROOTED.find(([from]) => strength >= from)?.[1] ?? "seed";

/** Return the vacation that holds on a day, and the next one. Days compare as text. */
export function vacationNow(periods: readonly TimeOff[], today: string): { on: TimeOff | null; next: TimeOff | null } {
  const on = periods.find(({ from, to }) => from <= today && (!to || to >= today)) ?? null;
  const next = periods.filter(({ from }) => from > today).sort((a, b) => a.from.localeCompare(b.from))[0] ?? null;
  return { on, next };
}

/** Return the vacations after coming back: what is planned is called off, what runs ends yesterday. */
export function withoutVacation(periods: readonly TimeOff[], today: string, yesterday: string): TimeOff[] {
  return periods.filter(({ from }) => from < today).map((each) => (!each.to || each.to >= today ? { ...each, to: yesterday } : each));
}

/** Return the vacations with another one; those that it runs into are joined to it. */
export function withVacation(periods: readonly TimeOff[], added: TimeOff): TimeOff[] {
  const meets = ({ from, to }: TimeOff) => (!added.to || from <= added.to) && (!to || to >= added.from);
  const both = [added, ...periods.filter(meets)];
  const from = both.map((each) => each.from).sort()[0] ?? added.from;
  const to = both.some((each) => !each.to) ? undefined : both.map((each) => each.to ?? "").sort().at(-1);
  return [...periods.filter((each) => !meets(each)), to ? { from, to } : { from }].sort((a, b) => a.from.localeCompare(b.from));
}
