/** What can be measured, and the server's checks of it (src/fitzen/measurements/rules.py; a test compares the two). */

import type { Schemas } from "@/api/client";

export type Metric = Schemas["Measurement"]["metric"];
type Bounds = readonly [low: number, high: number];
export type About = { possible: Bounds; plausible: Bounds; /** How far from the value before is usual, as a share of it. */ jump?: { atOnce: number; aDay: number }; /** What one reading is off by, as a share of the usual value. */ noise?: number };

const girth = { atOnce: 0.08, aDay: 0.002 };
const scale: About = { possible: [1, 5], plausible: [1, 5], noise: 0.2 };

export const METRICS: Record<Metric, About> = {
  weight_kg: { possible: [20, 500], plausible: [35, 250], jump: { atOnce: 0.04, aDay: 0.003 } },
  height_cm: { possible: [50, 280], plausible: [130, 215], jump: { atOnce: 0.02, aDay: 0.0005 } },
  body_fat_pct: { possible: [2, 75], plausible: [4, 60], jump: { atOnce: 0.25, aDay: 0.005 }, noise: 0.1 },
  lean_mass_kg: { possible: [10, 250], plausible: [25, 130], jump: { atOnce: 0.08, aDay: 0.003 } },
  muscle_mass_kg: { possible: [5, 200], plausible: [10, 110], jump: { atOnce: 0.08, aDay: 0.003 } },
  body_water_pct: { possible: [15, 90], plausible: [30, 75] },
  waist_cm: { possible: [30, 300], plausible: [50, 180], jump: girth },
  hip_cm: { possible: [30, 300], plausible: [60, 200], jump: girth },
  chest_cm: { possible: [30, 300], plausible: [60, 180], jump: girth },
  shoulders_cm: { possible: [50, 250], plausible: [75, 180], jump: girth },
  neck_cm: { possible: [15, 100], plausible: [25, 60], jump: girth },
  arm_cm: { possible: [10, 100], plausible: [18, 60], jump: girth },
  forearm_cm: { possible: [10, 80], plausible: [16, 45], jump: girth },
  thigh_cm: { possible: [15, 150], plausible: [30, 100], jump: girth },
  calf_cm: { possible: [10, 100], plausible: [22, 60], jump: girth },
  resting_hr_bpm: { possible: [20, 250], plausible: [32, 120], noise: 0.05 },
  hrv_ms: { possible: [1, 500], plausible: [5, 250], noise: 0.2 },
  systolic_mmhg: { possible: [40, 300], plausible: [80, 200], noise: 0.1 },
  diastolic_mmhg: { possible: [20, 200], plausible: [45, 120], noise: 0.1 },
  spo2_pct: { possible: [40, 100], plausible: [88, 100] },
  respiratory_rate_bpm: { possible: [3, 80], plausible: [8, 30], noise: 0.05 },
  temperature_c: { possible: [25, 45], plausible: [35, 40] },
  vo2max_ml_kg_min: { possible: [5, 110], plausible: [15, 85], noise: 0.05 },
  glucose_mmol_l: { possible: [0.5, 60], plausible: [3, 20], noise: 0.1 },
  sleep_h: { possible: [0, 24], plausible: [1, 16], noise: 0.1 },
  steps: { possible: [0, 200_000], plausible: [0, 60_000], noise: 0.35 },
  distance_m: { possible: [0, 1_000_000], plausible: [0, 100_000], noise: 0.35 },
  floors: { possible: [0, 5_000], plausible: [0, 300], noise: 0.35 },
  active_energy_kcal: { possible: [0, 20_000], plausible: [0, 5_000], noise: 0.35 },
  mood_1_5: scale,
  energy_1_5: scale,
  soreness_1_5: scale,
  stress_1_5: scale,
};

/** In the order in which they are offered. */
export const GROUPS = {
  body: ["weight_kg", "body_fat_pct", "lean_mass_kg", "muscle_mass_kg", "body_water_pct", "height_cm"],
  girth: ["waist_cm", "hip_cm", "chest_cm", "shoulders_cm", "neck_cm", "arm_cm", "forearm_cm", "thigh_cm", "calf_cm"],
  heart: ["resting_hr_bpm", "hrv_ms", "systolic_mmhg", "diastolic_mmhg", "spo2_pct", "respiratory_rate_bpm", "temperature_c", "vo2max_ml_kg_min", "glucose_mmol_l"],
  day: ["sleep_h", "steps", "distance_m", "floors", "active_energy_kcal"],
  feeling: ["mood_1_5", "energy_1_5", "soreness_1_5", "stress_1_5"],
} as const satisfies Record<string, readonly Metric[]>;

export type Group = keyof typeof GROUPS;
export const ALL: readonly Metric[] = Object.values(GROUPS).flat();
export const isMetric = (name: string): name is Metric => name in METRICS;

const LOOK_BACK_DAYS = 60;
const MIN_NOISE = 0.1;

export type Before = { value: number; days: number };
/** What is to be asked before a value is believed: it is outside what most people have, or far from the one before. */
export type Question = { why: "unusual"; low: number; high: number } | { why: "jump"; before: number; days: number };

export function isPossible(metric: Metric, value: number): boolean {
  const [low, high] = METRICS[metric].possible;
  return low <= value && value <= high;
}

/** Return what the server would ask about a value that was typed; null where it is a usual one. */
export function questionOf(metric: Metric, value: number, before: Before | null): Question | null {
  const { plausible, jump } = METRICS[metric];
  const [low, high] = plausible;
  if (value < low || value > high) return { why: "unusual", low, high };
  if (!before || !jump || before.days < 0 || before.days > LOOK_BACK_DAYS) return null;
  const usual = (jump.atOnce + jump.aDay * before.days) * before.value;
  return Math.abs(value - before.value) <= usual ? null : { why: "jump", before: before.value, days: before.days };
}

/** Return what one reading is off by, in its unit; undefined: as the trend has it. */
export function noiseOf(metric: Metric, values: readonly number[]): number | undefined {
  const share = METRICS[metric].noise;
  if (!share || !values.length) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return Math.max(MIN_NOISE, share * Math.abs(median));
}
