/** A meal in words, read without a network: only into foods that this device knows. The server reads far more. */

import type { Units } from "@/lib/locale";
import { matchOf, wordsIn, type Known } from "./known";
import { itemOf, measuresOf, servingOf, usual, type MealItem } from "./portion";

const NUMBERS: Record<string, number> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, half: 0.5,
  un: 1, una: 1, uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, medio: 0.5, media: 0.5,
}; // prettier-ignore
const GRAMS: Record<string, number> = { g: 1, gram: 1, grams: 1, gramo: 1, gramos: 1, kg: 1000, oz: 28.349523125 };
const FILLING = new Set(["of", "de", "the", "some", "el", "la", "los", "las"]);
const BETWEEN = /\s*(?:,|;|\+|&|\n|\band\b|\bwith\b|\by\b|\bcon\b)\s*/iu;

export type ReadWords = { items: MealItem[]; left: string[] };

/** Say whether what was typed is more than the name of a food: an amount, or several things. */
export function isSentence(text: string): boolean {
  const parts = text.split(BETWEEN).filter(Boolean);
  const words = wordsIn(text);
  return words.length > 1 && (parts.length > 1 || /^\d/.test(words[0]!) || (words[0]!.length > 1 && words[0]! in NUMBERS));
}

/** Read what names a known food; `left` are the parts that do not. */
export function readWords(text: string, known: Known, units: Units): ReadWords {
  const items: MealItem[] = [];
  const left: string[] = [];
  for (const part of text.split(BETWEEN).map((each) => each.trim()).filter(Boolean)) {
    const item = readPart(part, known, units);
    if (item) items.push(item);
    else left.push(part);
  }
  return { items, left };
}

function readPart(part: string, known: Known, units: Units): MealItem | null {
  const glued = /^(\d+(?:[.,]\d+)?)\s*(.*)$/u.exec(part);
  let words = wordsIn(glued ? glued[2]! : part);
  let amount = glued ? Number(glued[1]!.replace(",", ".")) : null;
  if (amount === null && words.length > 1 && words[0]! in NUMBERS) amount = NUMBERS[words.shift()!]!;
  const mass = amount !== null && words.length > 1 ? GRAMS[words[0]!] : undefined;
  if (mass) words = words.slice(1);
  words = words.filter((word) => !FILLING.has(word));
  if (!words.length || (amount !== null && !(amount > 0))) return null;
  const food = best(words, known.foods.values(), known);
  if (food) {
    if (mass) return itemOf(food, amount! * mass, { unit: "g", grams: 1 });
    const last = known.uses.get(food.id);
    if (amount === null) return usual(food, units, last);
    const measure = measuresOf(food, units).find((each) => each.step === 0.5 && each.first === 1);
    return measure ? itemOf(food, amount, measure) : null;
  }
  const recipe = mass ? null : best(words, known.recipes.values(), known);
  return recipe ? servingOf(recipe, amount ?? 1) : null;
}

/** Words may be in the plural: each is tried without its last letters. */
function best<T extends { id: string; name: string }>(words: string[], all: Iterable<T>, known: Known): T | null {
  const singular = words.map((word) => (word.length > 3 ? word.replace(/(?<=[^s])e?s$/u, "") : word)).join(" ");
  let found: { each: T; score: number } | null = null;
  for (const each of all) {
    const score = Math.max(matchOf(words.join(" "), each.name), matchOf(singular, each.name));
    if (!score) continue;
    const whole = score + Math.min(1, (known.uses.get(each.id)?.count ?? 0) / 10);
    if (!found || whole > found.score) found = { each, score: whole };
  }
  return found?.each ?? null;
}
