import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { dayOf, type Day } from "@/lib/day";
import { Button, Card, Columns, Segmented, TrendChart, Txt, type Point } from "@/ui";
import { burnt, eaten, RANGES, smoothed, weeksOf, weighed, within, type Expenditure, type Range } from "./view";

type Props = { known: Expenditure; today: Day; format: Format };

const ENOUGH = 2;

/** What is burnt with its interval; beside it what was eaten and what the scale said; and all of it as a table. */
export function Charts({ known, today, format }: Props) {
  const { t } = useTranslation();
  const [range, setRange] = useState<Range>("56");
  const [table, setTable] = useState(false);
  const series = within(known.series, today, range);
  const ends = (points: Point[]): [string, string] => [format.shortDay(dayOf(new Date(points[0]?.x ?? 0))), format.shortDay(dayOf(new Date(points.at(-1)?.x ?? 0)))];
  const chart = (points: Point[], key: "burntLabel" | "eatenLabel" | "weightLabel", write: (value: number) => string, height?: number) => {
    const [from, to] = ends(points);
    const last = points.at(-1);
    const label = t(`kitchen.${key}`, { from, to, last: write(last?.y ?? 0), low: write(last?.low ?? 0), high: write(last?.high ?? 0) });
    return points.length >= ENOUGH ? <TrendChart points={points} label={label} height={height} format={write} ends={[from, to]} /> : <Txt kind="small">{t("kitchen.tooFewPoints")}</Txt>;
  };
  return (
    <>
      <Segmented label={t("kitchen.range")} options={RANGES.map((value) => ({ value, label: t(`kitchen.rangeOf.${value}`) }))} value={range} onChange={setRange} />
      <Card title={t("kitchen.burnt")} aside={<Txt kind="small">{t("kitchen.kcalADay")}</Txt>}>
        {chart(burnt(series), "burntLabel", format.number, 220)}
        <Txt kind="small">{t("kitchen.bandIs")}</Txt>
      </Card>
      <Columns
        start={
          <Card title={t("kitchen.intake")} aside={<Txt kind="small">{t("kitchen.kcalADay")}</Txt>}>
            {chart(smoothed(eaten(series)), "eatenLabel", format.number)}
            <Txt kind="small">{t("kitchen.intakeIs")}</Txt>
          </Card>
        }
        end={
          <Card title={t("kitchen.weight")}>
            {chart(weighed(series), "weightLabel", format.weight)}
            <Txt kind="small">{t("kitchen.weightIs")}</Txt>
          </Card>
        }
      />
      <Button variant="plain" label={table ? t("kitchen.hideTable") : t("kitchen.showTable")} aria-expanded={table} onPress={() => setTable(!table)} />
      {table ? <Table series={series} format={format} /> : null}
    </>
  );
}

/** The charts week by week, for those who do not see them or want the figures. */
function Table({ series, format }: { series: Expenditure["series"]; format: Format }) {
  const { t } = useTranslation();
  const head = [t("kitchen.weekFrom"), t("kitchen.burnt"), t("kitchen.between"), t("kitchen.intake"), t("kitchen.weight")];
  const rows = weeksOf(series).map((week) => [format.shortDay(week.from), format.number(week.expenditure), `${format.number(week.low)}–${format.number(week.high)}`, week.intake === null ? "–" : format.number(week.intake), week.weight === null ? "–" : format.weight(week.weight)]);
  return (
    <Card>
      <View role="table" aria-label={t("kitchen.tableLabel")}>
        <View role="row" className="flex-row gap-2 pb-2">
          {head.map((each) => (
            <View key={each} role="columnheader" className="flex-1">
              <Txt kind="label">{each}</Txt>
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <View key={row[0]} role="row" className="flex-row gap-2 border-t border-line py-2">
            {row.map((cell, place) => (
              <View key={place} role={place ? "cell" : "rowheader"} className="flex-1">
                <Txt className="text-sm tabular-nums">{cell}</Txt>
              </View>
            ))}
          </View>
        ))}
      </View>
    </Card>
  );
}
