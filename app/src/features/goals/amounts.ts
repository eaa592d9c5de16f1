/** Amounts of a goal's metric, in the person's units and words. Records are metric. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useExercises } from "@/lib/exercises";
import type { Units } from "@/lib/locale";
import { cmFrom, cmIn, kgFrom, kgIn, HEIGHT_UNIT, numberOf, WEIGHT_UNIT } from "@/lib/quantities";
import { useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { metricOf, type Body, type Metric } from "./model";

const M_PER = { metric: 1000, imperial: 1609.344 } as const;
const DISTANCE_UNIT = { metric: "km", imperial: "mi" } as const;
const TIMES: ReadonlySet<string> = new Set(["duration_s", "time_s"]);
const SIGNS: Partial<Record<string, string>> = { resting_hr_bpm: "bpm", hrv_ms: "ms", systolic_mmhg: "mmHg", diastolic_mmhg: "mmHg", respiratory_rate_bpm: "/min", temperature_c: "°C", vo2max_ml_kg_min: "ml/kg/min", glucose_mmol_l: "mmol/l", active_energy_kcal: "kcal" };

export const isTime = (metric: Metric): boolean => TIMES.has(metric);

const isKg = (metric: string) => metric.endsWith("_kg");
const isCm = (metric: string) => metric.endsWith("_cm");

/** Return a value of a metric in the person's units. */
export function valueIn(units: Units, metric: Metric, value: number): number {
  if (isKg(metric)) return kgIn(units, value);
  if (isCm(metric)) return cmIn(units, value);
  return metric === "distance_m" ? value / M_PER[units] : value;
}

export function valueFrom(units: Units, metric: Metric, value: number): number {
  const metricValue = isKg(metric) ? kgFrom(units, value) : isCm(metric) ? cmFrom(units, value) : metric === "distance_m" ? value * M_PER[units] : value;
  return Math.round(metricValue * 1000) / 1000;
}

/** Return the sign behind a number of a metric; nothing where there is a word, or none. */
export function unitOf(units: Units, metric: Metric, own?: string | null): string {
  if (metric === "value") return own ?? "";
  if (isKg(metric)) return WEIGHT_UNIT[units];
  if (isCm(metric)) return HEIGHT_UNIT[units];
  if (metric === "distance_m") return DISTANCE_UNIT[units];
  if (metric.endsWith("_pct")) return "%";
  return metric === "sleep_h" ? "h" : (SIGNS[metric] ?? "");
}

/** Write a time as 1:05:30 or 25:00. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Read 25:00 or 1:05:30, in seconds; a bare number is minutes. Null for what is no time. */
export function secondsOf(text: string): number | null {
  const parts = text.trim().split(":").map(numberOf);
  if (parts.length > 3 || parts.some((part) => part === null || part < 0)) return null;
  if (parts.length === 1) return (parts[0] ?? 0) * 60;
  return parts.reduce<number>((sum, part) => sum * 60 + (part ?? 0), 0);
}

/** Return how a field shows a value to be changed. */
export function typed(units: Units, metric: Metric, value: number | null | undefined): string {
  if (value === null || value === undefined) return "";
  return isTime(metric) ? clock(value) : String(Math.round(valueIn(units, metric, value) * 100) / 100);
}

export const read = (units: Units, metric: Metric, text: string): number | null => {
  if (isTime(metric)) return secondsOf(text);
  const value = numberOf(text);
  return value === null ? null : valueFrom(units, metric, value);
};

const namesOf = (phone: Phone) => new Map((phone.all("habit") as { id: string; name: string }[]).map((habit) => [habit.id, habit.name]));

/** Return how amounts and titles of goals are written. */
export function useGoalWords() {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const { nameOf } = useExercises();
  const habits = useRecords(["habit"], namesOf);
  return useMemo(() => {
    const metricAmount = (metric: Metric, value: number, own?: string | null, digits = 1): string => {
      if (isTime(metric)) return clock(value);
      const number = format.number(valueIn(units, metric, value), digits);
      if (metric === "reps" || metric === "checkins") return t(`goals.units.${metric}`, { count: Math.round(value), value: number });
      if (metric === "streak" || metric === "strength" || metric === "steps" || metric === "floors") return t(`goals.units.${metric}`, { value: number });
      if (metric.endsWith("_1_5")) return t("goals.units.of5", { value: number });
      const unit = unitOf(units, metric, own);
      return unit ? `${number}\u00a0${unit}` : number;
    };
    const amount = (body: Body, value: number, digits?: number) => metricAmount(metricOf(body), value, body.unit, digits);
    const change = (body: Body, value: number) => `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${metricAmount(metricOf(body), Math.abs(value), body.unit, 2)}`;
    const title = (body: Body): string => {
      if (body.title) return body.title;
      const target = amount(body, body.target_value);
      if (body.kind === "weight" || body.kind === "custom") return t(`goals.titles.${body.kind}`, { target });
      if (body.kind === "habit") return t("goals.titles.habit", { name: habits?.get(body.habit_id ?? "") ?? t("goals.kinds.habit"), target });
      if (body.kind === "measurement") return t("goals.titles.measurement", { name: t(`goals.metrics.${metricOf(body)}`), target });
      const name = nameOf(body.exercise_id ?? "");
      return body.distance_m ? t("goals.titles.run", { name, distance: metricAmount("distance_m", body.distance_m), target }) : t("goals.titles.lift", { name, target });
    };
    const axis = (body: Body) => (value: number) => (isTime(metricOf(body)) ? clock(value) : format.number(valueIn(units, metricOf(body), value), 1));
    return { amount, change, title, axis, units, format, nameOf };
  }, [t, units, format, nameOf, habits]);
}

export type GoalWords = ReturnType<typeof useGoalWords>;
