import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { goBack } from "@/lib/go-back";
import { dayOfNumber, numberOfDay } from "@/lib/habits/rules";
import { BackHeader } from "@/ui/back-header";
import { Button, Card, Chip, Columns, Empty, ListRow, Screen, Sheet, Skeleton, Txt } from "@/ui";
import { Archive, Leaf, Plus } from "@/ui/icons";
import { DayStrip } from "./day-strip";
import { HabitForm } from "./form";
import { HabitRow } from "./habit-row";
import { useHabits } from "./use-habits";
import { StrengthsCard } from "./strengths-card";
import { VacationCard } from "./vacation-card";
import { split, type Row } from "./view";
import { useHabitWords } from "./words";

const IDEAS = ["walk", "water", "stretch", "sleep", "veg"] as const;

/** What is due today and on the days before, to be ticked; and all habits. */
export function HabitsScreen() {
  const { t } = useTranslation();
  const { all, vacations, today: todayName } = useHabits();
  const words = useHabitWords();
  const today = numberOfDay(todayName);
  const [back, setBack] = useState(0);
  const [making, setMaking] = useState<string | null>(null);
  const day = today - back;
  const parts = split(all ?? [], day, today);
  const left = parts.due.filter(({ done }) => !done).length;
  const heading = back === 0 ? t("habits.today") : back === 1 ? t("habits.yesterday") : words.format.day(dayOfNumber(day));
  const line = back > 0 ? (left ? t("habits.pastDay") : null) : !parts.due.length ? t("habits.nothingDue") : left ? t("habits.left", { count: left }) : t("habits.allDone");
  return (
    <Screen footer={all?.length ? <Button icon={Plus} variant="soft" label={t("habits.new")} onPress={() => setMaking("")} className="md:self-center md:px-10" /> : undefined}>
      <BackHeader title={t("habits.title")} back={t("common.back")} onBack={() => goBack("/progress")} />
      {!all ? (
        <Skeleton label={t("common.loading")} heights={[80, 240]} />
      ) : !all.length ? (
        <Card>
          <Empty icon={Leaf} title={t("habits.none")} text={t("habits.noneText")} action={t("habits.new")} onAction={() => setMaking("")} />
          <View role="group" aria-label={t("habits.ideas")} className="flex-row flex-wrap gap-2 justify-center">
            {IDEAS.map((idea) => (
              <Chip key={idea} label={t(`habits.idea.${idea}`)} chosen={false} onPress={() => setMaking(t(`habits.idea.${idea}`))} />
            ))}
          </View>
        </Card>
      ) : (
        <>
          <DayStrip all={all.filter(({ habit }) => !habit.archived_on)} today={today} chosen={day} onChoose={(chosen) => setBack(today - chosen)} />
          <Columns
            start={
              <Card title={heading} aside={line && left ? <Txt kind="small">{back === 0 ? line : null}</Txt> : undefined}>
                {line && (!left || back > 0) ? <Txt kind="small">{line}</Txt> : null}
                <View role="list">
                  {parts.due.map((row, place) => (
                    <HabitRow key={row.habit.id} row={row} day={day} today={today} first={place === 0} />
                  ))}
                </View>
              </Card>
            }
            end={
              <>
                <StrengthsCard rows={[...parts.due, ...parts.others]} />
                <VacationCard vacations={vacations} today={todayName} />
                <HabitList title={t("habits.others")} rows={parts.others} />
                <HabitList title={t("habits.archived")} rows={parts.archived} />
              </>
            }
          />
        </>
      )}
      <Sheet open={making !== null} title={t("habits.new")} close={t("common.close")} onClose={() => setMaking(null)}>
        <HabitForm name={making ?? ""} onDone={() => setMaking(null)} />
      </Sheet>
    </Screen>
  );
}

function HabitList({ title, rows }: { title: string; rows: readonly Row[] }) {
  const words = useHabitWords();
  if (!rows.length) return null;
  return (
    <Card title={title} className="gap-0">
      <View role="list">
        {rows.map(({ habit }, place) => (
          <View role="listitem" key={habit.id}>
            <ListRow first={place === 0} icon={habit.archived_on ? Archive : Leaf} title={habit.name} detail={words.schedule(habit)} onPress={() => router.push({ pathname: "/habit/[id]", params: { id: habit.id } })} />
          </View>
        ))}
      </View>
    </Card>
  );
}
