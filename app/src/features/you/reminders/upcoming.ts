/** When reminders come in the next days, worked out on the device: the server's rules (reminders/rules.py), without what it alone knows. */

import type { Schemas } from "@/api/client";
import { dayOf, type Day } from "@/lib/day";

export type Reminder = Schemas["Reminder"];
export type Due = Pick<Schemas["Due"], "reminder_id" | "kind" | "title" | "due_at">;
type Quiet = Schemas["QuietHours"] | null | undefined;

const [DAYS, DAY_MS, MINUTE_MS, MAX_WAIT_MIN] = [7, 864e5, 60_000, 180];

export function upcomingOf(reminders: readonly Reminder[], now: Date, zone: string | undefined, quiet: Quiet): Due[] {
  const until = now.getTime() + DAYS * DAY_MS;
  return reminders
    .filter((each) => each.enabled !== false)
    .flatMap((each) => momentsOf(each, now, zone, quiet).map((at) => ({ reminder_id: each.id, kind: each.kind, title: each.title, due_at: at.toISOString() })))
    .filter(({ due_at }) => Date.parse(due_at) > now.getTime() && Date.parse(due_at) <= until)
    .sort((a, b) => a.due_at.localeCompare(b.due_at));
}

function momentsOf(reminder: Reminder, now: Date, zone: string | undefined, quiet: Quiet): Date[] {
  if (reminder.once_at) return [awake(new Date(reminder.once_at), zone, quiet)];
  if (!reminder.at_local) return [];
  const clock = reminder.at_local;
  const waited = afterQuiet(clock, quiet);
  if (!waited) return [];
  const first = dayOf(now, zone);
  return Array.from({ length: DAYS + 1 }, (_, number) => later(first, number))
    .filter((day) => !reminder.days?.length || reminder.days.includes(weekday(day)))
    .map((day) => momentAt(day, waited, zone));
}

/** Return when something comes that falls into the quiet hours: at their end, if that is soon and on the same day; else not at all. */
function afterQuiet(clock: string, quiet: Quiet): string | null {
  if (!quiet) return clock;
  const { end } = quiet;
  if (!isWithin(clock, quiet)) return clock;
  return clock < end && minutesOf(end) - minutesOf(clock) <= MAX_WAIT_MIN ? end : null;
}

/** What comes once only always waits for the end of the quiet hours. */
function awake(at: Date, zone: string | undefined, quiet: Quiet): Date {
  const clock = clockAt(at, zone);
  if (!quiet || !isWithin(clock, quiet)) return at;
  const day = dayOf(at, zone);
  return momentAt(clock < quiet.end ? day : later(day, 1), quiet.end, zone);
}

const isWithin = (clock: string, { start, end }: NonNullable<Quiet>): boolean => (start <= end ? clock >= start && clock < end : clock >= start || clock < end);

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** 1 is Monday. */
export const weekday = (day: Day): number => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

const later = (day: Day, days: number): Day => new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Return the moment at which clocks of a zone show a time on a day. */
export function momentAt(day: Day, clock: string, zone: string | undefined): Date {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let at = wanted;
  for (let turn = 0; turn < 2; turn += 1) at = wanted - offsetAt(new Date(at), zone) * MINUTE_MS; // the second turn settles a change of the clocks
  return new Date(at);
}

function offsetAt(moment: Date, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "00";
  const shown = Date.parse(`${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00Z`);
  return Math.round((shown - Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}

/** Return the time of day that clocks of a zone show at a moment. */
export const clockAt = (moment: Date, zone: string | undefined): string => new Date(moment.getTime() + offsetAt(moment, zone) * MINUTE_MS).toISOString().slice(11, 16);
