import { useQueryClient } from "@tanstack/react-query";
import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useFormat, type Format } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Button, Card, Columns, Empty, Icon, Skeleton, Txt, useToast } from "@/ui";
import { Check, Flame, Info } from "@/ui/icons";
import { Page, Stale } from "../page";
import { takeTarget, useExpenditure } from "../requests";
import { Charts } from "./charts";
import { stillNeeded, surenessOf, type Expenditure } from "./view";

/** What a person really burns, and how sure that is. */
export function ExpenditureScreen() {
  const { t } = useTranslation();
  const words = useProblemText();
  const format = useFormat(useUnits());
  const today = useDay(useMe()?.time_zone);
  const asked = useExpenditure();
  const known = asked.data;
  return (
    <Page title={t("kitchen.expenditure")} up="/eat" onRefresh={() => void asked.refetch()} refreshing={asked.isRefetching && !asked.isPending}>
      {!known ? (
        asked.isError ? (
          <Card>
            <Empty icon={Flame} title={t("kitchen.notKnownYet")} text={words(asked.error)} action={t("common.retry")} onAction={() => void asked.refetch()} />
          </Card>
        ) : (
          <Skeleton label={t("common.loading")} heights={[180, 48, 260, 200]} />
        )
      ) : known.missing.length ? (
        <Card>
          <Empty icon={Flame} title={t("kitchen.profileMissing")} text={t("kitchen.profileMissingText")} action={t("today.complete")} onAction={() => router.push("/questions")} />
        </Card>
      ) : (
        <>
          <Columns start={<Figure known={known} format={format} />} end={<How known={known} format={format} />} />
          {asked.isError ? <Stale at={format.clock(new Date(asked.dataUpdatedAt).toISOString())} /> : null}
          {known.series.length > 1 ? <Charts known={known} today={today} format={format} /> : null}
        </>
      )}
    </Page>
  );
}

/** The number, its interval, what it means, and the next step. */
function Figure({ known, format }: { known: Expenditure; format: Format }) {
  const { t } = useTranslation();
  const middle = known.expenditure_kcal ?? known.formula?.expenditure_kcal;
  const sureness = surenessOf(known);
  const needed = stillNeeded(known);
  if (typeof middle !== "number") return null;
  return (
    <>
      <Card>
        <Txt kind="label">{t("kitchen.youBurn")}</Txt>
        <View className="flex-row flex-wrap items-baseline gap-x-2">
          <Txt kind="figure">{format.number(middle)}</Txt>
          <Txt className="text-muted">{t("kitchen.kcalADay")}</Txt>
        </View>
        {sureness && typeof known.low === "number" && typeof known.high === "number" ? <Txt className="leading-6">{`${t("kitchen.interval", { low: format.number(known.low), high: format.number(known.high) })} ${t(`kitchen.sureness.${needed ? "rough" : sureness}`)}`}</Txt> : <Txt className="leading-6">{t("kitchen.formulaOnly")}</Txt>}
        {needed ? (
          <View className="gap-3 rounded-2xl bg-accent-soft p-4">
            <Txt>{[t("kitchen.toKnow"), needed.days ? t("kitchen.logDays", { count: needed.days }) : null, needed.weighIns ? t("kitchen.weighIns", { count: needed.weighIns }) : null].filter(Boolean).join(" ")}</Txt>
            <Button variant="plain" label={t("kitchen.logFood")} onPress={() => router.push("/eat")} />
          </View>
        ) : null}
      </Card>
      {known.week ? <WeekTarget week={known.week} format={format} /> : null}
    </>
  );
}

function WeekTarget({ week, format }: { week: NonNullable<Expenditure["week"]>; format: Format }) {
  const { t } = useTranslation();
  const { syncNow } = useSync();
  const client = useQueryClient();
  const tell = useToast();
  const words = useProblemText();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      await takeTarget(week.starts_on);
      syncNow();
      await client.invalidateQueries({ queryKey: keys.expenditure() });
      tell({ text: t("kitchen.targetTaken") });
    } catch (error) {
      tell({ text: words(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t("kitchen.weekTarget")}>
      <Txt className="text-2xl font-bold tabular-nums">{`${format.number(week.targets.energy_kcal)} kcal`}</Txt>
      <Txt kind="small">{t("kitchen.targetMacros", { protein: format.number(week.targets.protein_g), carbs: format.number(week.targets.carbs_g), fat: format.number(week.targets.fat_g) })}</Txt>
      {week.accepted ? (
        <View className="flex-row items-center gap-2">
          <Icon of={Check} tone="brand" size={18} />
          <Txt>{t("kitchen.targetIsYours")}</Txt>
        </View>
      ) : (
        <Button icon={Check} busy={busy} label={t("kitchen.takeTarget")} onPress={() => void take()} />
      )}
    </Card>
  );
}

/** In words, what the estimate stands on and where the method is from. */
function How({ known, format }: { known: Expenditure; format: Format }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const said = known.explanation;
  const stored = said?.stored_kcal;
  const lines = said
    ? [
        t("kitchen.howLogged", { days: said.days, full: said.logged, part: said.partly_logged, count: said.weigh_ins }),
        typeof said.intake_kcal === "number" ? t("kitchen.howEaten", { kcal: format.number(said.intake_kcal) }) : null,
        typeof said.weight_change_kg === "number" && typeof stored === "number" ? t(stored < 0 ? "kitchen.howFell" : "kitchen.howRose", { change: format.weightChange(said.weight_change_kg), kcal: format.number(Math.abs(stored)) }) : null,
      ]
    : [];
  return (
    <Card title={t("kitchen.howKnown")}>
      {lines.map((line) => (line ? <Txt key={line} className="leading-6">{line}</Txt> : null))}
      <Txt className="leading-6">{t("kitchen.method")}</Txt>
      {known.formula ? (
        <View className="flex-row gap-2 border-t border-line pt-3">
          <Icon of={Info} tone="muted" size={18} />
          <Txt kind="small" className="flex-1">
            {t("kitchen.formula", { kcal: format.number(known.formula.expenditure_kcal), source: spoken(known.formula.source).replace(" x ", " × ") })}
          </Txt>
        </View>
      ) : null}
    </Card>
  );
}
