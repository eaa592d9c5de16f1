/** What is typed into the fields of a profile, read. Undefined is what cannot be read; null is nothing. */

import { cmFrom, numberOf } from "@/lib/quantities";
import type { Units } from "@/lib/locale";

const [LOW_CM, HIGH_CM, EARLIEST] = [50, 280, "1900-01-01"];

export const readName = (text: string): string | null => text.trim() || null;

/** Words between commas, each once. */
export const readWords = (text: string): string[] => [...new Set(text.split(/[,;\n]/).map((word) => word.trim().slice(0, 60)))].filter(Boolean).slice(0, 50);

export function readHeight(text: string, units: Units): number | null | undefined {
  if (!text.trim()) return null;
  const value = numberOf(text);
  const cm = value === null ? NaN : Math.round(cmFrom(units, value) * 10) / 10;
  return cm >= LOW_CM && cm <= HIGH_CM ? cm : undefined;
}

export function readBirth(text: string, today: string): string | null | undefined {
  if (!text.trim()) return null;
  const [year = "", month = "", day = ""] = text.trim().split(/[-/.]/);
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${iso}T12:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
  return exists && iso <= today && iso >= EARLIEST ? iso : undefined;
}

/** Return whole years from a birth date to a day. */
export function ageOn(birth: string, today: string): number {
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);
}

/** Read a time of day as people write it: 7:30, 730, 07.30, 7:30 pm, 19h. */
export function readClock(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.h]?([0-5]\d))?\s*h?\s*(am|pm|a\. ?m\.|p\. ?m\.)?$/i.exec(text.trim());
  if (!found) return undefined;
  const half = found[3]?.[0]?.toLowerCase();
  const hour = Number(found[1]);
  if (half && (hour < 1 || hour > 12)) return undefined;
  const full = half ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
  return full < 24 ? `${String(full).padStart(2, "0")}:${found[2] ?? "00"}` : undefined;
}

export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone.length > 0;
  } catch {
    return false;
  }
};
