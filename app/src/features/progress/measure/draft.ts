/** What was entered and not saved yet: kept on the device until it is. */

import { useKept } from "@/lib/kept";
import { ALL, type Metric } from "../figures/metrics";
import type { Reading } from "../figures/readings";

/** `at`: another time than now. `confirmed`: values that the person said are right, as they were typed. */
export type Draft = { added: Metric[]; typed: Partial<Record<Metric, string>>; confirmed: Partial<Record<Metric, string>>; at: string | null };

export const EMPTY: Draft = { added: [], typed: {}, confirmed: {}, at: null };
const OFFERED = 4;

export const useDraft = () => useKept<Draft>("progress.measure", EMPTY);

/** Return what is asked for: what one came for, else weight and what was measured last by hand; what was added; never one twice. */
export function askedFor(came: Metric | null, draft: Draft, readings: ReadonlyMap<Metric, Reading[]>): Metric[] {
  const typed = ALL.filter((metric) => draft.typed[metric] !== undefined);
  if (came) return unique([came, ...draft.added, ...typed]);
  const own = [...readings.entries()].filter(([, values]) => (values.at(-1)?.source ?? "manual") === "manual");
  const lately = own.sort(([, a], [, b]) => b.at(-1)!.at - a.at(-1)!.at).map(([metric]) => metric);
  return unique([...unique(["weight_kg", ...lately]).slice(0, OFFERED), ...draft.added, ...typed]);
}

const unique = (metrics: Metric[]): Metric[] => [...new Set(metrics)];
