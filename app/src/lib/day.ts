/** Days as the API writes them, `2026-11-26`, in a time zone. */

export type Day = string;

/** Return the day that it is at a moment in a time zone; in the device's own where the zone is not known to it. */
export function dayOf(moment: Date, timeZone?: string): Day {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: known(timeZone), year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function known(timeZone: string | undefined): string | undefined {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}

/** Return the day of a moment as a record has it, where it was logged: by that the server counts meals and drinks. */
export const dayWhere = (at: string): Day => at.slice(0, 10);

/** Return a moment at noon of a day, to be shown by the device: no zone moves it to another day. */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00`);

/** Return the time of a moment with the offset that holds on this device, as the API keeps it. */
export function withOffset(moment: Date): string {
  const minutes = -moment.getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** Return the day so many days before another. */
export function daysBefore(day: Day, days: number): Day {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}
