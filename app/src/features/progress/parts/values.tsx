import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, Card, Icon, Txt, useToast } from "@/ui";
import { Pencil } from "@/ui/icons";
import type { Metric } from "../figures/metrics";
import type { Plot, Reading } from "../figures/readings";
import { EditSheet } from "./edit-sheet";
import { useMetric } from "./use-metric";

const AT_ONCE = 30;

/** Every value of a metric, newest first: the chart as a list, and where one is corrected. */
export function Values({ metric, readings, points }: { metric: Metric; readings: readonly Reading[]; points: readonly Plot[] }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const [count, setCount] = useState(AT_ONCE);
  const [edited, setEdited] = useState<string | null>(null);
  const levels = new Map(points.map((each) => [each.id, each.level]));
  const shown = readings.slice(-count).reverse();
  const open = readings.find((each) => each.id === edited);
  const remove = async ({ id, metric: kind, value, taken_at, note, source }: Reading) => {
    setEdited(null);
    await phone?.delete("measurement", id);
    const again = { metric: kind, value, taken_at, note, source, confirmed: true };
    tell({ text: t("progress.deleted"), action: { label: t("common.undo"), run: () => void phone?.create("measurement", again) } });
  };
  return (
    <Card title={t("progress.values")} className="gap-1">
      {shown.map((reading, place) => (
        <ValueRow key={reading.id} metric={metric} reading={reading} level={levels.get(reading.id)} first={place === 0} onPress={() => setEdited(reading.id)} />
      ))}
      {readings.length > count ? <Button variant="quiet" label={t("progress.showMore")} onPress={() => setCount(count * 3)} /> : null}
      {open ? <EditSheet key={open.id} reading={open} readings={readings} onDelete={() => void remove(open)} onClose={() => setEdited(null)} /> : null}
    </Card>
  );
}

function ValueRow({ metric, reading, level, first, onPress }: { metric: Metric; reading: Reading; level: number | undefined; first: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  const format = useFormat(useUnits());
  const day = format.date(dayOf(new Date(reading.at)));
  const value = words.show(reading.value);
  const under = [format.clock(reading.taken_at), (reading.source ?? "manual") === "manual" ? "" : t("progress.from", { source: reading.source }), reading.note].filter(Boolean).join(" · ");
  return (
    <Pressable role="button" accessibilityHint={t("progress.edit")} onPress={onPress} className={`min-h-14 py-2 flex-row items-center gap-3 active:opacity-70 ${first ? "" : "border-t border-line"}`}>
      <View className="flex-1 gap-0.5">
        <Txt>{day}</Txt>
        <Txt kind="small" numberOfLines={2}>
          {under}
        </Txt>
      </View>
      <Unsent kind="measurement" id={reading.id} />
      <View className="items-end">
        <Txt kind="strong" className="tabular-nums">
          {value}
        </Txt>
        {level === undefined ? null : <Txt className="text-xs text-muted tabular-nums">{t("progress.trendIs", { value: words.show(level) })}</Txt>}
      </View>
      <Icon of={Pencil} tone="muted" size={16} />
    </Pressable>
  );
}
