/** When reminders come in the next days, as the device works it out. */

import type { Schemas } from "@/api/client";
import { comingOf, type Due } from "@/lib/reminders/coming";
import type { Quiet } from "@/lib/reminders/due";
import { DAY_MS, minutesOf, moment, shownAt } from "@/lib/reminders/clock";
import type { Day } from "@/lib/day";

export type Reminder = Schemas["Reminder"];

const DAYS = 7;

/** Return what comes in seven days, the next first. */
export const upcomingOf = (reminders: readonly Reminder[], now: Date, zone: string, quiet: Quiet | null | undefined): Due[] => comingOf(reminders, { zone, quiet }, now.getTime(), now.getTime() + DAYS * DAY_MS);

/** Return the moment at which clocks of a zone show a time on a day. */
export const momentAt = (day: Day, clock: string, zone: string): Date => new Date(moment(day, minutesOf(clock), zone));

/** Return the time of day that clocks of a zone show at a moment. */
export const clockAt = (at: Date, zone: string): string => new Date(shownAt(at.getTime(), zone)).toISOString().slice(11, 16);
