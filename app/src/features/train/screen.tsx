import { useQuery } from "@tanstack/react-query";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useRunning } from "@/lib/running";
import { nextSessionQuery } from "@/lib/running/next";
import { useGivenName } from "@/lib/spoken";
import { useMe } from "@/sync/me";
import { Button, Card, Columns, Empty, ListRow, Screen, Skeleton, Txt } from "@/ui";
import { BookOpen, Dumbbell, Plus, RotateCcw, Sparkles, TrendingUp } from "@/ui/icons";
import type { Level, Workout } from "./model";
import { NextCard, ProposedCard, RunningCard } from "./next-card";
import { mondayOf, stripOf } from "./plans";
import { useToday, useTraining, type Training } from "./use-training";
import { LARGE, weekOf } from "./volume";
import { MuscleBar } from "./volume-rows";
import { WeekStrip } from "./week-strip";
import { WorkoutLine } from "./workout-line";

const [LAST, MUSCLES] = [3, 5];

/** The week, the next session, and the doors to everything that has to do with training. */
export function TrainScreen() {
  const { t } = useTranslation();
  const training = useTraining();
  return <Screen title={t("train.title")}>{training ? <Known training={training} /> : <Skeleton label={t("common.loading")} heights={[110, 220, 160]} />}</Screen>;
}

function Known({ training }: { training: Training }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const today = useToday();
  const me = useMe();
  const running = useRunning();
  const { workouts, plan, next } = training;
  useQuery(nextSessionQuery); // asked for here, so that the session is on the device where there is no network
  const aWeek = plan ? plan.days.filter((each) => each.week === (next?.week ?? plan.weeks)).length : 0;
  return (
    <Columns
      start={
        <>
          <Card title={t("train.thisWeek")}>
            <WeekStrip days={stripOf(today, workouts, next ? aWeek : 0)} />
          </Card>
          {running ? <RunningCard draft={running} /> : plan && next ? <NextCard plan={plan} session={next} /> : plan ? <Through name={given(plan.name)} /> : <WithoutPlan known={workouts.length > 0} />}
          {running ? null : <Button variant={plan || workouts.length ? "plain" : "soft"} icon={Plus} label={t("train.free")} onPress={() => router.push("/session?free=1")} />}
        </>
      }
      end={
        <>
          {workouts.length ? <Last workouts={workouts.slice(0, LAST)} /> : null}
          {workouts.length ? <Volume training={training} level={me?.fitness_level ?? "beginner"} today={today} /> : null}
          <Card className="gap-0 py-2">
            <ListRow first icon={Sparkles} title={t(plan ? "train.doors.plan" : "train.doors.plans")} onPress={() => router.push("/plan")} />
            <ListRow icon={RotateCcw} title={t("train.doors.history")} onPress={() => router.push("/history")} />
            <ListRow icon={BookOpen} title={t("train.doors.exercises")} onPress={() => router.push("/exercises")} />
            <ListRow icon={TrendingUp} title={t("train.doors.volume")} onPress={() => router.push("/volume")} />
          </Card>
        </>
      }
    />
  );
}

/** The plan is done to its end: the next step is another. */
function Through({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Empty icon={Dumbbell} title={t("train.through", { name })} text={t("train.throughText")} action={t("train.makePlan")} onAction={() => router.push("/plan/new")} />
    </Card>
  );
}

/** Somebody without a plan: what the log proposes, where it proposes something, and the door to a plan. */
function WithoutPlan({ known }: { known: boolean }) {
  const { t } = useTranslation();
  const asked = useQuery({ ...nextSessionQuery, enabled: known });
  const next = known && asked.data?.exercises.length ? asked.data : null;
  return (
    <>
      {next ? <ProposedCard next={next} /> : null}
      <Card className="gap-4">
        <View className="gap-1">
          <Txt kind="title" level={2}>
            {t("train.noPlan")}
          </Txt>
          <Txt className="text-muted">{t("train.noPlanText")}</Txt>
        </View>
        <Button className="min-h-14" variant={next ? "soft" : "primary"} icon={Sparkles} label={t("train.makePlan")} onPress={() => router.push("/plan/new")} />
      </Card>
    </>
  );
}

function Last({ workouts }: { workouts: readonly Workout[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t("train.recent")} aside={<Button variant="quiet" label={t("train.all")} className="px-0 min-h-11 -my-2" onPress={() => router.push("/history")} />} className="gap-0">
      {workouts.map((workout, place) => (
        <WorkoutLine key={workout.id} workout={workout} first={place === 0} />
      ))}
    </Card>
  );
}

function Volume({ training, level, today }: { training: Training; level: Level; today: string }) {
  const { t } = useTranslation();
  const rows = weekOf(training.days, mondayOf(today), level, training.plan, training.next?.week ?? 0).filter((each) => LARGE.includes(each.muscle));
  const shown = rows.toSorted((a, b) => b.sets - a.sets).slice(0, MUSCLES);
  const most = Math.max(...rows.map((each) => each.sets));
  return (
    <Card title={t("train.volume.short")} aside={<Button variant="quiet" label={t("train.all")} className="px-0 min-h-11 -my-2" onPress={() => router.push("/volume")} />}>
      {shown.map((each) => (
        <MuscleBar key={each.muscle} each={each} most={most} />
      ))}
    </Card>
  );
}
