import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useKept } from "@/lib/kept";
import { cn, Txt } from "@/ui";
import { RANGES, type Range } from "../figures/readings";

const NAMES = Object.keys(RANGES) as Range[];

/** Return how far back the charts look: kept on the device, the same on each screen. */
export const useRange = () => useKept<Range>("progress.range", "m3");

export function RangeChoice({ value, onChange }: { value: Range; onChange: (range: Range) => void }) {
  const { t } = useTranslation();
  return (
    <View role="radiogroup" aria-label={t("progress.range")} className="flex-row p-1 rounded-full bg-raised">
      {NAMES.map((name) => (
        <Pressable
          key={name}
          role="radio"
          aria-checked={name === value}
          aria-label={t(`progress.rangeNames.${name}`)}
          onPress={() => onChange(name)}
          className={cn("flex-1 min-h-11 rounded-full items-center justify-center", name === value && "bg-card border border-line")}
        >
          <Txt numberOfLines={1} className={cn("text-sm", name === value ? "font-semibold text-ink" : "text-muted")}>
            {t(`progress.ranges.${name}`)}
          </Txt>
        </Pressable>
      ))}
    </View>
  );
}
