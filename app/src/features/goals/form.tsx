import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { useSpoken } from "@/lib/spoken";
import { settle } from "@/sync/settle";
import { useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import type { Problem } from "@/sync/records";
import { Button, ErrorText, Field, useToast } from "@/ui";
import { isTime, unitOf } from "./amounts";
import { bodyOf, draftOf, emptyDraft, missingIn, type Draft, type Field as FieldName } from "./draft";
import { DueField } from "./due-field";
import { ExercisePicker } from "./exercise-picker";
import type { Body, Kind } from "./model";
import { HabitPicker, MeasurePicker, MetricPicker } from "./pickers";

type Props = { kind: Kind; goal?: Body; draft?: Draft; onDraft?: (draft: Draft) => void; onDone: (id: string) => void };

const AT_FIELDS: ReadonlySet<string> = new Set(["title", "metric", "target_value", "exercise_id", "habit_id", "distance_m", "due_on"]);

/** What is asked of a kind of goal. What the server does not take (it is not safe, or cannot be) is told at its field. */
export function GoalForm({ kind, goal, draft: kept, onDraft, onDone }: Props) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const units = useUnits();
  const { phone } = useSync();
  const tell = useToast();
  const { byId } = useExercises();
  const [own, setOwn] = useState(() => kept ?? (goal ? draftOf(goal, units) : emptyDraft(kind)));
  const [wrong, setWrong] = useState<{ [name in FieldName | "other"]?: string }>({});
  const [busy, setBusy] = useState(false);
  const draft = own;
  const set = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    setOwn(next);
    onDraft?.(next);
    setWrong({});
  };
  const refuse = (problem: Problem | null) => {
    const told: typeof wrong = {};
    for (const { field, message } of problem?.errors ?? []) told[AT_FIELDS.has(field) ? (field as FieldName) : "other"] ??= spoken(message);
    setWrong(Object.keys(told).length ? told : { other: (problem ? spoken(problem.detail) : null) ?? t("common.failed") });
  };
  const save = async () => {
    const missing = missingIn(draft, units);
    if (missing) return setWrong({ [missing.field]: t(`goals.${missing.word}`) });
    if (!phone) return;
    setBusy(true);
    try {
      const body = bodyOf(draft, units, goal);
      const id = goal?.id ?? (await phone.create("goal", body));
      if (goal) await phone.edit("goal", id, body);
      const settled = await settle(phone, "goal", id);
      if (settled.state === "refused") return refuse(settled.problem);
      tell({ text: settled.state === "waiting" ? t("goals.savedOffline") : goal ? t("goals.changed") : t("goals.saved") });
      onDone(id);
    } finally {
      setBusy(false);
    }
  };
  const lifted = kind === "strength" || kind === "cardio";
  const metric = draft.metric;
  const time = metric !== null && isTime(metric);
  return (
    <View className="gap-5">
      {lifted ? <ExercisePicker kind={kind} chosen={draft.exerciseId} error={wrong.exercise_id} onChange={(exercise) => set({ exerciseId: exercise?.id ?? null, metric: null })} /> : null}
      {lifted && draft.exerciseId ? <MetricPicker of={byId.get(draft.exerciseId)?.metric ?? "reps_load"} metric={metric} error={wrong.metric} onChange={(next) => set({ metric: next })} /> : null}
      {kind === "habit" ? <HabitPicker chosen={draft.habitId} metric={metric} error={wrong.habit_id} onHabit={(habitId) => set({ habitId })} onMetric={(next) => set({ metric: next })} /> : null}
      {kind === "measurement" ? <MeasurePicker metric={metric} fixed={!!goal} error={wrong.metric} onChange={(next) => set({ metric: next })} /> : null}
      {kind === "custom" ? <Field label={t("goals.name")} value={draft.title} maxLength={120} error={wrong.title} onChangeText={(title) => set({ title })} /> : null}
      {metric === "time_s" ? <Field label={t("goals.distance")} unit={unitOf(units, "distance_m")} value={draft.distance} inputMode="decimal" error={wrong.distance_m} onChangeText={(distance) => set({ distance })} /> : null}
      {metric ? (
        <Field
          label={time ? t("goals.targetTime") : t("goals.target")}
          unit={metric === "value" || time ? undefined : unitOf(units, metric) || undefined}
          value={draft.target}
          inputMode={time ? "text" : "decimal"}
          error={wrong.target_value}
          onChangeText={(target) => set({ target })}
        />
      ) : null}
      {kind === "custom" ? (
        <View className="flex-row gap-3">
          <Field className="flex-1" label={t("goals.current")} value={draft.current} inputMode="decimal" onChangeText={(current) => set({ current })} />
          <Field className="flex-1" label={t("goals.unit")} hint={t("goals.unitHint")} value={draft.unit} maxLength={20} onChangeText={(unit) => set({ unit })} />
        </View>
      ) : null}
      <DueField value={draft.due} error={wrong.due_on} onChange={(due) => set({ due })} />
      {kind === "custom" ? null : <Field label={t("goals.nameOptional")} value={draft.title} maxLength={120} error={wrong.title} onChangeText={(title) => set({ title })} />}
      <Field label={t("goals.note")} value={draft.note} multiline numberOfLines={2} maxLength={4000} onChangeText={(note) => set({ note })} />
      <ErrorText>{wrong.other}</ErrorText>
      <Button label={goal ? t("common.save") : t("goals.set")} busy={busy} onPress={() => void save()} />
    </View>
  );
}
