import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKept } from "@/lib/kept";
import { useRecord } from "@/sync/provider";
import { Card, Empty, Screen, Skeleton } from "@/ui";
import { Dumbbell } from "@/ui/icons";
import { Header } from "../header";
import type { Workout } from "../model";
import { EditWorkout, type Draft } from "./edit";
import { ViewWorkout } from "./view";

/** One workout, to look at, change, do again or delete. */
export function WorkoutScreen() {
  const { t } = useTranslation();
  const { id } = useLocalSearchParams<{ id: string }>();
  const workout = useRecord("workout", id) as Workout | null | undefined;
  const [draft, setDraft, ready] = useKept<Draft | null>(`train.workout.${id}`, null);
  const [gone, setGone] = useState(false);
  if (workout && ready && draft && !gone) return <EditWorkout key={id} workout={workout} draft={draft} change={setDraft} />;
  return (
    <Screen>
      {workout && ready ? (
        <ViewWorkout workout={workout} onEdit={setDraft} onDelete={() => setGone(true)} />
      ) : (
        <>
          <Header title={t("train.workout.title")} home="/history" />
          {workout === undefined || !ready ? (
            <Skeleton label={t("common.loading")} heights={[90, 180, 180]} />
          ) : gone ? null : (
            <Card>
              <Empty icon={Dumbbell} title={t("train.workout.gone")} action={t("train.doors.history")} onAction={() => router.replace("/history")} />
            </Card>
          )}
        </>
      )}
    </Screen>
  );
}
