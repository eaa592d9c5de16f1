/** Sources that are the person's own records: they open without a network. */

import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useExercises } from "@/lib/exercises";
import { useSpoken } from "@/lib/spoken";
import { useMe, useUnits } from "@/sync/me";
import { useRecord, useRecords } from "@/sync/provider";
import { Txt } from "@/ui";
import { useSlot } from "../cards/food";
import { Pairs, Part } from "../cards/parts";
import { runsOf } from "../cards/read";
import { useSetKind } from "../cards/training";
import { durationOf, useWords } from "../cards/words";

type Workout = Schemas["Workout"];
type Meal = Schemas["Meal"];
type Measurement = Schemas["Measurement"];

const FEW = 10;


function Missing() {
  const { t } = useTranslation();
  return <Txt className="text-muted">{t("coach.source.missing")}</Txt>;
}

export function WorkoutSource({ id }: { id: string }) {
  const { t } = useTranslation();
  const kindOf = useSetKind();
  const workout = useRecord("workout", id) as Workout | null;
  const format = useFormat(useUnits());
  const { nameOf } = useExercises();
  if (!workout) return <Missing />;
  const said = (set: Workout["exercises"][number]["sets"][number]) =>
    [set.reps ? t("coach.card.reps", { count: set.reps }) : "", set.weight_kg ? format.weight(set.weight_kg) : "", set.duration_s ? durationOf(set.duration_s) : "", set.distance_m ? `${format.number(set.distance_m)} m` : "", kindOf(set.kind)].filter(Boolean).join(", ");
  return (
    <>
      <Txt kind="small">{`${format.day(dayOf(new Date(workout.started_at)))}, ${format.clock(workout.started_at)}`}</Txt>
      {workout.exercises.map((exercise, place) => (
        <Part key={place} title={nameOf(exercise.exercise_id)}>
          {runsOf(exercise.sets.map(said)).map(({ item, count }, at) => (
            <Txt key={at} className="tabular-nums">{`${count > 1 ? `${t("coach.card.times", { count })} ` : ""}${item}`}</Txt>
          ))}
        </Part>
      ))}
      {workout.notes ? <Txt>{workout.notes}</Txt> : null}
    </>
  );
}

export function MealSource({ id }: { id: string }) {
  const meal = useRecord("meal", id) as Meal | null;
  return meal ? <MealLines meal={meal} /> : <Missing />;
}

function MealLines({ meal }: { meal: Meal }) {
  const { amount, macros } = useWords();
  return (
    <>
      <Pairs pairs={meal.items.map((item) => ({ label: item.name ?? "", value: amount(item.nutrients?.energy_kcal, "kcal") }))} />
      {meal.totals ? <Txt kind="small">{macros(meal.totals).join(" · ")}</Txt> : null}
    </>
  );
}

/** All that was logged on a day. */
export function DaySource({ id }: { id: string }) {
  const { t } = useTranslation();
  const zone = useMe()?.time_zone;
  const format = useFormat(useUnits());
  const slot = useSlot();
  const found = useRecords(["meal", "water", "workout"], (phone) => {
    const on = (moment: string) => dayOf(new Date(moment), zone) === id;
    return {
      meals: (phone.all("meal") as Meal[]).filter((each) => on(each.eaten_at)).sort((a, b) => Date.parse(a.eaten_at) - Date.parse(b.eaten_at)),
      ml: (phone.all("water") as Schemas["Water"][]).filter((each) => on(each.drunk_at)).reduce((sum, each) => sum + each.ml, 0),
      workouts: (phone.all("workout") as Workout[]).filter((each) => on(each.started_at)),
    };
  });
  if (!found) return <Missing />;
  const nothing = !found.meals.length && !found.ml && !found.workouts.length;
  return (
    <>
      {nothing ? <Txt className="text-muted">{t("coach.source.nothing")}</Txt> : null}
      {found.meals.map((meal) => (
        <Part key={meal.id} title={`${slot(meal.slot)}, ${format.clock(meal.eaten_at)}`}>
          <MealLines meal={meal} />
        </Part>
      ))}
      {found.ml ? <Pairs pairs={[{ label: t("coach.source.drunk"), value: format.water(found.ml) }]} /> : null}
      {found.workouts.length ? (
        <Part title={t("coach.source.trained")}>
          {found.workouts.map((each) => (
            <Txt key={each.id}>{each.name}</Txt>
          ))}
        </Part>
      ) : null}
    </>
  );
}

export function MetricSource({ id }: { id: string }) {
  const format = useFormat(useUnits());
  const found = useRecords(["measurement"], (phone) =>
    (phone.all("measurement") as Measurement[])
      .filter((each) => each.metric === id)
      .sort((a, b) => Date.parse(b.taken_at) - Date.parse(a.taken_at))
      .slice(0, FEW),
  );
  if (!found?.length) return <Missing />;
  const said = (value: number) => (id === "weight_kg" ? format.weight(value) : format.number(value, 1));
  return <Pairs pairs={found.map((each) => ({ label: format.day(dayOf(new Date(each.taken_at))), value: said(each.value) }))} />;
}

export function GoalSource({ id }: { id: string }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const goal = useRecord("goal", id) as Schemas["Goal"] | null;
  if (!goal) return <Missing />;
  return (
    <View className="gap-2">
      <Txt kind="strong">{goal.title}</Txt>
      {typeof goal.progress?.percent === "number" ? <Txt>{t("coach.source.progress", { percent: Math.round(goal.progress.percent) })}</Txt> : null}
      {goal.why ? <Txt className="text-muted">{spoken(goal.why)}</Txt> : null}
    </View>
  );
}

export function HabitSource({ id }: { id: string }) {
  const { t } = useTranslation();
  const habit = useRecord("habit", id) as Schemas["Habit"] | null;
  if (!habit) return <Missing />;
  return (
    <View className="gap-2">
      <Txt kind="strong">{habit.name}</Txt>
      {habit.streak ? <Txt>{t("coach.source.streak", { count: habit.streak.current, longest: habit.streak.longest })}</Txt> : null}
    </View>
  );
}
