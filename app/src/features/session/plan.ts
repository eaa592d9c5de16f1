/** Which session comes next and what is in it: as the server worked it out, or as the device can tell from plan and log. */

import type { Schemas } from "@/api/client";
import type { Exercise } from "@/lib/exercises";
import { dayOf, withOffset } from "@/lib/day";
import type { Draft, DraftExercise, DraftSet, SetValues } from "@/lib/running";
import { activePlan, dueOf, turnOfLog, type Plan, type PlanSession } from "@/lib/training/turn";
import type { Phone } from "@/sync/phone";
import { lastTimes, workoutsOf, type LastTime, type Workout } from "./history";
import { isWork, type LoggedSet } from "./strength";

export type NextSession = Schemas["NextSession"];

/** A set to do, of whatever it comes from. */
type Asked = SetValues & { kind: DraftSet["kind"]; rest_s?: number };
export type Proposal = {
  name: string;
  why?: string;
  plan_id?: string;
  session_id?: string;
  minutes?: number;
  deload?: boolean;
  exercises: { exercise_id: string; superset?: string; why?: string; swaps?: string[]; sets: Asked[] }[];
};

const FREE_SETS = 3;

/** Return the session that is due; null where there is neither plan nor log. What the server said counts as long as it is of what is due. */
export function proposalOf(phone: Phone, told: NextSession | undefined): Proposal | null {
  const workouts = workoutsOf(phone);
  const plan = activePlan(phone);
  const due = plan && dueOf(plan, workouts);
  if (plan && due) return told?.session_id === due.id ? ofServer(told, due) : ofPlan(plan, due, lastTimes(workouts));
  const isOver = told?.session_id ? plan !== null || workouts.some((each) => each.session_id === told.session_id) : workouts.some((each) => phone.isWaiting("workout", each.id));
  if (told?.exercises.length && !isOver) return ofServer(told);
  return ofLog(workouts);
}

const plain = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

function known<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as T;
}

function ofServer(told: NextSession, due?: PlanSession): Proposal {
  return known({
    name: told.name,
    why: told.why,
    plan_id: plain(told.plan_id),
    session_id: plain(told.session_id),
    minutes: plain(told.minutes),
    deload: due?.deload,
    exercises: told.exercises.map(({ exercise_id, why, sets }) => ({
      exercise_id,
      why,
      swaps: due?.exercises.find((each) => each.exercise_id === exercise_id)?.swaps ?? [],
      sets: sets.map((set) => known({ ...set }) as Asked),
    })),
  });
}

function ofPlan(plan: Plan, due: PlanSession, last: ReadonlyMap<string, LastTime>): Proposal {
  return known({
    name: due.name,
    plan_id: plan.id,
    session_id: due.id,
    minutes: due.minutes,
    deload: due.deload,
    exercises: due.exercises.map(({ exercise_id, why, swaps, sets }) => {
      const done = last.get(exercise_id)?.sets.filter(isWork) ?? [];
      const loads = done.flatMap((set) => (set.weight_kg ? [set.weight_kg] : []));
      const load = !due.deload && loads.length ? Math.max(...loads) : undefined;
      return known({
        exercise_id,
        why: plain(why),
        swaps,
        sets: sets.map(({ reps, weight_kg, ...set }) => known({ ...set, kind: set.kind ?? "normal", reps: reps?.[0], weight_kg: load ?? weight_kg }) as Asked),
      });
    }),
  });
}

/** Of the latest workout of each name, the one done longest ago. */
function ofLog(workouts: readonly Workout[]): Proposal | null {
  const chosen = turnOfLog(workouts, dayOf(new Date()));
  return chosen ? repeatOf(chosen) : null;
}

/** The same again. */
export function repeatOf(workout: Workout): Proposal {
  return {
    name: workout.name,
    exercises: workout.exercises.map((entry) =>
      known({ exercise_id: entry.exercise_id, superset: plain(entry.superset), sets: (entry.sets as LoggedSet[]).filter((set) => set.done !== false).map((set) => askedOf(set)) }),
    ),
  };
}

/** What was done, to be done again; how hard it was is another question each time. */
function askedOf({ done: _, rir: __, rpe: ___, ...set }: LoggedSet): Asked {
  return known({ ...set, kind: set.kind ?? "normal" }) as Asked;
}

/** Return the draft of a session that begins now. */
export function draftOf(proposal: Proposal, newId: () => string, now = new Date(), last: ReadonlyMap<string, LastTime> = new Map()): Draft {
  const exercises = proposal.exercises.map(({ sets, swaps, ...entry }) =>
    known({
      ...entry,
      id: newId(),
      swaps: swaps?.length ? swaps : undefined,
      sets: sets.map((set) => draftSet(set, newId, last.get(entry.exercise_id))),
    }) as DraftExercise,
  );
  const { name, plan_id, session_id } = proposal;
  const start = { id: newId(), name, started_at: withOffset(now), exercises, at: exercises[0]?.id ?? null, rest: null, revision: 1 };
  return { ...start, ...known({ plan_id, session_id }) };
}

/** `rir` is what the plan wants left, not what was: it stays with the target. How much a machine took off is as last time. */
function draftSet({ kind, rest_s, rir, ...values }: Asked, newId: () => string, last?: LastTime): DraftSet {
  const assist = values.assist_kg ?? (values.weight_kg === undefined ? last?.sets.find((set) => set.assist_kg !== undefined)?.assist_kg : undefined);
  const given = known({ ...values, assist_kg: assist });
  return known({ ...given, id: newId(), kind, done: false, rest_s, target: known({ ...given, rir }) }) as DraftSet;
}

/** Return an exercise that is added to a session: as last time, or three sets to be found by feel. */
export function entryFor(exerciseId: string, exercise: Exercise | undefined, last: LastTime | undefined, newId: () => string, like?: DraftExercise): DraftExercise {
  const open = like?.sets.filter((set) => !set.done && set.kind !== "warmup") ?? [];
  const before = last?.sets.filter((set) => set.kind !== "warmup") ?? [];
  const count = open.length || before.length || FREE_SETS;
  const first: Asked = exercise?.metric === "time" ? { kind: "normal", duration_s: 30 } : exercise?.metric === "distance" ? { kind: "normal", distance_m: 20 } : { kind: "normal", reps: 10 };
  const sets = Array.from({ length: count }, (_, place) => {
    const same = before[Math.min(place, before.length - 1)];
    const kept = open[place];
    return { ...(same ? askedOf(same) : first), ...(kept?.rest_s === undefined ? {} : { rest_s: kept.rest_s }), ...(kept ? { kind: kept.kind } : {}) };
  });
  return { id: newId(), exercise_id: exerciseId, sets: sets.map((set) => draftSet(set, newId, last)) };
}
