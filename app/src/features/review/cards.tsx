import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { weekdayOf, numberOfDay } from "@/lib/habits/rules";
import { BarChart, Card, ListRow, ProgressBar, Ring, Txt } from "@/ui";
import { Trophy } from "@/ui/icons";
import { bestRecords } from "./figures";
import { daysOf, type Span } from "./spans";
import type { Review } from "./use-review";
import { useReviewWords, type ReviewWords } from "./words";

type Props = { review: Review };

const RECORDS = 4;

/** How it was against the time before, without a judgement. */
function Against({ now, before, span, write }: { now: number; before: number; span: Span; write: (value: number) => string }) {
  const { t } = useTranslation();
  const by = now - before;
  const word = t(span.runs ? `review.beforeSoFar.${span.scale}` : `review.before.${span.scale}`);
  const shown = write(Math.abs(by));
  const same = shown === write(0);
  return <Txt kind="small">{same ? t("review.same", { before: word }) : t("review.against", { change: `${by > 0 ? "+" : "\u2212"}${shown}`, before: word })}</Txt>;
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <View className="flex-1 gap-0.5">
      <Txt className="text-xl font-bold tabular-nums">{value}</Txt>
      <Txt kind="small">{label}</Txt>
    </View>
  );
}

/** A bar a day for a week, a bar a week for a month. */
function barsOf({ span, now }: Review, { calendar, format }: ReviewWords) {
  const days = daysOf({ from: span.from, until: span.to });
  const of = (day: string) => now.training.minutesOf.get(day) ?? 0;
  if (span.scale === "week") return days.map((day) => ({ name: calendar.narrowWeekday(day), full: calendar.longWeekday(day), value: of(day) }));
  const weeks: { name: string; full: string; value: number }[] = [];
  for (const day of days) {
    if (!weeks.length || weekdayOf(numberOfDay(day)) === 1) weeks.push({ name: String(Number(day.slice(8))), full: format.shortDay(day), value: 0 });
    const last = weeks.at(-1);
    if (last) last.value += of(day);
  }
  return weeks;
}

export function TrainingCard({ review }: Props) {
  const words = useReviewWords();
  const { t, format } = words;
  const { now, before, span } = review;
  const { sessions, volume, minutes, sets } = now.training;
  const bars = barsOf(review, words);
  return (
    <Card title={t("review.training")}>
      <View className="flex-row items-baseline gap-2">
        <Txt kind="figure">{format.number(sessions)}</Txt>
        <Txt className="text-muted">{t("review.sessions", { count: sessions })}</Txt>
      </View>
      <Against now={sessions} before={before.training.sessions} span={span} write={(value) => format.number(value)} />
      {sessions ? (
        <>
          <BarChart bars={bars} height={110} label={t("review.trainedLabel", { parts: bars.filter(({ value }) => value).map(({ full, value }) => t("review.part", { name: full, value: format.number(value) })).join(", ") })} />
          <View className="flex-row gap-4">
            <Figure value={words.volume(volume)} label={t("review.volume")} />
            <Figure value={words.time(minutes)} label={t("review.time")} />
            <Figure value={format.number(sets)} label={t("review.sets")} />
          </View>
        </>
      ) : (
        <Txt kind="small">{t("review.noTraining")}</Txt>
      )}
    </Card>
  );
}

export function RecordsCard({ review }: Props) {
  const { t, record, format } = useReviewWords();
  const { nameOf } = useExercises();
  const records = bestRecords(review.now.training.records);
  if (!review.now.training.sessions) return null;
  return (
    <Card title={t("review.records")} className="gap-0">
      {records.length ? (
        <View role="list">
          {records.slice(0, RECORDS).map((each, place) => (
            <View role="listitem" key={each.exercise_id}>
              <ListRow
                first={place === 0}
                icon={Trophy}
                title={nameOf(each.exercise_id)}
                detail={`${t(`review.best.metrics.${each.metric}`)} · ${format.shortDay(each.day)}`}
                aside={<Txt kind="strong" className="tabular-nums">{record(each.metric, each.value)}</Txt>}
                onPress={() => router.push("/records")}
              />
            </View>
          ))}
        </View>
      ) : (
        <Txt kind="small">{t("review.noRecords")}</Txt>
      )}
    </Card>
  );
}

