/** When reminders come in the next days, as the device works it out: without what the server alone knows, such as a snooze. */

import type { Schemas } from "@/api/client";
import { dueTimes, type Quiet } from "@/lib/reminders/due";
import { DAY_MS, minutesOf, moment, shownAt } from "@/lib/reminders/clock";
import type { Day } from "@/lib/day";

export type Reminder = Schemas["Reminder"];
export type Due = Pick<Schemas["Due"], "reminder_id" | "kind" | "title" | "due_at">;

const DAYS = 7;

/** Return what comes in seven days, the next first. */
export function upcomingOf(reminders: readonly Reminder[], now: Date, zone: string, quiet: Quiet | null | undefined): Due[] {
  const until = now.getTime() + DAYS * DAY_MS;
  return reminders
    .flatMap((each) => [...dueTimes(each, { zone, quiet }, now.getTime())].filter((at) => at <= until).map((at) => ({ reminder_id: each.id, kind: each.kind, title: each.title, due_at: new Date(at).toISOString() })))
    .sort((a, b) => a.due_at.localeCompare(b.due_at));
}

/** Return the moment at which clocks of a zone show a time on a day. */
export const momentAt = (day: Day, clock: string, zone: string): Date => new Date(moment(day, minutesOf(clock), zone));

/** Return the time of day that clocks of a zone show at a moment. */
export const clockAt = (at: Date, zone: string): string => new Date(shownAt(at.getTime(), zone)).toISOString().slice(11, 16);
