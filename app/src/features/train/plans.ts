/** The weeks of a plan, which of its sessions are done, and the days of this week. Whose turn it is: lib/training/turn. */

import { daysBefore, noonOf, type Day } from "@/lib/day";
import { inOrder } from "@/lib/training/turn";
import { dayOfWorkout, type Plan, type PlanSession, type Workout } from "./model";

/** Return the sessions of each week, in order. */
export function weeksOf(plan: Plan): { week: number; sessions: PlanSession[]; deload: boolean }[] {
  const sessions = plan.days.toSorted(inOrder);
  return Array.from({ length: plan.weeks }, (_, place) => {
    const own = sessions.filter((each) => each.week === place + 1);
    return { week: place + 1, sessions: own, deload: own.length > 0 && own.every((each) => each.deload) };
  });
}

/** Return the workout that each done session was, by session id; of two the newest. `workouts` are newest first. */
export function doneIn(plan: Plan, workouts: readonly Workout[]): Map<string, Workout> {
  const own = new Set(plan.days.map((each) => each.id));
  const found = new Map<string, Workout>();
  for (const workout of workouts) if (workout.session_id && own.has(workout.session_id) && !found.has(workout.session_id)) found.set(workout.session_id, workout);
  return found;
}

export type StripDay = { day: Day; today: boolean; state: "done" | "planned" | "free"; workout?: Workout };

export const mondayOf = (day: Day): Day => daysBefore(day, (noonOf(day).getDay() + 6) % 7);

/** Return the days of a week from a Monday. */
export const daysFrom = (monday: Day): Day[] => Array.from({ length: 7 }, (_, place) => daysBefore(monday, -place));

/**
 * Return the seven days of this week: what was done, and where the sessions that are left of a week of the plan would fit,
 * from today on and evenly spread. A plan names no weekdays: the days are a proposal.
 */
export function stripOf(today: Day, workouts: readonly Workout[], aWeek: number): StripDay[] {
  const days = daysFrom(mondayOf(today));
  const byDay = new Map(workouts.filter((each) => dayOfWorkout(each) >= days[0]!).map((each) => [dayOfWorkout(each), each]));
  const doneCount = days.filter((day) => byDay.has(day)).length;
  const open = days.filter((day) => day >= today && !byDay.has(day));
  const left = Math.min(open.length, Math.max(0, aWeek - doneCount));
  const planned = new Set(Array.from({ length: left }, (_, place) => open[Math.floor((place * open.length) / left)]));
  return days.map((day) => {
    const workout = byDay.get(day);
    return { day, today: day === today, state: workout ? "done" : planned.has(day) ? "planned" : "free", ...(workout && { workout }) };
  });
}
