/** What is typed of a goal, as text, and the body that it makes. */

import type { Units } from "@/lib/locale";
import type { Day } from "@/lib/day";
import { read, typed, valueFrom } from "./amounts";
import { numberOf } from "@/lib/quantities";
import { metricOf, type Body, type Kind, type Metric } from "./model";

export type Draft = {
  kind: Kind;
  title: string;
  metric: Metric | null;
  target: string;
  current: string;
  unit: string;
  exerciseId: string | null;
  habitId: string | null;
  distance: string;
  due: Day | null;
  note: string;
};

export type Field = "title" | "metric" | "target_value" | "exercise_id" | "habit_id" | "distance_m" | "due_on";
type Wrong = { field: Field; word: "needTarget" | "needTime" | "needExercise" | "needHabit" | "needMetric" | "needName" | "needDistance" };

const USUAL: Record<Kind, Metric | null> = { weight: "weight_kg", strength: null, cardio: null, habit: "streak", measurement: null, custom: "value" };

export const emptyDraft = (kind: Kind): Draft => ({ kind, title: "", metric: USUAL[kind], target: "", current: "", unit: "", exerciseId: null, habitId: null, distance: "", due: null, note: "" });

export function draftOf(goal: Body, units: Units): Draft {
  const metric = metricOf(goal);
  return {
    kind: goal.kind,
    title: goal.title ?? "",
    metric,
    target: typed(units, metric, goal.target_value),
    current: typed(units, metric, goal.current_value),
    unit: goal.unit ?? "",
    exerciseId: goal.exercise_id ?? null,
    habitId: goal.habit_id ?? null,
    distance: typed(units, "distance_m", goal.distance_m),
    due: goal.due_on ?? null,
    note: goal.note ?? "",
  };
}

/** Return the first thing that is missing, before the server is asked. */
export function missingIn(draft: Draft, units: Units): Wrong | null {
  const { kind, metric } = draft;
  if ((kind === "strength" || kind === "cardio") && !draft.exerciseId) return { field: "exercise_id", word: "needExercise" };
  if (kind === "habit" && !draft.habitId) return { field: "habit_id", word: "needHabit" };
  if (!metric) return { field: "metric", word: "needMetric" };
  if (kind === "custom" && !draft.title.trim()) return { field: "title", word: "needName" };
  if (metric === "time_s" && !((numberOf(draft.distance) ?? 0) > 0)) return { field: "distance_m", word: "needDistance" };
  if (read(units, metric, draft.target) === null) return { field: "target_value", word: metric === "time_s" || metric === "duration_s" ? "needTime" : "needTarget" };
  return null;
}

/** Return what is sent of a draft in which nothing is missing; `before` keeps what the form does not ask for. */
export function bodyOf(draft: Draft, units: Units, before?: Body): Record<string, unknown> {
  const { kind } = draft;
  const metric = draft.metric ?? USUAL[kind] ?? "value";
  const distance = numberOf(draft.distance);
  const current = numberOf(draft.current);
  return {
    kind,
    metric,
    title: draft.title.trim() || undefined,
    target_value: read(units, metric, draft.target) ?? 0,
    exercise_id: kind === "strength" || kind === "cardio" ? (draft.exerciseId ?? undefined) : undefined,
    habit_id: kind === "habit" ? (draft.habitId ?? undefined) : undefined,
    distance_m: metric === "time_s" && distance !== null ? valueFrom(units, "distance_m", distance) : undefined,
    current_value: kind === "custom" ? (current ?? before?.current_value ?? undefined) : undefined,
    unit: kind === "custom" ? draft.unit.trim() || undefined : undefined,
    due_on: draft.due ?? undefined,
    note: draft.note.trim() || undefined,
  };
}
