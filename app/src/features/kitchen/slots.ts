/** The meals of a day. */

export const SLOTS = ["breakfast", "lunch", "snack", "dinner"] as const;
export type Slot = (typeof SLOTS)[number];

/** Where the hours of a meal end. */
const UNTIL: readonly (readonly [number, Slot])[] = [
  [4, "snack"],
  [11, "breakfast"],
  [16, "lunch"],
  [18, "snack"],
  [24, "dinner"],
];

/** At what hour a meal is said to be eaten, of a day that is over. */
const USUAL_HOUR: Record<Slot, number> = { breakfast: 8, lunch: 13, snack: 17, dinner: 20 };

/** Return which meal it is at an hour of the clock. */
export const slotAt = (hour: number): Slot => UNTIL.find(([until]) => hour < until)?.[1] ?? "dinner";

/** Return when a meal of a day was eaten, as well as can be known: now if it is today's, else at its usual hour. */
export function eatenAt(day: string, slot: Slot, today: string, now: Date): Date {
  return day === today ? now : new Date(`${day}T${String(USUAL_HOUR[slot]).padStart(2, "0")}:00:00`);
}