export function FoodCard({ review }: Props) {
  const { t, format } = useReviewWords();
  const { now, before, span, targets } = review;
  const { food, days } = now;
  if (!food.days)
    return (
      <Card title={t("review.food")}>
        <Txt kind="small">{t("review.noFood")}</Txt>
      </Card>
    );
  const of = (value: number, target: number | undefined, unit: string) => (target ? t("review.ofTarget", { value: format.number(value), target: format.number(target), unit }) : `${format.number(value)} ${unit}`);
  return (
    <Card title={t("review.food")}>
      <Macro name={t("review.energy")} text={of(food.energy, targets?.energy, "kcal")} share={targets ? food.energy / targets.energy : null} fill="energy" />
      <Macro name={t("review.protein")} text={of(food.protein, targets?.protein, "g")} share={targets ? food.protein / targets.protein : null} fill="protein" />
      {before.food.days ? <Against now={food.protein} before={before.food.protein} span={span} write={(value) => `${format.number(value)} g`} /> : null}
      <Txt kind="small">{t("review.logged", { days: food.days, of: days })}</Txt>
    </Card>
  );
}

function Macro({ name, text, share, fill }: { name: string; text: string; share: number | null; fill: "energy" | "protein" }) {
  return (
    <View className="gap-1.5">
      <View className="flex-row flex-wrap justify-between gap-x-2">
        <Txt className="font-medium">{name}</Txt>
        <Txt kind="small" className="tabular-nums">
          {text}
        </Txt>
      </View>
      {share === null ? null : <ProgressBar value={share} label={name} text={text} fill={fill} />}
    </View>
  );
}

export function HabitsCard({ review }: Props) {
  const { t, format } = useReviewWords();
  const { now, before, span } = review;
  const { done, due } = now.habits;
  if (!due) return null;
  const share = (each: { done: number; due: number }) => (each.due ? Math.round((100 * each.done) / each.due) : 0);
  return (
    <Card title={t("review.habits")}>
      <View className="flex-row items-center gap-4">
        <Ring size={84} label={t("review.habitsDone", { done, due })} arcs={[{ value: done / due, tone: "brand" }]}>
          <Txt className="font-bold tabular-nums" maxFontSizeMultiplier={1.2}>{`${format.number(share(now.habits))} %`}</Txt>
        </Ring>
        <View className="flex-1 gap-0.5">
          <Txt kind="strong">{t("review.habitsDone", { done, due })}</Txt>
          {before.habits.due ? <Against now={share(now.habits)} before={share(before.habits)} span={span} write={(value) => `${format.number(value)} %`} /> : null}
        </View>
      </View>
    </Card>
  );
}

export function WeightCard({ review }: Props) {
  const { t, format } = useReviewWords();
  const { now, weightChange } = review;
  if (now.weight.average === null) return null;
  return (
    <Card title={t("review.weight")}>
      {weightChange ? (
        <View className="gap-0.5">
          <Txt kind="figure">{format.weightChange(Math.round(weightChange.kg * 10) / 10)}</Txt>
          <Txt kind="small">{t(weightChange.byTrend ? "review.trendChange" : "review.averageChange")}</Txt>
        </View>
      ) : null}
      <Txt kind={weightChange ? "small" : "strong"}>{t("review.weightNow", { value: format.weight(now.weight.average) })}</Txt>
    </Card>
  );
}

export function BodyCard({ review }: Props) {
  const { t, format, time } = useReviewWords();
  const { now, before, span } = review;
  if (now.sleep === null && now.steps === null) return null;
  return (
    <Card title={t("review.body")}>
      <View className="flex-row gap-4">
        {now.sleep === null ? null : (
          <View className="flex-1 gap-0.5">
            <Figure value={time(now.sleep * 60)} label={t("review.sleep")} />
            {before.sleep === null ? null : <Against now={now.sleep} before={before.sleep} span={span} write={(value) => time(value * 60)} />}
          </View>
        )}
        {now.steps === null ? null : (
          <View className="flex-1 gap-0.5">
            <Figure value={format.number(now.steps)} label={t("review.steps")} />
            {before.steps === null ? null : <Against now={now.steps} before={before.steps} span={span} write={(value) => format.number(value)} />}
          </View>
        )}
      </View>
    </Card>
  );
}
