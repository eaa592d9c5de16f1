import { router, useLocalSearchParams } from "expo-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useWindowDimensions, View } from "react-native";
import { WIDE } from "@/lib/layout";
import { useDay } from "@/lib/use-day";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Button, Card, Columns, Empty, Screen, Skeleton, Txt } from "@/ui";
import { Plus, Ruler } from "@/ui/icons";
import { isMetric, type Metric } from "./figures/metrics";
import { goalOf, movementOf, readingsOf, within, type Plot } from "./figures/readings";
import { BackTitle } from "./parts/back";
import { MetricTrend } from "./parts/metric-trend";
import { RangeChoice, useRange } from "./parts/range-choice";
import { useMetric } from "./parts/use-metric";
import { Values } from "./parts/values";

export function KindScreen() {
  const { t } = useTranslation();
  const { kind } = useLocalSearchParams<{ kind: string }>();
  if (isMetric(kind)) return <OneMetric metric={kind} />;
  return (
    <Screen narrow>
      <BackTitle title={t("progress.title")} />
      <Card>
        <Empty icon={Ruler} title={t("progress.unknownKind")} />
      </Card>
    </Screen>
  );
}

/** One metric: its course, what it was at least and at most, and every value. */
function OneMetric({ metric }: { metric: Metric }) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  const today = useDay(useMe()?.time_zone);
  const [range, setRange, ready] = useRange();
  const all = useRecords(["measurement"], readingsOf);
  const goal = useRecords(["goal"], (phone) => goalOf(phone, metric)) ?? null;
  const readings = useMemo(() => all?.get(metric) ?? [], [all, metric]);
  const shown = useMemo(() => within(readings, range, today), [readings, range, today]);
  const points = useMemo(() => movementOf(metric, shown).points, [metric, shown]);
  const wide = useWindowDimensions().width >= WIDE;
  const log = () => router.push({ pathname: "/measure", params: { kind: metric } });
  const button = <Button icon={Plus} label={t("progress.logMetric", { name: words.name })} onPress={log} />;
  if (!all || !ready)
    return (
      <Screen>
        <BackTitle title={words.name} />
        <Skeleton label={t("common.loading")} heights={[420, 300]} />
      </Screen>
    );
  if (!readings.length)
    return (
      <Screen narrow footer={button}>
        <BackTitle title={words.name} />
        <Card>
          <Empty icon={Ruler} title={t("progress.firstTime")} />
        </Card>
      </Screen>
    );
  return (
    <Screen footer={wide ? undefined : button}>
      <BackTitle title={words.name} aside={wide ? button : undefined} />
      <Columns
        start={
          <Card>
            <MetricTrend metric={metric} readings={readings} range={range} today={today} goal={goal} height={wide ? 340 : 260} />
            <RangeChoice value={range} onChange={setRange} />
            {points.length > 1 ? <Extremes metric={metric} points={points} /> : null}
          </Card>
        }
        end={<Values metric={metric} readings={readings} points={points} />}
      />
    </Screen>
  );
}

function Extremes({ metric, points }: { metric: Metric; points: readonly Plot[] }) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  const values = points.map((each) => each.value);
  const [first, last] = [points[0]?.level, points.at(-1)?.level];
  const figures = [
    { name: t("progress.lowest"), text: words.show(Math.min(...values)) },
    { name: t("progress.average"), text: words.show(values.reduce((sum, each) => sum + each, 0) / values.length) },
    { name: t("progress.highest"), text: words.show(Math.max(...values)) },
    ...(first !== undefined && last !== undefined ? [{ name: t("progress.change"), text: words.change(last - first) }] : []),
  ];
  return (
    <View className="flex-row flex-wrap gap-x-5 gap-y-3 border-t border-line pt-3">
      {figures.map(({ name, text }) => (
        <View key={name} className="grow gap-0.5">
          <Txt kind="small">{name}</Txt>
          <Txt kind="strong" className="tabular-nums">
            {text}
          </Txt>
        </View>
      ))}
    </View>
  );
}
