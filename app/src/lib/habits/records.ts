/** Habits as the device has them: what was said of each day, and every vacation. */

import type { Schemas } from "@/api/client";
import type { Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import { HabitPlan, numberOfDay, type Checkins, type TimeOff } from "./rules";

/** What is on the device of a habit: the server's own figures are worked out here again. */
export type Habit = Pick<Schemas["Habit"], "id" | "name" | "kind" | "schedule" | "target" | "start_on" | "pauses" | "archived_on" | "reminder_id">;
type Checkin = Schemas["Checkin"];

/** One habit with all that follows from its days. */
export type Kept = { habit: Habit; plan: HabitPlan; checkins: Checkins };

export const HABIT_KINDS = ["habit", "checkin", "vacation"] as const;
export const VACATION = "vacation";

export const checkinId = (habitId: string, day: Day): string => `${habitId}.${day}`;

export const vacationsOf = (phone: Phone): TimeOff[] => (phone.view("vacation", VACATION) as { periods?: TimeOff[] } | null)?.periods ?? [];

/** Return every habit, archived ones too, by name. `today` is when one begins whose start was not said. */
export function habitsOn(phone: Phone, today: Day): Kept[] {
  const vacations = vacationsOf(phone);
  const said = new Map<string, Map<number, number | null>>();
  for (const { habit_id, day, value, cleared } of phone.all("checkin") as Checkin[]) {
    if (cleared) continue;
    let days = said.get(habit_id);
    if (!days) said.set(habit_id, (days = new Map()));
    days.set(numberOfDay(day), value ?? null);
  }
  return (phone.all("habit") as Habit[])
    .map((habit) => ({ habit, plan: new HabitPlan({ ...habit, start_on: habit.start_on ?? today }, vacations), checkins: said.get(habit.id) ?? new Map<number, number | null>() }))
    .sort((a, b) => a.habit.name.localeCompare(b.habit.name));
}

/** Say what was done on a day: nothing more than that, or an amount. */
export async function checkIn(phone: Phone, habitId: string, day: Day, value?: number): Promise<void> {
  const id = checkinId(habitId, day);
  const said = value === undefined ? {} : { value };
  if (phone.view("checkin", id)) await phone.edit("checkin", id, { cleared: false, value, note: undefined, ...said });
  else await phone.create("checkin", { habit_id: habitId, day, ...said }, id);
}

/** Take back what was said of a day. */
export async function takeBack(phone: Phone, habitId: string, day: Day): Promise<void> {
  const id = checkinId(habitId, day);
  if (phone.view("checkin", id)) await phone.edit("checkin", id, { cleared: true, value: undefined, note: undefined });
}

/** Tick a day, or take the tick back; of one with an amount the whole of it. */
export function toggle(phone: Phone, { habit, plan, checkins }: Kept, day: Day): Promise<void> {
  if (plan.done(checkins, numberOfDay(day))) return takeBack(phone, habit.id, day);
  return checkIn(phone, habit.id, day, habit.target?.value);
}
