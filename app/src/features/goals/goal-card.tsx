import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { Unsent } from "@/sync/unsent";
import { cn, Icon, Ring, Txt } from "@/ui";
import { Check, TrendingUp } from "@/ui/icons";
import type { GoalWords } from "./amounts";
import { useExpected } from "./expected";
import { KIND_ICONS } from "./kind-icons";
import type { Shown } from "./model";

/** One goal: how far it is, and when it is reached. */
export function GoalCard({ shown, words }: { shown: Shown; words: GoalWords }) {
  const { t } = useTranslation();
  const expected = useExpected()(shown);
  const { body, progress } = shown;
  const title = words.title(body);
  const target = words.amount(body, body.target_value);
  const value = progress.value ?? null;
  const percent = progress.percent ?? null;
  const standing = value === null ? target : `${words.amount(body, value)} ${t("goals.of", { target })}`;
  return (
    <Pressable role="link" onPress={() => router.push({ pathname: "/goal/[id]", params: { id: body.id } })} className="bg-card rounded-card border border-line p-5 gap-3 active:opacity-80">
      <View className="flex-row items-center gap-4">
        <Ring size={76} label={percent === null ? standing : t("goals.done", { value: words.format.number(percent) })} arcs={[{ value: (percent ?? 0) / 100, tone: "brand" }]}>
          {percent === null ? (
            <Icon of={KIND_ICONS[body.kind]} tone="brand" />
          ) : (
            <Txt className="text-base font-bold tabular-nums" maxFontSizeMultiplier={1.2}>
              {t("goals.percent", { value: words.format.number(percent) })}
            </Txt>
          )}
        </Ring>
        <View className="flex-1 gap-1">
          <View className="flex-row items-center gap-2">
            <Txt kind="heading" className="flex-1">
              {title}
            </Txt>
            <Unsent kind="goal" id={body.id} />
          </View>
          <Txt kind="small" className="tabular-nums">
            {standing}
          </Txt>
          <Txt className="text-sm font-medium">{expected.day}</Txt>
        </View>
      </View>
      <TrackMark onTrack={progress.on_track ?? null} />
    </Pressable>
  );
}

/** Says whether it will be reached in time; nothing where that cannot be said. */
export function TrackMark({ onTrack }: { onTrack: boolean | null }) {
  const { t } = useTranslation();
  if (onTrack === null) return null;
  return (
    <View className={cn("self-start flex-row items-center gap-1.5 px-3 py-1 rounded-full", onTrack ? "bg-brand-soft" : "bg-accent-soft")}>
      <Icon of={onTrack ? Check : TrendingUp} tone={onTrack ? "brand" : "accent"} size={16} />
      <Txt className="text-sm font-medium">{onTrack ? t("goals.onTrack") : t("goals.behind")}</Txt>
    </View>
  );
}
