import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { isDone } from "@/lib/running";
import { Button, Card, cn, Icon, Txt } from "@/ui";
import { Check, Plus } from "@/ui/icons";
import { showExercise } from "./draft";
import { usePlayer } from "./use-player";
import { letterOf } from "./words";

/** What the session has, and how far each is. */
export function ExerciseList() {
  const { t } = useTranslation();
  const { draft, exercises, change, show } = usePlayer();
  return (
    <Card title={t("session.exercises")} className="gap-2">
      <View role="list">
        {draft.exercises.map((entry) => {
          const on = entry.id === draft.at;
          const done = entry.sets.filter((set) => set.done).length;
          const text = t("session.progress", { done, count: entry.sets.length });
          const letter = letterOf(draft, entry);
          const name = exercises.nameOf(entry.exercise_id);
          const group = letter && t("session.supersetOf", { letter });
          return (
            <View role="listitem" key={entry.id}>
              <Pressable
                role="button"
                aria-current={on ? "step" : undefined}
                onPress={() => void change(showExercise(entry.id))}
                className={cn("min-h-14 px-3 py-2 rounded-field flex-row items-center gap-3 active:opacity-70", on && "bg-brand-soft", entry.superset && "border-s-4 border-brand")}
              >
                <View className="flex-1 gap-0.5">
                  <Txt className={cn(on && "font-semibold text-brand")}>{name}</Txt>
                  <Txt kind="small">{[group, text].filter(Boolean).join(" \u00b7 ")}</Txt>
                </View>
                {entry.sets.length > 0 && isDone(entry) ? <Icon of={Check} tone="brand" /> : null}
              </Pressable>
            </View>
          );
        })}
      </View>
      <Button variant="soft" icon={Plus} label={t("session.addExercise")} onPress={() => show({ sheet: "pick" })} />
    </Card>
  );
}
