import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Schemas } from "@/api/client";
import { Icon, Txt } from "@/ui";
import { BookOpen } from "@/ui/icons";
import { SourceSheet } from "./source-sheet";

type Source = Schemas["Source"];

const FEW = 4;

/** Where the figures come from, each on tap. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Source | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? sources : sources.slice(0, FEW);
  return (
    <View role="group" aria-label={t("coach.sources")} className="flex-row flex-wrap items-center gap-2">
      <Icon of={BookOpen} tone="muted" size={16} />
      {shown.map((source) => (
        <SourceChip key={source.ref} label={source.label} onPress={() => setOpen(source)} />
      ))}
      {sources.length > shown.length ? <SourceChip label={`+${sources.length - shown.length}`} name={t("common.more")} onPress={() => setAll(true)} /> : null}
      {open ? <SourceSheet source={open} onClose={() => setOpen(null)} /> : null}
    </View>
  );
}

function SourceChip({ label, name, onPress }: { label: string; name?: string; onPress: () => void }) {
  return (
    <Pressable role="button" aria-label={name ?? label} onPress={onPress} className="min-h-11 max-w-full justify-center rounded-full bg-raised px-3.5 active:opacity-70">
      <Txt numberOfLines={1} className="text-sm">
        {label}
      </Txt>
    </Pressable>
  );
}
