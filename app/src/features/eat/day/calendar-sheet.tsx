import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { noonOf, type Day } from "@/lib/day";
import { Button, cn, IconButton, Sheet, Txt } from "@/ui";
import { ChevronEnd, ChevronStart } from "@/ui/icons";
import { monthOf, monthsFrom, weekdaysOf } from "./month";

type Props = { day: Day; today: Day; logged: ReadonlySet<Day>; onChange: (day: Day) => void; onClose: () => void };

/** A month at a time; a dot under what has meals. */
export function CalendarSheet({ day, today, logged, onChange, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [month, setMonth] = useState(day.slice(0, 7));
  const title = new Intl.DateTimeFormat(i18n.language, { month: "long", year: "numeric" }).format(noonOf(`${month}-01`));
  const long = new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "long", year: "numeric" });
  return (
    <Sheet open title={t("eat.calendar")} close={t("common.close")} onClose={onClose}>
      <View className="flex-row items-center justify-between">
        <IconButton icon={ChevronStart} label={t("eat.monthBefore")} onPress={() => setMonth(monthsFrom(month, -1))} />
        <Txt kind="strong" aria-live="polite" className="first-letter:uppercase">
          {title}
        </Txt>
        <IconButton icon={ChevronEnd} label={t("eat.monthAfter")} onPress={() => setMonth(monthsFrom(month, 1))} />
      </View>
      <View className="flex-row" aria-hidden>
        {weekdaysOf(i18n.language).map((name, place) => (
          <Txt key={place} kind="small" className="flex-1 text-center">
            {name}
          </Txt>
        ))}
      </View>
      <View className="gap-1">
        {monthOf(month).map((week) => (
          <View key={week.find(Boolean)} className="flex-row">
            {week.map((each, place) =>
              each ? (
                <Pressable
                  key={each}
                  role="button"
                  aria-label={`${long.format(noonOf(each))}${logged.has(each) ? `, ${t("eat.hasMeals")}` : ""}`}
                  aria-current={each === day ? "date" : undefined}
                  onPress={() => onChange(each)}
                  className={cn("flex-1 min-h-11 items-center justify-center rounded-2xl active:opacity-70", each === day && "bg-brand-soft")}
                >
                  <Txt className={cn("tabular-nums", each === day && "font-bold text-brand", each === today && "underline")}>{Number(each.slice(8))}</Txt>
                  <View className={cn("size-1.5 rounded-full", logged.has(each) ? "bg-brand" : "bg-transparent")} />
                </Pressable>
              ) : (
                <View key={place} className="flex-1" />
              ),
            )}
          </View>
        ))}
      </View>
      {day === today ? null : <Button variant="soft" label={t("eat.today")} onPress={() => onChange(today)} />}
    </Sheet>
  );
}
