/** From the running session to a workout: once, whatever happens in between. */

import { withOffset } from "@/lib/day";
import { changeRunning, runningNow, type Draft, type DraftSet } from "@/lib/running";
import type { Json } from "@/sync/records";
import type { Phone } from "@/sync/phone";
import { isLoggable, VALUES } from "./draft";

const [LONG_MS, LONGEST_MS] = [2 * 3600_000, 35 * 3600_000];

/** Return when a session ended: now, or with its last set where it was left lying for hours. */
export function endOf(draft: Draft, now: number): number {
  const started = Date.parse(draft.started_at);
  const last = Math.max(started, ...draft.exercises.flatMap((entry) => entry.sets.map((set) => set.at ?? 0)));
  return Math.max(started, Math.min(now - last > LONG_MS ? last : now, started + LONGEST_MS));
}

/** Return what is sent: what was done, and nothing of what was not. */
export function workoutOf(draft: Draft): Json {
  const exercises = draft.exercises.flatMap(({ exercise_id, superset, notes, sets }) => {
    const done = sets.filter((set) => set.done && isLoggable(set));
    return done.length ? [{ exercise_id, ...(superset ? { superset } : {}), ...(notes?.trim() ? { notes: notes.trim() } : {}), sets: done.map(logged) }] : [];
  });
  const { name, started_at, ended_at, plan_id, session_id } = draft;
  return {
    name: name.trim(),
    started_at,
    ended_at,
    ...(plan_id ? { plan_id } : {}),
    ...(session_id ? { session_id } : {}),
    ...(draft.notes?.trim() ? { notes: draft.notes.trim() } : {}),
    exercises,
  };
}

const logged = (set: DraftSet): Json => ({ kind: set.kind, ...Object.fromEntries(VALUES.flatMap((name) => (set[name] === undefined ? [] : [[name, set[name]]]))), done: true });

let writing: Promise<string | null> = Promise.resolve(null);

/** Finish the session that runs, and return the id of its workout; null where none runs. A second call finds it written. */
export function finish(phone: Phone, now = Date.now()): Promise<string | null> {
  writing = writing.then(
    () => finishOnce(phone, now),
    () => finishOnce(phone, now),
  );
  return writing;
}

/**
 * Three steps, each on disk before the next: the end is fixed, the workout is written under the id that the session has had
 * from its start, the draft goes. An app that dies in between goes on with the same body under the same id.
 */
async function finishOnce(phone: Phone, now: number): Promise<string | null> {
  await changeRunning((draft) => (draft.ended_at ? draft : { ...draft, ended_at: withOffset(new Date(endOf(draft, now))), rest: null }));
  const { draft } = runningNow();
  if (!draft?.ended_at) return null;
  if (!phone.view("workout", draft.id)) await phone.create("workout", workoutOf(draft), draft.id);
  await changeRunning((running) => (running.id === draft.id ? null : running));
  return draft.id;
}
