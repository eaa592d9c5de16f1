import { useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { withOffset } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Screen, Skeleton, useToast } from "@/ui";
import { checked } from "../figures/check";
import { isMetric, type Metric } from "../figures/metrics";
import { beforeOf, readingsOf } from "../figures/readings";
import { keptFrom, unitOf } from "../figures/units";
import { BackTitle, goBack } from "../parts/back";
import { When } from "../parts/when";
import { AddMetrics } from "./add-metrics";
import { askedFor, EMPTY, useDraft } from "./draft";
import { MeasureRow } from "./row";

/** Write down what was measured: one thing or several, now or at another time. */
export function MeasureScreen() {
  const { t } = useTranslation();
  const { phone } = useSync();
  const units = useUnits();
  const tell = useToast();
  const { kind } = useLocalSearchParams<{ kind?: string }>();
  const [draft, setDraft, ready] = useDraft();
  const [looked, setLooked] = useState(false);
  const readings = useRecords(["measurement"], readingsOf);
  if (!readings || !ready)
    return (
      <Screen narrow>
        <BackTitle title={t("progress.logTitle")} />
        <Skeleton label={t("common.loading")} heights={[130, 130, 130]} />
      </Screen>
    );
  const came = kind && isMetric(kind) ? kind : null;
  const metrics = askedFor(came, draft, readings);
  const at = draft.at ? new Date(draft.at) : null;
  const rows = metrics.map((metric) => {
    const typed = draft.typed[metric];
    const before = beforeOf(readings.get(metric) ?? [], (at ?? new Date()).getTime());
    const confirmed = typed !== undefined && draft.confirmed[metric] === typed;
    return { metric, typed, found: checked(metric, typed, before, (shown) => keptFrom(unitOf(metric, units), shown), confirmed), confirmed };
  });
  const given = rows.filter((row) => row.found.state !== "none");
  const type = (metric: Metric, text: string | undefined) => {
    const { [metric]: _, ...others } = draft.typed;
    setDraft({ ...draft, typed: text === undefined ? others : { ...others, [metric]: text } });
  };
  const save = async () => {
    setLooked(true);
    if (!phone || !given.length || !given.every((row) => row.found.state === "good")) return;
    const taken_at = withOffset(at ?? new Date());
    const ids: string[] = [];
    for (const { metric, found, confirmed } of given) if (found.state === "good") ids.push(await phone.create("measurement", { metric, value: found.value, taken_at, ...(confirmed && { confirmed }) }));
    setDraft(EMPTY);
    tell({ text: t("progress.saved", { count: ids.length }), action: { label: t("common.undo"), run: () => ids.forEach((id) => void phone.delete("measurement", id)) } });
    goBack();
  };
  return (
    <Screen narrow footer={<Button label={given.length > 1 ? t("progress.save", { count: given.length }) : t("progress.saveNone")} disabled={!given.length} onPress={() => void save()} />}>
      <BackTitle title={t("progress.logTitle")} />
      {rows.map(({ metric, typed, found }) => (
        <MeasureRow
          key={metric}
          metric={metric}
          last={readings.get(metric)?.at(-1)}
          typed={typed}
          found={looked ? found : { state: "none" }}
          onType={(text) => type(metric, text)}
          onConfirm={() => setDraft({ ...draft, confirmed: { ...draft.confirmed, [metric]: typed } })}
          onSubmit={() => void save()}
        />
      ))}
      <View className="gap-4">
        <AddMetrics shown={metrics} onAdd={(metric) => setDraft({ ...draft, added: [...draft.added, metric] })} />
        <When value={at} onChange={(next) => setDraft({ ...draft, at: next?.toISOString() ?? null })} />
      </View>
    </Screen>
  );
}
