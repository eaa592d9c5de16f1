import { activePlan, nextSession, plansOf } from "@/lib/training/turn";
import { useDay } from "@/lib/use-day";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { workoutsOf, type Plan, type Workout } from "./model";
import { doneIn } from "./plans";
import { trainedDays } from "./volume";

const allOf = (phone: Phone) => {
  const workouts = workoutsOf(phone);
  const plan = activePlan(phone);
  const done: ReadonlyMap<string, Workout> = plan ? doneIn(plan, workouts) : new Map<string, Workout>();
  return { workouts, plan, done, next: plan && nextSession(plan, done), days: trainedDays(phone) };
};

const KINDS = ["workout", "training_plan", "workout_day"];

export type Training = ReturnType<typeof allOf>;

/** Return what was trained and what is planned; undefined until the device has opened. */
export const useTraining = (): Training | undefined => useRecords(KINDS, allOf);

export const useWorkouts = (): readonly Workout[] | undefined => useRecords(["workout"], workoutsOf);

export const usePlans = (): readonly Plan[] | undefined => useRecords(["training_plan"], plansOf);

export function useToday() {
  return useDay(useMe()?.time_zone);
}
