/**
 * Which reminders this device shows by itself, and when.
 *
 * The rule, so that nothing comes twice: a reminder with the channel `push` is shown by the device only while the
 * server has no push token of it; one without it (an email, an SMS) is never shown here.
 */

import type { Notice } from "@/lib/notices/types";
import type { Phone } from "@/sync/phone";
import { DAY_MS } from "./clock";
import { isDone } from "./done";
import { AHEAD_MS, dueTimes, type Hours, type When } from "./due";

/** iOS keeps 64 of an app's; four are left to the rest timer and others. */
export const MOST = 60;
const PREFIX = "reminder.";

type Reminder = When & { id: string; kind: string; title: string; body?: string | null; channels?: string[]; only_if_not_done?: boolean; target_id?: string | null };
export type Planned = Required<Pick<Notice, "id" | "title" | "body" | "href">> & { at: number };

export const isReminder = (id: string): boolean => id.startsWith(PREFIX);

/** Return what is to be shown, the next first, as many as the system keeps. `pushed`: the server reaches this device. */
export function planned(phone: Phone, hours: Hours, now: number, pushed: boolean): Planned[] {
  if (pushed) return [];
  const found = (phone.all("reminder") as Reminder[]).filter(({ channels = ["push"] }) => channels.includes("push")).flatMap((each) => timesOf(phone, each, hours, now));
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}

function timesOf(phone: Phone, reminder: Reminder, hours: Hours, now: number): Planned[] {
  const { id, title, body, only_if_not_done } = reminder;
  const times = [...dueTimes(reminder, hours, now)].filter((at) => reminder.once_at || at <= now + AHEAD_MS);
  return times
    .filter((at) => !only_if_not_done || at > now + DAY_MS || !isDone(phone, reminder, at, hours.zone)) // of a later day nothing is known yet
    .map((at) => ({ id: `${PREFIX}${id}.${at / 1000}`, at, title: title.replace(/\s+/g, " "), body: body ?? "", href: `/reminders/${id}` }));
}
