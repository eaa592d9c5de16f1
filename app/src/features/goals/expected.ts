import { useTranslation } from "react-i18next";
import { useCalendarWords } from "@/i18n/calendar";
import { metricOf, type Shown } from "./model";

/** Return when a goal is reached, in words: the day, and its range. */
export function useExpected(): (shown: Shown) => { day: string; range?: string } {
  const { t } = useTranslation();
  const { date } = useCalendarWords();
  return ({ body, progress, status, told }) => {
    if (status === "reached") return { day: body.reached_on ? t("goals.reachedOn", { day: date(body.reached_on) }) : t("goals.reached") };
    if (!told) return { day: t("goals.workedOut") };
    const { expected_on: on, expected_from: from, expected_until: until, value, rate_per_week: rate } = progress;
    if (value === undefined || value === null) return { day: t(`goals.nothing.${body.kind}`) };
    if (on) return { day: t("goals.about", { day: date(on) }), range: from && until ? t("goals.between", { from: date(from), until: date(until) }) : from ? t("goals.earliest", { from: date(from) }) : undefined };
    if (metricOf(body) === "strength") return { day: t("goals.grows") };
    if (rate === undefined || rate === null) return { day: t("goals.tooEarly") };
    return { day: from ? t("goals.noWayFrom", { from: date(from) }) : t("goals.noWay") };
  };
}
