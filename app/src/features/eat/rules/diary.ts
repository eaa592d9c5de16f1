/** A day of eating, from the records of this device alone. */

import type { Schemas } from "@/api/client";
import { dayWhere, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import { summed, type Figures } from "@/lib/figures";
import type { MealItem } from "./portion";

export const SLOTS = ["breakfast", "lunch", "dinner", "snack"] as const;
export type Slot = (typeof SLOTS)[number];
export type Meal = Omit<Schemas["MealIn"], "id" | "items"> & { id: string; items: MealItem[] };

/** The day that a meal counts to, as the server has it: that of the place where it was eaten. */
export const dayOfMeal = (meal: { eaten_at: string }): Day => dayWhere(meal.eaten_at);

const byTime = (a: Meal, b: Meal) => a.eaten_at.localeCompare(b.eaten_at) || a.id.localeCompare(b.id);

export function mealsOf(phone: Phone, day: Day): Meal[] {
  return (phone.all("meal") as Meal[]).filter((meal) => dayOfMeal(meal) === day).sort(byTime);
}

/** Return the days with meals. */
export function daysLogged(phone: Phone): ReadonlySet<Day> {
  return new Set((phone.all("meal") as Meal[]).map(dayOfMeal));
}

/** Return what a meal comes to: its items carry their figures, so it is the same with a network and without. */
export const totalsOf = (meals: readonly { items: readonly MealItem[] }[]): Figures => summed(figuresOf(meals));

export const figuresOf = (meals: readonly { items: readonly MealItem[] }[]): Figures[] => meals.flatMap((meal) => meal.items.map((item) => item.nutrients ?? {}));

/** Return how many items do not say how much of a nutrient they have. */
export const unknownOf = (meals: readonly { items: readonly MealItem[] }[], key: string): number => figuresOf(meals).filter((each) => each[key] === undefined).length;

export function waterOf(phone: Phone, day: Day): { ml: number; last: string | null } {
  const drunk = (phone.all("water") as Schemas["Water"][]).filter((each) => dayWhere(each.drunk_at) === day).sort((a, b) => a.drunk_at.localeCompare(b.drunk_at));
  return { ml: drunk.reduce((sum, each) => sum + each.ml, 0), last: drunk.at(-1)?.id ?? null };
}

/** Return whether the person said that a day is logged in full; null where they said nothing. */
export const completeOf = (phone: Phone, day: Day): boolean | null => (phone.view("diary_day", day) as { complete: boolean } | null)?.complete ?? null;

const BEGINS: [hour: number, slot: Slot][] = [
  [21.5, "snack"],
  [18, "dinner"],
  [15.5, "snack"],
  [11.5, "lunch"],
  [10.5, "snack"],
  [4, "breakfast"],
  [0, "snack"],
];

/** Guess the kind of meal by the time of day. */
export function slotAt(moment: Date): Slot {
  const hour = moment.getHours() + moment.getMinutes() / 60;
  return BEGINS.find(([from]) => hour >= from)?.[1] ?? "snack";
}

const USUAL_TIME: Record<Slot, string> = { breakfast: "08:00", lunch: "13:00", dinner: "20:00", snack: "16:30" };

/** Return the local moment of a time of a day, such as `13:05`. */
export const momentOf = (day: Day, clock: string): Date => new Date(`${day}T${clock}:00`);

export const clockOf = (moment: Date): string => `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;

/** Return when a meal was probably eaten: now, or on another day, or as another kind than now, at its usual time. */
export function timeFor(day: Day, slot: Slot, today: Day, now: Date): string {
  return day === today && slot === slotAt(now) ? clockOf(now) : USUAL_TIME[slot];
}
