import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Kept } from "@/lib/habits/records";
import { dayOfNumber } from "@/lib/habits/rules";
import { cn, Icon, Txt } from "@/ui";
import { Check } from "@/ui/icons";
import { MiniRing } from "./mini-ring";
import { dayOf } from "./view";
import { useHabitWords } from "./words";

const DAYS = 7;

/** The last seven days, each with how much of it is done; one is chosen. */
export function DayStrip({ all, today, chosen, onChoose }: { all: readonly Kept[]; today: number; chosen: number; onChoose: (day: number) => void }) {
  const { t } = useTranslation();
  const { calendar, format } = useHabitWords();
  return (
    <View role="radiogroup" aria-label={t("habits.days")} className="flex-row justify-between gap-1">
      {Array.from({ length: DAYS }, (_, place) => today - DAYS + 1 + place).map((day) => {
        const { done, due } = dayOf(all, day);
        const name = dayOfNumber(day);
        const on = day === chosen;
        return (
          <Pressable
            key={day}
            role="radio"
            aria-checked={on}
            aria-label={due ? t("habits.dayDone", { day: format.day(name), done, due }) : t("habits.dayNone", { day: format.day(name) })}
            onPress={() => onChoose(day)}
            className={cn("flex-1 max-w-20 items-center gap-1.5 py-2 rounded-2xl active:opacity-70", on && "bg-card border border-line")}
          >
            <Txt className={cn("text-xs", on ? "font-semibold text-ink" : "text-muted")} maxFontSizeMultiplier={1.2}>
              {calendar.weekday(name)}
            </Txt>
            <View className="size-9 items-center justify-center">
              <MiniRing size={36} value={due ? done / due : 0} />
              {due > 0 && done === due ? (
                <Icon of={Check} tone="brand" size={16} />
              ) : (
                <Txt className={cn("text-xs tabular-nums", on ? "text-ink font-semibold" : "text-muted")} maxFontSizeMultiplier={1}>
                  {String(Number(name.slice(8)))}
                </Txt>
              )}
            </View>
          </Pressable>
        );
      })}
    </View>
  );
}
