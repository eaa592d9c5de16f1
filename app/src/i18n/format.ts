import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { getLocales } from "expo-localization";
import { noonOf, type Day } from "@/lib/day";
import { kgIn, mlIn, WATER_UNIT, WEIGHT_UNIT } from "@/lib/quantities";
import type { Units } from "@/lib/locale";

const DATES = {
  day: { weekday: "long", day: "numeric", month: "long" },
  shortDay: { day: "numeric", month: "short" },
  weekday: { weekday: "short" },
  date: { weekday: "short", day: "numeric", month: "short" },
  dateOfYear: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "short" },
  year: { year: "numeric" },
  shortMonth: { month: "short", year: "numeric" },
  clock: { hour: "numeric", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function kept<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** Return how numbers, days and amounts are written in the person's language and units. */
export function useFormat(units: Units) {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const tag = getLocales()[0]?.languageTag ?? i18n.language;
    const language = tag.startsWith(i18n.language) ? tag : i18n.language; // days and numbers as in the person's country
    // Formatters are made once: to make one takes longer than to draw a row of a list.
    const numbers = kept((digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }));
    const changes = kept((digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: "exceptZero" }));
    const dates = kept((style: keyof typeof DATES) => new Intl.DateTimeFormat(language, DATES[style]));
    const number = (value: number, digits = 0) => numbers(digits).format(value);
    const on = (style: keyof typeof DATES) => (day: Day) => dates(style).format(noonOf(day));
    return {
      number,
      percent: (part: number) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(part),
      weight: (kg: number) => `${number(kgIn(units, kg), 1)} ${WEIGHT_UNIT[units]}`,
      weightNumber: (kg: number) => number(kgIn(units, kg), 1),
      weightChange: (kg: number) => `${changes(2).format(kgIn(units, kg))} ${WEIGHT_UNIT[units]}`,
      water: (ml: number) => `${number(mlIn(units, ml))} ${WATER_UNIT[units]}`,
      day: on("day"),
      shortDay: on("shortDay"),
      weekday: on("weekday"),
      /** "Tue 24 Nov", with the year where it is another one. */
      date: (day: Day) => on(day.slice(0, 4) === String(new Date().getFullYear()) ? "date" : "dateOfYear")(day),
      /** "November 2026". */
      month: on("month"),
      shortMonth: on("shortMonth"),
      clock: (moment: string) => dates("clock").format(new Date(moment)),
      /** A mark on an axis of time, by how many days the axis spans. */
      timeTick: (moment: Date, days: number) => dates(days < 100 ? "shortDay" : days >= 800 ? "year" : moment.getMonth() === 0 ? "shortMonth" : "monthName").format(moment),
    };
  }, [i18n.language, units]);
}

export type Format = ReturnType<typeof useFormat>;
