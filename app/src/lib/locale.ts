/** What the device says of where the person is. */

import { getCalendars, getLocales } from "expo-localization";

export type Units = "metric" | "imperial";

const IMPERIAL = new Set(["US", "LR", "MM"]);

export function deviceUnits(): Units {
  return IMPERIAL.has(getLocales()[0]?.regionCode ?? "") ? "imperial" : "metric";
}

export function deviceTimeZone(): string {
  return getCalendars()[0]?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
}

/** As the API writes it: `en` or `en-GB`. */
export function deviceLocale(): string {
  const { languageCode, regionCode } = getLocales()[0] ?? {};
  const known = languageCode === "es" ? "es" : "en";
  return regionCode && /^[A-Z]{2}$/.test(regionCode) ? `${known}-${regionCode}` : known;
}
