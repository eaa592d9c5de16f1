import { useTranslation } from "react-i18next";
import { Pressable, ScrollView, View } from "react-native";
import { noonOf, type Day } from "@/lib/day";
import { cn, Txt } from "@/ui";

type Props = { days: Day[]; today: Day; chosen: Day; onChoose: (day: Day) => void };

/** The days of a plan side by side; today has a dot. */
export function DayPicker({ days, today, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const write = (day: Day, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.language, how).format(noonOf(day));
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false} className="-mx-5 md:mx-0 grow-0" contentContainerClassName="px-5 md:px-0">
      <View role="radiogroup" aria-label={t("kitchen.days")} className="flex-row gap-2">
        {days.map((day) => {
          const on = day === chosen;
          const label = write(day, { weekday: "long", day: "numeric", month: "long" });
          return (
            <Pressable key={day} role="radio" aria-checked={on} aria-label={day === today ? `${label}. ${t("kitchen.start.today")}` : label} onPress={() => onChoose(day)} className={cn("w-14 min-h-16 rounded-2xl items-center justify-center border active:opacity-80", on ? "bg-brand border-brand" : "bg-card border-line")}>
              <Txt className={cn("text-sm", on ? "text-on-brand" : "text-muted")} maxFontSizeMultiplier={1.4}>
                {write(day, { weekday: "short" })}
              </Txt>
              <Txt className={cn("text-lg font-bold tabular-nums", on && "text-on-brand")} maxFontSizeMultiplier={1.4}>
                {write(day, { day: "numeric" })}
              </Txt>
              <View className={cn("size-1.5 rounded-full", day === today ? (on ? "bg-on-brand" : "bg-brand") : "bg-transparent")} />
            </Pressable>
          );
        })}
      </View>
    </ScrollView>
  );
}
