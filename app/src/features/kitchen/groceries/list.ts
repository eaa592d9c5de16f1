/** A grocery list as it is read in a shop. */

import type { Schemas } from "@/api/client";
import type { Units } from "@/lib/locale";
import { gramsText } from "../amounts";

export type Groceries = Schemas["Groceries"];
export type Grocery = Groceries["aisles"][number]["items"][number];

const BY_WEIGHT = /^[\d.,]+ k?g$/;

/** Return how much to buy: pieces as the server counts them, weights in the person's units. */
export const amountOf = (item: Grocery, units: Units, number: (value: number, digits?: number) => string): string => (BY_WEIGHT.test(item.shown) && units === "imperial" ? gramsText(item.grams, units, number) : item.shown);

/** Return the list as text, without what is ticked. */
export function textOf(list: Groceries, ticked: ReadonlySet<string>, amount: (item: Grocery) => string, aisle: (name: Groceries["aisles"][number]["aisle"]) => string): string {
  return list.aisles
    .map(({ aisle: name, items }) => ({ name, left: items.filter((item) => !ticked.has(item.food_id)) }))
    .filter(({ left }) => left.length)
    .map(({ name, left }) => [aisle(name), ...left.map((item) => `- ${item.name}: ${amount(item)}`)].join("\n"))
    .join("\n\n");
}

/** Divide aisles over two columns of about the same height, in the order of the shop down each. */
export function columnsOf(aisles: Groceries["aisles"]): [Groceries["aisles"], Groceries["aisles"]] {
  const heights = aisles.map((each) => each.items.length + 1.5);
  const half = heights.reduce((sum, each) => sum + each, 0) / 2;
  let sum = 0;
  const cut = heights.findIndex((each) => (sum += each) >= half);
  return [aisles.slice(0, cut + 1), aisles.slice(cut + 1)];
}
