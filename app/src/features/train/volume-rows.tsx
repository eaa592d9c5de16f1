import { View } from "react-native";
import { cn, Txt } from "@/ui";
import { useWords } from "./use-words";
import type { MuscleWeek } from "./volume";

const SCALE = 1.25;

const stateOf = ({ sets, range }: MuscleWeek) => (sets < range.low ? "below" : sets > range.high ? "above" : "within");

/** The sets of a muscle on a bar, with the range that is worth doing marked on it. */
export function MuscleBar({ each, most }: { each: MuscleWeek; most: number }) {
  const { t, format, muscle } = useWords();
  const { low, high } = each.range;
  const top = Math.max(most, high * SCALE);
  const at = (sets: number) => `${Math.min(100, (sets / top) * 100)}%` as const;
  const state = stateOf(each);
  return (
    <View className="gap-1">
      <View className="flex-row items-baseline justify-between gap-3">
        <Txt className="text-sm font-medium">{muscle(each.muscle)}</Txt>
        <Txt kind="small" className="tabular-nums">
          {each.planned === undefined ? format.number(each.sets, 1) : `${format.number(each.sets, 1)} / ${format.number(each.planned, 1)}`}
        </Txt>
      </View>
      <View role="img" aria-label={`${t("train.volume.text", { sets: format.number(each.sets, 1), low, high })}. ${t(`train.volume.${state}`)}`} className="h-3 justify-center">
        <View className="h-2.5 rounded-full bg-raised overflow-hidden">
          <View className={cn("h-full rounded-full", state === "above" ? "bg-accent" : "bg-brand", state === "below" && "opacity-70")} style={{ width: at(each.sets) }} />
        </View>
        <View className="absolute h-3 border-x-2 border-ink" style={{ start: at(low), width: `${Math.min(100, ((high - low) / top) * 100)}%` }} />
      </View>
    </View>
  );
}
