import { useQuery } from "@tanstack/react-query";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { Button, Icon, Txt } from "@/ui";
import { HeartPulse } from "@/ui/icons";

const useScreening = () => useQuery({ queryKey: keys.screening(), queryFn: () => ok(api.GET("/api/users/{user_id}/screening", { params: { path: { user_id: "me" } } })) });

/** Whether a plan may be made: not for whom a doctor should see before any exercise. */
export const useMayTrain = (): boolean => useScreening().data?.clearance_before !== "any";

/** What the answers before training come to, where they limit a plan; in the server's words. */
export function ScreeningNote() {
  const { t } = useTranslation();
  const { data } = useScreening();
  if (!data || (data.outcome === "fine" && !data.careful && !data.ask_again)) return null;
  return (
    <View className="gap-2 rounded-card bg-accent-soft p-5">
      <View className="flex-row gap-3">
        <Icon of={HeartPulse} tone="accent" />
        <Txt className="flex-1">{data.text}</Txt>
      </View>
      {data.careful && data.clearance_before !== "any" ? <Txt>{t("train.new.careful")}</Txt> : null}
      <Button variant="quiet" className="self-start px-0" label={t(data.outcome === "unanswered" ? "train.new.answer" : "train.new.answers")} onPress={() => router.push("/questions")} />
    </View>
  );
}
