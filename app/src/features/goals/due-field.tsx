import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useCalendarWords } from "@/i18n/calendar";
import { daysBefore, type Day } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe } from "@/sync/me";
import { Chip, ErrorText, Txt } from "@/ui";
import { DateField } from "@/ui/date-field";

const WEEKS = [4, 8, 12, 26];

/** By when: open, in some weeks, or on a day of the calendar. */
export function DueField({ value, error, onChange }: { value: Day | null; error?: string; onChange: (day: Day | null) => void }) {
  const { t } = useTranslation();
  const { date } = useCalendarWords();
  const today = useDay(useMe()?.time_zone);
  const inWeeks = (weeks: number) => daysBefore(today, -7 * weeks);
  const [free, setFree] = useState(() => value !== null && !WEEKS.some((weeks) => inWeeks(weeks) === value));
  const choose = (day: Day | null) => {
    setFree(false);
    onChange(day);
  };
  return (
    <View className="gap-2">
      <Txt kind="label">{t("goals.due")}</Txt>
      <View role="radiogroup" aria-label={t("goals.due")} className="flex-row flex-wrap gap-2">
        <Chip one label={t("goals.dueNone")} chosen={!free && value === null} onPress={() => choose(null)} />
        {WEEKS.map((weeks) => (
          <Chip key={weeks} one label={t("goals.inWeeks", { count: weeks })} chosen={!free && value === inWeeks(weeks)} onPress={() => choose(inWeeks(weeks))} />
        ))}
        <Chip one label={t("goals.otherDay")} chosen={free} onPress={() => setFree(true)} />
      </View>
      {free ? <DateField label={t("goals.otherDay")} value={value} shown={value ? date(value) : t("goals.noDue")} from={daysBefore(today, -1)} onChange={onChange} /> : value ? <Txt kind="small">{date(value)}</Txt> : null}
      <ErrorText small>{error}</ErrorText>
    </View>
  );
}
