import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useCalendarWords } from "@/i18n/calendar";
import { goBack } from "@/lib/go-back";
import { useSpoken } from "@/lib/spoken";
import { deleteSoon } from "@/sync/later";
import { useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { BackHeader } from "@/ui/back-header";
import { Button, Card, Columns, Empty, Icon, ListRow, ProgressBar, Screen, Sheet, Skeleton, Txt, useToast } from "@/ui";
import { Check, Info, Pause, Pencil, RotateCcw, Target, Trash } from "@/ui/icons";
import { useGoalWords, type GoalWords } from "./amounts";
import { Celebration } from "./celebration";
import { CustomCard } from "./custom-card";
import { useExpected } from "./expected";
import { GoalForm } from "./form";
import { TrackMark } from "./goal-card";
import type { Kind, Shown } from "./model";
import { useGoals } from "./requests";
import { WayCard } from "./way-card";

const NEXT: Record<Exclude<Kind, "custom">, "/measure" | "/session" | "/habits"> = { weight: "/measure", measurement: "/measure", strength: "/session", cardio: "/session", habit: "/habits" };

export function GoalScreen() {
  const { t } = useTranslation();
  const { id } = useLocalSearchParams<{ id: string }>();
  const words = useGoalWords();
  const { all, today } = useGoals();
  const shown = all?.find(({ body }) => body.id === id);
  if (!shown)
    return (
      <Screen>
        <BackHeader title={t("goals.title")} back={t("common.back")} onBack={() => goBack("/goals")} />
        {all ? <Card><Empty icon={Target} title={t("goals.gone")} action={t("goals.title")} onAction={() => router.replace("/goals")} /></Card> : <Skeleton label={t("common.loading")} heights={[200, 300]} />}
      </Screen>
    );
  return <GoalDetail shown={shown} words={words} today={today} />;
}

function GoalDetail({ shown, words, today }: { shown: Shown; words: GoalWords; today: string }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { body, status } = shown;
  const { kind } = body;
  return (
    <Screen>
      <BackHeader title={words.title(body)} subtitle={t(`goals.kinds.${kind}`)} back={t("common.back")} onBack={() => goBack("/goals")} aside={<Unsent kind="goal" id={body.id} />} />
      {status === "reached" ? <Celebration shown={shown} words={words} /> : null}
      {shown.warnings.map((warning) => (
        <View key={warning} role="alert" className="flex-row gap-3 rounded-2xl bg-accent-soft p-4">
          <Icon of={Info} tone="accent" />
          <Txt className="flex-1">{spoken(warning)}</Txt>
        </View>
      ))}
      <Columns
        start={
          <>
            <StandingCard shown={shown} words={words} />
            {kind === "custom" && status === "active" ? <CustomCard body={body} value={shown.progress.value ?? null} words={words} /> : null}
            {kind !== "custom" && status === "active" ? <Button label={t(`goals.next.${kind}`)} onPress={() => router.push(kind === "weight" ? { pathname: "/measure/[kind]", params: { kind: "weight_kg" } } : NEXT[kind])} /> : null}
          </>
        }
        end={
          <>
            <WayCard shown={shown} words={words} today={today} />
            <Actions shown={shown} />
          </>
        }
      />
    </Screen>
  );
}

function StandingCard({ shown, words }: { shown: Shown; words: GoalWords }) {
  const { t } = useTranslation();
  const { date } = useCalendarWords();
  const expected = useExpected()(shown);
  const { body, progress, status } = shown;
  const target = words.amount(body, body.target_value);
  const { value, percent, rate_per_week: rate, rate_low: low, rate_high: high } = progress;
  const change = (by: number) => words.change(body, by);
  return (
    <Card>
      {value === undefined || value === null ? null : (
        <View className="flex-row flex-wrap items-baseline gap-x-3">
          <Txt kind="figure">{words.amount(body, value)}</Txt>
          <Txt className="text-muted">{t("goals.of", { target })}</Txt>
        </View>
      )}
      {percent === undefined || percent === null ? null : <ProgressBar value={percent / 100} label={t("goals.title")} text={t("goals.done", { value: words.format.number(percent) })} />}
      <View className="flex-row flex-wrap justify-between gap-x-3">
        {percent === undefined || percent === null ? null : <Txt kind="small">{t("goals.done", { value: words.format.number(percent) })}</Txt>}
        {rate === undefined || rate === null || status !== "active" ? null : <Txt kind="small">{typeof low === "number" && typeof high === "number" ? t("goals.perWeekRange", { value: change(rate), low: change(low), high: change(high) }) : t("goals.perWeek", { value: change(rate) })}</Txt>}
      </View>
      <View className="border-t border-line pt-3 gap-1">
        <Txt kind="heading">{expected.day}</Txt>
        {expected.range ? <Txt kind="small">{expected.range}</Txt> : null}
      </View>
      {status === "active" ? <TrackMark onTrack={progress.on_track ?? null} /> : null}
      <Txt kind="small">{[body.start_on ? t("goals.startedOn", { day: date(body.start_on) }) : null, body.due_on ? t("goals.dueOn", { day: date(body.due_on) }) : null].filter(Boolean).join(" · ")}</Txt>
      {body.note ? <Txt className="leading-6">{body.note}</Txt> : null}
    </Card>
  );
}

function Actions({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const [editing, setEditing] = useState(false);
  const { body, status } = shown;
  const change = async (next: "active" | "reached" | "abandoned", text: string | null) => {
    await phone?.edit("goal", body.id, { status: next });
    if (text) tell({ text, action: { label: t("common.undo"), run: () => void phone?.edit("goal", body.id, { status }) } });
  };
  const remove = () => {
    if (!phone) return;
    const undo = deleteSoon(phone, "goal", body.id);
    tell({ text: t("goals.deleted"), action: { label: t("common.undo"), run: undo } });
    goBack("/goals");
  };
  return (
    <Card className="gap-0 py-2">
      <ListRow first icon={Pencil} title={t("goals.edit")} onPress={() => setEditing(true)} />
      {status === "active" ? <ListRow icon={Check} title={t("goals.finish")} onPress={() => void change("reached", null)} /> : null}
      {status === "active" ? <ListRow icon={Pause} title={t("goals.setAside")} onPress={() => void change("abandoned", t("goals.setAsideDone"))} /> : null}
      {status === "abandoned" ? <ListRow icon={RotateCcw} title={t("goals.resume")} onPress={() => void change("active", t("goals.resumed"))} /> : null}
      <ListRow icon={Trash} title={t("goals.delete")} onPress={remove} />
      <Sheet open={editing} title={t("goals.edit")} close={t("common.close")} onClose={() => setEditing(false)}>
        <GoalForm kind={body.kind} goal={body} onDone={() => setEditing(false)} />
      </Sheet>
    </Card>
  );
}
