import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { goBack } from "@/lib/go-back";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import { BackHeader } from "@/ui/back-header";
import { Button, Card, Columns, Empty, ListRow, Screen, Segmented, Skeleton, Txt } from "@/ui";
import { Trophy } from "@/ui/icons";
import { AchievedCard } from "./achieved-card";
import { bestsOn, brokenOn, RECORD_KINDS, type ExerciseBests } from "./bests";
import type { Broken } from "./figures";
import { useReviewWords } from "./words";

const PAGE = 12;
const readAll = (phone: Phone) => ({ bests: bestsOn(phone), broken: brokenOn(phone) });

/** What was beaten, and what stands: newest first, or by exercise. */
export function RecordsScreen() {
  const { t } = useTranslation();
  const [view, setView] = useState<"newest" | "exercise">("newest");
  const found = useRecords(RECORD_KINDS, readAll);
  return (
    <Screen>
      <BackHeader title={t("review.best.title")} back={t("common.back")} onBack={() => goBack("/progress")} />
      {!found ? (
        <Skeleton label={t("common.loading")} heights={[60, 300]} />
      ) : (
        <Columns
          start={
            found.bests.length ? (
              <>
                <Segmented label={t("review.best.view")} value={view} onChange={setView} options={[{ value: "newest", label: t("review.best.newest") }, { value: "exercise", label: t("review.best.byExercise") }]} />
                {view === "newest" ? <Newest broken={found.broken} /> : <ByExercise bests={found.bests} />}
              </>
            ) : (
              <Card>
                <Empty icon={Trophy} title={t("review.best.none")} text={t("review.best.noneText")} action={t("review.best.start")} onAction={() => router.push("/session")} />
              </Card>
            )
          }
          end={<AchievedCard />}
        />
      )}
    </Screen>
  );
}

const openExercise = (id: string) => router.push({ pathname: "/exercise/[id]", params: { id } });

function Newest({ broken }: { broken: Broken[] }) {
  const { t, record, calendar } = useReviewWords();
  const { nameOf } = useExercises();
  const [shown, setShown] = useState(PAGE);
  if (!broken.length)
    return (
      <Card>
        <Txt kind="small">{t("review.best.noneText")}</Txt>
      </Card>
    );
  return (
    <Card className="gap-0 py-2">
      <View role="list">
        {broken.slice(0, shown).map((each, place) => (
          <View role="listitem" key={`${each.workoutId} ${each.exercise_id} ${each.metric}`}>
            <ListRow
              first={place === 0}
              icon={Trophy}
              title={nameOf(each.exercise_id)}
              detail={`${t(`review.best.metrics.${each.metric}`)} · ${calendar.date(each.day)}`}
              aside={
                <View className="items-end">
                  <Txt kind="strong" className="tabular-nums">
                    {record(each.metric, each.value)}
                  </Txt>
                  <Txt kind="small" className="tabular-nums">{`+${record(each.metric, each.value - (each.previous ?? 0))}`}</Txt>
                </View>
              }
              onPress={() => openExercise(each.exercise_id)}
            />
          </View>
        ))}
      </View>
      {shown < broken.length ? <Button variant="quiet" label={t("review.best.more")} onPress={() => setShown(shown + PAGE)} /> : null}
    </Card>
  );
}

function ByExercise({ bests }: { bests: ExerciseBests[] }) {
  const { t, record, calendar } = useReviewWords();
  const { nameOf } = useExercises();
  return (
    <>
      {bests.map(({ exerciseId, sessions, bests: held, repMaxes }) => (
        <Card key={exerciseId} className="gap-2">
          <ListRow first title={nameOf(exerciseId)} detail={t("review.best.sessions", { count: sessions })} onPress={() => openExercise(exerciseId)} />
          {held.map(({ metric, value, day }) => (
            <View key={metric} className="flex-row items-baseline justify-between gap-3">
              <View className="flex-1">
                <Txt>{t(`review.best.metrics.${metric}`)}</Txt>
                <Txt kind="small">{calendar.date(day)}</Txt>
              </View>
              <Txt kind="strong" className="tabular-nums">
                {record(metric, value)}
              </Txt>
            </View>
          ))}
          {repMaxes.length ? (
            <View className="gap-2 border-t border-line pt-3">
              <Txt kind="label">{t("review.best.repMaxes")}</Txt>
              <View className="flex-row flex-wrap gap-2">
                {repMaxes.map(({ reps, kg }) => (
                  <View key={reps} className="px-3 py-2 rounded-2xl bg-raised items-center min-w-20">
                    <Txt kind="strong" className="tabular-nums">
                      {record("weight_kg", kg)}
                    </Txt>
                    <Txt kind="small">{t("review.best.repMax", { count: reps })}</Txt>
                  </View>
                ))}
              </View>
            </View>
          ) : null}
        </Card>
      ))}
    </>
  );
}
