/** Which plan is trained by and whose turn it is, as the server says it (workouts/next_session.py), also without a network. */

import type { Schemas } from "@/api/client";
import { daysBefore, dayWhere, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";

export type Plan = Schemas["TrainingPlan"];
export type PlanSession = Schemas["PlannedSession"];
type Logged = { name: string; started_at: string; session_id?: string | null };

/** The log tells by so many workouts, and by what was done within so many days. */
const [RECENT, RECENT_DAYS] = [16, 35];

/** Return all plans, newest first. */
export function plansOf(phone: Phone): Plan[] {
  return (phone.all("training_plan") as Plan[]).toSorted((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? ""));
}

/**
 * Return the plan that is trained by. The server ends the others when one becomes active; until it has, what was done on
 * this device says which.
 */
export function activePlan(phone: Phone): Plan | null {
  const active = plansOf(phone).filter((plan) => plan.status === "active");
  return active.find((plan) => phone.isWaiting("training_plan", plan.id)) ?? active[0] ?? null;
}

export const inOrder = (a: PlanSession, b: PlanSession): number => a.week - b.week || a.order - b.order;

/** Return the first session that is not done in the week that one has come to; null when the plan is through. */
export function nextSession(plan: Plan, done: { has: (id: string) => boolean }): PlanSession | null {
  const sessions = plan.days.toSorted(inOrder);
  const reached = Math.max(1, ...sessions.filter((each) => done.has(each.id)).map((each) => each.week));
  return sessions.find((each) => each.week >= reached && !done.has(each.id)) ?? null;
}

/** Return the same by the log: a session is done when a workout names it. */
export const dueOf = (plan: Plan, workouts: readonly Logged[]): PlanSession | null => nextSession(plan, new Set(workouts.flatMap((each) => each.session_id ?? [])));

/** Return, of the latest workout of each name, the one that was done longest ago, of the last weeks; without a plan it is its turn. */
export function turnOfLog<T extends Logged>(workouts: readonly T[], today: Day): T | undefined {
  const newest = workouts.toSorted((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at)).slice(0, RECENT);
  const byName = new Map<string, T>();
  for (const each of newest) if (!byName.has(each.name.toLocaleLowerCase())) byName.set(each.name.toLocaleLowerCase(), each);
  const since = daysBefore(today, RECENT_DAYS);
  return [...byName.values()].findLast((each) => dayWhere(each.started_at) >= since) ?? newest[0];
}
