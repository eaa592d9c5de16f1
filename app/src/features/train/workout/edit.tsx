import { useState } from "react";
import { TextInput, View } from "react-native";
import { useExercises } from "@/lib/exercises";
import { WEIGHT_UNIT } from "@/lib/quantities";
import { useSync } from "@/sync/provider";
import { Button, Card, cn, ErrorText, Field, IconButton, Screen, Txt, useToast } from "@/ui";
import { FONT } from "@/ui/font";
import { Plus, Trash, X } from "@/ui/icons";
import type { Workout } from "../model";
import { useWords } from "../use-words";
import { canSave, changesOf, fieldsOf, isEmpty, isWrong, withSet, type Draft, type DraftExercise, type DraftSet, type FieldName } from "./draft";

export type { Draft } from "./draft";

type Props = { workout: Workout; draft: Draft; change: (draft: Draft | null) => void };

/** Change what was logged. What is typed is kept, also when the app is closed. */
export function EditWorkout({ workout, draft, change }: Props) {
  const { t, units } = useWords();
  const { phone } = useSync();
  const tell = useToast();
  const [tried, setTried] = useState(false);
  const put = (place: number, next: DraftExercise | null) => change({ ...draft, exercises: draft.exercises.flatMap((each, at) => (at === place ? (next ? [next] : []) : [each])) });
  const save = async () => {
    setTried(true);
    if (!phone || !canSave(draft)) return;
    await phone.edit("workout", workout.id, changesOf(draft, units));
    change(null);
    tell({ text: t("train.workout.saved") });
  };
  return (
    <Screen
      narrow
      footer={
        <View className="gap-2">
          {tried && !canSave(draft) ? <ErrorText>{t("train.workout.wrong")}</ErrorText> : null}
          <Button label={t("common.save")} onPress={() => void save()} />
          <Button variant="quiet" label={t("common.cancel")} onPress={() => change(null)} />
        </View>
      }
    >
      <Txt kind="title" level={1}>
        {t("train.workout.edit")}
      </Txt>
      <Card className="gap-4">
        <Field label={t("train.workout.name")} value={draft.name} maxLength={120} onChangeText={(name) => change({ ...draft, name })} />
        <Field label={t("train.workout.notes")} value={draft.notes} multiline maxLength={4000} onChangeText={(notes) => change({ ...draft, notes })} />
      </Card>
      {draft.exercises.map((each, place) => (
        <EditExercise key={place} exercise={each} tried={tried} onChange={(next) => put(place, next)} />
      ))}
    </Screen>
  );
}

function EditExercise({ exercise, tried, onChange }: { exercise: DraftExercise; tried: boolean; onChange: (next: DraftExercise | null) => void }) {
  const { t } = useWords();
  const { nameOf } = useExercises();
  const name = nameOf(exercise.exercise_id);
  const fields = fieldsOf(exercise);
  const put = (place: number, next: DraftSet | null) => onChange({ ...exercise, sets: exercise.sets.flatMap((each, at) => (at === place ? (next ? [next] : []) : [each])) });
  return (
    <Card className="gap-3">
      <View className="flex-row items-center gap-2">
        <Txt kind="heading" level={2} className="flex-1">
          {name}
        </Txt>
        <IconButton icon={Trash} tone="muted" className="bg-transparent" label={t("train.workout.remove", { name })} onPress={() => onChange(null)} />
      </View>
      {exercise.sets.map((set, place) => (
        <SetRow key={place} set={set} number={place + 1} fields={fields} tried={tried} onChange={(next) => put(place, next)} />
      ))}
      <Button variant="quiet" icon={Plus} className="self-start px-0" label={t("train.workout.addSet")} onPress={() => onChange(withSet(exercise))} />
    </Card>
  );
}

function SetRow({ set, number, fields, tried, onChange }: { set: DraftSet; number: number; fields: FieldName[]; tried: boolean; onChange: (next: DraftSet | null) => void }) {
  const { t, kind, units } = useWords();
  const label = (name: FieldName) => (name === "weight" ? WEIGHT_UNIT[units] : t(`train.workout.field.${name}`));
  return (
    <View className="gap-1">
      <Txt kind="small">{[t("train.workout.set", { number }), kind(set.was.kind)].filter(Boolean).join(" · ")}</Txt>
      <View className="flex-row items-center gap-2">
        {fields.map((name) => {
          const wrong = isWrong(name, set[name]) || (tried && name !== "weight" && name !== "rir" && isEmpty(set));
          return (
            <View key={name} className={cn("flex-1 flex-row items-center gap-1 rounded-field bg-raised px-3 border", wrong ? "border-warn" : "border-transparent")}>
              <TextInput
                aria-label={`${t("train.workout.set", { number })}, ${label(name)}`}
                aria-invalid={wrong}
                value={set[name]}
                inputMode={name === "reps" ? "numeric" : "decimal"}
                selectTextOnFocus
                onChangeText={(text) => onChange({ ...set, [name]: text })}
                style={{ fontFamily: FONT }}
                className="flex-1 min-w-0 min-h-12 text-base text-ink tabular-nums"
              />
              <Txt kind="small" aria-hidden maxFontSizeMultiplier={1.3}>
                {label(name)}
              </Txt>
            </View>
          );
        })}
        <IconButton icon={X} tone="muted" className="bg-transparent" label={t("train.workout.removeSet", { number })} onPress={() => onChange(null)} />
      </View>
    </View>
  );
}
