import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useCalendarWords } from "@/i18n/calendar";
import { dayOfNumber } from "@/lib/habits/rules";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import { Card, Txt } from "@/ui";
import type { GoalWords } from "./amounts";
import { useExpected } from "./expected";
import { GOAL_KINDS, type Shown } from "./model";
import { useMeasured } from "./requests";
import { pastOf, wayOf } from "./way";
import { WayChart } from "./way-chart";

/** The way so far and the way to come. */
export function WayCard({ shown, words, today }: { shown: Shown; words: GoalWords; today: string }) {
  const { t } = useTranslation();
  const { date } = useCalendarWords();
  const expected = useExpected()(shown);
  const { body } = shown;
  const trend = useMeasured(body, body.start_on ?? today).data;
  const read = useMemo(() => (phone: Phone) => pastOf(phone, body, today, trend), [body, today, trend]);
  const past = useRecords(GOAL_KINDS, read) ?? [];
  const way = wayOf(shown, past, today);
  if (past.length < 2 && !way.ahead) return null;
  const [from, to] = [date(dayOfNumber(Math.floor(way.first))), date(dayOfNumber(Math.floor(way.last)))];
  const amount = (value: number | undefined | null) => (value === undefined || value === null ? "–" : words.amount(body, value));
  const label = t("goals.wayLabel", { start: amount(body.start_value ?? past[0]?.y), from, now: amount(shown.progress.value ?? past.at(-1)?.y), target: amount(body.target_value), expected: [expected.day, expected.range].filter(Boolean).join(". ") });
  return (
    <Card title={t("goals.way")}>
      <WayChart way={way} label={label} format={words.axis(body)} ends={[from, to]} todayWord={t("goals.today")} targetWord={`${t("goals.target")} ${amount(body.target_value)}`} />
      <View className="flex-row flex-wrap gap-x-5 gap-y-1" aria-hidden>
        <Legend className="border-brand" word={t("goals.legendWay")} />
        {way.ahead?.on ? <Legend className="border-brand border-dotted" word={t("goals.legendAhead")} /> : null}
        {way.plan ? <Legend className="border-muted border-dashed" word={t("goals.legendPlan")} /> : null}
      </View>
    </Card>
  );
}

function Legend({ className, word }: { className: string; word: string }) {
  return (
    <View className="flex-row items-center gap-2">
      <View className={`w-6 border-t-2 ${className}`} />
      <Txt kind="small">{word}</Txt>
    </View>
  );
}
