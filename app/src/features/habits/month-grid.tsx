import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { checkIn, takeBack, toggle, type Kept } from "@/lib/habits/records";
import { dayOfNumber, mondayOf, numberOfDay, weekdayOf } from "@/lib/habits/rules";
import { useSync } from "@/sync/provider";
import { cn, Txt } from "@/ui";
import { AmountSheet } from "./amount-sheet";
import { Mark } from "./mark";
import { rowOf, stateOf } from "./view";
import { useHabitWords } from "./words";

const WEEK = 7;
const CELL = 38;

/** A month from Monday to Sunday. A day that was can be set right by a tap; one with an amount asks how much. */
export function MonthGrid({ kept, month, today }: { kept: Kept; month: string; today: number }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const { calendar, format } = useHabitWords();
  const [asking, setAsking] = useState<number | null>(null);
  const first = numberOfDay(`${month}-01`);
  const start = mondayOf(first);
  const last = numberOfDay(`${dayOfNumber(first + 31).slice(0, 7)}-01`) - 1;
  const weeks = Array.from({ length: Math.ceil((last - start + 1) / WEEK) }, (_, week) => Array.from({ length: WEEK }, (_, place) => start + week * WEEK + place));
  const press = (day: number) => {
    if (!phone) return;
    const name = dayOfNumber(day);
    if (kept.habit.target) return setAsking(day);
    if (!kept.plan.quit) return void toggle(phone, kept, name);
    void (kept.plan.done(kept.checkins, day) ? checkIn(phone, kept.habit.id, name, 1) : takeBack(phone, kept.habit.id, name));
  };
  return (
    <View className="gap-1">
      <View className="flex-row" aria-hidden>
        {weeks[0]?.map((day) => (
          <Txt key={day} kind="small" className="flex-1 text-center text-xs">
            {calendar.weekdayName(weekdayOf(day), "narrow")}
          </Txt>
        ))}
      </View>
      {weeks.map((week) => (
        <View key={week[0]} className="flex-row">
          {week.map((day) => {
            if (day < first || day > last) return <View key={day} className="flex-1 h-11" />;
            const state = stateOf(kept, day, today);
            const done = state === "done";
            return (
              <Pressable
                key={day}
                role="checkbox"
                aria-checked={done}
                disabled={day > today}
                aria-label={`${format.day(dayOfNumber(day))}: ${t(`habits.state.${state}`)}`}
                onPress={() => press(day)}
                className="flex-1 h-11 items-center justify-center active:opacity-70"
              >
                <Mark state={state} size={CELL} credit={kept.plan.credit(kept.checkins, day)}>
                  <Txt maxFontSizeMultiplier={1.2} className={cn("text-sm tabular-nums", done ? "text-on-brand font-semibold" : day === today ? "text-brand font-bold" : state === "partly" ? "text-ink" : "text-muted")}>
                    {String(day - first + 1)}
                  </Txt>
                </Mark>
              </Pressable>
            );
          })}
        </View>
      ))}
      {asking === null ? null : <AmountSheet row={rowOf(kept, asking, today)} day={dayOfNumber(asking)} onClose={() => setAsking(null)} />}
    </View>
  );
}
