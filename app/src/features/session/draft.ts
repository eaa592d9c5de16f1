/** What can be done to a running session. Pure: each takes a draft and returns another; what cannot be done changes nothing. */

import type { Draft, DraftExercise, DraftSet, SetKind, SetValues } from "@/lib/running";
import { afterLogging, groupOf } from "./flow";

/** What the server takes of one workout. */
export const [MAX_EXERCISES, MAX_SETS] = [40, 50];

export type Rule = (draft: Draft) => Draft;
type NewId = () => string;

export const VALUES = ["reps", "weight_kg", "assist_kg", "duration_s", "distance_m", "rir"] as const;

export const entryOf = (draft: Draft, entryId: string | null): DraftExercise | undefined => draft.exercises.find((each) => each.id === entryId);
export const entryOfSet = (draft: Draft, setId: string): DraftExercise | undefined => draft.exercises.find((each) => each.sets.some((set) => set.id === setId));

function withEntry(draft: Draft, entryId: string, change: (entry: DraftExercise) => DraftExercise): Draft {
  return { ...draft, exercises: draft.exercises.map((each) => (each.id === entryId ? change(each) : each)) };
}

function withSet(draft: Draft, setId: string, change: (set: DraftSet) => DraftSet): Draft {
  return { ...draft, exercises: draft.exercises.map((entry) => (entry.sets.some((set) => set.id === setId) ? { ...entry, sets: entry.sets.map((set) => (set.id === setId ? change(set) : set)) } : entry)) };
}

/** Take values away with undefined. */
function valued<T extends SetValues>(set: T, values: { [name in keyof SetValues]?: SetValues[name] | undefined }): T {
  const merged = { ...set, ...values };
  for (const name of VALUES) if (merged[name] === undefined) delete merged[name];
  return merged;
}

export const editSet =
  (setId: string, values: { [name in keyof SetValues]?: SetValues[name] | undefined }): Rule =>
  (draft) =>
    withSet(draft, setId, (set) => valued(set, values));

/** Change a value from what it is by then: two quick taps are two steps. */
export const stepSet =
  (setId: string, name: keyof SetValues, to: (value: number | undefined) => number): Rule =>
  (draft) =>
    withSet(draft, setId, (set) => valued(set, { [name]: to(set[name]) }));

export const kindOfSet =
  (setId: string, kind: SetKind): Rule =>
  (draft) =>
    withSet(draft, setId, (set) => ({ ...set, kind }));

/** Log a set as it stands; sets to come that were to be like it take the load that was used. The rest begins. */
export const logSet =
  (setId: string, now: number, restFor: (entry: DraftExercise, set: DraftSet) => number): Rule =>
  (draft) => {
    const entry = entryOfSet(draft, setId);
    const set = entry?.sets.find((each) => each.id === setId);
    if (!entry || !set || set.done || !isLoggable(set)) return draft;
    const done = withSet(draft, setId, (each) => ({ ...each, done: true, at: now }));
    const carried = withEntry(done, entry.id, (each) => ({ ...each, sets: each.sets.map((other) => carry(set, other)) }));
    const { at, rests } = afterLogging(carried, entry.id, setId);
    const seconds = rests ? restFor(entry, set) : 0;
    return { ...carried, at, rest: seconds > 0 ? { until: now + seconds * 1000, total_s: seconds } : null };
  };

export const isLoggable = (set: SetValues): boolean => set.reps !== undefined || set.duration_s !== undefined || set.distance_m !== undefined;

function carry(logged: DraftSet, other: DraftSet): DraftSet {
  const likewise = !other.done && other.id !== logged.id && other.kind === logged.kind && (other.kind === "normal" || other.kind === "failure");
  if (!likewise) return other;
  const changed = (["weight_kg", "assist_kg"] as const).filter((name) => logged[name] !== undefined && logged[name] !== logged.target?.[name] && other[name] === other.target?.[name]);
  return changed.length ? { ...other, ...Object.fromEntries(changed.map((name) => [name, logged[name]])) } : other;
}

/** Take back that a set was done. */
export const undoSet =
  (setId: string): Rule =>
  (draft) => {
    const entry = entryOfSet(draft, setId);
    if (!entry) return draft;
    const { at: _, ...rest } = entry.sets.find((set) => set.id === setId)!;
    return { ...withSet(draft, setId, () => ({ ...rest, done: false })), at: entry.id, rest: null };
  };

export const removeSet =
  (setId: string): Rule =>
  (draft) => ({ ...draft, exercises: draft.exercises.map((entry) => ({ ...entry, sets: entry.sets.filter((set) => set.id !== setId) })) });

/** Put a set back where it was. */
export const restoreSet =
  (entryId: string, place: number, set: DraftSet): Rule =>
  (draft) =>
    withEntry(draft, entryId, (entry) => ({ ...entry, sets: [...entry.sets.slice(0, place), set, ...entry.sets.slice(place)] }));

const DROP = 0.8;

