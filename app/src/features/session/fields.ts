/** Which amounts a set of an exercise has, how they are stepped, and how they are written. */

import i18n from "@/i18n";
import type { Format } from "@/i18n/format";
import type { Exercise } from "@/lib/exercises";
import type { Units } from "@/lib/locale";
import { kgFrom, kgIn, numberOf, WEIGHT_UNIT } from "@/lib/quantities";
import type { SetValues } from "@/lib/running";

export type FieldName = "weight_kg" | "assist_kg" | "reps" | "duration_s" | "distance_m";

const YARD_M = 0.9144;
export const LENGTH_UNIT = { metric: "m", imperial: "yd" } as const;

/** The first are large; an exercise that is not known here is taken for one of reps and load. */
export function fieldsOf(exercise: Exercise | undefined): FieldName[] {
  const moves = exercise?.pattern === "conditioning";
  switch (exercise?.metric) {
    case "bodyweight":
      return isAssisted(exercise) ? ["assist_kg", "reps"] : ["weight_kg", "reps"];
    case "time":
      return moves ? ["duration_s", "distance_m"] : ["weight_kg", "duration_s"];
    case "distance":
      return moves ? ["distance_m", "duration_s"] : ["weight_kg", "distance_m"];
    default:
      return ["weight_kg", "reps"];
  }
}

/** Something takes a part of the body's weight: a machine, a band. */
const isAssisted = (exercise: Exercise): boolean => /assist/i.test(`${exercise.id} ${exercise.name}`);

/** The smallest step of a load, in the person's units: pounds go by twice as many as kilograms. */
export const weightStep = (units: Units, exercise: Exercise | undefined): number => (exercise?.increment_kg ?? 2.5) * (units === "imperial" ? 2 : 1);

const tidy = (value: number, digits = 3): number => Number(value.toFixed(digits));

export function stepOf(name: FieldName, units: Units, exercise: Exercise | undefined, value = 0): number {
  if (name === "reps") return 1;
  if (name === "duration_s") return value < 60 ? 5 : value < 300 ? 15 : 60;
  if (name === "distance_m") return value < 100 ? 5 : value < 1000 ? 50 : 100;
  return weightStep(units, exercise);
}

/** What the API counts in, as it is shown. */
export function shownNumber(name: FieldName, value: number, units: Units): number {
  if (name === "weight_kg" || name === "assist_kg") return tidy(kgIn(units, value), 2);
  if (name === "distance_m") return tidy(units === "imperial" ? value / YARD_M : value, 1);
  return value;
}

/** The other way round; loads to the gram, as the server keeps them. */
export function keptNumber(name: FieldName, shown: number, units: Units): number {
  if (name === "weight_kg" || name === "assist_kg") return tidy(kgFrom(units, shown));
  if (name === "distance_m") return tidy(units === "imperial" ? shown * YARD_M : shown, 2);
  return name === "reps" ? Math.round(shown) : shown;
}

/** Return the value one step further, never under nothing. */
export function stepped(name: FieldName, value: number | undefined, by: -1 | 1, units: Units, exercise: Exercise | undefined): number {
  const shown = value === undefined ? 0 : shownNumber(name, value, units);
  const step = stepOf(name, units, exercise, by < 0 ? shown - 0.001 : shown);
  return keptNumber(name, Math.max(name === "reps" ? 1 : 0, tidy(shown + by * step)), units);
}

const MOST: Record<FieldName, number> = { reps: 10_000, weight_kg: 2_000, assist_kg: 500, duration_s: 129_600, distance_m: 1_000_000 };

/** Read what was typed: undefined for nothing, null for what is no amount. */
export function typedValue(name: FieldName, text: string, units: Units): number | null | undefined {
  if (!text.trim()) return undefined;
  const shown = name === "duration_s" && text.includes(":") ? secondsOf(text) : numberOf(text);
  const value = shown === null || shown < 0 ? null : keptNumber(name, shown, units);
  return value === null || value > MOST[name] ? null : value;
}

function secondsOf(text: string): number | null {
  const parts = text.split(":").map(numberOf);
  return parts.length > 3 || parts.some((part) => part === null) ? null : parts.reduce<number>((sum, part) => sum * 60 + part!, 0);
}

/** 75 s as 1:15. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** What stands in a field while nobody types in it. */
export function fieldText(name: FieldName, value: number | undefined, units: Units, format: Format): string {
  if (value === undefined) return "";
  return name === "duration_s" ? clockText(value) : format.number(shownNumber(name, value, units), 2).replace(/[\u00a0\u202f]/g, "");
}

export const unitOf = (name: FieldName, units: Units): string => (name === "distance_m" ? LENGTH_UNIT[units] : name === "reps" || name === "duration_s" ? "" : WEIGHT_UNIT[units]);

/** A set in a few signs: `60 kg × 8`, `+10 kg × 5`, `8 reps`, `1:30`, `40 m`. */
export function setText(values: SetValues, units: Units, format: Format, added = false): string {
  const kg = (value: number) => `${format.number(shownNumber("weight_kg", value, units), 2)} ${WEIGHT_UNIT[units]}`;
  const load = values.weight_kg ? [`${added ? "+" : ""}${kg(values.weight_kg)}`] : values.assist_kg ? [`\u2212${kg(values.assist_kg)}`] : [];
  const amounts = [
    values.reps === undefined ? [] : [load.length ? format.number(values.reps) : i18n.t("session.repsOf", { count: values.reps })],
    values.distance_m === undefined ? [] : [`${format.number(shownNumber("distance_m", values.distance_m, units))} ${LENGTH_UNIT[units]}`],
    values.duration_s === undefined ? [] : [clockText(values.duration_s)],
  ].flat();
  return [...load, ...amounts].join(" \u00d7 ");
}
