import { router } from "expo-router";
import { Pressable, View } from "react-native";
import { useGivenName } from "@/lib/spoken";
import { cn, Icon, Txt } from "@/ui";
import { Check } from "@/ui/icons";
import type { StripDay } from "./plans";
import { useWords } from "./use-words";

/** This week: what was done is filled and ticked, what is planned is a ring, today's letter stands out. */
export function WeekStrip({ days }: { days: readonly StripDay[] }) {
  return (
    <View role="list" className="flex-row justify-between">
      {days.map((each) => (
        <View role="listitem" key={each.day} className="flex-1 items-center">
          <Day each={each} />
        </View>
      ))}
    </View>
  );
}

function Day({ each }: { each: StripDay }) {
  const { t, weekday, date } = useWords();
  const given = useGivenName();
  const { day, today, state, workout } = each;
  const label = [today ? t("train.today") : date(day), t(`train.strip.${state}`), workout ? given(workout.name) : null].filter(Boolean).join(", ");
  const content = (
    <>
      <Txt aria-hidden className={cn("text-xs", today ? "font-bold text-brand" : "text-muted")} maxFontSizeMultiplier={1.4}>
        {weekday(day)}
      </Txt>
      <View aria-hidden className={cn("w-full max-w-9 aspect-square rounded-full items-center justify-center border-2", state === "done" ? "bg-brand border-brand" : state === "planned" ? "border-brand border-dashed" : "border-transparent", today && state === "free" && "bg-raised")}>
        {state === "done" ? <Icon of={Check} tone="on-brand" size={18} /> : <Txt className={cn("text-sm tabular-nums", state === "planned" ? "font-semibold text-brand" : "text-muted")}>{Number(day.slice(8))}</Txt>}
      </View>
    </>
  );
  if (!workout)
    return (
      <View role="img" aria-label={label} className="w-full items-center gap-1 py-1">
        {content}
      </View>
    );
  return (
    <Pressable role="link" aria-label={label} onPress={() => router.push(`/workout/${workout.id}`)} className="w-full items-center gap-1 py-1 active:opacity-70">
      {content}
    </Pressable>
  );
}
