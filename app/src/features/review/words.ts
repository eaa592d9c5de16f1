import { useTranslation } from "react-i18next";
import { useCalendarWords } from "@/i18n/calendar";
import { useFormat, type Format } from "@/i18n/format";
import type { Units } from "@/lib/locale";
import { kgIn, WEIGHT_UNIT } from "@/lib/quantities";
import { useUnits } from "@/sync/me";
import type { Schemas } from "@/api/client";
import type { Span } from "./spans";

const HOUR = 60;
const M_PER = { metric: 1000, imperial: 1609.344 } as const;
/** From so much on a volume is said in tonnes; a pound has no such word. */
const TONNE = 1000;

export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function recordValue(format: Format, units: Units, metric: Schemas["BrokenRecord"]["metric"], value: number, reps: (count: number) => string): string {
  if (metric === "reps") return reps(value);
  if (metric === "duration_s") return clock(value);
  if (metric === "distance_m") return `${format.number(value / M_PER[units], 2)}\u00a0${units === "imperial" ? "mi" : "km"}`;
  return `${format.number(kgIn(units, value), metric === "volume_kg" ? 0 : 1)}\u00a0${WEIGHT_UNIT[units]}`;
}

/** Return how the figures of a review are written. */
export function useReviewWords() {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const calendar = useCalendarWords();
  const time = (minutes: number) => {
    const whole = Math.round(minutes);
    return whole >= HOUR ? t("review.hours", { hours: Math.floor(whole / HOUR), minutes: whole % HOUR }) : t("review.minutes", { minutes: whole });
  };
  const volume = (kg: number) => (units === "metric" && kg >= TONNE ? t("review.tonnes", { value: format.number(kg / TONNE, 1) }) : `${format.number(kgIn(units, kg))}\u00a0${WEIGHT_UNIT[units]}`);
  const span = ({ scale, from, to }: Span) => (scale === "week" ? calendar.span(from, to) : calendar.month(from));
  const record = (metric: Schemas["BrokenRecord"]["metric"], value: number) => recordValue(format, units, metric, value, (count) => t("review.best.reps", { count }));
  return { t, units, format, calendar, time, volume, span, record };
}

export type ReviewWords = ReturnType<typeof useReviewWords>;
