/** Today as the screen shows it: what the server worked out, with what was done on this device since on top. */

import type { Schemas } from "@/api/client";
import { dayWhere, type Day } from "@/lib/day";
import { MACROS, summed, type Figures, type Macro } from "@/lib/figures";
import { checkinId, habitsOn } from "@/lib/habits/records";
import { numberOfDay } from "@/lib/habits/rules";
import { moment, nextDay } from "@/lib/reminders/clock";
import { comingOf } from "@/lib/reminders/coming";
import type { Hours } from "@/lib/reminders/due";
import { activePlan, dueOf, turnOfLog } from "@/lib/training/turn";
import { trend, type Level } from "@/lib/trend";
import type { Phone } from "@/sync/phone";
import type { Today } from "./requests";

/** `quit`: it is kept by doing nothing, so there is nothing to tick. */
export type HabitToday = { id: string; name: string; done: boolean; streak: number; quit: boolean };
export type Weighing = { at: number; value: number } & Partial<Level>;
/** A rate is told once the values span a week: of fewer, the swings from day to day are most of it. */
export type Weights = { weighings: Weighing[]; perWeek: number | null };

/** `why` is the server's; what the device found itself is told by its place in the plan. */
export type Next = { name: string; minutes?: number | null; why?: string; week?: number; of?: number; deload?: boolean };
export type Coming = Schemas["ReminderDue"];

type Habit = Schemas["Habit"];
type Meal = Schemas["Meal"];

const DAY_MS = 864e5;
const TELLING_MS = 7 * DAY_MS;
export type Macros = Record<Macro, number>;
export type Eaten = Macros & { unknown: number };

/** Return the habits of a day, as the device's records say; one that has not come down to it yet as the server does. */
export function habitsOf(phone: Phone, server: Today | undefined, day: Day): HabitToday[] {
  const today = numberOfDay(day);
  const mine = habitsOn(phone, day)
    .filter(({ plan, checkins }) => plan.due(checkins, today))
    .map(({ habit: { id, name }, plan, checkins }) => ({ id, name, quit: plan.quit, streak: plan.standing(checkins, today).current, done: plan.done(checkins, today) }));
  const told = server?.habits.filter(({ id, due }) => due && !phone.knows("habit", id)) ?? [];
  return [...mine, ...told.map(({ id, name, streak, done }) => ({ id, name, quit: false, streak, done }))];
}

/** Tick a habit, or take the tick back. */
export async function tick(phone: Phone, habit: HabitToday, day: Day): Promise<void> {
  const id = checkinId(habit.id, day);
  const target = (phone.view("habit", habit.id) as Habit | null)?.target;
  const value = target && !habit.done ? { value: target.value } : {};
  if (phone.view("checkin", id)) await phone.edit("checkin", id, { cleared: habit.done, ...value });
  else await phone.create("checkin", { habit_id: habit.id, day, ...value }, id);
}

/** Return what was drunk on a day, in ml: the device has all of it. */
export function waterOf(phone: Phone, day: Day): number {
  const waters = phone.all("water") as Schemas["Water"][];
  return waters.filter((each) => dayWhere(each.drunk_at) === day).reduce((sum, each) => sum + each.ml, 0);
}

/**
 * Return what was eaten, and how many items do not say their energy: by the items of the meals that the device has, as Eat
 * does. A day that it has not read yet, but the server has, is the server's with what waits on top.
 */
export function eatenOf(phone: Phone, server: Today | undefined, day: Day): Eaten {
  const told = server && !phone.knows("meal_day", day) && MACROS.some((name) => server.eaten[name]) ? server.eaten : null;
  const meals = (phone.all("meal") as Meal[]).filter((meal) => dayWhere(meal.eaten_at) === day && (!told || phone.isWaiting("meal", meal.id)));
  const items = meals.flatMap((meal) => meal.items.map((item): Figures => item.nutrients ?? {}));
  const sums = summed([...items, ...(told ? [Object.fromEntries(MACROS.map((name) => [name, told[name] ?? 0]))] : [])]);
  const unknown = (told?.unknown.energy_kcal ?? 0) + items.filter((each) => each.energy_kcal === undefined).length;
  return { ...(Object.fromEntries(MACROS.map((name) => [name, sums[name] ?? 0])) as Macros), unknown };
}

