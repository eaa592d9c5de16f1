import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { dayOfNumber, numberOfDay } from "@/lib/habits/rules";
import type { Kept } from "@/lib/habits/records";
import { Card, IconButton, Segmented, Txt } from "@/ui";
import { ChevronEnd, ChevronStart } from "@/ui/icons";
import { Mark } from "./mark";
import { MonthGrid } from "./month-grid";
import { useHabitWords } from "./words";
import { YearMap } from "./year-map";

type Scale = "month" | "year";
const LEGEND = ["done", "partly", "missed", "rest"] as const;

/** Every day as it was: a month to look at and to set right, or a year at a glance. */
export function CalendarCard({ kept, today }: { kept: Kept; today: number }) {
  const { t } = useTranslation();
  const { calendar } = useHabitWords();
  const [view, setView] = useState<Scale>("month");
  const [month, setMonth] = useState(() => dayOfNumber(today).slice(0, 7));
  const first = numberOfDay(`${month}-01`);
  const move = (by: number) => setMonth(dayOfNumber(by < 0 ? first - 1 : first + 31).slice(0, 7));
  return (
    <Card title={t("habits.calendar")}>
      <Segmented label={t("habits.calendar")} value={view} onChange={setView} options={[{ value: "month", label: t("habits.month") }, { value: "year", label: t("habits.year") }]} />
      {view === "month" ? (
        <>
          <View className="flex-row items-center justify-between">
            <IconButton icon={ChevronStart} label={t("habits.earlier")} disabled={first <= kept.plan.first && kept.checkins.size === 0} onPress={() => move(-1)} />
            <Txt kind="strong" aria-live="polite">
              {calendar.month(`${month}-01`)}
            </Txt>
            <IconButton icon={ChevronEnd} label={t("habits.later")} disabled={month >= dayOfNumber(today).slice(0, 7)} onPress={() => move(1)} />
          </View>
          <MonthGrid kept={kept} month={month} today={today} />
        </>
      ) : (
        <YearMap kept={kept} today={today} />
      )}
      <View className="flex-row flex-wrap gap-x-4 gap-y-2">
        {LEGEND.filter((state) => state !== "partly" || kept.habit.target).map((state) => (
          <View key={state} className="flex-row items-center gap-1.5">
            <Mark state={state} size={16} credit={0.5} />
            <Txt kind="small">{t(`habits.legend.${state}`)}</Txt>
          </View>
        ))}
      </View>
    </Card>
  );
}
