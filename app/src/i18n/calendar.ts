import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { getLocales } from "expo-localization";
import { noonOf, type Day } from "@/lib/day";

const MONDAY = "2024-01-01";

/** Return how days, weeks and months are named in the person's language. */
export function useCalendarWords() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const tag = getLocales()[0]?.languageTag ?? i18n.language;
    const language = tag.startsWith(i18n.language) ? tag : i18n.language;
    const written = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(language, options);
      return (day: Day) => format.format(noonOf(day));
    };
    const short = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
    return {
      /** With the year: for what may lie far away. */
      date: written({ day: "numeric", month: "short", year: "numeric" }),
      month: written({ month: "long", year: "numeric" }),
      shortMonth: written({ month: "short" }),
      weekday: written({ weekday: "short" }),
      longWeekday: written({ weekday: "long" }),
      narrowWeekday: written({ weekday: "narrow" }),
      span: (from: Day, to: Day) => short.formatRange(noonOf(from), noonOf(to)),
      /** 1 is Monday. */
      weekdayName: (weekday: number, width: "long" | "short" | "narrow" = "short") => new Intl.DateTimeFormat(language, { weekday: width }).format(new Date(noonOf(MONDAY).getTime() + (weekday - 1) * 864e5)),
      list: (parts: string[]) => new Intl.ListFormat(language, { type: "conjunction" }).format(parts),
    };
  }, [i18n.language]);
}

export type CalendarWords = ReturnType<typeof useCalendarWords>;
