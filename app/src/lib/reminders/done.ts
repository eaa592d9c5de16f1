/** Whether a day has already what a reminder is about, as the device's records say: fitzen/reminders/done.py, here. */

import { dayOf, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import type { Json } from "@/sync/records";
import { nextDay, weekdayOf } from "./clock";

const SINCE_DRUNK_MS = 2 * 3600_000;

type Asked = { kind: string; target_id?: string | null };
type Period = { from: Day; to?: Day | null };
type Habit = {
  id: string;
  kind?: string;
  schedule: { type: string; days?: number[] | null; count?: number | null };
  target?: { value: number } | null;
  start_on?: Day | null;
  archived_on?: Day | null;
  pauses?: Period[];
};

/** Look for it on the day of `at`. A kind that nothing is logged of is never done. */
export function isDone(phone: Phone, { kind, target_id }: Asked, at: number, zone: string): boolean {
  const today = dayOf(new Date(at), zone);
  const on = (body: Json, field: string) => dayOf(new Date(String(body[field])), zone) === today;
  switch (kind) {
    case "workout":
      return phone.all("workout").some((each) => on(each, "started_at"));
    case "measurement":
      return phone.all("measurement").some((each) => (!target_id || each.metric === target_id) && on(each, "taken_at"));
    case "meal":
      return phone.all("meal").some((each) => (!target_id || each.slot === target_id) && on(each, "eaten_at"));
    case "water":
      return phone.all("water").some((each) => Math.abs(at - Date.parse(String(each.drunk_at)) - SINCE_DRUNK_MS / 2) <= SINCE_DRUNK_MS / 2);
    case "habit":
      return !asksFor(phone, String(target_id), today);
    default:
      return false;
  }
}

/** Say whether a habit asks for something (more) on a day. */
export function asksFor(phone: Phone, id: string, day: Day): boolean {
  const habit = phone.view("habit", id) as Habit | null;
  if (!habit || habit.kind === "quit" || resting(phone, habit, day)) return false;
  const { type, days, count } = habit.schedule;
  if (type === "weekdays" && !days?.includes(weekdayOf(day))) return false;
  if (ticked(phone, habit, day)) return false;
  if (!count) return true;
  const monday = nextDay(day, 1 - weekdayOf(day));
  const done = Array.from({ length: 7 }, (_, number) => nextDay(monday, number)).filter((each) => ticked(phone, habit, each));
  return done.length < count;
}

function resting(phone: Phone, { start_on, archived_on, pauses = [] }: Habit, day: Day): boolean {
  if ((start_on && day < start_on) || (archived_on && day >= archived_on)) return true;
  const away = (phone.view("vacation", "vacation")?.periods ?? []) as Period[];
  return [...pauses, ...away].some(({ from, to }) => from <= day && (!to || day <= to));
}

function ticked(phone: Phone, { id, target }: Habit, day: Day): boolean {
  const checkin = phone.view("checkin", `${id}.${day}`);
  if (!checkin || checkin.cleared) return false;
  return !target || typeof checkin.value !== "number" || checkin.value >= target.value;
}
