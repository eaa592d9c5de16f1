/**
 * What the sets of an exercise say, worked out on the device as the server does it (fitzen/science/strength.py), so
 * that a session's records are known in a basement too.
 */

import type { Metric } from "@/lib/exercises";
import type { SetKind, SetValues } from "@/lib/running";

export type LoggedSet = SetValues & { kind?: SetKind; rpe?: number; done?: boolean };
export type BestMetric = "e1rm_kg" | "weight_kg" | "volume_kg" | "reps" | "duration_s" | "distance_m";
export type Bests = Partial<Record<BestMetric, number>>;
export type Broken = { metric: BestMetric; value: number; previous: number };

const [MAX_EFFECTIVE_REPS, MAX_RELIABLE_RIR] = [10, 4];
const METRICS: Record<Metric, readonly BestMetric[]> = {
  reps_load: ["e1rm_kg", "weight_kg", "volume_kg"],
  bodyweight: ["reps", "weight_kg"],
  time: ["duration_s"],
  distance: ["distance_m"],
};
/** By more than this a record must be beaten. */
const MIN_GAIN: Record<BestMetric, number> = { e1rm_kg: 0.05, weight_kg: 0.05, volume_kg: 0.5, reps: 0, duration_s: 0.05, distance_m: 0.005 };

/** Done and no warm-up. */
export const isWork = (set: LoggedSet): boolean => (set.done ?? true) && set.kind !== "warmup";

function reserveOf(set: LoggedSet): number {
  if (set.kind === "failure") return 0;
  return set.rir ?? (set.rpe === undefined ? 0 : 10 - set.rpe);
}

/** Estimate the 1RM in kg: the mean of Epley and Brzycki at reps and reserve; null beyond ten of them. */
export function e1rm(set: LoggedSet): number | null {
  if (!set.reps || !set.weight_kg) return null;
  const reps = set.reps + Math.min(reserveOf(set), MAX_RELIABLE_RIR);
  if (reps > MAX_EFFECTIVE_REPS) return null;
  const epley = reps === 1 ? 1 : 1 + reps / 30;
  return (set.weight_kg * (epley + 36 / (37 - reps))) / 2;
}

export const volumeOf = (sets: readonly LoggedSet[]): number => sets.filter(isWork).reduce((sum, set) => sum + (set.reps ?? 0) * (set.weight_kg ?? 0), 0);

const BEST: Record<BestMetric, (work: readonly LoggedSet[]) => number> = {
  e1rm_kg: (work) => Math.max(0, ...work.map((set) => e1rm(set) ?? 0)),
  weight_kg: (work) => Math.max(0, ...work.map((set) => (set.reps ? (set.weight_kg ?? 0) : 0))),
  volume_kg: volumeOf,
  reps: (work) => Math.max(0, ...work.map((set) => set.reps ?? 0)),
  duration_s: (work) => Math.max(0, ...work.map((set) => set.duration_s ?? 0)),
  distance_m: (work) => Math.max(0, ...work.map((set) => set.distance_m ?? 0)),
};

export function bestsOf(sets: readonly LoggedSet[], metric: Metric): Bests {
  const work = sets.filter(isWork);
  const found = METRICS[metric].map((name) => [name, BEST[name](work)] as const);
  return Object.fromEntries(found.filter(([, value]) => value > 0));
}

/** Return what is beaten. The first value of a metric sets the record, and breaks none. */
export function brokenBy(now: Bests, previous: Bests): Broken[] {
  return (Object.keys(now) as BestMetric[]).flatMap((metric) => {
    const [value, before] = [now[metric]!, previous[metric]];
    return before !== undefined && value > before + MIN_GAIN[metric] ? [{ metric, value, previous: before }] : [];
  });
}

export function better(one: Bests, other: Bests): Bests {
  const merged = { ...one };
  for (const metric of Object.keys(other) as BestMetric[]) merged[metric] = Math.max(merged[metric] ?? 0, other[metric]!);
  return merged;
}
