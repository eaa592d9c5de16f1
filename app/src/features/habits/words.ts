import { useTranslation } from "react-i18next";
import { useCalendarWords } from "@/i18n/calendar";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import type { Habit } from "@/lib/habits/records";
import type { Row } from "./view";

/** Return how habits are spoken of: their schedule, their row, their amounts. */
export function useHabitWords() {
  const { t } = useTranslation();
  const calendar = useCalendarWords();
  const format = useFormat(useUnits());
  const schedule = ({ schedule: { type, days, count } }: Habit) =>
    type === "times_per_week" ? t("habits.timesAWeek", { count: count ?? 1 }) : type === "weekdays" ? calendar.list([...(days ?? [])].sort().map((day) => calendar.weekdayName(day, (days?.length ?? 0) > 2 ? "short" : "long"))) : t("habits.schedule.daily");
  const streak = ({ plan, current }: Row): string => {
    if (plan.quit) return t("habits.daysFree", { count: current });
    if (!current) return t("habits.begin");
    return t(plan.count ? "habits.weeksInRow" : "habits.daysInRow", { count: current });
  };
  const run = ({ plan }: Row, count: number) => t(plan.count ? "habits.longestWeeks" : "habits.longestDays", { count });
  const amount = ({ habit, value }: Row) => (habit.target ? t("habits.amountOf", { value: format.number(value ?? 0, 1), target: format.number(habit.target.value, 1), unit: habit.target.unit }) : "");
  return { schedule, streak, run, amount, format, calendar };
}
