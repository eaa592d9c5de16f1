import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Card, Empty, ListRow, Screen, Skeleton, Txt } from "@/ui";
import { Dumbbell } from "@/ui/icons";

type Workout = Schemas["Workout"];

const SHOWN = 20;

/** What was trained, newest first, as the device has it. */
export function TrainScreen() {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const workouts = useRecords(["workout"], (phone) => (phone.all("workout") as Workout[]).sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at)).slice(0, SHOWN));
  return (
    <Screen title={t("train.title")}>
      {!workouts ? (
        <Skeleton label={t("common.loading")} heights={[300]} />
      ) : workouts.length === 0 ? (
        <Card>
          <Empty icon={Dumbbell} title={t("train.none")} />
        </Card>
      ) : (
        <Card title={t("train.recent")} className="gap-0">
          {workouts.map((workout, place) => (
            <ListRow
              key={workout.id}
              first={place === 0}
              title={workout.name}
              detail={[format.day(workout.day ?? workout.started_at.slice(0, 10)), t("train.exercises", { count: workout.exercises.length })].join(" · ")}
              aside={
                <>
                  <Unsent kind="workout" id={workout.id} />
                  {workout.totals?.volume_kg ? <Txt className="tabular-nums">{format.weight(workout.totals.volume_kg)}</Txt> : null}
                </>
              }
            />
          ))}
        </Card>
      )}
    </Screen>
  );
}
