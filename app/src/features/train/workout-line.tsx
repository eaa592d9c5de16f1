import { router } from "expo-router";
import { memo } from "react";
import { Pressable, View } from "react-native";
import { useGivenName } from "@/lib/spoken";
import { Unsent } from "@/sync/unsent";
import { cn, Icon, Txt } from "@/ui";
import { Award, ChevronEnd } from "@/ui/icons";
import { dayOfWorkout, minutesOf, totalsOf, type Workout } from "./model";
import { useWords } from "./use-words";

/** A workout in a list: when, how much, and whether something was a record. */
export const WorkoutLine = memo(function WorkoutLine({ workout, first = false, className }: { workout: Workout; first?: boolean; className?: string }) {
  const { t, format, date } = useWords();
  const given = useGivenName();
  const minutes = minutesOf(workout);
  const { volume_kg } = workout.totals ?? totalsOf(workout);
  const records = workout.records?.length ?? 0;
  const detail = [date(dayOfWorkout(workout)), ...(minutes ? [t("train.minutes", { count: minutes })] : [])].join(" · ");
  const weight = volume_kg ? format.weight(Math.round(volume_kg)) : null;
  return (
    <Pressable role="link" onPress={() => router.push(`/workout/${workout.id}`)} className={cn("min-h-16 py-2.5 flex-row items-center gap-3 active:opacity-70", !first && "border-t border-line", className)}>
      <View className="flex-1 gap-0.5">
        <View className="flex-row items-center gap-1.5">
          <Txt numberOfLines={1} className="shrink">
            {given(workout.name)}
          </Txt>
          {records ? (
            <View role="img" aria-label={t("train.records", { count: records })}>
              <Icon of={Award} tone="accent" size={16} />
            </View>
          ) : null}
          <Unsent kind="workout" id={workout.id} />
        </View>
        <Txt kind="small" numberOfLines={1}>
          {detail}
        </Txt>
      </View>
      {weight ? <Txt className="tabular-nums text-sm">{weight}</Txt> : null}
      <Icon of={ChevronEnd} tone="muted" size={18} />
    </Pressable>
  );
});
