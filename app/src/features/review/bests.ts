/** Personal records as the device has them: what stands by exercise, and the heaviest by reps. */

import type { Schemas } from "@/api/client";
import { dayOf, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import { recordsOf, type Broken } from "./figures";

export type Metric = Schemas["BrokenRecord"]["metric"];
export type RepMax = { reps: number; kg: number; day: Day };
export type ExerciseBests = { exerciseId: string; sessions: number; bests: { metric: Metric; value: number; day: Day; workoutId: string }[]; repMaxes: RepMax[]; last: string };

export const RECORD_KINDS = ["best", "lift", "workout", "achievement"] as const;

const REPS = [1, 3, 5, 8, 10, 12];
const METRICS: readonly Metric[] = ["e1rm_kg", "weight_kg", "reps", "duration_s", "distance_m", "volume_kg"];

type Best = { exercise_id: string; sessions: number; metrics: Partial<Record<Metric, { value: number; workout_id: string; at: string }>> };
type Lift = { exercise_id: string; day: Day; sets: Schemas["Set"][] };

/** Return what stands of each exercise, the one that was beaten last first. */
export function bestsOn(phone: Phone): ExerciseBests[] {
  const lifts = new Map<string, Lift[]>();
  for (const lift of phone.all("lift") as Lift[]) {
    const own = lifts.get(lift.exercise_id);
    if (own) own.push(lift);
    else lifts.set(lift.exercise_id, [lift]);
  }
  return (phone.all("best") as Best[])
    .map(({ exercise_id, sessions, metrics }) => ({
      exerciseId: exercise_id,
      sessions,
      bests: METRICS.flatMap((metric) => {
        const held = metrics[metric];
        return held ? [{ metric, value: held.value, day: dayOf(new Date(held.at)), workoutId: held.workout_id }] : [];
      }),
      repMaxes: repMaxes(lifts.get(exercise_id) ?? []),
      last: Object.values(metrics).map((held) => held?.at ?? "").sort().at(-1) ?? "",
    }))
    .filter(({ bests }) => bests.length)
    .sort((a, b) => Date.parse(b.last) - Date.parse(a.last));
}

/** Return the heaviest load for at least so many reps, and when it was lifted first; nothing twice. */
export function repMaxes(lifts: readonly Lift[]): RepMax[] {
  const sets = lifts.flatMap(({ day, sets: own }) => own.filter((set) => set.done !== false && set.kind !== "warmup" && (set.weight_kg ?? 0) > 0).map((set) => ({ day, kg: set.weight_kg ?? 0, reps: set.reps ?? 0 })));
  const found: RepMax[] = [];
  for (const reps of [...REPS].reverse()) {
    const best = sets.filter((set) => set.reps >= reps).sort((a, b) => b.kg - a.kg || a.day.localeCompare(b.day))[0];
    const heavier = found.at(-1)?.kg ?? 0;
    if (best && best.kg > heavier) found.push({ reps, kg: best.kg, day: best.day });
  }
  return found.reverse();
}

/** Return every record that was beaten, newest first. */
export const brokenOn = (phone: Phone): Broken[] => recordsOf(phone.all("workout") as Parameters<typeof recordsOf>[0]);
