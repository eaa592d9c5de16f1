/** What is typed for one's own targets, and what it comes to. */

import { numberOf } from "@/lib/quantities";
import type { Schemas } from "@/api/client";
import type { OwnTargets } from "./requests";

export const FIELDS = ["energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"] as const;
export type FieldName = (typeof FIELDS)[number];
export type Typed = Record<FieldName, string>;

const KCAL_PER_G = { protein_g: 4, carbs_g: 4, fat_g: 9 } as const;

export const typedOf = (targets: Schemas["Targets"] | null | undefined): Typed =>
  Object.fromEntries(FIELDS.map((name) => [name, targets ? String(Math.round(targets[name])) : ""])) as Typed;

/** Return the energy of the three, in kcal; null while one of them is no number. */
export function energyOf(typed: Typed): number | null {
  const grams = (Object.keys(KCAL_PER_G) as (keyof typeof KCAL_PER_G)[]).map((name) => [name, numberOf(typed[name])] as const);
  return grams.every(([, value]) => value !== null) ? grams.reduce((sum, [name, value]) => sum + (value ?? 0) * KCAL_PER_G[name], 0) : null;
}

/** Return what is sent, or the fields that cannot be read. Fibre may be left out. */
export function ownOf(typed: Typed): { own: OwnTargets } | { bad: FieldName[] } {
  const bad = FIELDS.filter((name) => !(name === "fiber_g" && !typed[name].trim()) && (numberOf(typed[name]) ?? -1) < 0);
  if (bad.length) return { bad };
  const value = (name: FieldName) => numberOf(typed[name]) ?? 0;
  const fiber = numberOf(typed.fiber_g);
  return { own: { energy_kcal: value("energy_kcal"), protein_g: value("protein_g"), carbs_g: value("carbs_g"), fat_g: value("fat_g"), ...(fiber === null ? {} : { fiber_g: fiber }) } };
}
