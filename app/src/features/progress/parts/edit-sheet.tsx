import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withOffset } from "@/lib/day";
import { useSync } from "@/sync/provider";
import { Button, Field, Sheet } from "@/ui";
import { checked } from "../figures/check";
import { beforeOf, type Reading } from "../figures/readings";
import { AmountField } from "./amount-field";
import { useMetric } from "./use-metric";
import { Verdict } from "./verdict";
import { WhenField } from "./when-field";

type Props = { reading: Reading; readings: readonly Reading[]; onDelete: () => void; onClose: () => void };

/** Correct one value, or delete it. */
export function EditSheet({ reading, readings, onDelete, onClose }: Props) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const words = useMetric(reading.metric);
  const first = String(words.shown(reading.value));
  const [typed, setTyped] = useState(first);
  const [at, setAt] = useState(() => new Date(reading.at));
  const [note, setNote] = useState(reading.note ?? "");
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [looked, setLooked] = useState(false);
  const found = checked(reading.metric, typed, beforeOf(readings, at.getTime(), reading.id), words.kept, typed === first || confirmed === typed);
  const save = async () => {
    setLooked(true);
    if (found.state !== "good") return;
    const value = typed === first ? reading.value : found.value; // not rounded anew by being looked at
    const moved = at.getTime() === reading.at ? {} : { taken_at: withOffset(at) };
    await phone?.edit("measurement", reading.id, { value, note: note.trim() || null, ...moved, ...(confirmed === typed && { confirmed: true }) });
    onClose();
  };
  return (
    <Sheet open title={words.name} close={t("common.close")} onClose={onClose}>
      <AmountField metric={reading.metric} typed={typed} last={reading.value} wrong={looked && found.state === "wrong"} onType={setTyped} onSubmit={() => void save()} />
      {looked ? <Verdict metric={reading.metric} found={found.state === "none" ? { state: "wrong", why: "number" } : found} onConfirm={() => setConfirmed(typed)} /> : null}
      <WhenField label={t("progress.when")} value={at} onChange={setAt} />
      <Field label={t("progress.note")} value={note} onChangeText={setNote} multiline maxLength={2000} />
      <Button label={t("common.save")} onPress={() => void save()} />
      <Button variant="danger" label={t("progress.deleteValue")} onPress={onDelete} />
    </Sheet>
  );
}