/** Add a set like the last one; a drop follows with about a fifth less on, a warm-up comes before the work. `rounded` is what can be loaded. */
export const addSet =
  (entryId: string, kind: SetKind, newId: NewId, rounded: (kg: number) => number): Rule =>
  (draft) =>
    withEntry(draft, entryId, (entry) => {
      if (entry.sets.length >= MAX_SETS) return entry;
      const like = entry.sets.findLast((set) => (kind === "warmup" ? set.kind === "warmup" : set.kind !== "warmup")) ?? entry.sets.at(-1);
      const values: SetValues = Object.fromEntries(VALUES.flatMap((name) => (name !== "rir" && like?.[name] !== undefined ? [[name, like[name]]] : [])));
      if (kind === "drop" && values.weight_kg) values.weight_kg = rounded(values.weight_kg * DROP);
      const set: DraftSet = { id: newId(), kind, done: false, ...values, ...(like?.rest_s === undefined ? {} : { rest_s: like.rest_s }), ...(kind === "drop" ? {} : { target: { ...values } }) };
      const place = kind === "warmup" ? entry.sets.findLastIndex((each) => each.kind === "warmup") + 1 : entry.sets.length;
      return { ...entry, sets: [...entry.sets.slice(0, place), set, ...entry.sets.slice(place)] };
    });

export const addExercise =
  (entry: DraftExercise): Rule =>
  (draft) =>
    draft.exercises.length >= MAX_EXERCISES ? draft : { ...draft, exercises: [...draft.exercises, entry], at: entry.id };

export const removeExercise =
  (entryId: string): Rule =>
  (draft) => {
    const place = draft.exercises.findIndex((each) => each.id === entryId);
    const left = draft.exercises.filter((each) => each.id !== entryId);
    const at = draft.at === entryId ? (left[Math.min(place, left.length - 1)]?.id ?? null) : draft.at;
    return { ...draft, exercises: withoutLoners(left), at };
  };

/** Put another exercise in the place of what is not done yet of one; what is done stays what it was. */
export const swapExercise =
  (entryId: string, other: DraftExercise): Rule =>
  (draft) => {
    const place = draft.exercises.findIndex((each) => each.id === entryId);
    const entry = draft.exercises[place];
    if (!entry) return draft;
    const done = entry.sets.filter((set) => set.done);
    if (done.length && draft.exercises.length >= MAX_EXERCISES) return draft;
    const taken = { ...other, ...(entry.superset ? { superset: entry.superset } : {}) };
    const kept = done.length ? [{ ...withoutMark(entry), sets: done }, taken] : [taken];
    return { ...draft, exercises: withoutLoners([...draft.exercises.slice(0, place), ...kept, ...draft.exercises.slice(place + 1)]), at: other.id };
  };

export const moveExercise =
  (entryId: string, by: -1 | 1): Rule =>
  (draft) => {
    const place = draft.exercises.findIndex((each) => each.id === entryId);
    const to = place + by;
    if (place < 0 || to < 0 || to >= draft.exercises.length) return draft;
    const exercises = [...draft.exercises];
    [exercises[place], exercises[to]] = [exercises[to]!, exercises[place]!];
    return { ...draft, exercises };
  };

/** Do an exercise in turns with the one after it: they, and whatever either is grouped with, are one superset. */
export const joinNext =
  (entryId: string, mark: string): Rule =>
  (draft) => {
    const place = draft.exercises.findIndex((each) => each.id === entryId);
    const [one, next] = [draft.exercises[place], draft.exercises[place + 1]];
    if (!one || !next) return draft;
    const members = new Set([...groupOf(draft, one), ...groupOf(draft, next)].map((each) => each.id));
    return { ...draft, exercises: draft.exercises.map((each) => (members.has(each.id) ? { ...each, superset: mark } : each)) };
  };

export const leaveSuperset =
  (entryId: string): Rule =>
  (draft) => ({ ...draft, exercises: withoutLoners(draft.exercises.map((each) => (each.id === entryId ? withoutMark(each) : each))) });

function withoutMark({ superset: _, ...entry }: DraftExercise): DraftExercise {
  return entry;
}

/** A superset of one is none. */
function withoutLoners(entries: DraftExercise[]): DraftExercise[] {
  const count = (mark: string) => entries.filter((each) => each.superset === mark).length;
  return entries.map((each) => (each.superset && count(each.superset) < 2 ? withoutMark(each) : each));
}

export const showExercise =
  (entryId: string): Rule =>
  (draft) => ({ ...draft, at: entryId });

export const noteExercise =
  (entryId: string, notes: string): Rule =>
  (draft) =>
    withEntry(draft, entryId, (entry) => ({ ...entry, notes }));

export const noteSession =
  (notes: string): Rule =>
  (draft) => ({ ...draft, notes });

export const nameSession =
  (name: string): Rule =>
  (draft) => ({ ...draft, name });

/** Make a rest longer or shorter; it is over where nothing of it is left. */
export const changeRest =
  (seconds: number, now: number): Rule =>
  (draft) => {
    if (!draft.rest) return draft;
    const until = draft.rest.until + seconds * 1000;
    return { ...draft, rest: until <= now ? null : { until, total_s: Math.max(1, draft.rest.total_s + seconds) } };
  };

export const endRest: Rule = (draft) => (draft.rest ? { ...draft, rest: null } : draft);
