/** The session that a person is in, as the device keeps it until it is finished: then it is a workout. */

export type SetKind = "warmup" | "normal" | "drop" | "failure";
export type SetValues = { reps?: number; weight_kg?: number; assist_kg?: number; duration_s?: number; distance_m?: number; rir?: number };

/** `target` is what was proposed; the values beside it are what the person makes of it. */
export type DraftSet = SetValues & { id: string; kind: SetKind; done: boolean; at?: number; rest_s?: number; target?: SetValues };

export type DraftExercise = { id: string; exercise_id: string; superset?: string; notes?: string; why?: string; swaps?: string[]; sets: DraftSet[] };

/** A rest by the wall clock, so that it goes on while the app is closed. */
export type Rest = { until: number; total_s: number };

export type Draft = {
  /** Of the workout that it becomes: fixed from the start, so that it is saved once however often it is sent. */
  id: string;
  name: string;
  started_at: string;
  /** The person has finished; it only remains to be written. */
  ended_at?: string;
  plan_id?: string;
  session_id?: string;
  notes?: string;
  exercises: DraftExercise[];
  /** The entry that is shown. */
  at: string | null;
  rest: Rest | null;
  /** Counts the changes: of two windows the later one holds. */
  revision: number;
};

export const isDone = (entry: DraftExercise): boolean => entry.sets.every((each) => each.done);
export const doneOf = (draft: Draft): number => draft.exercises.reduce((sum, entry) => sum + entry.sets.filter((each) => each.done).length, 0);
export const setsOf = (draft: Draft): number => draft.exercises.reduce((sum, entry) => sum + entry.sets.length, 0);
