import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useExercises, useExerciseSearch, type Exercise } from "@/lib/exercises";
import { Button, Choices, Field, Txt } from "@/ui";
import type { Kind } from "./model";

const SHOWN = 6;
const FITS: Record<"strength" | "cardio", ReadonlySet<string>> = { strength: new Set(["reps_load", "bodyweight", "time"]), cardio: new Set(["distance", "time"]) };

/** Which exercise: those that are trained most first, then what is typed. */
export function ExercisePicker({ kind, chosen, error, onChange }: { kind: Kind; chosen: string | null; error?: string; onChange: (exercise: Exercise | null) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const { nameOf, byId } = useExercises();
  const found = useExerciseSearch(query).filter((exercise) => FITS[kind === "cardio" ? "cardio" : "strength"].has(exercise.metric));
  if (chosen)
    return (
      <View className="flex-row items-center gap-3">
        <View className="flex-1">
          <Txt kind="label">{t("goals.exercise")}</Txt>
          <Txt kind="strong">{nameOf(chosen)}</Txt>
        </View>
        <Button variant="plain" label={t("goals.changeExercise")} onPress={() => onChange(null)} />
      </View>
    );
  return (
    <View className="gap-2">
      <Field label={t("goals.searchExercise")} value={query} onChangeText={setQuery} error={error} />
      {found.length ? (
        <Choices label={t("goals.exercise")} chosen={null} options={found.slice(0, SHOWN).map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => onChange(byId.get(id) ?? null)} />
      ) : (
        <Txt kind="small">{t("goals.noExercise")}</Txt>
      )}
    </View>
  );
}
