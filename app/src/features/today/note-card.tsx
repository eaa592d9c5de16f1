import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useSpoken } from "@/lib/spoken";
import { Button, Card, Icon, Txt } from "@/ui";
import { Sparkles } from "@/ui/icons";

/** What the coach says this morning; where it comes from is one tap away. */
export function NoteCard({ note }: { note: Schemas["NoteOfToday"] }) {
  const { t } = useTranslation();
  const spoken = useSpoken({ exercises: true });
  const [open, setOpen] = useState(false);
  const labels = note.sources.flatMap((source) => (typeof source.label === "string" ? [spoken(source.label)] : []));
  return (
    <Card title={t("today.note")} aside={<Icon of={Sparkles} tone="accent" />}>
      <Txt className="leading-6">{spoken(note.text)}</Txt>
      {labels.length ? <Button variant="quiet" className="self-start px-0" label={t("today.why")} aria-expanded={open} onPress={() => setOpen(!open)} /> : null}
      {open ? (
        <View role="list" className="gap-1">
          {labels.map((label) => (
            <View role="listitem" key={label}>
              <Txt kind="small">{label}</Txt>
            </View>
          ))}
        </View>
      ) : null}
    </Card>
  );
}
