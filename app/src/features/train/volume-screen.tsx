import { router } from "expo-router";
import { openBrowserAsync } from "expo-web-browser";
import { useState } from "react";
import { Pressable, View } from "react-native";
import { daysBefore } from "@/lib/day";
import { useMe } from "@/sync/me";
import { BarChart, Button, Card, cn, Columns, Empty, IconButton, Screen, Skeleton, Txt } from "@/ui";
import { ChevronEnd, ChevronStart, Dumbbell, Link } from "@/ui/icons";
import { Header } from "./header";
import type { Level, Muscle } from "./model";
import { SOURCES } from "./plan/sources";
import { mondayOf } from "./plans";
import { useToday, useTraining, type Training } from "./use-training";
import { useWords } from "./use-words";
import { LARGE, SMALL, trendOf, weekOf, type MuscleWeek } from "./volume";
import { MuscleBar } from "./volume-rows";

const WEEKS = 8;

/** How many hard sets each muscle had in a week, against the range that is worth doing, and how that went over the weeks. */
export function VolumeScreen() {
  const { t } = useWords();
  const training = useTraining();
  return (
    <Screen>
      <Header title={t("train.volume.title")} />
      {!training ? (
        <Skeleton label={t("common.loading")} heights={[90, 400]} />
      ) : training.workouts.length ? (
        <Weeks training={training} />
      ) : (
        <Card>
          <Empty icon={Dumbbell} title={t("train.volume.none")} action={t("train.free")} onAction={() => router.push("/session?free=1")} />
        </Card>
      )}
    </Screen>
  );
}

function Weeks({ training }: { training: Training }) {
  const { t, format } = useWords();
  const today = useToday();
  const level: Level = useMe()?.fitness_level ?? "beginner";
  const [back, setBack] = useState(0);
  const [chosen, setChosen] = useState<Muscle>("chest");
  const monday = daysBefore(mondayOf(today), back * 7);
  const planWeek = back === 0 ? (training.next?.week ?? 0) : 0;
  const rows = weekOf(training.days, monday, level, training.plan, planWeek);
  const most = Math.max(...rows.map((each) => each.sets));
  const group = (own: (muscle: Muscle) => boolean) => rows.filter((each) => own(each.muscle)).toSorted((a, b) => b.sets - a.sets);
  const groups = [
    ["large", group((muscle) => LARGE.includes(muscle))],
    ["small", group((muscle) => SMALL.includes(muscle))],
    ["others", group((muscle) => !LARGE.includes(muscle) && !SMALL.includes(muscle))],
  ] as const;
  return (
    <Columns
      start={
        <Card className="gap-4">
          <View className="flex-row items-center justify-between gap-3">
            <IconButton icon={ChevronStart} label={t("train.volume.earlier")} onPress={() => setBack(back + 1)} />
            <View className="items-center" aria-live="polite">
              <Txt kind="heading" level={2}>
                {back === 0 ? t("train.thisWeek") : back === 1 ? t("train.volume.lastWeek") : t("train.volume.weekOf", { day: format.shortDay(monday) })}
              </Txt>
              <Txt kind="small">{`${format.shortDay(monday)} – ${format.shortDay(daysBefore(monday, -6))}`}</Txt>
            </View>
            <IconButton icon={ChevronEnd} label={t("train.volume.later")} disabled={back === 0} onPress={() => setBack(back - 1)} />
          </View>
          <Txt kind="small">{[t("train.volume.legend"), planWeek ? t("train.volume.legendPlan") : null].filter(Boolean).join(" ")}</Txt>
          {groups.map(([name, own]) => (own.length ? <Group key={name} name={t(`train.volume.${name}`)} rows={own} most={most} chosen={chosen} onChoose={setChosen} /> : null))}
        </Card>
      }
      end={
        <>
          <Trend training={training} muscle={chosen} today={today} level={level} />
          <Card title={t("train.volume.why")}>
            <Txt>{t("train.volume.whyText")}</Txt>
            <Button variant="quiet" icon={Link} className="justify-start px-0" label={SOURCES[0].label} onPress={() => void openBrowserAsync(`https://doi.org/${SOURCES[0].doi}`)} />
          </Card>
        </>
      }
    />
  );
}

function Group({ name, rows, most, chosen, onChoose }: { name: string; rows: readonly MuscleWeek[]; most: number; chosen: Muscle; onChoose: (muscle: Muscle) => void }) {
  return (
    <View className="gap-2">
      <Txt kind="label" level={3}>
        {name}
      </Txt>
      {rows.map((each) => (
        <Pressable key={each.muscle} role="button" aria-pressed={each.muscle === chosen} onPress={() => onChoose(each.muscle)} className={cn("-mx-2 px-2 py-1.5 min-h-11 rounded-2xl active:opacity-70", each.muscle === chosen && "bg-brand-soft")}>
          <MuscleBar each={each} most={most} />
        </Pressable>
      ))}
    </View>
  );
}

/** The last weeks of one muscle; the line is where it begins to be worth it. */
function Trend({ training, muscle: of, today, level }: { training: Training; muscle: Muscle; today: string; level: Level }) {
  const { t, format, muscle } = useWords();
  const weeks = trendOf(training.days, of, today, WEEKS);
  const [row] = weekOf([], mondayOf(today), level, null, 0).filter((each) => each.muscle === of);
  const told = weeks.map((each) => `${format.shortDay(each.monday)}: ${format.number(each.sets, 1)}`).join(", ");
  return (
    <Card title={t("train.volume.trend", { muscle: muscle(of) })}>
      <BarChart bars={weeks.map((each, place) => ({ name: place % 2 === 1 ? format.shortDay(each.monday) : "", value: each.sets }))} mark={row?.range.low} format={(value) => (value ? format.number(value, 1) : "")} label={`${t("train.volume.trendLabel", { muscle: muscle(of), count: WEEKS })}: ${told}`} height={180} />
      <Txt kind="small">{row ? t("train.volume.range", { low: row.range.low, high: row.range.high }) : t("train.volume.noRange")}</Txt>
    </Card>
  );
}
