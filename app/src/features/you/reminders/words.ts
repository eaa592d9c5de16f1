import { useTranslation } from "react-i18next";
import { useMemo } from "react";
import { getLocales } from "expo-localization";
import { WEEK } from "./draft";

const [WORKDAYS, WEEKEND] = ["1,2,3,4,5", "6,7"];
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 864e5;

/** Return how times of day and weekdays are said. */
export function useWhen() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const tag = getLocales()[0]?.languageTag ?? i18n.language;
    const language = tag.startsWith(i18n.language) ? tag : i18n.language;
    const named = (day: number, weekday: "long" | "short") => new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(MONDAY + (day - 1) * DAY_MS);
    const days = (chosen: readonly number[]): string => {
      const sorted = chosen.toSorted((a, b) => a - b);
      if (!sorted.length || sorted.length === WEEK.length) return t("reminders.everyDay");
      if (sorted.join() === WORKDAYS) return t("reminders.weekdays");
      if (sorted.join() === WEEKEND) return t("reminders.weekend");
      return sorted.map((day) => named(day, sorted.length > 1 ? "short" : "long")).join(", ");
    };
    const clock = (time: string): string => (time ? new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(Date.parse(`2024-01-01T${time}:00Z`)) : "");
    return { days, clock, named };
  }, [t, i18n.language]);
}
