import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Format } from "@/i18n/format";
import { daysBefore, type Day } from "@/lib/day";
import { Icon, IconButton, Txt } from "@/ui";
import { ChevronDown, ChevronEnd, ChevronStart } from "@/ui/icons";
import { CalendarSheet } from "./calendar-sheet";

type Props = { day: Day; today: Day; logged: ReadonlySet<Day>; format: Format; onChange: (day: Day) => void };

/** The day that is shown: steps to its neighbours, a calendar on tap. */
export function DayBar({ day, today, logged, format, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = day === today ? t("eat.today") : day === daysBefore(today, 1) ? t("eat.yesterday") : format.shortDay(day);
  return (
    <View className="flex-row flex-wrap items-center gap-2">
      <View className="grow gap-0.5">
        <Txt kind="title" level={1}>
          {t("eat.title")}
        </Txt>
      </View>
      <View className="flex-row items-center rounded-full bg-raised">
        <IconButton icon={ChevronStart} label={t("eat.dayBefore")} onPress={() => onChange(daysBefore(day, 1))} />
        <Pressable role="button" aria-label={t("eat.chooseDay", { name, day: format.day(day) })} onPress={() => setOpen(true)} className="min-h-11 flex-row items-center justify-center gap-1 px-1 active:opacity-70">
          <Txt kind="strong" className="min-w-20 text-center">
            {name}
          </Txt>
          <Icon of={ChevronDown} tone="muted" size={16} />
        </Pressable>
        <IconButton icon={ChevronEnd} label={t("eat.dayAfter")} onPress={() => onChange(daysBefore(day, -1))} />
      </View>
      {open ? (
        <CalendarSheet
          day={day}
          today={today}
          logged={logged}
          onClose={() => setOpen(false)}
          onChange={(chosen) => {
            setOpen(false);
            onChange(chosen);
          }}
        />
      ) : null}
    </View>
  );
}
