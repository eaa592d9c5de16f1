/** The records that entries become. Their ids follow from what they say, and what they say from the entry alone. */

import { dayAt, moment, nextDay, shownAt } from "@/lib/reminders/clock";
import type { Day } from "@/lib/day";
import type { Phone } from "@/sync/phone";
import type { Json } from "@/sync/records";
import { idOf } from "./ids";
import type { Entry, EntryKind, Sport, TotalKind, WeightEntry, WorkoutEntry } from "./types";

/** The `source` of records that were read from a health store. */
export const SOURCE = "health";

export type Made = { record: "measurement" | "workout"; id: string; body: Json };
export type Person = { zone: string; language: string };

const METRIC = { steps: "steps", sleep: "sleep_h", energy: "active_energy_kcal" } as const satisfies Record<TotalKind, string>;
export const metricOf = (kind: TotalKind): string => METRIC[kind];

const NAMES: Record<Sport, { en: string; es: string; exercise?: string }> = {
  running: { en: "Run", es: "Carrera", exercise: "running" },
  walking: { en: "Walk", es: "Paseo", exercise: "walking" },
  hiking: { en: "Hike", es: "Senderismo", exercise: "hiking" },
  cycling: { en: "Ride", es: "Ciclismo", exercise: "cycling" },
  rowing: { en: "Rowing", es: "Remo", exercise: "rowing-machine" },
  swimming: { en: "Swim", es: "Natación", exercise: "swimming" },
  strength: { en: "Strength training", es: "Entrenamiento de fuerza" },
  hiit: { en: "Intervals", es: "Intervalos" },
  yoga: { en: "Yoga", es: "Yoga" },
  other: { en: "Workout", es: "Entrenamiento" },
};

/** Return a moment as the API takes it, at the offset of a zone: the same on every device. */
export function stampOf(at: number, zone: string): string {
  const shown = shownAt(at, zone);
  const minutes = Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${new Date(shown).toISOString().slice(0, 19)}${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

const second = (at: number) => Math.floor(at / 1000) * 1000;
const rounded = (value: number, places: number) => Number(value.toFixed(places));

function weightOf({ at, kg }: WeightEntry, { zone }: Person): Made {
  const value = rounded(kg, 2);
  return { record: "measurement", id: idOf(`weight_kg ${second(at)} ${value}`), body: { metric: "weight_kg", value, taken_at: stampOf(at, zone), source: SOURCE } };
}

function workoutOf({ start, end, sport, energyKcal, distanceM }: WorkoutEntry, { zone, language }: Person): Made {
  const { exercise, ...names } = NAMES[sport];
  const set = { duration_s: Math.round((end - start) / 1000), ...(distanceM ? { distance_m: Math.round(distanceM) } : {}) };
  const body = {
    name: language.startsWith("es") ? names.es : names.en,
    started_at: stampOf(start, zone),
    ended_at: stampOf(end, zone),
    ...(energyKcal ? { energy_kcal: Math.round(energyKcal) } : {}),
    source: SOURCE,
    exercises: exercise ? [{ exercise_id: exercise, sets: [set] }] : [],
  };
  return { record: "workout", id: idOf(`workout ${second(start)} ${second(end)}`), body };
}

const MAKE: { [K in EntryKind]: (entry: Entry<K>, person: Person) => Made } = { weight: weightOf, workouts: workoutOf };

export const recordOf = <K extends EntryKind>(kind: K, entry: Entry<K>, person: Person): Made => MAKE[kind](entry, person);

/**
 * Return the ids that a record had and was deleted under, and at last the one that it has or would have. No id lives twice: an
 * entry that says again what it once said is made under the next.
 */
export function lineOf(phone: Pick<Phone, "isGone">, record: Made["record"], id: string): string[] {
  const line = [id];
  for (let last = id; phone.isGone(record, last); line.push(last)) last = idOf(`${last} again`);
  return line;
}

/** Return the one record of a day's total. It is dated at the day's start, which is never yet to come. */
export function totalOf(kind: TotalKind, day: Day, value: number, { zone }: Person): Made {
  const metric = METRIC[kind];
  return { record: "measurement", id: idOf(`${metric} ${day}`), body: { metric, value: rounded(value, kind === "sleep" ? 2 : 0), taken_at: stampOf(moment(day, 0, zone), zone), source: SOURCE } };
}

/** Return the days from the one of a moment to the one of another, with when each begins and ends. */
export function daysBetween(from: number, to: number, zone: string): { day: Day; start: number; end: number }[] {
  const last = dayAt(shownAt(to, zone));
  const days = [];
  for (let day = dayAt(shownAt(from, zone)); day <= last; day = nextDay(day)) days.push({ day, start: moment(day, 0, zone), end: moment(nextDay(day), 0, zone) });
  return days;
}
