/** The plans of meals that the device has. */

import { daysBefore, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import type { MealPlan } from "../requests";

const lastDay = (plan: MealPlan): Day => daysBefore(plan.starts_on, 1 - plan.days.length);

/** Return the plans, the one that starts last first. */
export const plansOf = (phone: Phone): MealPlan[] => (phone.all("meal_plan") as unknown as MealPlan[]).filter((plan) => plan.days.length > 0).sort((a, b) => b.starts_on.localeCompare(a.starts_on) || b.id.localeCompare(a.id));

/** Return the plan to show first: of today the one made last, else the next that begins, else the last. */
export function activePlan(plans: readonly MealPlan[], today: Day): MealPlan | undefined {
  const coming = plans.filter((plan) => plan.starts_on > today);
  return plans.find((plan) => plan.starts_on <= today && today <= lastDay(plan)) ?? coming.at(-1) ?? plans[0];
}

/** Return the day of a plan to show first: today, or the first. */
export const firstDay = (plan: MealPlan, today: Day): Day => (plan.days.some((each) => each.day === today) ? today : (plan.days[0]?.day ?? plan.starts_on));

/** Return which of its slot a meal is, from 1. */
export const placeOf = (meals: MealPlan["days"][number]["meals"], index: number): number => meals.slice(0, index + 1).filter((each) => each.slot === meals[index]?.slot).length;
