/** An exercise over time: the server's derived records, with what waits on this device on top. */

import type { Phone } from "@/sync/phone";
import { dayOfWorkout, isWork, type BestMetric, type Bests, type Exercise, type Lift, type Workout, type WorkSet } from "./model";

const [MOST_RIR, MOST_REPS] = [4, 10];

/**
 * Estimate the maximum of one repetition, in kg: the mean of Epley (1985) and Brzycki (1993, doi 10.1080/07303084.1993.10606684)
 * at repetitions plus reserve. Null beyond ten, as in docs/science.md.
 */
export function e1rmOf(set: WorkSet): number | null {
  if (!isWork(set) || !set.weight_kg || !set.reps) return null;
  const reserve = set.kind === "failure" ? 0 : (set.rir ?? (typeof set.rpe === "number" ? 10 - set.rpe : 0));
  const reps = set.reps + Math.min(MOST_RIR, Math.max(0, reserve));
  if (reps > MOST_REPS) return null;
  return reps === 1 ? set.weight_kg : (set.weight_kg * (1 + reps / 30) + (set.weight_kg * 36) / (37 - reps)) / 2;
}

export const MAIN_METRIC: Record<Exercise["metric"], BestMetric> = { reps_load: "e1rm_kg", bodyweight: "reps", time: "duration_s", distance: "distance_m" };

/** Work out what one exercise gave in a workout that the server has not seen as it is. */
export function liftOf(workout: Workout, exerciseId: string): Lift | null {
  const sets = workout.exercises.filter((each) => each.exercise_id === exerciseId).flatMap((each) => each.sets);
  if (!sets.length) return null;
  const work = sets.filter(isWork);
  const most = (values: (number | null | undefined)[]) => {
    const top = Math.max(0, ...values.map((each) => each ?? 0));
    return top || undefined;
  };
  return {
    exercise_id: exerciseId,
    workout_id: workout.id,
    workout_name: workout.name,
    at: workout.started_at,
    day: dayOfWorkout(workout),
    e1rm_kg: most(work.map(e1rmOf)),
    weight_kg: most(work.map((set) => set.weight_kg)),
    reps: most(work.map((set) => set.reps)),
    volume_kg: most([work.reduce((sum, set) => sum + (set.weight_kg ?? 0) * (set.reps ?? 0), 0)]),
    duration_s: most(work.map((set) => set.duration_s)),
    distance_m: most(work.map((set) => set.distance_m)),
    sets,
  };
}

/** Return the sessions of an exercise, newest first. */
export function liftsOf(phone: Phone, exerciseId: string): Lift[] {
  const told = (phone.all("lift") as Lift[]).filter((lift) => lift.exercise_id === exerciseId && !phone.isWaiting("workout", lift.workout_id));
  const waiting = [...new Set(phone.queue.filter((op) => op.kind === "workout").map((op) => op.id))];
  const own = waiting.flatMap((id) => {
    const workout = phone.view("workout", id) as Workout | null;
    return (workout && liftOf(workout, exerciseId)) ?? [];
  });
  return [...told, ...own].map((lift) => [Date.parse(lift.at), lift] as const).sort(([a], [b]) => b - a).map(([, lift]) => lift);
}

export type LiftPoint = { at: number; day: string; value: number; workoutId: string; /** More than all before. */ record: boolean };

/** Return a metric over time, oldest first, with the records in it. `lifts` are newest first. */
export function pointsOf(lifts: readonly Lift[], metric: BestMetric): LiftPoint[] {
  let top = 0;
  return lifts.toReversed().flatMap((lift) => {
    const value = lift[metric];
    if (typeof value !== "number") return [];
    const record = top > 0 && value > top;
    top = Math.max(top, value);
    return [{ at: Date.parse(lift.at), day: lift.day, value, workoutId: lift.workout_id, record }];
  });
}

const METRICS = ["e1rm_kg", "weight_kg", "volume_kg", "reps", "duration_s", "distance_m"] as const;

/** Return the bests of all sessions that the device knows. */
export function bestsOf(lifts: readonly Lift[]): Bests["metrics"] {
  const found: Bests["metrics"] = {};
  for (const lift of lifts.toReversed())
    for (const metric of METRICS) {
      const value = lift[metric];
      if (typeof value === "number" && value > (found[metric]?.value ?? 0)) found[metric] = { value, workout_id: lift.workout_id, at: lift.at };
    }
  return found;
}
