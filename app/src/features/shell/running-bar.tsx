import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { doneOf, setsOf, useRestOver, useRunning, type Draft } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import { useNow } from "@/lib/use-now";
import { Icon, Txt } from "@/ui";
import { ChevronEnd, Dumbbell, Timer } from "@/ui/icons";

/**
 * A session runs while one looks at something else: how far it is, how long to rest, and the way back. It has a line of
 * its own, and covers nothing; `last` says that it is the window's last one.
 */
export function RunningBar({ last = false }: { last?: boolean }) {
  const draft = useRunning();
  useRestOver(draft?.rest);
  return draft && !draft.ended_at ? <Bar draft={draft} last={last} /> : null;
}

function Bar({ draft, last }: { draft: Draft; last: boolean }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const now = useNow();
  const insets = useSafeAreaInsets();
  const rests = draft.rest !== null && draft.rest.until > now;
  const seconds = Math.max(0, Math.ceil((draft.rest && rests ? draft.rest.until - now : now - Date.parse(draft.started_at)) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <View role="region" aria-label={t("session.title")} className="bg-brand" style={last ? { paddingBottom: insets.bottom } : undefined}>
      <Pressable
        role="link"
        onPress={() => router.navigate("/session")}
        className="min-h-14 px-5 py-2 flex-row items-center gap-3 active:opacity-90"
      >
        <Icon of={rests ? Timer : Dumbbell} tone="on-brand" />
        <Txt numberOfLines={1} className="flex-1 font-semibold text-on-brand">
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
