/** What was typed, checked as the server checks it: the person learns of it at once, also without a network. */

import { numberOf } from "@/lib/quantities";
import { isPossible, questionOf, type Before, type Metric, type Question } from "./metrics";

export type Checked = { state: "none" } | { state: "wrong"; why: "number" | "impossible" } | { state: "asked"; value: number; question: Question } | { state: "good"; value: number };

/** `kept` turns what was typed into the amount that is kept. A value that was confirmed is not asked about again. */
export function checked(metric: Metric, typed: string | undefined, before: Before | null, kept: (shown: number) => number, confirmed: boolean): Checked {
  if (typed === undefined || !typed.trim()) return { state: "none" };
  const shown = numberOf(typed);
  if (shown === null) return { state: "wrong", why: "number" };
  const value = kept(shown);
  if (!isPossible(metric, value)) return { state: "wrong", why: "impossible" };
  const question = confirmed ? null : questionOf(metric, value, before);
  return question ? { state: "asked", value, question } : { state: "good", value };
}
