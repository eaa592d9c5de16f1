/** Amounts by the name of their field, in the person's units: records are metric. Exact enough that two which differ do not look alike. */

import type { Format } from "@/i18n/format";
import type { Units } from "@/lib/locale";
import { cmIn, HEIGHT_UNIT, kgIn, mlIn, WATER_UNIT, WEIGHT_UNIT } from "@/lib/quantities";

type Shown = { value: number; unit?: string };

const [KM_M, MILE_M] = [1000, 1609.344];

const ENDINGS: readonly (readonly [RegExp, (value: number, units: Units) => Shown])[] = [
  [/_kg$/, (value, units) => ({ value: kgIn(units, value), unit: WEIGHT_UNIT[units] })],
  [/_cm$/, (value, units) => ({ value: cmIn(units, value), unit: HEIGHT_UNIT[units] })],
  [/(^|_)ml$/, (value, units) => ({ value: mlIn(units, value), unit: WATER_UNIT[units] })],
  [/^distance_m$/, (value, units) => (units === "imperial" ? { value: value / MILE_M, unit: "mi" } : value < KM_M ? { value, unit: "m" } : { value: value / KM_M, unit: "km" })],
  [/_kcal$/, (value) => ({ value, unit: "kcal" })],
  [/_pct$/, (value) => ({ value, unit: "%" })],
  [/respiratory_rate_bpm$/, (value) => ({ value, unit: "/min" })],
  [/_bpm$/, (value) => ({ value, unit: "bpm" })],
  [/_mmhg$/, (value) => ({ value, unit: "mmHg" })],
  [/mmol_l$/, (value) => ({ value, unit: "mmol/l" })],
  [/kg_min$/, (value) => ({ value, unit: "ml/kg/min" })],
  [/_1_5$/, (value) => ({ value, unit: "/ 5" })],
  [/temperature_c$/, (value, units) => (units === "imperial" ? { value: value * 1.8 + 32, unit: "°F" } : { value, unit: "°C" })],
  [/_ms$/, (value) => ({ value, unit: "ms" })],
  [/_ug$/, (value) => ({ value, unit: "µg" })],
  [/_mg$/, (value) => ({ value, unit: "mg" })],
  [/_g$/, (value) => ({ value, unit: "g" })],
  [/_h$/, (value) => ({ value, unit: "h" })],
  [/(^|_)minutes$|^snooze$/, (value) => ({ value, unit: "min" })],
];

/** Write seconds as 0:45, 2:30 or 1:05:00. */
function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export function amountOf(name: string, value: number, units: Units, format: Format): string {
  if (/^(duration|time|rest)_s$/.test(name)) return clockOf(value);
  const found = ENDINGS.find(([ending]) => ending.test(name))?.[1](value, units) ?? { value };
  return [format.number(found.value, 2), found.unit].filter(Boolean).join(" ");
}
