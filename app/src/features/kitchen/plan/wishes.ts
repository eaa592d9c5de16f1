/** What somebody asks of a plan, as it is kept on the device until there is one. */

import type { Schemas } from "@/api/client";
import { daysBefore, type Day } from "@/lib/day";

export const LENGTHS = ["3", "5", "7", "14"] as const;
export const MEALS = ["3", "4", "5"] as const;
export const TIMES = ["any", "20", "30", "45"] as const;
export const STARTS = ["today", "tomorrow", "monday"] as const;

export type Wishes = {
  /** Of the plan to come: the same asked again, when an answer was lost, makes no second one. */
  id: string;
  days: (typeof LENGTHS)[number];
  meals: (typeof MEALS)[number];
  minutes: (typeof TIMES)[number];
  start: (typeof STARTS)[number];
  without: string;
  budget: boolean;
  leftovers: boolean;
  /** Changes that the server offered where a plan was not to be had. */
  changes: Partial<Schemas["GenerateIn"]>;
};

export const firstWishes = (id: string): Wishes => ({ id, days: "7", meals: "4", minutes: "any", start: "tomorrow", without: "", budget: false, leftovers: false, changes: {} });

export function startOf(start: Wishes["start"], today: Day): Day {
  if (start === "today") return today;
  if (start === "tomorrow") return daysBefore(today, -1);
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay() || 7;
  return daysBefore(today, weekday - 8);
}

export const wordsOf = (text: string): string[] => [...new Set(text.split(/[,;\n]/).map((each) => each.trim()).filter(Boolean))].slice(0, 50);

/** Return the request for a plan. What is not asked is left out: the server knows the profile. */
export function requestOf(wishes: Wishes, today: Day): Schemas["GenerateIn"] {
  const without = wordsOf(wishes.without);
  const asked = {
    id: wishes.id,
    starts_on: startOf(wishes.start, today),
    days: Number(wishes.days),
    meals_per_day: Number(wishes.meals),
    ...(wishes.minutes === "any" ? {} : { max_minutes: Number(wishes.minutes) }),
    ...(without.length ? { without } : {}),
    ...(wishes.budget ? { budget: true } : {}),
    ...(wishes.leftovers ? { leftovers: true } : {}),
    ...wishes.changes,
  };
  return asked as Schemas["GenerateIn"];
}

/** Return the request for another plan out of the wishes of one, from the same day. */
export const otherOf = (plan: Schemas["MealPlan"], id: string): Schemas["GenerateIn"] =>
  ({ ...plan.asked, days: plan.days.length, starts_on: plan.starts_on, seed: ((plan.asked?.seed ?? 0) + 1) % 2 ** 31, id }) as Schemas["GenerateIn"];
