/** What food comes to. A nutrient that nothing gives is absent, never 0. */

import type { Schemas } from "@/api/client";

export type Sums = Schemas["Sums"];
export type Nutrient = keyof Sums;

/** What is shown of a recipe, and its unit. */
export const SHOWN = [
  ["energy_kcal", "kcal"],
  ["protein_g", "g"],
  ["carbs_g", "g"],
  ["fat_g", "g"],
  ["fiber_g", "g"],
  ["sugar_g", "g"],
  ["saturated_g", "g"],
  ["sodium_mg", "mg"],
] as const satisfies readonly (readonly [Nutrient, string])[];

const NAMES = SHOWN.map(([name]) => name);

/** Keep of all nutrients those that are shown. */
export const slim = (sums: Sums): Sums => Object.fromEntries(NAMES.flatMap((name) => (sums[name] === undefined ? [] : [[name, sums[name]]])));

/** Return so many times each. */
export const times = (sums: Sums, factor: number): Sums => Object.fromEntries(NAMES.flatMap((name) => (sums[name] === undefined ? [] : [[name, Math.round(sums[name] * factor * 1000) / 1000]])));

/** Add up what is known. */
export function added(all: readonly Sums[]): Sums {
  return Object.fromEntries(NAMES.flatMap((name) => (all.some((each) => each[name] !== undefined) ? [[name, all.reduce((sum, each) => sum + (each[name] ?? 0), 0)]] : [])));
}
