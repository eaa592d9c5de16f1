import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { doneOf, setsOf, useRestOver, useRunning, type Draft } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import { useNow } from "@/lib/use-now";
import { cn, Icon, Txt } from "@/ui";
import { ChevronEnd, Dumbbell, Timer } from "@/ui/icons";

/** A session runs while one looks at something else: how far it is, how long to rest, and the way back. */
export function RunningBar({ wide = false }: { wide?: boolean }) {
  const draft = useRunning();
  useRestOver(draft?.rest);
  return draft && !draft.ended_at ? <Bar draft={draft} wide={wide} /> : null;
}

function Bar({ draft, wide }: { draft: Draft; wide: boolean }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const now = useNow();
  const rests = draft.rest !== null && draft.rest.until > now;
  const seconds = Math.max(0, Math.ceil((draft.rest && rests ? draft.rest.until - now : now - Date.parse(draft.started_at)) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <View role="region" aria-label={t("session.title")} className={wide ? "absolute bottom-0 end-0" : ""}>
      <Pressable
        role="link"
        onPress={() => router.navigate("/session")}
        className={cn("bg-brand min-h-14 px-5 py-2 flex-row items-center gap-3 active:opacity-90", wide && "rounded-full mb-4 mx-8 self-end")}
      >
        <Icon of={rests ? Timer : Dumbbell} tone="on-brand" />
        <Txt numberOfLines={1} className={cn("font-semibold text-on-brand", !wide && "flex-1")}>
          {given(draft.name)} {"\u00b7"} {doneOf(draft)}/{setsOf(draft)}
        </Txt>
        <Txt maxFontSizeMultiplier={1.4} className="text-lg font-bold tabular-nums text-on-brand">
          {time}
        </Txt>
        <Icon of={ChevronEnd} tone="on-brand" size={18} />
      </Pressable>
    </View>
  );
}
