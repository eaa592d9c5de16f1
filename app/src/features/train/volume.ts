/** Weekly sets of a muscle: what was done, what the plan asks, and what the evidence says is worth doing. */

import { daysBefore, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import type { Level, Muscle, Plan, TrainedDay } from "./model";
import { mondayOf } from "./plans";

/** Sets a week to plan in, and the least with an effect: docs/science.md, weekly sets of a muscle (Pelland 2025, doi 10.1007/s40279-025-02344-w). */
export const WEEKLY_SETS: Record<Level, { least: number; low: number; high: number }> = {
  beginner: { least: 4, low: 5, high: 10 },
  intermediate: { least: 4, low: 10, high: 18 },
  advanced: { least: 4, low: 12, high: 20 },
};

/** The muscles that plans look at, large ones first; others are shown where they were trained. */
export const LARGE: readonly Muscle[] = ["chest", "lats", "upper_back", "quads", "hamstrings", "glutes", "biceps", "triceps"];
export const SMALL: readonly Muscle[] = ["front_delts", "side_delts", "rear_delts", "calves", "abs"];

export type Range = { low: number; high: number };
export type MuscleWeek = { muscle: Muscle; sets: number; range: Range; /** Of the plan's week, where there is one. */ planned?: number };

/** Return how many sets of a muscle are worth doing: the range of the level, for small muscles from what has an effect on. */
export function rangeOf(muscle: Muscle, level: Level): Range {
  const { least, low, high } = WEEKLY_SETS[level];
  return { low: LARGE.includes(muscle) ? low : least, high };
}

/** Return the sets of each muscle in the week from a Monday. */
export function setsInWeek(days: readonly TrainedDay[], monday: Day): Map<Muscle, number> {
  const end = daysBefore(monday, -7);
  const totals = new Map<Muscle, number>();
  for (const day of days)
    if (day.day >= monday && day.day < end) for (const [muscle, sets] of Object.entries(day.muscles)) totals.set(muscle as Muscle, (totals.get(muscle as Muscle) ?? 0) + sets);
  return totals;
}

/** Return the muscles of a week: those that plans look at, and any other that was trained or is planned. */
export function weekOf(days: readonly TrainedDay[], monday: Day, level: Level, plan: Plan | null, planWeek: number): MuscleWeek[] {
  const done = setsInWeek(days, monday);
  const planned = new Map(plan?.volume?.filter((each) => each.week === planWeek).map((each) => [each.muscle, each.sets]));
  const muscles = new Set<Muscle>([...LARGE, ...SMALL, ...done.keys(), ...planned.keys()]);
  return [...muscles].map((muscle) => ({ muscle, sets: done.get(muscle) ?? 0, range: rangeOf(muscle, level), ...(planned.has(muscle) && { planned: planned.get(muscle) }) }));
}

/** Return the sets of a muscle in the last weeks, oldest first. */
export function trendOf(days: readonly TrainedDay[], muscle: Muscle, today: Day, weeks: number): { monday: Day; sets: number }[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeks }, (_, place) => {
    const start = daysBefore(monday, (weeks - 1 - place) * 7);
    return { monday: start, sets: setsInWeek(days, start).get(muscle) ?? 0 };
  });
}

export const trainedDays = (phone: Phone): TrainedDay[] => phone.all("workout_day") as TrainedDay[];
