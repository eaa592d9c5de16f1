import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync } from "@/sync/provider";
import { Card, Field } from "@/ui";

const MOST_LETTERS = 2000;

/** A note to the whole session, kept when one leaves the field. */
export function SummaryNote({ id, notes }: { id: string; notes: string }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const [text, setText] = useState(notes);
  const save = () => {
    if (text.trim() !== notes) void phone?.edit("workout", id, { notes: text.trim() || null });
  };
  return (
    <Card>
      <Field label={t("session.done.note")} placeholder={t("session.notePlaceholder")} value={text} onChangeText={setText} onBlur={save} multiline maxLength={MOST_LETTERS} />
    </Card>
  );
}
