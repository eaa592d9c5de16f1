import { useTranslation } from "react-i18next";
import { TextInput, View } from "react-native";
import { numberOf } from "@/lib/quantities";
import { cn, IconButton, Segmented, Txt } from "@/ui";
import { FONT } from "@/ui/font";
import { Minus, Plus } from "@/ui/icons";
import type { Metric } from "../figures/metrics";
import { useMetric } from "./use-metric";

type Props = { metric: Metric; typed: string | undefined; /** Where steps begin, as it is kept. */ last: number | null; wrong: boolean; autoFocus?: boolean; onType: (text: string) => void; onSubmit?: () => void };

const FIVE = ["1", "2", "3", "4", "5"] as const;

/** An amount by steps or by typing, from the last one on; what is of five is chosen. */
export function AmountField({ metric, typed, last, wrong, autoFocus, onType, onSubmit }: Props) {
  const { t } = useTranslation();
  const words = useMetric(metric);
  if (metric.endsWith("_1_5")) return <Segmented label={words.name} options={FIVE.map((value) => ({ value, label: value }))} value={FIVE.find((each) => each === typed) ?? null} onChange={onType} />;
  const start = last === null ? "" : words.typed(last);
  const value = typed ?? start;
  const step = (by: number) => onType(words.stepped(numberOf(value) ?? 0, by));
  return (
    <View className="flex-row items-center gap-2" style={{ direction: "ltr" }}>
      <IconButton icon={Minus} label={t("progress.fewer", { name: words.name })} disabled={numberOf(value) === null} onPress={() => step(-1)} />
      <TextInput
        aria-label={`${words.name} (${words.mark})`}
        aria-invalid={wrong}
        value={value}
        onChangeText={onType}
        onFocus={() => typed === undefined && start && onType(start)}
        onSubmitEditing={onSubmit}
        selectTextOnFocus
        autoFocus={autoFocus}
        inputMode="decimal"
        style={{ fontFamily: FONT }}
        className={cn("flex-1 min-w-20 min-h-12 px-2 rounded-field bg-raised text-center text-2xl font-bold tabular-nums border border-transparent focus:border-brand", typed === undefined ? "text-muted" : "text-ink", wrong && "border-warn")}
      />
      <Txt kind="small" className="min-w-8">
        {words.mark}
      </Txt>
      <IconButton icon={Plus} label={t("progress.further", { name: words.name })} disabled={numberOf(value) === null} onPress={() => step(1)} />
    </View>
  );
}
