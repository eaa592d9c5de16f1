import { useQuery } from "@tanstack/react-query";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { Unsent } from "@/sync/unsent";
import { Card, Choices, ListRow, ProgressBar, Segmented, Txt } from "@/ui";
import { Named, Part } from "./parts/part";
import { useProfile, type User } from "./parts/use-profile";
import { GENDERS, STYLES } from "./parts/words";

/** How the coach speaks, what it keeps in mind, and how much of it is left. */
export function CoachScreen() {
  const { t } = useTranslation();
  const { me, change } = useProfile();
  const set = (changes: Partial<NonNullable<User["coach"]>>) => void change({ coach: { ...me?.coach, ...changes } as User["coach"] });
  return (
    <Part title={t("you.coach.title")} aside={me ? <Unsent kind="user" id={me.id} /> : null}>
      <Card title={t("you.coach.style")}>
        <Choices label={t("you.coach.style")} chosen={me?.coach?.style} onChange={(style) => set({ style })} options={STYLES.map((value) => ({ value, label: t(`you.coach.${value}`), detail: t(`you.coach.${value}Text`) }))} />
        <Named label={t("you.coach.voice")}>
          <Segmented label={t("you.coach.voice")} value={me?.coach?.gender ?? null} onChange={(gender) => set({ gender })} options={GENDERS.map((value) => ({ value, label: t(`you.coach.genders.${value}`) }))} />
        </Named>
      </Card>
      <UsageCard />
      <Card className="py-2">
        <ListRow first title={t("you.coach.memory")} detail={t("you.coach.memoryText")} onPress={() => router.push("/memory")} />
      </Card>
    </Part>
  );
}

function UsageCard() {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const asked = useQuery({ queryKey: keys.usage(), queryFn: () => ok(api.GET("/api/chat/usage/{user_id}", { params: { path: { user_id: "me" } } })) });
  if (!asked.data) return null;
  const { day, month, resets_at } = asked.data;
  const full = [day, month].some((each) => each.tokens >= each.limit);
  return (
    <Card title={t("you.coach.usage")}>
      <Meter label={t("you.coach.today")} of={day} />
      <Meter label={t("you.coach.month")} of={month} />
      <Txt kind="small">{full ? t("you.coach.full", { at: `${format.day(resets_at.slice(0, 10))}, ${format.clock(resets_at)}` }) : t("you.coach.usageText")}</Txt>
    </Card>
  );
}

function Meter({ label, of }: { label: string; of: Schemas["Allowance"] }) {
  const { t } = useTranslation();
  const part = of.limit ? of.tokens / of.limit : 1;
  const text = t("you.coach.used", { percent: Math.min(100, Math.round(part * 100)) });
  return (
    <View className="gap-1.5">
      <View className="flex-row justify-between">
        <Txt kind="label">{label}</Txt>
        <Txt kind="small" className="tabular-nums">
          {text}
        </Txt>
      </View>
      <ProgressBar value={part} label={label} text={text} />
    </View>
  );
}
