/** A person's own time, as the server reckons it: a port of fitzen/local_time.py. Moments are in ms since 1970. */

import type { Day } from "@/lib/day";

export const DAY_MS = 864e5;
const MINUTE_MS = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
    formats.set(zone, format);
  }
  return format;
}

/** Return what the clocks of a zone show at a moment, as if they were in UTC. */
export function shownAt(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour, part.minute, part.second);
}

const offsetAt = (at: number, zone: string): number => shownAt(at, zone) - Math.floor(at / 1000) * 1000;

export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
export const dayAt = (shown: number): Day => new Date(shown).toISOString().slice(0, 10);
export const startOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const nextDay = (day: Day, days = 1): Day => dayAt(startOf(day) + days * DAY_MS);
/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(startOf(day)).getUTCDay() || 7;

/** Return when it is that time on that day: the first moment after it where the clocks pass over it, else the first. */
export function moment(day: Day, minutes: number, zone: string): number {
  const local = startOf(day) + minutes * MINUTE_MS;
  const [first, second] = [offsetAt(local - DAY_MS, zone), offsetAt(local + DAY_MS, zone)].map((offset) => local - offset).sort((a, b) => a - b) as [number, number];
  if (shownAt(first, zone) === local) return first;
  if (shownAt(second, zone) === local) return second;
  return change(first, second, zone);
}

/** Find the second in (low, high] at which the offset changes. */
function change(low: number, high: number, zone: string): number {
  let [first, last] = [Math.floor(low / 1000), Math.floor(high / 1000)];
  const offset = offsetAt(first * 1000, zone);
  while (last - first > 1) {
    const middle = Math.floor((first + last) / 2);
    if (offsetAt(middle * 1000, zone) === offset) first = middle;
    else last = middle;
  }
  return last * 1000;
}

/** Say whether the zone's calendar has the day. Samoa had no 30 December 2011. */
export const exists = (day: Day, zone: string): boolean => dayAt(shownAt(moment(day, 0, zone), zone)) === day;
