/** What to put on a bar: the same search as the server's (fitzen/science/loading.py), in the person's own plates. */

import type { Units } from "@/lib/locale";

/** A plate and how many pairs of it there are. */
export type Rack = { bar: number; pairs: Record<string, number> };

export const PLATES: Record<Units, readonly number[]> = { metric: [25, 20, 15, 10, 5, 2.5, 1.25], imperial: [45, 35, 25, 10, 5, 2.5] };
export const BARS: Record<Units, readonly number[]> = { metric: [20, 15, 10, 7], imperial: [45, 35, 25, 15] };
const PAIRS: Record<Units, readonly number[]> = { metric: [5, 2, 2, 2, 2, 2, 2], imperial: [6, 0, 2, 2, 2, 2] };

export const rackOf = (units: Units): Rack => ({ bar: BARS[units][0]!, pairs: Object.fromEntries(PLATES[units].map((plate, place) => [String(plate), PAIRS[units][place]!])) });

export type Loading = { side: number[]; total: number };

const NEAR = 0.001;

/** Return the plates of one side, heaviest first, and what it weighs in all: as much as is wanted, or as near below as can be made, with the fewest plates. */
export function loadBar(weight: number, { bar, pairs }: Rack): Loading {
  const side = fullest((weight - bar) / 2 + NEAR, pairs);
  return { side, total: Math.round((bar + 2 * side.reduce((sum, plate) => sum + plate, 0)) * 1000) / 1000 };
}

function fullest(limit: number, pairs: Record<string, number>): number[] {
  const sums = new Map<number, number[]>([[0, []]]);
  const plates = Object.keys(pairs).map(Number).sort((a, b) => b - a);
  for (const plate of plates)
    for (const chosen of [...sums.values()])
      for (let count = 1; count <= pairs[String(plate)]!; count++) {
        const more = [...chosen, ...Array<number>(count).fill(plate)];
        const sum = more.reduce((total, each) => total + each, 0);
        if (sum > limit) break;
        const key = Math.round(sum * 1000);
        const known = sums.get(key);
        if (!known || isBetter(more, known)) sums.set(key, more);
      }
  return sums.get(Math.max(...sums.keys()))!;
}

/** Fewer plates first, then heavier ones. */
function isBetter(one: number[], other: number[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  const place = one.findIndex((plate, at) => plate !== other[at]);
  return place >= 0 && one[place]! > other[place]!;
}
