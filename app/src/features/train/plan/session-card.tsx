import { router } from "expo-router";
import { useState } from "react";
import { Pressable, View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { Button, Card, cn, Icon, Txt } from "@/ui";
import { Check, ChevronDown, Dumbbell } from "@/ui/icons";
import { dayOfWorkout, isWork, type PlannedExercise, type PlanSession, type Workout } from "../model";
import { runsOf } from "../sets";
import { useWords } from "../use-words";

type Props = { session: PlanSession; workout?: Workout; /** It is the one whose turn it is. */ due?: boolean; open?: boolean };

/** A session of a plan; opens to its exercises with sets, loads, reserve and rest. */
export function SessionCard({ session, workout, due = false, open: first = due }: Props) {
  const { t, date } = useWords();
  const given = useGivenName();
  const [open, setOpen] = useState(first);
  const state = workout ? t("train.plan.doneOn", { day: date(dayOfWorkout(workout)) }) : due ? t("train.plan.due") : null;
  const detail = [t("train.minutes", { count: session.minutes }), t("train.exercises", { count: session.exercises.length }), state].filter(Boolean).join(" · ");
  return (
    <Card className={cn("gap-4", due && "border-brand")}>
      <Pressable role="button" aria-expanded={open} onPress={() => setOpen(!open)} className="flex-row items-center gap-3 min-h-11 active:opacity-70">
        <View className={cn("size-9 rounded-full items-center justify-center", workout ? "bg-brand" : "bg-raised")}>
          <Icon of={workout ? Check : Dumbbell} tone={workout ? "on-brand" : "muted"} size={18} />
        </View>
        <View className="flex-1 gap-0.5">
          <Txt kind="strong">{given(session.name)}</Txt>
          <Txt kind="small">{detail}</Txt>
        </View>
        <View className={open ? "rotate-180" : ""}>
          <Icon of={ChevronDown} tone="muted" />
        </View>
      </Pressable>
      {open ? (
        <>
          {session.exercises.map((each, place) => (
            <Exercise key={`${each.exercise_id} ${place}`} each={each} workout={workout} />
          ))}
          <Txt kind="small">{t("train.plan.rir")}</Txt>
          {workout ? <Button variant="soft" label={t("train.plan.seeWorkout")} onPress={() => router.push(`/workout/${workout.id}`)} /> : null}
          {due ? <Button icon={Dumbbell} label={t("train.start", { name: given(session.name) })} onPress={() => router.push("/session?planned=1")} /> : null}
        </>
      ) : null}
    </Card>
  );
}

function Exercise({ each, workout }: { each: PlannedExercise; workout?: Workout }) {
  const { t, planned, rest, kind, performed, warmups } = useWords();
  const spoken = useSpoken();
  const { nameOf } = useExercises();
  const done = workout?.exercises.filter((entry) => entry.exercise_id === each.exercise_id).flatMap((entry) => entry.sets).filter(isWork) ?? [];
  const warm = each.sets.filter((set) => set.kind === "warmup");
  const pause = Math.max(0, ...each.sets.map((set) => set.rest_s ?? 0));
  return (
    <View className="gap-1 border-t border-line pt-3">
      <Pressable role="link" onPress={() => router.push(`/exercise/${each.exercise_id}`)} className="min-h-8 justify-center active:opacity-70">
        <Txt kind="strong">{nameOf(each.exercise_id)}</Txt>
      </Pressable>
      {runsOf(each.sets.filter((set) => set.kind !== "warmup")).map(({ item, count }, place) => (
        <Txt key={place} className="tabular-nums">
          {planned(item, count)}
        </Txt>
      ))}
      <Txt kind="small" className="tabular-nums">
        {[warm.length ? `${kind("warmup")} ${warmups(warm)}` : null, pause ? rest(pause) : null].filter(Boolean).join(" · ")}
      </Txt>
      {workout ? (
        <View className="rounded-2xl bg-brand-soft px-3 py-2">
          <Txt className="text-sm">{done.length ? `${t("train.plan.did")} ${runsOf(done).map(({ item, count }) => (count > 1 ? `${count} × ${performed(item)}` : performed(item))).join("; ")}` : t("train.plan.notDone")}</Txt>
        </View>
      ) : null}
      {each.why ? <Txt kind="small">{spoken(each.why)}</Txt> : null}
    </View>
  );
}
