/** Whose turn it is in a session: sets, drop sets, supersets. */

import { isDone, type Draft, type DraftExercise, type DraftSet } from "@/lib/running";

/** Return the exercises that are done in turns with one, itself among them, in their order. */
export const groupOf = (draft: Draft, entry: DraftExercise): DraftExercise[] => (entry.superset ? draft.exercises.filter((each) => each.superset === entry.superset) : [entry]);

/** The set that is to be done next of an exercise. */
export const nextSet = (entry: DraftExercise): DraftSet | undefined => entry.sets.find((set) => !set.done);

const roundsOf = (entry: DraftExercise) => entry.sets.filter((set) => set.done && set.kind !== "drop").length;

/**
 * Return the exercise to show after a set was logged, and whether one rests before it.
 *
 * A drop follows its set at once. In a superset the next of the group follows at once, and one rests when the round is through.
 */
export function afterLogging(draft: Draft, entryId: string, setId: string): { at: string; rests: boolean } {
  const entry = draft.exercises.find((each) => each.id === entryId)!;
  const after = entry.sets[entry.sets.findIndex((set) => set.id === setId) + 1];
  if (after && !after.done && after.kind === "drop") return { at: entryId, rests: false };
  const group = groupOf(draft, entry).filter((each) => !isDone(each));
  if (group.length === 0) {
    const next = firstOpen(draft, entryId);
    return { at: next?.id ?? entryId, rests: next !== undefined };
  }
  if (!entry.superset) return { at: entryId, rests: true };
  const turn = turnIn(draft, entry, group);
  return { at: turn.id, rests: roundsOf(turn) >= roundsOf(entry) };
}

/** Return whose turn it is in a superset: the next in order that is behind; when nobody is, the first. */
function turnIn(draft: Draft, entry: DraftExercise, open: DraftExercise[]): DraftExercise {
  const order = groupOf(draft, entry);
  const from = order.indexOf(entry);
  const following = [...order.slice(from + 1), ...order.slice(0, from + 1)].filter((each) => open.includes(each));
  const behind = following.find((each) => roundsOf(each) < roundsOf(entry));
  return behind ?? open[0]!;
}

/** Return the next exercise with something left, looking on from one and then from the start. */
export function firstOpen(draft: Draft, entryId: string | null): DraftExercise | undefined {
  const place = draft.exercises.findIndex((each) => each.id === entryId);
  return [...draft.exercises.slice(place + 1), ...draft.exercises.slice(0, place + 1)].find((each) => !isDone(each));
}

/** Return what comes after the set that is to be done now: for who wants to set up the next station. */
export function upNext(draft: Draft): DraftExercise | undefined {
  const entry = draft.exercises.find((each) => each.id === draft.at);
  const next = entry && nextSet(entry);
  if (!entry || !next) return undefined;
  const done: Draft = { ...draft, exercises: draft.exercises.map((each) => (each === entry ? { ...each, sets: each.sets.map((set) => (set === next ? { ...set, done: true } : set)) } : each)) };
  const { at } = afterLogging(done, entry.id, next.id);
  return at === entry.id ? undefined : draft.exercises.find((each) => each.id === at);
}