/** Return the weigh-ins since a day, oldest first, each with the level of their trend, and how fast that moves. */
export function weightsOf(phone: Phone, since: Day): Weights {
  const all = (phone.all("measurement") as Schemas["Measurement"][])
    .filter((each) => each.metric === "weight_kg" && each.taken_at >= since)
    .map(({ taken_at, value }) => ({ at: Date.parse(taken_at), value }))
    .sort((a, b) => a.at - b.at);
  const found = trend(all.map(({ at, value }) => ({ t: at / DAY_MS, value })));
  const spans = all.length > 1 && all.at(-1)!.at - all[0]!.at >= TELLING_MS;
  return { weighings: all.map((each, place) => ({ ...each, ...found?.levels[place] })), perWeek: found && spans ? found.rate.perWeek : null };
}

/**
 * Return the reminders that are still to come on a day, the next first: as the device's records say, and what the server alone
 * knows, such as a snooze. `hours` are null while the profile has not come down.
 */
export function remindersOf(phone: Phone, server: Today | undefined, day: Day, hours: Hours | null, now: number): Coming[] {
  const mine: Coming[] = hours ? comingOf(phone.all("reminder") as Schemas["Reminder"][], hours, now, moment(nextDay(day), 0, hours.zone) - 1) : [];
  const there = new Set(mine.map(keyOf));
  const holds = ({ reminder_id: id }: Coming) => !phone.knows("reminder", id) || (!phone.isWaiting("reminder", id) && phone.view("reminder", id) !== null);
  const told = stillToCome(server?.reminders ?? [], now).filter((each) => holds(each) && !there.has(keyOf(each)));
  return [...mine, ...told].sort((a, b) => Date.parse(a.due_at) - Date.parse(b.due_at));
}

const keyOf = ({ reminder_id, due_at }: Coming): string => `${reminder_id} ${Date.parse(due_at)}`;

/** Leave out what has come since: one that is just being sent is not "later" any more. */
export const stillToCome = (reminders: Coming[], now: number): Coming[] => reminders.filter((each) => Date.parse(each.due_at) > now);

/**
 * Return the session whose turn it is, as Train and the player say it; null where there is neither plan nor log. `known` is what
 * the server answered last: it holds as long as it is of that session, and its reason names days only on its own day.
 */
export function nextOf(phone: Phone, known: Today | undefined, day: Day): Next | null {
  const told = known?.next_session ?? null;
  const workouts = phone.all("workout") as Schemas["Workout"][];
  const plan = activePlan(phone);
  const due = plan && dueOf(plan, workouts);
  if (plan && due) return told?.session_id === due.id ? toldNext(told) : { name: due.name, minutes: due.minutes, week: due.week, of: plan.weeks, deload: due.deload };
  const turn = turnOfLog(workouts, day);
  if (told?.session_id && !phone.knows("training_plan", told.plan_id ?? "") && !workouts.some((each) => each.session_id === told.session_id)) return toldNext(told);
  if (!turn) return told && !told.session_id ? toldNext(told) : null;
  if (told && !told.session_id && known?.day === day && told.sources.some((each) => each.ref === `workout:${turn.id}`)) return toldNext(told);
  return { name: turn.name, minutes: turn.ended_at ? Math.round((Date.parse(turn.ended_at) - Date.parse(turn.started_at)) / 60_000) : undefined };
}

const toldNext = ({ name, minutes, why }: Schemas["TurnOf"]): Next => ({ name, minutes, why });
