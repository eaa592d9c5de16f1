/** What is planned and what was eaten: a planned meal is logged once, whichever device says so, and however often. */

import { withOffset, type Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import type { Json } from "@/sync/records";
import type { MealPlan, PlannedMeal } from "../requests";
import { eatenAt } from "../slots";
import { placeOf } from "./plans";

export type Planned = { planId: string; day: Day; meal: PlannedMeal; place: number };

const MOST_TURNS = 20;
const ITEM_FIELDS = ["food_id", "recipe_id", "custom", "name", "amount", "unit", "grams", "nutrients"] as const;

/** Return the id of a planned meal's record: the same on every device. Another `turn` for one that was taken back. */
export function mealIdOf({ planId, day, meal, place }: Planned, turn: number): string {
  const hex = hash128(`${planId}/${day}/${meal.slot}/${place}/${turn}`);
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Return the record under which a planned meal was logged; null while it was not. */
export function eatenId(phone: Phone, planned: Planned): string | null {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const id = mealIdOf(planned, turn);
    if (phone.view("meal", id)) return id;
    if (!phone.isGone("meal", id)) return null;
  }
  return null;
}

/** Log a planned meal, unless it is logged; returns the record's id. */
export async function eat(phone: Phone, planned: Planned, today: Day, now: Date): Promise<string> {
  const there = eatenId(phone, planned);
  if (there) return there;
  const turn = [...Array(MOST_TURNS).keys()].find((each) => !phone.isGone("meal", mealIdOf(planned, each))) ?? MOST_TURNS;
  const { slot, name, items } = planned.meal;
  const body = { eaten_at: withOffset(eatenAt(planned.day, slot, today, now)), slot, name, items: items.map((item) => Object.fromEntries(ITEM_FIELDS.flatMap((field) => (item[field] == null ? [] : [[field, item[field]]])))) };
  return phone.create("meal", body as Json, mealIdOf(planned, turn));
}

/** Tell whether anything of a plan was logged from it. */
export const isBegun = (phone: Phone, plan: MealPlan): boolean => plan.days.some(({ day, meals }) => meals.some((meal, index) => eatenId(phone, { planId: plan.id, day, meal, place: placeOf(meals, index) }) !== null));

/** A hash of 128 bits (MurmurHash3-like mixing of four lanes): it names, it does not protect. */
function hash128(text: string): string {
  const lanes = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((seed) => {
    let hash = seed;
    for (let at = 0; at < text.length; at++) hash = rotated(Math.imul(hash ^ text.charCodeAt(at), 0xcc9e2d51)) ^ seed;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  });
  return lanes.map((lane) => lane.toString(16).padStart(8, "0")).join("");
}

const rotated = (value: number) => (value << 15) | (value >>> 17);
