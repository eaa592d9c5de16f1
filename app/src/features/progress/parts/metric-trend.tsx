import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { dayOf, type Day } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { Txt } from "@/ui";
import { SeriesChart } from "../charts/series-chart";
import type { Metric } from "../figures/metrics";
import { movementOf, within, type Movement, type Plot, type Range, type Reading } from "../figures/readings";
import { useMetric, type MetricWords } from "./use-metric";

type Props = { metric: Metric; readings: readonly Reading[]; range: Range; today: Day; goal: number | null; height?: number };

/** A metric as it moves: what it is, where it goes, and the chart; what a finger points at takes the place of what is latest. */
export function MetricTrend({ metric, readings, range, today, goal, height }: Props) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  const format = useFormat(useUnits());
  const [chosen, setChosen] = useState<number | null>(null);
  const movement = useMemo(() => movementOf(metric, within(readings, range, today)), [metric, readings, range, today]);
  const { points } = movement;
  const latest = points.at(-1) ?? readings.at(-1);
  if (!latest) return null;
  const place = chosen !== null && chosen < points.length ? chosen : null;
  const dateOf = (at: number) => format.date(dayOf(new Date(at)));
  const say = ({ at, value, level }: Plot) => (level === undefined ? t("progress.at", { day: dateOf(at), value: words.show(value) }) : t("progress.atTrend", { day: dateOf(at), value: words.show(value), level: words.show(level) }));
  const shown = place === null ? latest : points[place]!;
  return (
    <View className="gap-3">
      <View className="gap-0.5">
        <View className="flex-row flex-wrap items-baseline gap-x-3">
          <Txt kind="figure">{words.show(shown.value)}</Txt>
          <Txt kind="small">{dateOf(shown.at)}</Txt>
        </View>
        {place === null ? <Moves movement={movement} words={words} goal={goal} /> : <Txt kind="small">{levelAt(points[place]!, words, t)}</Txt>}
      </View>
      {points.length ? (
        <SeriesChart
          points={points}
          height={height}
          goal={goal}
          label={t("progress.chart", { name: words.name, from: dateOf(points[0]!.at), to: dateOf(points.at(-1)!.at), count: points.length, latest: words.show(points.at(-1)!.value) })}
          scrub={t("progress.scrub", { name: words.name })}
          number={words.number}
          time={format.timeTick}
          say={say}
          chosen={place}
          onChoose={setChosen}
        />
      ) : (
        <Txt kind="small">{t("progress.quietRange")}</Txt>
      )}
    </View>
  );
}

type Translate = TFunction;

const levelAt = ({ level, low, high }: Plot, words: MetricWords, t: Translate): string =>
  level === undefined ? " " : t("progress.trendRange", { value: words.show(level), low: words.number(low!), high: words.number(high!) });

function Moves({ movement: { end, rate }, words, goal }: { movement: Movement; words: MetricWords; goal: number | null }) {
  const { t } = useTranslation();
  const sure = rate !== null && (rate.low > 0 || rate.high < 0);
  const left = end && goal !== null ? goal - end.level : null;
  return (
    <>
      {end ? <Txt kind="small">{t("progress.trendRange", { value: words.show(end.level), low: words.number(end.low), high: words.number(end.high) })}</Txt> : null}
      {rate ? (
        <Txt kind="small">
          {t("progress.rateRange", { value: words.change(rate.perWeek), low: words.changeNumber(rate.low), high: words.changeNumber(rate.high) })}
          {sure ? "" : ` · ${t("progress.steady")}`}
        </Txt>
      ) : (
        <Txt kind="small">{t("progress.soon")}</Txt>
      )}
      {goal === null ? null : (
        <Txt className="text-sm font-medium text-accent">
          {t("progress.goalIs", { value: words.show(goal) })}
          {left === null ? "" : ` · ${words.amount(left) === words.amount(0) ? t("progress.there") : t("progress.away", { value: words.amount(left) })}`}
        </Txt>
      )}
    </>
  );
}
