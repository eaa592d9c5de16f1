import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { alternativesOf, useExerciseSearch, useOften, type Exercise } from "@/lib/exercises";
import type { DraftExercise } from "@/lib/running";
import { useMe } from "@/sync/me";
import { Field, ListRow, Sheet, Txt } from "@/ui";
import { addExercise, swapExercise } from "./draft";
import { entryFor } from "./plan";
import { newId, usePlayer } from "./use-player";

const [SUGGESTED, FOUND] = [6, 40];

/** Choose an exercise: to add, or in place of `instead`. What does the same job stands first, and search is as one types. */
export function PickSheet({ instead }: { instead?: DraftExercise }) {
  const { t } = useTranslation();
  const { draft, exercises, exerciseOf, last, change, show } = usePlayer();
  const me = useMe();
  const often = useOften();
  const [query, setQuery] = useState("");
  const found = useExerciseSearch(query).filter((each) => each.id !== instead?.exercise_id);
  const suggested = instead && !query.trim() ? suggestionsFor(instead, exerciseOf, exercises.all, me?.equipment) : [];
  const pick = (exercise: Exercise) => {
    const like = instead ? { like: instead } : {};
    const entry = entryFor(exercise.id, exercise, last.get(exercise.id), newId, like.like);
    void change(instead ? swapExercise(instead.id, entry) : addExercise(entry));
    show(null);
  };
  const inSession = new Set(draft.exercises.map((each) => each.exercise_id));
  const row = (exercise: Exercise, place: number) => {
    const count = often(exercise.id);
    return <ListRow key={exercise.id} first={place === 0} title={exercise.name} detail={count ? t("session.often", { count }) : undefined} onPress={() => pick(exercise)} />;
  };
  const title = instead ? t("session.swapTitle", { name: exercises.nameOf(instead.exercise_id) }) : t("session.addExercise");
  return (
    <Sheet open title={title} close={t("common.close")} onClose={() => show(null)}>
      <Field label={t("session.search")} value={query} onChangeText={setQuery} autoFocus={!instead} autoCorrect={false} inputMode="search" />
      {suggested.length ? (
        <View>
          <Txt kind="label">{t("session.suggested")}</Txt>
          {suggested.map(row)}
        </View>
      ) : null}
      {exercises.all.length === 0 ? (
        <Txt kind="small">{t("session.libraryAway")}</Txt>
      ) : suggested.length ? (
        <Txt kind="small">{t("session.everything")}</Txt>
      ) : found.length === 0 ? (
        <Txt kind="small">{t("session.nothingFound")}</Txt>
      ) : (
        <View>{found.filter((each) => query.trim() || !inSession.has(each.id)).slice(0, FOUND).map(row)}</View>
      )}
    </Sheet>
  );
}

/** Those that the plan names come first, then what the library has of the same job. */
function suggestionsFor(entry: DraftExercise, exerciseOf: (id: string) => Exercise | undefined, all: readonly Exercise[], has: readonly string[] | null | undefined): Exercise[] {
  const exercise = exerciseOf(entry.exercise_id);
  const planned = (entry.swaps ?? []).flatMap((id) => exerciseOf(id) ?? []);
  const others = exercise ? alternativesOf(exercise, all, { has: has ?? null }) : [];
  return [...new Set([...planned, ...others])].slice(0, SUGGESTED);
}
