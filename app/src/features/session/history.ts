/** What the log on the device says of the exercises of a session: last time, and the bests before it. */

import type { Schemas } from "@/api/client";
import type { Metric } from "@/lib/exercises";
import type { Phone } from "@/sync/phone";
import { bestsOf, better, brokenBy, isWork, type Bests, type Broken, type LoggedSet } from "./strength";

export type Workout = Schemas["Workout"];
export type LastTime = { workoutId: string; at: string; sets: LoggedSet[]; notes?: string };

export const workoutsOf = (phone: Phone): Workout[] => phone.all("workout") as Workout[];

const setsIn = (workout: Workout, exerciseId: string): LoggedSet[] =>
  workout.exercises.filter((entry) => entry.exercise_id === exerciseId).flatMap((entry) => entry.sets as LoggedSet[]);

/** Return the last time of every exercise, by its id: of the workouts that started before a moment. */
export function lastTimes(workouts: readonly Workout[], before = Infinity): Map<string, LastTime> {
  const found = new Map<string, LastTime & { when: number }>();
  for (const workout of workouts) {
    const when = Date.parse(workout.started_at);
    if (when >= before) continue;
    for (const entry of workout.exercises) {
      const known = found.get(entry.exercise_id);
      if ((known && known.when >= when) || !entry.sets.some((set) => set.done !== false)) continue;
      const sets = setsIn(workout, entry.exercise_id).filter((set) => set.done !== false);
      found.set(entry.exercise_id, { workoutId: workout.id, at: workout.started_at, when, sets, notes: entry.notes ?? undefined });
    }
  }
  return found;
}

/** Return the bests of some exercises over everything but one workout. */
export function bestsBefore(workouts: readonly Workout[], metrics: ReadonlyMap<string, Metric>, except: string): Map<string, Bests> {
  const found = new Map<string, Bests>();
  for (const workout of workouts) {
    if (workout.id === except) continue;
    for (const id of new Set(workout.exercises.map((entry) => entry.exercise_id))) {
      const metric = metrics.get(id);
      if (metric) found.set(id, better(found.get(id) ?? {}, bestsOf(setsIn(workout, id), metric)));
    }
  }
  return found;
}

export type BrokenIn = Broken & { exerciseId: string };

/** Return the records that a workout breaks, as the device knows the log. */
export function recordsOf(workout: Pick<Workout, "id" | "exercises">, workouts: readonly Workout[], metricOf: (id: string) => Metric | undefined): BrokenIn[] {
  const ids = [...new Set(workout.exercises.map((entry) => entry.exercise_id))];
  const metrics = new Map(ids.flatMap((id) => (metricOf(id) ? [[id, metricOf(id)!] as const] : [])));
  const before = bestsBefore(workouts, metrics, workout.id);
  return [...metrics].flatMap(([exerciseId, metric]) => {
    const sets = setsIn(workout as Workout, exerciseId);
    return brokenBy(bestsOf(sets, metric), before.get(exerciseId) ?? {}).map((broken) => ({ ...broken, exerciseId }));
  });
}

/** Return the workout of the same name before another: what it is compared with. */
export function sameBefore(workout: Workout, workouts: readonly Workout[]): Workout | undefined {
  const named = workout.name.toLocaleLowerCase();
  return workouts
    .filter((each) => each.id !== workout.id && each.name.toLocaleLowerCase() === named && Date.parse(each.started_at) < Date.parse(workout.started_at))
    .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at))[0];
}

export type Sums = { sets: number; reps: number; volume: number; seconds: number | null };

export function sumsOf(workout: Pick<Workout, "exercises" | "started_at" | "ended_at">): Sums {
  const work = workout.exercises.flatMap((entry) => entry.sets as LoggedSet[]).filter(isWork);
  return {
    sets: work.length,
    reps: work.reduce((sum, set) => sum + (set.reps ?? 0), 0),
    volume: work.reduce((sum, set) => sum + (set.reps ?? 0) * (set.weight_kg ?? 0), 0),
    seconds: workout.ended_at ? (Date.parse(workout.ended_at) - Date.parse(workout.started_at)) / 1000 : null,
  };
}
