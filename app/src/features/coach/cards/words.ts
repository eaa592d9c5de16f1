import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { useUnits } from "@/sync/me";
import { numberIn, type Data } from "./read";

export const MACROS = [
  ["energy_kcal", "energy", "kcal"],
  ["protein_g", "protein", "g"],
  ["carbs_g", "carbs", "g"],
  ["fat_g", "fat", "g"],
  ["fiber_g", "fiber", "g"],
] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Return how cards write figures, days and durations. A figure that is not known has no words. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const format = useFormat(useUnits());
  const said = useSpoken({ exercises: true });
  const amount = (value: unknown, unit: string): string => {
    const number = numberIn(value);
    return number === undefined ? "" : `${format.number(number, number < 10 ? 1 : 0)} ${unit}`;
  };
  return {
    t,
    /** What the server says, in the language that is spoken. What a person wrote, and what a dish is called, is not given to it. */
    said,
    number: format.number,
    amount,
    /** A day as the API writes it, in words; any other text as it is. */
    day: (text: string): string => (DAY.test(text) ? format.day(text) : text),
    shortDay: (text: string): string => (DAY.test(text) ? format.shortDay(text) : text),
    macros: (of: Data): string[] => MACROS.flatMap(([key, name, unit]) => (numberIn(of[key]) === undefined ? [] : [key === "energy_kcal" ? amount(of[key], unit) : `${t(`coach.card.${name}`)} ${amount(of[key], unit)}`])),
    /** Some things in a row: `a, b and c`. */
    joined: (texts: string[]): string => new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(texts),
  };
}

/** Write a duration: `45 s`, `12:30 min`, `1:05:00 h`. */
export function durationOf(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  if (hours) return `${hours}:${two(minutes)}:${two(rest)} h`;
  return minutes ? `${minutes}:${two(rest)} min` : `${rest} s`;
}
