import { router, useLocalSearchParams } from "expo-router";
import { useMemo } from "react";
import { View } from "react-native";
import { alternativesOf, useExercises } from "@/lib/exercises";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { Card, Columns, Empty, ListRow, Screen, Skeleton, Txt } from "@/ui";
import { Dumbbell } from "@/ui/icons";
import { Header } from "../header";
import { liftsOf } from "../lifts";
import type { Exercise } from "../model";
import { useWords } from "../use-words";
import { LiftsCard, ProgressCard } from "./lifts-cards";
import { MuscleMap } from "./muscle-map";

const OTHERS = 6;
const KINDS = ["lift", "workout"];

/** One exercise: what it trains, how it is done, how it went, and what can stand in for it. */
export function ExerciseScreen() {
  const { t, equipment } = useWords();
  const { id } = useLocalSearchParams<{ id: string }>();
  const { all, byId } = useExercises();
  const read = useMemo(() => (phone: Phone) => liftsOf(phone, id), [id]);
  const lifts = useRecords(KINDS, read);
  const exercise = byId.get(id);
  const needs = exercise?.equipment?.length ? exercise.equipment.map(equipment).join(", ") : t("onboarding.equipment.none");
  return (
    <Screen>
      <Header title={exercise?.name ?? t("train.exercise.title")} subtitle={exercise ? [t(`train.patterns.${exercise.pattern}`), needs].join(" · ") : undefined} home="/exercises" />
      {exercise && lifts ? (
        <Columns
          start={
            <>
              <Card title={t("train.exercise.muscles")}>
                <MuscleMap exercise={exercise} />
              </Card>
              {exercise.cues?.length ? (
                <Card title={t("train.exercise.cues")}>
                  <View role="list" className="gap-2">
                    {exercise.cues.map((cue, place) => (
                      <View role="listitem" key={cue} className="flex-row gap-3">
                        <Txt className="font-semibold text-brand tabular-nums">{place + 1}</Txt>
                        <Txt className="flex-1">{cue}</Txt>
                      </View>
                    ))}
                  </View>
                </Card>
              ) : null}
            </>
          }
          end={
            <>
              {lifts.length ? (
                <>
                  <ProgressCard exercise={exercise} lifts={lifts} />
                  <LiftsCard lifts={lifts} />
                </>
              ) : (
                <Card>
                  <Empty icon={Dumbbell} title={t("train.exercise.none")} text={t("train.exercise.noneText")} />
                </Card>
              )}
              <Alternatives exercise={exercise} all={all} />
            </>
          }
        />
      ) : all.length ? (
        <Card>
          <Empty icon={Dumbbell} title={t("train.exercise.unknown")} action={t("train.doors.exercises")} onAction={() => router.replace("/exercises")} />
        </Card>
      ) : (
        <Skeleton label={t("common.loading")} heights={[320, 160, 240]} />
      )}
    </Screen>
  );
}

function Alternatives({ exercise, all }: { exercise: Exercise; all: readonly Exercise[] }) {
  const { t, equipment } = useWords();
  const owned = useMe()?.equipment;
  const others = useMemo(() => alternativesOf(exercise, all, { has: owned?.length ? owned : null }).slice(0, OTHERS), [exercise, all, owned]);
  if (!others.length) return null;
  const kin = (id: string) => (exercise.easier?.includes(id) ? t("train.exercise.easier") : exercise.harder?.includes(id) ? t("train.exercise.harder") : null);
  return (
    <Card title={t("train.exercise.others")} className="gap-0">
      {others.map((each, place) => (
        <ListRow key={each.id} first={place === 0} title={each.name} detail={[kin(each.id), each.equipment?.length ? each.equipment.map(equipment).join(", ") : t("onboarding.equipment.none")].filter(Boolean).join(" · ")} onPress={() => router.push(`/exercise/${each.id}`)} />
      ))}
    </Card>
  );
}
