import { router } from "expo-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Day } from "@/lib/day";
import { Button, Card, Icon, Txt } from "@/ui";
import { ChevronEnd, Plus } from "@/ui/icons";
import { Spark } from "../charts/spark";
import type { Metric } from "../figures/metrics";
import { movementOf, within, type Range, type Reading } from "../figures/readings";
import { useMetric } from "./use-metric";

/** All that is measured beside the weight, small, each leading to its own screen. */
export function SmallMultiples({ metrics, readings, range, today }: { metrics: Metric[]; readings: ReadonlyMap<Metric, Reading[]>; range: Range; today: Day }) {
  const { t } = useTranslation();
  return (
    <Card title={t("progress.others")} aside={<Button variant="soft" icon={Plus} label={t("progress.log")} onPress={() => router.push("/measure")} className="min-h-11" />}>
      <View className="flex-row flex-wrap gap-3">
        {metrics.map((metric) => (
          <Small key={metric} metric={metric} readings={readings.get(metric) ?? []} range={range} today={today} />
        ))}
      </View>
    </Card>
  );
}

function Small({ metric, readings, range, today }: { metric: Metric; readings: Reading[]; range: Range; today: Day }) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  const { points, rate } = useMemo(() => movementOf(metric, within(readings, range, today)), [metric, readings, range, today]);
  const latest = readings.at(-1);
  if (!latest) return null;
  const moves = rate ? t("progress.ratePerWeek", { value: words.change(rate.perWeek) }) : "";
  return (
    <Pressable
      role="link"
      onPress={() => router.push({ pathname: "/measure/[kind]", params: { kind: metric } })}
      className="grow basis-[44%] rounded-2xl bg-raised p-3.5 gap-1 active:opacity-80"
    >
      <View className="flex-row items-center gap-1">
        <Txt kind="label" numberOfLines={1} className="flex-1">
          {words.name}
        </Txt>
        <Icon of={ChevronEnd} tone="muted" size={16} />
      </View>
      <Txt className="text-xl font-bold tabular-nums">{words.show(latest.value)}</Txt>
      <Spark points={points} />
      <Txt className="text-xs text-muted">{moves || " "}</Txt>
    </Pressable>
  );
}
