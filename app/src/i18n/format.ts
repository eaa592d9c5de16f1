import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { getLocales } from "expo-localization";
import { noonOf, type Day } from "@/lib/day";
import { kgIn, mlIn, WATER_UNIT, WEIGHT_UNIT } from "@/lib/quantities";
import type { Units } from "@/lib/locale";

/** Return how numbers, days and amounts are written in the person's language and units. */
export function useFormat(units: Units) {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const tag = getLocales()[0]?.languageTag ?? i18n.language;
    const language = tag.startsWith(i18n.language) ? tag : i18n.language; // days and numbers as in the person's country
    const number = (value: number, digits = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
    const signed = (value: number, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: "exceptZero" }).format(value);
    return {
      number,
      /** With its sign, for a change. */
      signed: (value: number, digits = 0) => signed(value, digits),
      weight: (kg: number) => `${number(kgIn(units, kg), 1)} ${WEIGHT_UNIT[units]}`,
      weightNumber: (kg: number) => number(kgIn(units, kg), 1),
      weightChange: (kg: number) => `${signed(kgIn(units, kg), 2)} ${WEIGHT_UNIT[units]}`,
      water: (ml: number) => `${number(mlIn(units, ml))} ${WATER_UNIT[units]}`,
      day: (day: Day) => new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" }).format(noonOf(day)),
      shortDay: (day: Day) => new Intl.DateTimeFormat(language, { day: "numeric", month: "short" }).format(noonOf(day)),
      clock: (moment: string) => new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(new Date(moment)),
    };
  }, [i18n.language, units]);
}

export type Format = ReturnType<typeof useFormat>;
