import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { DraftExercise } from "@/lib/running";
import { ListRow, Sheet, useToast } from "@/ui";
import { ArrowDown, ArrowLeftRight, ArrowUp, BookOpen, Disc, Layers, NotebookPen, Trash, Unlink } from "@/ui/icons";

import { joinNext, leaveSuperset, moveExercise, removeExercise } from "./draft";
import { newId, usePlayer } from "./use-player";

/** What can be done to an exercise of the session. */
export function ExerciseSheet({ entry }: { entry: DraftExercise }) {
  const { t } = useTranslation();
  const { draft, exercises, change, show } = usePlayer();
  const tell = useToast();
  const place = draft.exercises.indexOf(entry);
  const next = draft.exercises[place + 1];
  const name = exercises.nameOf(entry.exercise_id);
  const close = () => show(null);
  const does = (rule: Parameters<typeof change>[0]) => () => {
    void change(rule);
    close();
  };
  const remove = async () => {
    close();
    if (!(await change(removeExercise(entry.id)))) return;
    const undo = () => void change((now) => (now.exercises.some((each) => each.id === entry.id) ? now : { ...now, exercises: [...now.exercises.slice(0, place), entry, ...now.exercises.slice(place)], at: entry.id }));
    tell({ text: t("session.removed", { name }), action: { label: t("common.undo"), run: undo } });
  };
  return (
    <Sheet open title={name} close={t("common.close")} onClose={close}>
      <View>
        <ListRow first icon={ArrowLeftRight} title={t("session.swap")} onPress={() => show({ sheet: "swap", id: entry.id })} />
        <ListRow icon={NotebookPen} title={t("session.note")} detail={entry.notes || undefined} onPress={() => show({ sheet: "note", id: entry.id })} />
        <ListRow icon={Disc} title={t("session.barAndPlates")} onPress={() => show({ sheet: "plates", id: entry.id })} />
        {entry.superset ? <ListRow icon={Unlink} title={t("session.leaveSuperset")} onPress={does(leaveSuperset(entry.id))} /> : null}
        {next && (!entry.superset || next.superset !== entry.superset) ? (
          <ListRow icon={Layers} title={t("session.supersetNext", { name: exercises.nameOf(next.exercise_id) })} onPress={does(joinNext(entry.id, newId().slice(0, 8)))} />
        ) : null}
        {place > 0 ? <ListRow icon={ArrowUp} title={t("session.moveUp")} onPress={does(moveExercise(entry.id, -1))} /> : null}
        {next ? <ListRow icon={ArrowDown} title={t("session.moveDown")} onPress={does(moveExercise(entry.id, 1))} /> : null}
        <ListRow
          icon={BookOpen}
          title={t("session.about")}
          onPress={() => {
            close();
            router.push(`/exercise/${entry.exercise_id}`);
          }}
        />
        <ListRow icon={Trash} title={t("session.remove")} onPress={() => void remove()} />
      </View>
    </Sheet>
  );
}
