import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { daysBefore, type Day } from "@/lib/day";
import { goBack } from "@/lib/go-back";
import type { Kept } from "@/lib/habits/records";
import type { TimeOff } from "@/lib/habits/rules";
import { deleteSoon } from "@/sync/later";
import { useRecord, useSync } from "@/sync/provider";
import { Card, ListRow, Sheet, Txt, useToast } from "@/ui";
import { AlarmClock, Archive, Pause, Pencil, RotateCcw, Trash } from "@/ui/icons";
import { HabitForm } from "./form";
import { useHabitWords } from "./words";

/** Return the pauses without the one that holds today: it ends yesterday. */
const awake = (pauses: readonly TimeOff[], today: Day): TimeOff[] => pauses.filter(({ from }) => from < today).map((each) => (!each.to || each.to >= today ? { ...each, to: daysBefore(today, 1) } : each));

/** All else that can be done with a habit. */
export function HabitActions({ kept: { habit }, today }: { kept: Kept; today: Day }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const { calendar } = useHabitWords();
  const tell = useToast();
  const [editing, setEditing] = useState(false);
  const reminder = useRecord("reminder", habit.reminder_id ?? "") as Schemas["Reminder"] | null | undefined;
  const pauses = habit.pauses ?? [];
  const pause = pauses.find(({ from, to }) => from <= today && (!to || to >= today));
  const change = async (changes: { pauses?: TimeOff[]; archived_on?: Day | undefined }, text: string) => {
    await phone?.edit("habit", habit.id, changes);
    const before = { pauses: habit.pauses, archived_on: habit.archived_on ?? undefined };
    tell({ text, action: { label: t("common.undo"), run: () => void phone?.edit("habit", habit.id, before) } });
  };
  /** The days in between are none that were missed. */
  const unarchive = () => {
    const from = habit.archived_on;
    const rested = from && from < today ? [...pauses, { from, to: daysBefore(today, 1) }] : pauses;
    return change({ archived_on: undefined, pauses: rested }, t("habits.wakeDone"));
  };
  const remove = () => {
    if (!phone) return;
    tell({ text: t("habits.deleted"), action: { label: t("common.undo"), run: deleteSoon(phone, "habit", habit.id) } });
    goBack("/habits");
  };
  return (
    <Card className="gap-0 py-2">
      <ListRow first icon={Pencil} title={t("habits.edit")} onPress={() => setEditing(true)} />
      <ListRow icon={AlarmClock} title={reminder ? t("habits.reminder") : t("habits.noReminder")} aside={reminder?.at_local ? <Txt kind="small">{reminder.at_local}</Txt> : undefined} onPress={() => router.push("/reminders")} />
      {habit.archived_on ? (
        <ListRow icon={RotateCcw} title={t("habits.unarchive")} onPress={() => void unarchive()} />
      ) : (
        <>
          {pause ? (
            <ListRow icon={RotateCcw} title={t("habits.wake")} detail={t("habits.resting", { day: calendar.date(pause.from) })} onPress={() => void change({ pauses: awake(pauses, today) }, t("habits.wakeDone"))} />
          ) : (
            <ListRow icon={Pause} title={t("habits.rest")} onPress={() => void change({ pauses: [...pauses, { from: today }] }, t("habits.restDone"))} />
          )}
          <ListRow icon={Archive} title={t("habits.archive")} onPress={() => void change({ archived_on: today }, t("habits.archiveDone"))} />
        </>
      )}
      <ListRow icon={Trash} title={t("habits.delete")} onPress={remove} />
      <Sheet open={editing} title={t("habits.edit")} close={t("common.close")} onClose={() => setEditing(false)}>
        <HabitForm habit={habit} onDone={() => setEditing(false)} />
      </Sheet>
    </Card>
  );
}
