import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { useWindowDimensions, View } from "react-native";
import { WIDE } from "@/lib/layout";
import { useDay } from "@/lib/use-day";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Button, Card, Columns, Empty, Screen, Skeleton } from "@/ui";
import { Plus, TrendingUp } from "@/ui/icons";
import { ALL } from "./figures/metrics";
import { goalOf, readingsOf } from "./figures/readings";
import { Doors } from "./parts/doors";
import { MetricTrend } from "./parts/metric-trend";
import { RangeChoice, useRange } from "./parts/range-choice";
import { SmallMultiples } from "./parts/small-multiples";
import { PhotoStrip } from "./photos/strip";

const WEIGHT = "weight_kg";
const logWeight = () => router.push({ pathname: "/measure", params: { kind: WEIGHT } });

/** How the body changes: the weight's course, all else that is measured, photos, and the doors to goals, habits and records. */
export function ProgressScreen() {
  const { t } = useTranslation();
  const zone = useMe()?.time_zone;
  const today = useDay(zone);
  const [range, setRange, ready] = useRange();
  const readings = useRecords(["measurement"], readingsOf);
  const goal = useRecords(["goal"], (phone) => goalOf(phone, WEIGHT)) ?? null;
  const wide = useWindowDimensions().width >= WIDE;
  if (!readings || !ready)
    return (
      <Screen title={t("progress.title")}>
        <Skeleton label={t("common.loading")} heights={[420, 220, 180]} />
      </Screen>
    );
  const weights = readings.get(WEIGHT) ?? [];
  const others = ALL.filter((metric) => metric !== WEIGHT && readings.has(metric));
  const photos = <PhotoStrip />;
  return (
    <Screen title={t("progress.title")}>
      <Columns
        start={
          <>
            {weights.length ? (
              <Card title={t("progress.metrics.weight_kg")} aside={<Button icon={Plus} label={t("progress.log")} aria-label={t("progress.logMetric", { name: t("progress.metrics.weight_kg") })} onPress={logWeight} className="min-h-11" />}>
                <MetricTrend metric={WEIGHT} readings={weights} range={range} today={today} goal={goal} height={wide ? 300 : 240} />
                <RangeChoice value={range} onChange={setRange} />
                <Button variant="quiet" label={t("progress.allValues")} onPress={() => router.push({ pathname: "/measure/[kind]", params: { kind: WEIGHT } })} className="min-h-11" />
              </Card>
            ) : (
              <Card>
                <Empty icon={TrendingUp} title={t("progress.none")} text={t("progress.noneText")} />
                <Button icon={Plus} label={t("progress.first")} onPress={logWeight} />
              </Card>
            )}
            {wide ? photos : null}
          </>
        }
        end={
          <>
            {others.length ? (
              <SmallMultiples metrics={others} readings={readings} range={range} today={today} />
            ) : (
              <View>
                <Button variant="soft" icon={Plus} label={t("progress.more")} onPress={() => router.push("/measure")} />
              </View>
            )}
            {wide ? null : photos}
            <Doors today={today} timeZone={zone} />
          </>
        }
      />
    </Screen>
  );
}
