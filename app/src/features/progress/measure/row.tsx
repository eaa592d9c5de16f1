import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { Card, IconButton, Txt } from "@/ui";
import { RotateCcw } from "@/ui/icons";
import type { Checked } from "../figures/check";
import type { Metric } from "../figures/metrics";
import type { Reading } from "../figures/readings";
import { AmountField } from "../parts/amount-field";
import { useMetric } from "../parts/use-metric";
import { Verdict } from "../parts/verdict";

type Props = { metric: Metric; last: Reading | undefined; typed: string | undefined; found: Checked; onType: (text: string | undefined) => void; onConfirm: () => void; onSubmit: () => void };

/** One thing to measure. It is left out until it is touched. */
export function MeasureRow({ metric, last, typed, found, onType, onConfirm, onSubmit }: Props) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  const format = useFormat(useUnits());
  return (
    <Card className={typed === undefined ? "p-4" : "p-4 border-brand"}>
      <View className="flex-row items-center gap-2 min-h-11">
        <View className="flex-1">
          <Txt kind="strong">{words.name}</Txt>
          <Txt kind="small">{last ? t("progress.last", { value: words.show(last.value), day: format.shortDay(dayOf(new Date(last.at))) }) : t("progress.firstTime")}</Txt>
        </View>
        {typed === undefined ? null : <IconButton icon={RotateCcw} label={t("progress.take", { name: words.name })} onPress={() => onType(undefined)} className="bg-transparent" />}
      </View>
      <AmountField metric={metric} typed={typed} last={last?.value ?? null} wrong={found.state === "wrong"} onType={onType} onSubmit={onSubmit} />
      <Verdict metric={metric} found={found} onConfirm={onConfirm} />
    </Card>
  );
}
