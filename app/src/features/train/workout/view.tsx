import { router } from "expo-router";
import { useState } from "react";
import { Pressable, View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { useGivenName } from "@/lib/spoken";
import { useRecord, useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, Card, cn, Columns, Icon, Sheet, Txt, useToast } from "@/ui";
import { Award, Pencil, RotateCcw, Trash } from "@/ui/icons";
import { Header } from "../header";
import { dayOfWorkout, isWork, minutesOf, totalsOf, type Performed, type Plan, type Workout } from "../model";
import { numbered } from "./numbered";
import { useWords } from "../use-words";
import { draftOf, type Draft } from "./draft";

export function ViewWorkout({ workout, onEdit, onDelete }: { workout: Workout; onEdit: (draft: Draft) => void; onDelete: () => void }) {
  const { t, format, units } = useWords();
  const given = useGivenName();
  const [deleting, setDeleting] = useState(false);
  const day = dayOfWorkout(workout);
  return (
    <>
      <Header title={given(workout.name)} subtitle={`${format.day(day)} ${day.slice(0, 4)} · ${format.clock(workout.started_at)}`} home="/history" aside={<Unsent kind="workout" id={workout.id} />} />
      <Columns
        start={
          <>
            <Figures workout={workout} />
            <Records workout={workout} />
            {workout.notes ? (
              <Card title={t("train.workout.notes")}>
                <Txt>{workout.notes}</Txt>
              </Card>
            ) : null}
            <Button className="min-h-14" icon={RotateCcw} label={t("train.workout.repeat")} onPress={() => router.push(`/session?repeat=${workout.id}`)} />
            <View className="flex-row gap-3">
              <Button variant="soft" icon={Pencil} className="flex-1" label={t("train.workout.edit")} onPress={() => onEdit(draftOf(workout, units))} />
              <Button variant="plain" icon={Trash} className="flex-1" label={t("train.workout.delete")} onPress={() => setDeleting(true)} />
            </View>
          </>
        }
        end={workout.exercises.map((each, place) => (
          <Exercise key={`${each.exercise_id} ${place}`} each={each} />
        ))}
      />
      {deleting ? <DeleteSheet workout={workout} onClose={() => setDeleting(false)} onDelete={onDelete} /> : null}
    </>
  );
}

function Figures({ workout }: { workout: Workout }) {
  const { t, format } = useWords();
  const given = useGivenName();
  const { plan_id, session_id } = workout;
  const plan = useRecord("training_plan", plan_id ?? "") as Plan | null | undefined;
  const session = plan?.days.find((each) => each.id === session_id);
  const totals = totalsOf(workout);
  const minutes = minutesOf(workout);
  const figures = [
    [t("train.workout.volume"), totals.volume_kg ? format.weight(Math.round(totals.volume_kg)) : null],
    [t("train.workout.sets"), format.number(totals.sets)],
    [t("train.workout.time"), minutes ? t("train.minutes", { count: minutes }) : null],
    [t("train.workout.energy"), workout.energy_kcal ? `${format.number(workout.energy_kcal)} kcal` : null],
  ].filter((each): each is [string, string] => each[1] !== null);
  return (
    <Card>
      <View className="flex-row flex-wrap gap-x-8 gap-y-3">
        {figures.map(([name, value]) => (
          <View key={name}>
            <Txt className="text-xl font-bold tabular-nums">{value}</Txt>
            <Txt kind="small">{name}</Txt>
          </View>
        ))}
      </View>
      {plan && session ? <Txt kind="small">{t("train.workout.ofPlan", { session: given(session.name), week: session.week, plan: given(plan.name) })}</Txt> : null}
    </Card>
  );
}

function Records({ workout }: { workout: Workout }) {
  const { t, metric, best } = useWords();
  const { nameOf } = useExercises();
  if (!workout.records?.length) return null;
  return (
    <Card title={t("train.workout.records")} aside={<Icon of={Award} tone="accent" />}>
      {workout.records.map((each) => (
        <View key={each.exercise_id + each.metric} className="gap-0.5">
          <Txt kind="strong">{nameOf(each.exercise_id)}</Txt>
          <Txt className="tabular-nums">
            {metric(each.metric)}: {best(each.metric, each.value)}
          </Txt>
          {typeof each.previous === "number" ? <Txt kind="small">{t("train.workout.before", { value: best(each.metric, each.previous) })}</Txt> : null}
        </View>
      ))}
    </Card>
  );
}

function Exercise({ each }: { each: Performed }) {
  const { t, performed, kind, warmups } = useWords();
  const { nameOf } = useExercises();
  const warm = each.sets.filter((set) => set.kind === "warmup");
  return (
    <Card className="gap-2">
      <Pressable role="link" aria-label={nameOf(each.exercise_id)} onPress={() => router.push(`/exercise/${each.exercise_id}`)} className="min-h-11 justify-center active:opacity-70">
        <Txt kind="heading" level={2}>
          {nameOf(each.exercise_id)}
        </Txt>
        {each.superset ? <Txt kind="small">{t("train.workout.superset", { name: each.superset.toUpperCase() })}</Txt> : null}
      </Pressable>
      {warm.length ? (
        <Txt kind="small" className="tabular-nums">
          {`${kind("warmup")} ${warmups(warm)}`}
        </Txt>
      ) : null}
      {numbered(each.sets.filter((set) => set.kind !== "warmup")).map(({ item, count, from }, place) => (
        <View key={place} className="flex-row gap-3">
          <Txt className="w-10 text-muted tabular-nums">{isWork(item) ? (count > 1 ? `${from}–${from + count - 1}` : from) : "–"}</Txt>
          <Txt className={cn("flex-1 tabular-nums", !isWork(item) && "text-muted")}>{[count > 1 ? `${count} × ${performed(item)}` : performed(item), kind(item.kind), item.done === false ? t("train.workout.notDone") : null].filter(Boolean).join(" · ")}</Txt>
        </View>
      ))}
      {each.notes ? <Txt kind="small">{each.notes}</Txt> : null}
    </Card>
  );
}

function DeleteSheet({ workout, onClose, onDelete }: { workout: Workout; onClose: () => void; onDelete: () => void }) {
  const { t } = useWords();
  const { phone } = useSync();
  const tell = useToast();
  const erase = async () => {
    if (!phone) return;
    onDelete();
    await phone.delete("workout", workout.id);
    tell({ text: t("train.workout.deleted") });
    if (router.canGoBack()) router.back();
    else router.replace("/history");
  };
  return (
    <Sheet open title={t("train.workout.deleteTitle")} close={t("common.close")} onClose={onClose}>
      <Txt>{t("train.workout.deleteText")}</Txt>
      <Button variant="danger" label={t("train.workout.delete")} onPress={() => void erase()} />
      <Button variant="quiet" label={t("common.cancel")} onPress={onClose} />
    </Sheet>
  );
}
