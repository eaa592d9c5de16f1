import { router, useLocalSearchParams } from "expo-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat, type Format } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useExercises, type Exercises } from "@/lib/exercises";
import type { Units } from "@/lib/locale";
import { useGivenName } from "@/lib/spoken";
import { useOnline } from "@/lib/use-online";
import { useUnits } from "@/sync/me";
import type { Phone } from "@/sync/phone";
import { useRecord, useRecords } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, Card, Columns, Empty, Icon, Screen, Skeleton, Txt } from "@/ui";
import { Dumbbell, Trophy } from "@/ui/icons";
import { clockText, LENGTH_UNIT, setText, shownNumber } from "./fields";
import { recordsOf, sameBefore, sumsOf, workoutsOf, type BrokenIn, type Sums, type Workout } from "./history";
import type { LoggedSet } from "./strength";
import { SummaryNote } from "./summary-note";

/** What a session was: how long, how much, what it broke, and how it stands to the one before. */
export function SummaryScreen() {
  const { t } = useTranslation();
  const given = useGivenName();
  const { id = "" } = useLocalSearchParams<{ id: string }>();
  const units = useUnits();
  const format = useFormat(units);
  const exercises = useExercises();
  const online = useOnline();
  const workout = useRecord("workout", id) as Workout | null | undefined;
  const compared = useCompared(workout, exercises);
  if (!workout)
    return (
      <Screen title={t("session.title")}>
        {workout === undefined ? <Skeleton label={t("common.loading")} heights={[200, 200]} /> : <Card><Empty icon={Dumbbell} title={t("session.done.missing")} action={t("session.done.close")} onAction={close} /></Card>}
      </Screen>
    );
  const day = format.day(workout.day ?? dayOf(new Date(workout.started_at)));
  const records = compared?.records ?? [];
  return (
    <Screen title={t("session.done.title")} subtitle={t("session.done.subtitle", { name: given(workout.name), day })} aside={<Unsent kind="workout" id={id} />} footer={<Button label={t("session.done.close")} onPress={close} className="min-h-14" />}>
      {online ? null : <Txt kind="small">{t("session.done.offline")}</Txt>}
      <Columns
        start={
          <>
            <Figures sums={sumsOf(workout)} before={compared?.before} format={format} />
            {records.length ? (
              <Card title={t("session.done.records")} aside={<Icon of={Trophy} tone="accent" />}>
                {records.map((record) => (
                  <RecordRow key={`${record.exerciseId} ${record.metric}`} record={record} exercises={exercises} units={units} format={format} />
                ))}
              </Card>
            ) : null}
            <SummaryNote key={id} id={id} notes={workout.notes ?? ""} />
          </>
        }
        end={
          <Card title={t("session.done.exercises")}>
            {workout.exercises.map((entry, place) => (
              <View key={place} className="gap-0.5">
                <Txt kind="strong">{exercises.nameOf(entry.exercise_id)}</Txt>
                <Txt className="tabular-nums">{(entry.sets as LoggedSet[]).filter((set) => set.kind !== "warmup").map((set) => setText(set, units, format, exercises.byId.get(entry.exercise_id)?.metric === "bodyweight")).join(", ")}</Txt>
                {entry.notes ? <Txt kind="small">{entry.notes}</Txt> : null}
              </View>
            ))}
          </Card>
        }
      />
    </Screen>
  );
}

/** Back to the tabs that lie below, not to others on top. */
const close = () => router.dismissTo("/");

type Compared = { records: BrokenIn[]; before?: { day: string; sums: Sums } };

/** Records are the server's where it has counted, and the same worked out here until then. */
function useCompared(workout: Workout | null | undefined, { byId }: Exercises): Compared | undefined {
  return useRecords(
    ["workout"],
    useMemo(
      () => (phone: Phone) => {
        if (!workout) return { records: [] };
        const all = workoutsOf(phone);
        const before = sameBefore(workout, all);
        const told = phone.isWaiting("workout", workout.id) ? undefined : workout.records;
        const records = told?.map(({ exercise_id, metric, value, previous }) => ({ exerciseId: exercise_id, metric, value, previous: previous ?? 0 })) ?? recordsOf(workout, all, (id) => byId.get(id)?.metric);
        return before ? { records, before: { day: dayOf(new Date(before.started_at)), sums: sumsOf(before) } } : { records };
      },
      [workout, byId],
    ),
  );
}

function Figures({ sums, before, format }: { sums: Sums; before?: Compared["before"]; format: Format }) {
  const { t } = useTranslation();
  const more = (now: number, then: number | undefined, text: (change: number) => string) => (then === undefined ? null : Math.abs(now - then) < 0.5 ? t("session.done.same") : text(now - then));
  const sign = (value: number) => (value > 0 ? "+" : "\u2212") + format.number(Math.abs(value));
  const minutes = sums.seconds === null ? null : Math.round(sums.seconds / 60);
  const tiles = [
    ...(minutes === null ? [] : [{ name: t("session.done.duration"), value: t("session.done.minutes", { count: minutes }), change: more(minutes, before?.sums.seconds ? Math.round(before.sums.seconds / 60) : undefined, (by) => t("session.done.minutesMore", { value: sign(by) })) }]),
    { name: t("session.done.sets"), value: format.number(sums.sets), change: more(sums.sets, before?.sums.sets, sign) },
    ...(sums.volume ? [{ name: t("session.done.volume"), value: format.weight(Math.round(sums.volume)), change: more(sums.volume, before?.sums.volume, (by) => format.weightChange(Math.round(by))) }] : []),
    { name: t("session.done.reps"), value: format.number(sums.reps), change: more(sums.reps, before?.sums.reps, sign) },
  ];
  return (
    <Card>
      <View className="flex-row flex-wrap gap-y-4">
        {tiles.map(({ name, value, change }) => (
          <View key={name} className="w-1/2 gap-0.5 pe-2">
            <Txt kind="label">{name}</Txt>
            <Txt className="text-2xl font-bold tabular-nums">{value}</Txt>
            {change ? <Txt kind="small">{change}</Txt> : null}
          </View>
        ))}
      </View>
      {before ? <Txt kind="small">{t("session.done.compared", { day: format.shortDay(before.day) })}</Txt> : null}
    </Card>
  );
}

function RecordRow({ record, exercises, units, format }: { record: BrokenIn; exercises: Exercises; units: Units; format: Format }) {
  const { t } = useTranslation();
  const text = (value: number): string => {
    if (record.metric === "reps") return format.number(value);
    if (record.metric === "duration_s") return clockText(value);
    if (record.metric === "distance_m") return `${format.number(shownNumber("distance_m", value, units), 1)} ${LENGTH_UNIT[units]}`;
    return format.weight(value);
  };
  return (
    <View className="gap-0.5">
      <Txt kind="strong">{exercises.nameOf(record.exerciseId)}</Txt>
      <Txt>
        {t(`session.done.metrics.${record.metric}`)}: {t("session.done.record", { value: text(record.value), previous: text(record.previous) })}
      </Txt>
    </View>
  );
}
