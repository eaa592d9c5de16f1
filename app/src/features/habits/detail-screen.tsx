import { router, useLocalSearchParams } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { goBack } from "@/lib/go-back";
import { numberOfDay, REPETITIONS } from "@/lib/habits/rules";
import { Unsent } from "@/sync/unsent";
import { BackHeader } from "@/ui/back-header";
import { Card, Columns, Empty, ProgressBar, Screen, Skeleton, Txt } from "@/ui";
import { Leaf } from "@/ui/icons";
import { HabitActions } from "./actions";
import { CalendarCard } from "./calendar-card";
import { HabitRow } from "./habit-row";
import { useHabits } from "./use-habits";
import { rootedOf, rowOf, type Row } from "./view";
import { useHabitWords } from "./words";

export function HabitScreen() {
  const { t } = useTranslation();
  const { id } = useLocalSearchParams<{ id: string }>();
  const { all, today: todayName } = useHabits();
  const words = useHabitWords();
  const today = numberOfDay(todayName);
  const kept = all?.find(({ habit }) => habit.id === id);
  if (!kept)
    return (
      <Screen>
        <BackHeader title={t("habits.title")} back={t("common.back")} onBack={() => goBack("/habits")} />
        {all ? <Card><Empty icon={Leaf} title={t("habits.gone")} action={t("habits.title")} onAction={() => router.replace("/habits")} /></Card> : <Skeleton label={t("common.loading")} heights={[120, 320]} />}
      </Screen>
    );
  const row = rowOf(kept, today, today);
  return (
    <Screen>
      <BackHeader title={kept.habit.name} subtitle={words.schedule(kept.habit)} back={t("common.back")} onBack={() => goBack("/habits")} aside={<Unsent kind="habit" id={id} />} />
      <Columns
        start={
          <>
            {kept.habit.archived_on ? null : (
              <Card title={t("habits.today")}>
                {row.due || row.done ? (
                  <View role="list">
                    <HabitRow row={row} day={today} today={today} first opens={false} />
                  </View>
                ) : (
                  <Txt kind="small">{row.resting ? t("habits.restsToday") : t("habits.nothingDue")}</Txt>
                )}
              </Card>
            )}
            <CalendarCard kept={kept} today={today} />
          </>
        }
        end={
          <>
            <StrengthCard row={row} />
            <HabitActions kept={kept} today={todayName} />
          </>
        }
      />
    </Screen>
  );
}

/** The row, the longest, and how strong the habit has become, with what that means. */
function StrengthCard({ row }: { row: Row }) {
  const { t } = useTranslation();
  const words = useHabitWords();
  const strength = words.format.number(row.strength);
  return (
    <Card title={t("habits.strength")} aside={<Txt kind="heading">{t("habits.strengthOf", { value: strength })}</Txt>}>
      <ProgressBar value={row.strength / 100} label={t("habits.strength")} text={t("habits.strengthOf", { value: strength })} />
      <Txt kind="strong" className="text-brand">
        {t(`habits.strengthWords.${rootedOf(row.strength)}`)}
      </Txt>
      <View className="flex-row gap-6">
        <View className="flex-1 gap-0.5">
          <Txt className="text-xl font-bold tabular-nums">{words.run(row, row.current)}</Txt>
          <Txt kind="small">{t("habits.now")}</Txt>
        </View>
        <View className="flex-1 gap-0.5">
          <Txt className="text-xl font-bold tabular-nums">{words.run(row, row.longest)}</Txt>
          <Txt kind="small">{t("habits.longest")}</Txt>
        </View>
      </View>
      <Txt kind="small" className="leading-5">
        {t("habits.strengthText", { times: REPETITIONS })}
      </Txt>
      <Txt kind="small">{t("habits.strengthSource")}</Txt>
    </Card>
  );
}
