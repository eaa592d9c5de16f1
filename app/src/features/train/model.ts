/** What Train reads, as the device has it. What the server adds to a record is there once it has seen it. */

import type { Schemas } from "@/api/client";
import type { Phone } from "@/sync/phone";

type Stored = Schemas["Workout"];

export type Workout = Omit<Stored, "day" | "totals" | "records"> & Partial<Pick<Stored, "day" | "totals" | "records">>;
export type WorkSet = Schemas["Set"];
export type Performed = Schemas["PerformedExercise"];
export type Plan = Schemas["TrainingPlan"];
export type PlanSession = Schemas["PlannedSession"];
export type PlannedExercise = Schemas["PlannedExercise"];
export type PlannedSet = Schemas["PlannedSet"];
export type Muscle = Schemas["MuscleVolume"]["muscle"];
export type Equipment = NonNullable<Schemas["Exercise"]["equipment"]>[number];
export type Exercise = Schemas["Exercise"];
export type Level = Schemas["Level"];
export type Goal = Plan["goal"];
export type BestMetric = Schemas["BrokenRecord"]["metric"];

/** One exercise in one workout, with its bests (the derived record `lift`). */
export type Lift = Schemas["PerformedSession"] & { exercise_id: string };

/** The bests of an exercise over all time (the derived record `best`). */
export type Bests = { exercise_id: string; sessions: number; metrics: Partial<Record<BestMetric, Schemas["Best"]>> };

/** What was trained on a day (the derived record `workout_day`). */
export type TrainedDay = { day: string; volume_kg: number; sets: number; muscles: Partial<Record<Muscle, number>>; workouts: Record<string, unknown> };

/** The day of a workout where it was done. */
export const dayOfWorkout = (workout: Pick<Workout, "day" | "started_at">): string => workout.day ?? workout.started_at.slice(0, 10);

/** Return all workouts, newest first. */
export function workoutsOf(phone: Phone): Workout[] {
  const dated = (phone.all("workout") as Workout[]).map((workout) => [Date.parse(workout.started_at), workout] as const);
  return dated.sort(([a], [b]) => b - a).map(([, workout]) => workout);
}

/** A set that counts: done, and no warm-up. */
export const isWork = (set: WorkSet): boolean => set.kind !== "warmup" && set.done !== false;

/** Sum a workout as the server does, for what it has not seen yet. */
export function totalsOf(workout: Pick<Workout, "exercises">): { volume_kg: number; sets: number; reps: number } {
  const work = workout.exercises.flatMap((each) => each.sets).filter(isWork);
  return {
    volume_kg: work.reduce((sum, set) => sum + (set.weight_kg ?? 0) * (set.reps ?? 0), 0),
    sets: work.length,
    reps: work.reduce((sum, set) => sum + (set.reps ?? 0), 0),
  };
}

/** Minutes from start to end; null while the end is not known. */
export function minutesOf(workout: Pick<Workout, "started_at" | "ended_at">): number | null {
  return workout.ended_at ? Math.round((Date.parse(workout.ended_at) - Date.parse(workout.started_at)) / 60_000) : null;
}
