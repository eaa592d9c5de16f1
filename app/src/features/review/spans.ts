/** The weeks and months that can be looked back on. */

import { daysBefore, type Day } from "@/lib/day";
import { dayOfNumber, mondayOf, numberOfDay } from "@/lib/habits/rules";

export type Scale = "week" | "month";
/** Both ends included. `until` is the last day that has come: for one that runs, today. */
export type Span = { scale: Scale; from: Day; to: Day; until: Day; runs: boolean };

const WEEK = 7;

function monthOf(day: Day, back: number): Day {
  const at = new Date(`${day.slice(0, 7)}-15T12:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - back);
  return at.toISOString().slice(0, 7);
}

/** Return the week or month so many before the one that a day is in. */
export function spanOf(scale: Scale, today: Day, back: number): Span {
  const from = scale === "week" ? dayOfNumber(mondayOf(numberOfDay(today)) - back * WEEK) : `${monthOf(today, back)}-01`;
  const to = scale === "week" ? daysBefore(from, 1 - WEEK) : daysBefore(`${monthOf(today, back - 1)}-01`, 1);
  const runs = to >= today;
  return { scale, from, to, until: runs ? today : to, runs };
}

/** Return what a span is compared with: the one before, and of one that runs as many days of it. */
export function spanBefore(span: Span, today: Day, back: number): Span {
  const before = spanOf(span.scale, today, back + 1);
  if (!span.runs) return before;
  const days = numberOfDay(span.until) - numberOfDay(span.from);
  const until = daysBefore(before.from, -days);
  return { ...before, until: until < before.to ? until : before.to };
}

export function daysOf({ from, until }: Pick<Span, "from" | "until">): Day[] {
  const [first, last] = [numberOfDay(from), numberOfDay(until)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => dayOfNumber(first + place));
}
