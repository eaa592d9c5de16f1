/** A workout as it is being changed: numbers as they are typed, in the person's units. */

import type { Units } from "@/lib/locale";
import { kgFrom, kgIn, numberOf } from "@/lib/quantities";
import type { Performed, Workout, WorkSet } from "../model";

export const FIELDS = ["weight", "reps", "rir", "minutes", "metres"] as const;
export type FieldName = (typeof FIELDS)[number];

export type DraftSet = Record<FieldName, string> & { /** What is not typed stays as it was. */ was: WorkSet };
export type DraftExercise = Omit<Performed, "sets"> & { sets: DraftSet[] };
export type Draft = { name: string; notes: string; exercises: DraftExercise[] };

const text = (value: number | null | undefined, digits = 2): string => (typeof value === "number" ? String(Math.round(value * 10 ** digits) / 10 ** digits) : "");

const setOf = (set: WorkSet, units: Units): DraftSet => ({
  weight: text(typeof set.weight_kg === "number" ? kgIn(units, set.weight_kg) : null),
  reps: text(set.reps),
  rir: text(set.rir, 1),
  minutes: text(typeof set.duration_s === "number" ? set.duration_s / 60 : null),
  metres: text(set.distance_m),
  was: set,
});

export const draftOf = (workout: Workout, units: Units): Draft => ({
  name: workout.name,
  notes: workout.notes ?? "",
  exercises: workout.exercises.map((each) => ({ ...each, sets: each.sets.map((set) => setOf(set, units)) })),
});

/** Which fields an exercise is logged by: those that its sets have, and by default weight and repetitions. */
export function fieldsOf(exercise: DraftExercise): FieldName[] {
  const used = FIELDS.filter((name) => exercise.sets.some((set) => set[name]));
  return used.some((name) => name === "minutes" || name === "metres") && !used.includes("reps") ? used : FIELDS.filter((name) => name === "weight" || name === "reps" || name === "rir" || used.includes(name));
}

const LIMITS: Record<FieldName, number> = { weight: 4400, reps: 10_000, rir: 10, minutes: 2160, metres: 1_000_000 };

/** Say what is wrong with a field: no number, or none that can be. */
export function isWrong(name: FieldName, value: string): boolean {
  if (!value.trim()) return false;
  const number = numberOf(value);
  return number === null || number < 0 || number > LIMITS[name] || (name === "reps" && !Number.isInteger(number));
}

/** Say whether a set that was done says nothing at all. */
export const isEmpty = (set: DraftSet): boolean => set.was.done !== false && !set.reps.trim() && !set.minutes.trim() && !set.metres.trim();

export const canSave = (draft: Draft): boolean =>
  draft.name.trim().length > 0 && draft.exercises.every((each) => each.sets.every((set) => !isEmpty(set) && FIELDS.every((name) => !isWrong(name, set[name]))));

/** Return what is written: a figure that was not typed anew stays exactly what it was. */
export function changesOf(draft: Draft, units: Units): Pick<Workout, "name" | "notes" | "exercises"> {
  return { name: draft.name.trim(), notes: draft.notes.trim() || null, exercises: draft.exercises.filter((each) => each.sets.length).map((each) => ({ ...each, sets: each.sets.map((set) => written(set, units)) })) };
}

function written(set: DraftSet, units: Units): WorkSet {
  const before = setOf(set.was, units);
  const value = (name: FieldName, was: number | null | undefined, change: (typed: number) => number = (typed) => typed) => {
    if (set[name] === before[name]) return was ?? undefined;
    const typed = numberOf(set[name]);
    return typed === null ? undefined : change(typed);
  };
  const next = {
    ...set.was,
    weight_kg: value("weight", set.was.weight_kg, (typed) => Math.round(kgFrom(units, typed) * 1000) / 1000),
    reps: value("reps", set.was.reps),
    rir: value("rir", set.was.rir),
    duration_s: value("minutes", set.was.duration_s, (typed) => Math.round(typed * 60)),
    distance_m: value("metres", set.was.distance_m),
  };
  return Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined && each !== null)) as WorkSet;
}

/** Return an exercise with one set more, like its last. */
export function withSet(exercise: DraftExercise): DraftExercise {
  const last = exercise.sets.at(-1);
  const next: DraftSet = last ? { ...last, was: { ...last.was } } : { weight: "", reps: "", rir: "", minutes: "", metres: "", was: { kind: "normal", done: true } };
  return { ...exercise, sets: [...exercise.sets, next] };
}
