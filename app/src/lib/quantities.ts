/** Amounts in the person's units. The API and the records are metric; only what is shown or typed is not. */

import type { Units } from "./locale";

const LB = 0.45359237;
const INCH = 2.54;
const FL_OZ = 29.5735295625;

export const kgIn = (units: Units, kg: number): number => (units === "imperial" ? kg / LB : kg);
export const kgFrom = (units: Units, value: number): number => (units === "imperial" ? value * LB : value);
export const cmIn = (units: Units, cm: number): number => (units === "imperial" ? cm / INCH : cm);
export const cmFrom = (units: Units, value: number): number => (units === "imperial" ? value * INCH : value);
export const mlIn = (units: Units, ml: number): number => (units === "imperial" ? ml / FL_OZ : ml);

export const WEIGHT_UNIT = { metric: "kg", imperial: "lb" } as const;
export const HEIGHT_UNIT = { metric: "cm", imperial: "in" } as const;
export const WATER_UNIT = { metric: "ml", imperial: "fl oz" } as const;

/** What a glass adds, in ml. */
export const GLASS_ML = { metric: 250, imperial: Math.round(8 * FL_OZ) } as const;

/** Read what somebody typed, with a point or a comma; null for what is no number. */
export function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() && Number.isFinite(value) ? value : null;
}
