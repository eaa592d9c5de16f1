import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Button, ErrorText, Txt } from "@/ui";
import type { Checked } from "../figures/check";
import { METRICS, type Metric } from "../figures/metrics";
import { useMetric } from "./use-metric";

/** What is wrong with a value, or what is asked about it. */
export function Verdict({ metric, found, onConfirm }: { metric: Metric; found: Checked; onConfirm: () => void }) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  if (found.state === "wrong") {
    const [low, high] = METRICS[metric].possible;
    return (
      <ErrorText small>{found.why === "number" ? t("progress.needNumber") : t("progress.impossible", { low: words.show(low), high: words.show(high) })}</ErrorText>
    );
  }
  if (found.state !== "asked") return null;
  const { question, value } = found;
  const text =
    question.why === "unusual"
      ? t("progress.unusual", { value: words.show(value), low: words.show(question.low), high: words.show(question.high) })
      : t("progress.jump", { value: words.show(value), difference: words.amount(value - question.before), before: words.show(question.before), count: Math.round(question.days) });
  return (
    <View className="gap-2">
      <Txt role="alert" className="text-sm text-accent">
        {text}
      </Txt>
      <Button variant="soft" label={t("progress.right")} onPress={onConfirm} className="self-start min-h-11" />
    </View>
  );
}
