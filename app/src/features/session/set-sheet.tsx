import { useTranslation } from "react-i18next";
import type { DraftExercise, DraftSet } from "@/lib/running";
import { Button, Segmented, Sheet, Txt, useToast } from "@/ui";
import { RotateCcw, Trash } from "@/ui/icons";
import { Amount } from "./amount";
import { kindOfSet, removeSet, restoreSet, undoSet } from "./draft";
import { fieldsOf } from "./fields";
import { usePlayer } from "./use-player";

const KINDS = ["normal", "warmup", "drop", "failure"] as const;

/** One set: what it was, of which kind, away with it. */
export function SetSheet({ entry, set }: { entry: DraftExercise; set: DraftSet }) {
  const { t } = useTranslation();
  const { change, exerciseOf, show } = usePlayer();
  const tell = useToast();
  const place = entry.sets.indexOf(set);
  const remove = async () => {
    show(null);
    if (!(await change(removeSet(set.id)))) return;
    tell({ text: t("session.deleted"), action: { label: t("common.undo"), run: () => void change(restoreSet(entry.id, place, set)) } });
  };
  const undo = () => {
    void change(undoSet(set.id));
    show(null);
  };
  return (
    <Sheet open title={t("session.setRow", { place: place + 1 })} close={t("common.close")} onClose={() => show(null)}>
      {fieldsOf(exerciseOf(entry.exercise_id)).map((field) => (
        <Amount key={field} setId={set.id} exerciseId={entry.exercise_id} name={field} values={set} />
      ))}
      <Txt kind="label">{t("session.kind")}</Txt>
      <Segmented label={t("session.kind")} options={KINDS.map((kind) => ({ value: kind, label: t(`session.shortKinds.${kind}`) }))} value={set.kind} onChange={(kind) => void change(kindOfSet(set.id, kind))} />
      <Button label={t("common.done")} onPress={() => show(null)} />
      {set.done ? <Button variant="plain" icon={RotateCcw} label={t("session.undoSet")} onPress={undo} /> : null}
      <Button variant="danger" icon={Trash} label={t("session.deleteSet")} onPress={() => void remove()} />
    </Sheet>
  );
}
