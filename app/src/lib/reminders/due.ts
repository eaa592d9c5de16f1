/** When a reminder comes: a port of fitzen/reminders/rules.py. `due.cases.json` has what that says, and a test compares. */

import { DAY_MS, dayAt, exists, minutesOf, moment, nextDay, shownAt, startOf, weekdayOf } from "./clock";

const MAX_WAIT_MS = 3 * 3600_000;
const LOOK_AHEAD = 16;

export type Quiet = { start: string; end: string };
export type Hours = { zone: string; quiet?: Quiet | null };
export type When = { at_local?: string | null; days?: number[] | null; once_at?: string | null; enabled?: boolean };

function* occurrences({ at_local, days, once_at }: When, zone: string, after: number): Generator<number> {
  if (once_at) {
    yield Date.parse(once_at);
    return;
  }
  if (!at_local) return;
  const first = nextDay(dayAt(shownAt(after, zone)), -1);
  for (let number = 0; number < LOOK_AHEAD; number++) {
    const day = nextDay(first, number);
    if ((!days?.length || days.includes(weekdayOf(day))) && exists(day, zone)) yield moment(day, minutesOf(at_local), zone);
  }
}

function isQuiet(minutes: number, { start, end }: Quiet): boolean {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  return from <= to ? from <= minutes && minutes < to : minutes >= from || minutes < to;
}

/** Return when something that is due at a moment comes: then, at the end of the quiet hours, or not at all. */
export function heard(at: number, { zone, quiet }: Hours, once = false): number | null {
  const shown = shownAt(at, zone);
  const today = dayAt(shown);
  const minutes = Math.floor((shown - startOf(today)) / 60_000);
  if (!quiet || !isQuiet(minutes, quiet)) return at;
  const end = minutesOf(quiet.end);
  const day = minutes < end ? today : nextDay(today);
  const wait = startOf(day) + end * 60_000 - shown;
  if (!once && (day !== today || wait > MAX_WAIT_MS)) return null;
  return Math.max(at, moment(day, end, zone));
}

/** Yield when the reminder comes, later than `after`, quiet hours kept, for two weeks. */
export function* dueTimes(reminder: When, hours: Hours, after: number): Generator<number> {
  if (reminder.enabled === false) return;
  for (const at of occurrences(reminder, hours.zone, after)) {
    const due = heard(at, hours, !!reminder.once_at);
    if (due !== null && due > after) yield due;
  }
}

/** How far ahead `dueTimes` looks. */
export const AHEAD_MS = (LOOK_AHEAD - 2) * DAY_MS;
