import { router } from "expo-router";
import { useState } from "react";
import { Pressable, View } from "react-native";
import { daysBefore } from "@/lib/day";
import { kgIn } from "@/lib/quantities";
import { useGivenName } from "@/lib/spoken";
import { Button, Card, Icon, Segmented, Txt } from "@/ui";
import { Award } from "@/ui/icons";
import { LiftChart } from "../lift-chart";
import { bestsOf, MAIN_METRIC, pointsOf, type LiftPoint } from "../lifts";
import { isWork, type BestMetric, type Exercise, type Lift } from "../model";
import { runsOf } from "../sets";
import { useToday } from "../use-training";
import { useWords } from "../use-words";

const RANGES = { quarter: 91, year: 365, all: Infinity } as const;
type RangeName = keyof typeof RANGES;
const [FEW, ROWS] = [5, 60];

/** How the exercise went over time, with its records; as a chart and as a table. */
export function ProgressCard({ exercise, lifts }: { exercise: Exercise; lifts: readonly Lift[] }) {
  const { t, format, metric, best, units } = useWords();
  const today = useToday();
  const [range, setRange] = useState<RangeName>("year");
  const [table, setTable] = useState(false);
  const main: BestMetric = MAIN_METRIC[exercise.metric];
  const every = pointsOf(lifts, main);
  const name: BestMetric = every.length || main !== "e1rm_kg" ? main : "weight_kg";
  const all = every.length ? every : pointsOf(lifts, name);
  const since = RANGES[range] === Infinity ? "" : daysBefore(today, RANGES[range]);
  const points = all.filter((each) => each.day >= since);
  const bests = bestsOf(lifts);
  const tick = (value: number) => (name.endsWith("_kg") ? format.number(kgIn(units, value), 1) : name === "duration_s" ? format.number(value / 60, 1) : format.number(value));
  const shown = points.length ? points : all.slice(-1);
  const top = bests[name];
  const label = t("train.chart.label", { metric: metric(name), from: format.shortDay(shown[0]?.day ?? today), to: format.shortDay(shown.at(-1)?.day ?? today), count: shown.length, last: best(name, shown.at(-1)?.value ?? 0), best: best(name, top?.value ?? 0) });
  const open = (point: LiftPoint) => router.push(`/workout/${point.workoutId}`);
  return (
    <>
      {all.length ? (
        <Card title={metric(name)} className="gap-4">
          {all.length > 1 ? <Segmented label={t("train.chart.range")} value={range} onChange={setRange} options={(Object.keys(RANGES) as RangeName[]).map((value) => ({ value, label: t(`train.chart.${value}`) }))} /> : null}
          <LiftChart points={shown} label={label} format={(value) => best(name, value)} tick={tick} onOpen={open} />
          {name === "e1rm_kg" ? <Txt kind="small">{t("train.chart.e1rm")}</Txt> : null}
          <Button variant="quiet" className="self-start px-0" aria-expanded={table} label={t(table ? "train.chart.hide" : "train.chart.table")} onPress={() => setTable(!table)} />
          {table ? <Table points={shown} head={metric(name)} tell={(value) => best(name, value)} /> : null}
        </Card>
      ) : null}
      <Card title={t("train.exercise.bests")} aside={<Icon of={Award} tone="accent" />}>
        {(Object.keys(bests) as BestMetric[]).map((each) => (
          <View key={each} className="flex-row items-baseline justify-between gap-3">
            <Txt className="text-muted flex-1">{metric(each)}</Txt>
            <Txt kind="strong" className="tabular-nums">
              {best(each, bests[each]?.value ?? 0)}
            </Txt>
          </View>
        ))}
        <Txt kind="small">{t("train.exercise.sessions", { count: lifts.length })}</Txt>
      </Card>
    </>
  );
}

/** The points of the chart in rows, newest first. */
function Table({ points, head, tell }: { points: readonly LiftPoint[]; head: string; tell: (value: number) => string }) {
  const { t, date } = useWords();
  return (
    <View role="table" aria-label={head}>
      <View role="row" className="flex-row py-2 gap-3">
        <Txt role="columnheader" kind="label" className="flex-1">
          {t("train.chart.day")}
        </Txt>
        <Txt role="columnheader" kind="label">
          {head}
        </Txt>
      </View>
      {points
        .toReversed()
        .slice(0, ROWS)
        .map((each) => (
          <View role="row" key={each.workoutId} className="flex-row py-2 gap-3 border-t border-line">
            <Txt role="cell" className="flex-1">
              {date(each.day)}
            </Txt>
            <Txt role="cell" className="tabular-nums">
              {tell(each.value)}
              {each.record ? ` · ${t("train.chart.record")}` : ""}
            </Txt>
          </View>
        ))}
    </View>
  );
}

/** The last sessions with their sets. */
export function LiftsCard({ lifts }: { lifts: readonly Lift[] }) {
  const { t, date, performed } = useWords();
  const given = useGivenName();
  const [shown, setShown] = useState(FEW);
  return (
    <Card title={t("train.exercise.history")} className="gap-0">
      {lifts.slice(0, shown).map((lift, place) => (
        <Pressable key={lift.workout_id} role="link" onPress={() => router.push(`/workout/${lift.workout_id}`)} className={`py-3 gap-0.5 active:opacity-70 ${place ? "border-t border-line" : ""}`}>
          <Txt kind="small">{[date(lift.day), given(lift.workout_name)].join(" · ")}</Txt>
          {runsOf(lift.sets.filter(isWork)).map(({ item, count }, at) => (
            <Txt key={at} className="tabular-nums">
              {count > 1 ? `${count} × ${performed(item)}` : performed(item)}
            </Txt>
          ))}
        </Pressable>
      ))}
      {lifts.length > shown ? <Button variant="quiet" label={t("common.more")} onPress={() => setShown(shown + 4 * FEW)} /> : null}
    </Card>
  );
}
