import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { Face } from "@/sync/face";
import { useDecisions } from "@/sync/losses";
import { useRecords, useSync } from "@/sync/provider";
import { Icon, Txt } from "@/ui";
import { CloudOff, CloudUpload } from "@/ui/icons";

const [NOON, EVENING] = [12, 18];

export function greetingOf(hour: number): "morning" | "afternoon" | "evening" {
  return hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
}

/** `there`: the server has a picture; without that Today asks for none. */
export function Avatar({ name, there }: { name?: string | null; there: boolean }) {
  const { t } = useTranslation();
  const count = useDecisions();
  return (
    <Pressable role="link" aria-label={[t("you.title"), ...(count ? [t("common.decisions", { count })] : [])].join(". ")} onPress={() => router.push("/you")} className="size-12 rounded-full active:opacity-80">
      <Face name={name} ask={there} />
      {count ? <View className="absolute end-0 top-0 size-3.5 rounded-full bg-accent border-2 border-bg" /> : null}
    </Pressable>
  );
}

/** Says so when what was done waits on the device; nothing when all is well. */
export function SyncLine() {
  const { t } = useTranslation();
  const { state } = useSync();
  const waiting = useRecords(["checkin", "water", "measurement", "meal", "workout", "user", "habit"], (phone) => phone.queue.length) ?? 0;
  if (state !== "offline") return null;
  return (
    <View role="status" className="flex-row items-center gap-2 px-4 py-2.5 rounded-2xl bg-accent-soft">
      <Icon of={waiting ? CloudUpload : CloudOff} tone="accent" size={18} />
      <Txt className="flex-1 text-sm">{waiting ? t("common.unsentCount", { count: waiting }) : t("common.offline")}</Txt>
    </View>
  );
}
