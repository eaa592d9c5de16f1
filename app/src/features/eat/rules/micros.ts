/** Vitamins and minerals of a day against reference intakes: amounts from the records, references from the server. */

import type { Schemas } from "@/api/client";
import { coverage, summed, type Figures } from "@/lib/figures";

export type Reference = Schemas["Micronutrient"];
/** `known`: of what part of the food the amount is known. `over`: the upper limit is passed, where food counts towards it. */
export type Micro = { key: string; label: string; unit: string; amount: number | null; reference: number; kind: "rda" | "ai"; known: number; upper: number | null; over: boolean };

const UNITS: Record<string, string> = { g: "g", mg: "mg", ug: "µg" };
/** Which amount an upper limit counts; supplements are not food. */
const COUNTED: Record<string, string | null> = { retinol: "retinol_ug", supplements: null };

/** What is known of less than this part of the food says little of the day. */
const MOSTLY = 0.9;

/** Return them, those first of which least was eaten; what is hardly known comes last. */
export function microsOf(references: readonly Reference[], parts: readonly Figures[]): Micro[] {
  const totals = summed(parts);
  const all = references.map(({ nutrient: key, label, reference, kind, upper, upper_of }): Micro => {
    const counts = upper_of && upper_of in COUNTED ? COUNTED[upper_of]! : key;
    const counted = counts ? totals[counts] : undefined;
    return { key, label, unit: UNITS[key.slice(key.lastIndexOf("_") + 1)] ?? "", amount: totals[key] ?? null, reference, kind, known: coverage(key, parts), upper: upper ?? null, over: typeof upper === "number" && counted !== undefined && counted > upper };
  });
  const share = (micro: Micro) => (micro.amount ?? 0) / micro.reference;
  const hardly = (micro: Micro) => (micro.known < MOSTLY ? 1 : 0);
  return all.sort((a, b) => hardly(a) - hardly(b) || share(a) - share(b));
}
