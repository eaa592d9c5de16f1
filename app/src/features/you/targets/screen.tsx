import { useQuery } from "@tanstack/react-query";
import { router, type Href } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { useOnline } from "@/lib/use-online";
import { useUnits } from "@/sync/me";
import { Button, Card, ListRow, Skeleton, Txt, useToast } from "@/ui";
import { Part } from "../parts/part";
import { Retry } from "../parts/retry";
import { OwnSheet } from "./own-sheet";
import { targetsQuery, useSetTargets } from "./requests";

const OWN = "own";
const GRAMS = ["protein_g", "carbs_g", "fat_g", "fiber_g"] as const;
const WHERE: Record<string, Href> = { weight_kg: "/measure" };

/** What to aim at in a day: worked out, with the reasons, or one's own. */
export function TargetsScreen() {
  const { t } = useTranslation();
  const asked = useQuery(targetsQuery);
  const [editing, setEditing] = useState(false);
  const online = useOnline();
  const known = asked.data;
  const format = useFormat(useUnits());
  return (
    <Part title={t("you.targets.title")}>
      {known?.targets ? <Figures targets={known.targets} why={known.why ?? []} /> : known ? <Missing missing={known.missing ?? []} /> : asked.isError ? <Retry onPress={() => void asked.refetch()} /> : <Skeleton label={t("common.loading")} heights={[220, 120]} />}
      {known ? (
        <>
          <Button label={t(known.targets?.source === OWN ? "you.targets.change" : "you.targets.own")} variant={known.targets ? "soft" : "primary"} disabled={!online} onPress={() => setEditing(true)} />
          {known.targets?.source === OWN ? <BackButton disabled={!online} /> : null}
          {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
          {asked.isError ? <Txt kind="small">{t("common.stale", { at: format.clock(new Date(asked.dataUpdatedAt).toISOString()) })}</Txt> : null}
          <Card className="py-2">
            <ListRow first title={t("you.targets.expenditure")} detail={t("you.targets.expenditureText")} onPress={() => router.push("/expenditure")} />
          </Card>
        </>
      ) : null}
      {editing && known ? <OwnSheet targets={known.targets} onClose={() => setEditing(false)} /> : null}
    </Part>
  );
}

function Figures({ targets, why }: { targets: Schemas["Targets"]; why: string[] }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const format = useFormat(useUnits());
  return (
    <Card>
      <View className="gap-0.5">
        <Txt kind="label">{t("you.targets.energy_kcal")}</Txt>
        <Txt kind="figure">{`${format.number(targets.energy_kcal)} kcal`}</Txt>
        <Txt kind="small">{targets.source === OWN ? t("you.targets.yours") : t("you.targets.workedOut")}</Txt>
      </View>
      <View className="flex-row flex-wrap">
        {GRAMS.map((name) => (
          <View key={name} className="w-1/2 py-2 gap-0.5">
            <Txt kind="label">{t(`you.targets.${name}`)}</Txt>
            <Txt className="text-xl font-semibold tabular-nums">{`${format.number(targets[name])} g`}</Txt>
          </View>
        ))}
      </View>
      {why.length ? (
        <View className="gap-1.5">
          <Txt kind="strong" level={2}>
            {t("you.targets.why")}
          </Txt>
          {why.map((line, place) => (
            <Txt key={place} className="text-muted">
              {spoken(line)}
            </Txt>
          ))}
        </View>
      ) : null}
      {targets.source === OWN ? null : <Txt kind="small">{t("you.targets.source", { source: spoken(targets.source) })}</Txt>}
    </Card>
  );
}

/** What the profile lacks, each leading to where it is said. */
function Missing({ missing }: { missing: string[] }) {
  const { t } = useTranslation();
  const named = (field: string) => (["birth_date", "height_cm", "weight_kg", "sex"] as const).find((each) => each === field);
  return (
    <Card title={t("you.targets.missing")}>
      <Txt className="text-muted">{t("you.targets.missingText")}</Txt>
      <View>
        {missing.map((field, place) => {
          const known = named(field);
          return <ListRow key={field} first={!place} title={known ? t(`you.targets.lacks.${known}`) : field.replaceAll("_", " ")} onPress={() => router.push(WHERE[field] ?? "/you/profile")} />;
        })}
      </View>
    </Card>
  );
}

function BackButton({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const set = useSetTargets();
  const tell = useToast();
  const words = useProblemText();
  const back = () => set.mutate(null, { onSuccess: () => tell({ text: t("you.targets.backDone") }), onError: (error) => tell({ text: words(error) }) });
  return <Button variant="quiet" label={t("you.targets.back")} disabled={disabled} busy={set.isPending} onPress={back} />;
}
