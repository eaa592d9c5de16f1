import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import type { Metric } from "../figures/metrics";
import { keptFrom, scaleOf, shownIn, unitOf } from "../figures/units";

const TIGHT = new Set(["%", "/5"]);

/** Return how a metric is named, and its values shown and read in the person's units. */
export function useMetric(metric: Metric) {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const unit = unitOf(metric, units);
  const mark = t(`progress.units.${unit}`);
  const { digits, step, times } = scaleOf(unit);
  const marked = (text: string) => `${text}${TIGHT.has(mark) ? "" : " "}${mark}`;
  const number = (kept: number) => format.number(shownIn(unit, kept), digits);
  const fine = digits > 0 ? 2 : step > 1 ? 0 : 1;
  const difference = (kept: number) => Math.round(kept * times * 10 ** fine) / 10 ** fine || 0; // never -0
  const signed = (kept: number) => `${difference(kept) > 0 ? "+" : ""}${format.number(difference(kept), fine)}`;
  return {
    name: t(`progress.metrics.${metric}`),
    mark,
    digits,
    step,
    number,
    show: (kept: number) => marked(number(kept)),
    /** A difference, with its sign. */
    change: (kept: number) => marked(signed(kept)),
    changeNumber: signed,
    /** The same without its sign. */
    amount: (kept: number) => marked(format.number(Math.abs(difference(kept)), fine)),
    shown: (kept: number) => Math.round(shownIn(unit, kept) * 10 ** digits) / 10 ** digits,
    kept: (shown: number) => keptFrom(unit, shown),
  };
}

export type MetricWords = ReturnType<typeof useMetric>;
