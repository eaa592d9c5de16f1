import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useDay } from "@/lib/use-day";
import { useKept } from "@/lib/kept";
import type { Habit } from "@/lib/habits/records";
import { useRefusal } from "@/lib/spoken";
import { useMe } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { settle } from "@/sync/settle";
import { Button, Chip, Chips, ErrorText, Field, Segmented, Stepper, Txt, useToast } from "@/ui";
import { bodyOf, draftOf, emptyDraft, missingIn, type Draft } from "./draft";
import { useHabitWords } from "./words";

const WEEK = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** A habit: what, when, how much. What is typed of a new one is kept until it is added. */
export function HabitForm({ habit, name = "", onDone }: { habit?: Habit; name?: string; onDone: () => void }) {
  const [kept, keep, ready] = useKept<Draft | null>("habit.draft", null);
  if (!ready) return null;
  return <Fields habit={habit} first={habit ? draftOf(habit) : name ? emptyDraft(name) : (kept ?? emptyDraft())} keep={habit ? undefined : keep} onDone={onDone} />;
}

function Fields({ habit, first, keep, onDone }: { habit?: Habit; first: Draft; keep?: (draft: Draft | null) => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const { calendar } = useHabitWords();
  const refusal = useRefusal();
  const tell = useToast();
  const today = useDay(useMe()?.time_zone);
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wrong = tried ? missingIn(draft) : null;
  const set = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    keep?.(next);
    setRefused(null);
  };
  const save = async () => {
    setTried(true);
    if (missingIn(draft) || !phone) return;
    setBusy(true);
    try {
      const body = bodyOf(draft);
      const id = habit?.id ?? (await phone.create("habit", { ...body, start_on: today }));
      if (habit) await phone.edit("habit", id, body);
      const settled = await settle(phone, "habit", id);
      if (settled.state === "refused") return setRefused(refusal(settled.problem) ?? t("common.failed"));
      keep?.(null);
      tell({ text: settled.state === "waiting" ? t("habits.savedOffline") : habit ? t("habits.changed") : t("habits.saved") });
      onDone();
    } finally {
      setBusy(false);
    }
  };
  const quit = draft.kind === "quit";
  return (
    <View className="gap-4">
      <Segmented label={t("habits.kind")} value={draft.kind} onChange={(kind) => set({ kind, type: kind === "quit" && draft.type === "times_per_week" ? "daily" : draft.type })} options={[{ value: "build", label: t("habits.build") }, { value: "quit", label: t("habits.quit") }]} />
      <Field label={quit ? t("habits.nameQuit") : t("habits.name")} value={draft.name} maxLength={120} error={wrong === "needName" ? t("habits.needName") : undefined} onChangeText={(name) => set({ name })} />
      <View className="gap-2">
        <Txt kind="label">{t("habits.when")}</Txt>
        <View role="radiogroup" aria-label={t("habits.when")} className="flex-row flex-wrap gap-2">
          <Chip one label={t("habits.schedule.daily")} chosen={draft.type === "daily"} onPress={() => set({ type: "daily" })} />
          <Chip one label={t("habits.schedule.weekdays")} chosen={draft.type === "weekdays"} onPress={() => set({ type: "weekdays" })} />
          {quit ? null : <Chip one label={t("habits.schedule.times")} chosen={draft.type === "times_per_week"} onPress={() => set({ type: "times_per_week" })} />}
        </View>
      </View>
      {draft.type === "weekdays" ? <Chips label={t("habits.onDays")} chosen={draft.days.map(String)} onChange={(days) => set({ days: days.map(Number) })} options={WEEK.map((day) => ({ value: day as string, label: calendar.weekdayName(Number(day)) }))} /> : null}
      {wrong === "needDays" ? <ErrorText small>{t("habits.needDays")}</ErrorText> : null}
      {draft.type === "times_per_week" ? <Stepper label={t("habits.howOften")} value={draft.count} min={1} max={7} shown={t("habits.timesAWeek", { count: draft.count })} less={t("common.less")} more={t("common.more")} onChange={(count) => set({ count })} /> : null}
      <View className="flex-row">
        <Chip label={quit ? t("habits.allowed") : t("habits.withAmount")} chosen={draft.amount} onPress={() => set({ amount: !draft.amount })} />
      </View>
      {draft.amount ? (
        <View className="flex-row gap-3">
          <Field className="flex-1" label={t("habits.target")} value={draft.target} inputMode="decimal" error={wrong === "needAmount" ? t("habits.needAmount") : undefined} onChangeText={(target) => set({ target })} />
          <Field className="flex-1" label={t("habits.unit")} hint={t("habits.unitHint")} value={draft.unit} maxLength={40} onChangeText={(unit) => set({ unit })} />
        </View>
      ) : null}
      <ErrorText>{refused}</ErrorText>
      <Button label={t("common.save")} busy={busy} onPress={() => void save()} />
    </View>
  );
}
