import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, ok, type Schemas } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { goBack } from "@/lib/go-back";
import { dayOf } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, Card, Empty, Field, IconButton, Screen, Sheet, Txt, useToast } from "@/ui";
import { BackHeader } from "@/ui/back-header";
import { Brain, Pencil, Trash } from "@/ui/icons";

type Memory = Schemas["Memory"];

const MOST = 300;

/** What the coach keeps in mind: the person sees all of it, changes it and erases it, also without a network. */
export function MemoryScreen() {
  const { t } = useTranslation();
  const { phone } = useSync();
  const notes = useRecords(["memory"], (device) => (device.all("memory") as Memory[]).toSorted((a, b) => (b.at ?? "~").localeCompare(a.at ?? "~"))) ?? [];
  const [changing, setChanging] = useState<Memory | null>(null);
  const [all, setAll] = useState(false);
  const tell = useToast();
  const erase = async (note: Memory) => {
    await phone?.delete("memory", note.id);
    tell({ text: t("coach.erased") });
  };
  return (
    <Screen narrow>
      <BackHeader title={t("coach.memory")} back={t("common.back")} onBack={() => goBack("/coach")} />
      <Txt className="text-muted">{t("coach.memoryText")}</Txt>
      <Card>
        {notes.length ? notes.map((note, place) => <Note key={note.id} note={note} first={place === 0} onChange={() => setChanging(note)} onErase={() => void erase(note)} />) : <Empty icon={Brain} title={t("coach.noMemory")} text={t("coach.noMemoryText")} />}
      </Card>
      {notes.length > 1 ? <Button variant="quiet" label={t("coach.eraseAll")} onPress={() => setAll(true)} /> : null}
      {changing ? <ChangeSheet note={changing} onClose={() => setChanging(null)} /> : null}
      <EraseAllSheet open={all} onClose={() => setAll(false)} />
    </Screen>
  );
}

function Note({ note, first, onChange, onErase }: { note: Memory; first: boolean; onChange: () => void; onErase: () => void }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  return (
    <View className={first ? "flex-row items-center gap-1" : "flex-row items-center gap-1 border-t border-line pt-3"}>
      <View className="flex-1 gap-0.5">
        <Txt>{note.text}</Txt>
        <View className="flex-row items-center gap-2">
          {note.at ? <Txt kind="small">{format.shortDay(dayOf(new Date(note.at)))}</Txt> : null}
          <Unsent kind="memory" id={note.id} />
        </View>
      </View>
      <IconButton icon={Pencil} tone="muted" label={`${t("coach.editNote")}: ${note.text}`} onPress={onChange} className="bg-transparent" />
      <IconButton icon={Trash} tone="muted" label={`${t("coach.erase")}: ${note.text}`} onPress={onErase} className="bg-transparent" />
    </View>
  );
}

function ChangeSheet({ note, onClose }: { note: Memory; onClose: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const [text, setText] = useState(note.text);
  const fits = text.trim().length > 0 && text.trim().length <= MOST;
  const save = async () => {
    if (!fits) return;
    if (text.trim() !== note.text) await phone?.edit("memory", note.id, { text: text.trim() });
    onClose();
  };
  return (
    <Sheet open title={t("coach.editNote")} close={t("common.close")} onClose={onClose}>
      <Field label={t("coach.note")} value={text} onChangeText={setText} multiline numberOfLines={3} autoFocus maxLength={MOST} error={fits ? undefined : t("coach.noteLong")} />
      <Button label={t("common.save")} disabled={!fits} onPress={() => void save()} />
    </Sheet>
  );
}

function EraseAllSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { syncNow } = useSync();
  const tell = useToast();
  const words = useProblemText();
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      await ok(api.DELETE("/api/chat/memory/{user_id}", { params: { path: { user_id: "me" } } }));
      syncNow();
      tell({ text: t("coach.erased") });
      onClose();
    } catch (error) {
      tell({ text: words(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet open={open} title={t("coach.eraseAllTitle")} close={t("common.close")} onClose={onClose}>
      <Txt>{t("coach.eraseAllText")}</Txt>
      <Button variant="danger" label={t("coach.eraseAll")} busy={busy} onPress={() => void erase()} />
      <Button variant="quiet" label={t("common.cancel")} onPress={onClose} />
    </Sheet>
  );
}
