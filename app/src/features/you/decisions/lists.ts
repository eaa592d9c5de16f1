/** The lists that a record has, summed up: how many there are, and a line for each, or for each of its parts. */

import type { Json } from "@/sync/records";
import { runsOf, type Cell, type Line } from "./rows";
import type { Tools } from "./words";

type Entry = Record<string, unknown>;
type Told = {
  sum: (items: Entry[], tools: Tools) => string;
  line: (item: Entry, tools: Tools) => string;
  key?: (item: Entry) => unknown;
  /** What is told of it part by part; `line` names it then. */
  parts?: (item: Entry, tools: Tools) => string[];
};

const dotted = (parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(" · ");
const numberIn = (item: Entry, name: string): number | null => (typeof item[name] === "number" ? item[name] : null);
const entriesIn = (item: Entry, name: string): Entry[] => (Array.isArray(item[name]) ? (item[name] as Entry[]) : []);

/** "8 reps · 60 kg", of a set that was done or is planned. */
function setOf(set: Entry, { t, amount, number }: Tools): string {
  const reps = Array.isArray(set.reps) ? [...new Set(set.reps as number[])].join("–") : set.reps;
  const of = (name: string) => {
    const value = numberIn(set, name);
    return value === null || (value === 0 && name.endsWith("_kg")) ? null : amount(name, value);
  };
  const [assist, rir, rpe] = [of("assist_kg"), numberIn(set, "rir"), numberIn(set, "rpe")];
  return dotted([
    typeof reps === "number" ? t("train.reps", { count: reps }) : reps ? `${String(reps)} ${t("train.workout.field.reps")}` : null,
    of("weight_kg"),
    assist && `−${assist}`,
    of("duration_s"),
    of("distance_m"),
    rir !== null && t("train.rir", { count: number(rir) }),
    rpe !== null && t("train.rpe", { value: number(rpe) }),
    typeof set.kind === "string" && set.kind !== "normal" && t(`session.kinds.${set.kind as "drop"}`),
    set.done === false && t("session.isOpen"),
  ]);
}

const sets: Told["parts"] = (item, tools) => [
  ...entriesIn(item, "sets").map((set) => setOf(set, tools)),
  ...(item.superset ? [tools.t("session.supersetOf", { letter: String(item.superset) })] : []),
  ...(item.notes ? [`“${String(item.notes)}”`] : []),
];

const eaten = (item: Entry): unknown => item.food_id ?? item.recipe_id ?? item.name;
const calories = (items: Entry[]): number | null => {
  const known = items.map((item) => (item.nutrients as Entry | null | undefined)?.energy_kcal).filter((value) => typeof value === "number");
  return known.length ? known.reduce((sum, value) => sum + value, 0) : null;
};

const timeOff: Told = {
  sum: (items, { t }) => t("decisions.entries", { count: items.length }),
  line: ({ from, to }, { t, date }) => (to ? `${date(String(from))} – ${date(String(to))}` : t("decisions.since", { day: date(String(from)) })),
};

const LISTS: Record<string, Told> = {
  exercises: { sum: (items, { t }) => `${t("decisions.exercises", { count: items.length })}, ${t("decisions.sets", { count: items.reduce((sum, item) => sum + entriesIn(item, "sets").length, 0) })}`, line: (item, { nameOf }) => nameOf("exercise", item.exercise_id), parts: sets },
  items: {
    sum: (items, { t, amount }) => {
      const energy = calories(items);
      return dotted([t("decisions.items", { count: items.length }), energy !== null && amount("energy_kcal", Math.round(energy))]);
    },
    line: (item, { nameOf, portion, amount }) => {
      const energy = item.custom ? calories([item]) : null;
      return dotted([item.name ? String(item.name) : nameOf(item.recipe_id ? "recipe" : "food", item.food_id ?? item.recipe_id), portion(item), energy !== null && amount("energy_kcal", energy)]);
    },
    key: (item) => [eaten(item), item.amount, item.unit, item.custom ? item.nutrients : null],
  },
  ingredients: {
    sum: (items, { t }) => t("decisions.ingredients", { count: items.length }),
    line: (item, { t, nameOf, amount, number }) => dotted([item.label ? String(item.label) : nameOf(item.recipe_id ? "recipe" : "food", item.food_id ?? item.recipe_id), typeof item.grams === "number" && amount("_g", item.grams), typeof item.servings === "number" && t("decisions.servings", { count: item.servings, value: number(item.servings) })]),
  },
  training_plan_days: {
    sum: (items, { t }) => t("decisions.sessions", { count: items.length }),
    line: (item, { t, given, amount }) => dotted([t("train.plan.week", { week: Number(item.week) }), given(String(item.name)), typeof item.minutes === "number" && amount("minutes", item.minutes)]),
    parts: (item, tools) => entriesIn(item, "exercises").map((each) => `${tools.nameOf("exercise", each.exercise_id)}: ${runsOf(entriesIn(each, "sets").map((set) => setOf(set, tools))).join(", ")}`),
  },
  meal_plan_days: {
    sum: (items, { t }) => t("decisions.days", { count: items.length }),
    line: (item, { t, date }) => dotted([date(String(item.day)), ...entriesIn(item, "meals").map((meal) => `${t(`eat.slot.${meal.slot as "lunch"}`)}: ${String(meal.name ?? "")}`)]),
  },
  portions: { sum: (items, { t }) => t("decisions.entries", { count: items.length }), line: (item, { t, number, amount }) => t("decisions.weighs", { label: `${number(Number(item.amount ?? 1))} ${String(item.label)}`, grams: amount("_g", Number(item.grams)) }) },
  muscles: { sum: (items, { t }) => t("decisions.entries", { count: items.length }), line: (item, { t, number }) => `${t(`train.muscles.${item.muscle as "chest"}`)} × ${number(Number(item.share))}` },
  changes: { sum: (items, { t }) => t("decisions.entries", { count: items.length }), line: (item, { spoken }) => spoken(String(item.text)) },
  periods: timeOff,
  pauses: timeOff,
};

function linesOf(items: Entry[], { line, parts, key }: Told, tools: Tools): Line[] {
  return items.flatMap((item): Line[] => {
    const text = line(item, tools);
    if (!parts) return [{ text, key: key ? JSON.stringify(key(item)) : text }];
    return parts(item, tools).map((part) => ({ of: text, text: part, key: `${text} ${part}` }));
  });
}

/** Sentences, each by itself; other words stand in one line. */
const SENTENCES: ReadonlySet<string> = new Set(["steps", "cues", "training_plan_notes", "meal_plan_notes"]);

export function cellOfList(kind: string, name: string, list: unknown[], tools: Tools): Cell {
  const full = `${kind}_${name}`;
  if (list.every((item) => typeof item === "object" && item !== null)) {
    const items = list as Json[];
    const told = LISTS[full] ?? LISTS[name];
    if (told) return { text: told.sum(items, tools), lines: linesOf(items, told, tools) };
    return { text: tools.t("decisions.entries", { count: items.length }), lines: items.map((item, at) => ({ text: tools.t("decisions.entry", { number: at + 1 }), key: JSON.stringify(item) })) };
  }
  const texts = list.map((item) => tools.word(kind, name, item));
  if (!SENTENCES.has(name) && !SENTENCES.has(full)) return { text: texts.join(", ") };
  return { text: name === "steps" ? tools.t("decisions.steps", { count: texts.length }) : tools.t("decisions.entries", { count: texts.length }), lines: texts.map((text) => ({ text, key: text })) };
}
