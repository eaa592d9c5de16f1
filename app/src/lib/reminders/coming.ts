/** When reminders come, as the device works it out: without what the server alone knows, such as a snooze. */

import type { Schemas } from "@/api/client";
import { dueTimes, type Hours, type When } from "./due";

export type Due = Pick<Schemas["Due"], "reminder_id" | "kind" | "title" | "due_at">;
type Reminder = When & Pick<Schemas["Reminder"], "id" | "kind" | "title">;

/** Return what comes later than a moment, up to another, the next first. */
export function comingOf(reminders: readonly Reminder[], hours: Hours, after: number, until: number): Due[] {
  return reminders.flatMap((each) => timesOf(each, hours, after, until).map((at) => ({ reminder_id: each.id, kind: each.kind, title: each.title, due_at: new Date(at).toISOString() }))).sort((a, b) => a.due_at.localeCompare(b.due_at));
}

function timesOf(reminder: Reminder, hours: Hours, after: number, until: number): number[] {
  const times: number[] = [];
  for (const at of dueTimes(reminder, hours, after)) {
    if (at > until) break;
    times.push(at);
  }
  return times;
}
