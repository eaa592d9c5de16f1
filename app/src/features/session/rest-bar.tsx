import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Rest } from "@/lib/running";
import { useNow } from "@/lib/use-now";
import { Button, ProgressBar, Txt } from "@/ui";
import { changeRest, endRest } from "./draft";
import { clockText } from "./fields";
import { usePlayer } from "./use-player";

const STEP_S = 15;

/** How long to rest still; it goes by the wall clock. */
export function RestBar({ rest }: { rest: Rest }) {
  const { t } = useTranslation();
  const { change } = usePlayer();
  const now = useNow();
  const left = Math.max(0, (rest.until - now) / 1000);
  const time = clockText(Math.ceil(left));
  return (
    <View role="group" aria-label={t("session.rest")} className="rounded-card bg-card border border-line px-4 py-3 gap-2">
      <View className="flex-row items-center gap-2">
        <View className="flex-1">
          <Txt kind="label">{t("session.rest")}</Txt>
          <Txt role="timer" className="text-3xl font-bold tabular-nums">
            {time}
          </Txt>
        </View>
        <Button variant="plain" label={`\u2212${STEP_S}`} aria-label={t("session.restLess")} onPress={() => void change(changeRest(-STEP_S, Date.now()))} className="px-3 min-w-14" />
        <Button variant="plain" label={`+${STEP_S}`} aria-label={t("session.restMore")} onPress={() => void change(changeRest(STEP_S, Date.now()))} className="px-3 min-w-14" />
        <Button variant="soft" label={t("session.skip")} onPress={() => void change(endRest)} className="px-4" />
      </View>
      <ProgressBar value={left / rest.total_s} label={t("session.rest")} text={t("session.restLeft", { time })} className="h-1.5" />
    </View>
  );
}
