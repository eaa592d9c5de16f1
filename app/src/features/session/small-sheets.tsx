/** The sheets that ask one thing: a note, the end, the way out. */

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { doneOf, setsOf, type DraftExercise } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import { Button, Field, ListRow, Sheet, Txt } from "@/ui";
import { Check, NotebookPen, Trash } from "@/ui/icons";
import { nameSession, noteExercise, noteSession } from "./draft";
import { usePlayer } from "./use-player";

const MOST_LETTERS = 2000;

/** A note to an exercise; without one, to the session. Each letter is kept as it is typed. */
export function NoteSheet({ entry }: { entry?: DraftExercise }) {
  const { t } = useTranslation();
  const { draft, exercises, change, show } = usePlayer();
  const [text, setText] = useState((entry ? entry.notes : draft.notes) ?? "");
  const type = (next: string) => {
    setText(next);
    void change(entry ? noteExercise(entry.id, next) : noteSession(next));
  };
  const title = entry ? t("session.noteFor", { name: exercises.nameOf(entry.exercise_id) }) : t("session.sessionNote");
  return (
    <Sheet open title={title} close={t("common.close")} onClose={() => show(null)}>
      <Field label={t("session.note")} value={text} onChangeText={type} placeholder={t("session.notePlaceholder")} multiline maxLength={MOST_LETTERS} autoFocus />
      <Button label={t("common.done")} onPress={() => show(null)} />
    </Sheet>
  );
}

export function SessionSheet({ onFinish }: { onFinish: () => void }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const { draft, change, show } = usePlayer();
  const [name, setName] = useState(draft.name);
  const rename = (next: string) => {
    setName(next);
    if (next.trim()) void change(nameSession(next));
  };
  return (
    <Sheet open title={given(draft.name)} close={t("common.close")} onClose={() => show(null)}>
      <Field label={t("session.name")} value={name} onChangeText={rename} maxLength={100} />
      <View>
        <ListRow first icon={Check} title={t("session.finishWorkout")} onPress={onFinish} />
        <ListRow icon={NotebookPen} title={t("session.sessionNote")} detail={draft.notes || undefined} onPress={() => show({ sheet: "note" })} />
        <ListRow icon={Trash} title={t("session.discard")} onPress={() => show({ sheet: "discard" })} />
      </View>
    </Sheet>
  );
}

/** Asked only where something is left: what was done counts. */
export function FinishSheet({ onFinish, busy }: { onFinish: () => void; busy: boolean }) {
  const { t } = useTranslation();
  const { draft, show } = usePlayer();
  const done = doneOf(draft);
  return (
    <Sheet open title={t("session.finishTitle")} close={t("common.close")} onClose={() => show(null)}>
      <Txt>{done ? t("session.finishLeft", { count: setsOf(draft) - done }) : t("session.finishNone")}</Txt>
      {done ? <Button label={t("session.finishWorkout")} busy={busy} onPress={onFinish} /> : null}
      <Button variant={done ? "plain" : "primary"} label={t("session.keepGoing")} onPress={() => show(null)} />
      {done ? null : <Button variant="danger" label={t("session.discard")} onPress={() => show({ sheet: "discard" })} />}
    </Sheet>
  );
}

export function DiscardSheet({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  const { draft, show } = usePlayer();
  const count = doneOf(draft);
  return (
    <Sheet open title={t("session.discardTitle")} close={t("common.close")} onClose={() => show(null)}>
      <Txt>{count ? t("session.discardText", { count }) : t("session.discardEmpty")}</Txt>
      <Button variant="danger" icon={Trash} label={t("session.discard")} onPress={onDiscard} />
      <Button variant="plain" label={t("session.keepGoing")} onPress={() => show(null)} />
    </Sheet>
  );
}
