/** What the player says of sets and exercises. */

import type { TFunction } from "i18next";
import type { Draft, DraftExercise, DraftSet } from "@/lib/running";
import { setText } from "./fields";
import type { Player } from "./use-player";

/** A set as it stands, or a dash where nothing is known of it. */
export function setWords({ units, format, exerciseOf }: Player, entry: DraftExercise, set: DraftSet): string {
  return setText(set, units, format, exerciseOf(entry.exercise_id)?.metric === "bodyweight") || "\u2013";
}

/** What was proposed for a set, with what it should leave. */
export function targetWords(t: TFunction, { units, format, exerciseOf }: Player, entry: DraftExercise, set: DraftSet): string | null {
  if (!set.target) return null;
  const target = setText(set.target, units, format, exerciseOf(entry.exercise_id)?.metric === "bodyweight");
  if (!target) return null;
  return set.target.rir === undefined || set.kind === "warmup" ? target : t("session.targetRir", { target, rir: format.number(set.target.rir, 1) });
}

/** A, B, C for the supersets of a session, in their order. */
export function letterOf(draft: Draft, entry: DraftExercise): string | null {
  if (!entry.superset) return null;
  const marks = [...new Set(draft.exercises.flatMap((each) => (each.superset ? [each.superset] : [])))];
  return String.fromCharCode(65 + (marks.indexOf(entry.superset) % 26));
}
