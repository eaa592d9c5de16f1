/** Nutrients by the API's keys. One that is not known is absent, never 0. */

export type Figures = Readonly<Partial<Record<string, number>>>;
export type Mutable = Partial<Record<string, number>>;

/** What a person aims at, and what the screens show first. */
export const MACROS = ["energy_kcal", "protein_g", "carbs_g", "fat_g"] as const;
export type Macro = (typeof MACROS)[number];

const decimalsOf = (key: string): number => (key === "energy_kcal" ? 1 : 3);

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round((value + Number.EPSILON) * factor) / factor;
}

/** Return the nutrients of so much of something, rounded as the server does. */
export function scaled(figures: Figures, factor: number): Figures {
  const made: Mutable = {};
  for (const [key, value] of Object.entries(figures)) if (value !== undefined) made[key] = rounded(value * factor, decimalsOf(key));
  return made;
}

/** Add up what is known. */
export function summed(parts: readonly Figures[]): Figures {
  const sums: Mutable = {};
  for (const part of parts) for (const [key, value] of Object.entries(part)) if (value !== undefined) sums[key] = (sums[key] ?? 0) + value;
  return scaled(sums, 1);
}

/**
 * Return of how much of what was eaten a nutrient is known, as a part of 1: by energy, by count where no energy is known.
 * Nothing eaten is known in full.
 */
export function coverage(key: string, parts: readonly Figures[]): number {
  const known = parts.filter((part) => part[key] !== undefined);
  const energy = (those: readonly Figures[]) => those.reduce((sum, part) => sum + (part.energy_kcal ?? 0), 0);
  const all = energy(parts);
  if (all > 0) return energy(known) / all;
  return parts.length ? known.length / parts.length : 1;
}
