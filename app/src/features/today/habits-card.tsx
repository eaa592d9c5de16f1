import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Card, cn, Icon, IconButton, Txt } from "@/ui";
import { Check, ChevronEnd, Leaf, RotateCcw } from "@/ui/icons";
import type { Day } from "@/lib/day";
import { checkinId } from "@/lib/habits/records";
import { tick, type HabitToday } from "./view";

export function HabitsCard({ habits, day }: { habits: HabitToday[]; day: Day }) {
  const { t } = useTranslation();
  return (
    <Card title={t("today.habits")} aside={<IconButton icon={ChevronEnd} tone="muted" label={t("today.allHabits")} onPress={() => router.push("/habits")} className="bg-transparent -my-2 -me-2" />}>
      {habits.length ? habits.map((habit) => (habit.quit ? <QuitRow key={habit.id} habit={habit} /> : <HabitRow key={habit.id} habit={habit} day={day} />)) : <Txt kind="small">{t("today.noHabits")}</Txt>}
    </Card>
  );
}

function HabitRow({ habit, day }: { habit: HabitToday; day: Day }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  return (
    <View className="flex-row items-center gap-3">
      <Pressable
        role="checkbox"
        aria-checked={habit.done}
        aria-label={habit.name}
        accessibilityHint={t("today.tick")}
        onPress={() => phone && void tick(phone, habit, day)}
        className="flex-1 min-h-12 flex-row items-center gap-3 active:opacity-70"
      >
        <View className={cn("size-8 rounded-full border-2 items-center justify-center", habit.done ? "bg-brand border-brand" : "border-muted")}>{habit.done ? <Icon of={Check} tone="on-brand" size={18} /> : null}</View>
        <View className="flex-1">
          <Txt className={cn(habit.done && "text-muted")}>{habit.name}</Txt>
          {habit.streak > 1 ? <Txt kind="small">{t("today.streak", { count: habit.streak })}</Txt> : null}
        </View>
      </Pressable>
      <Unsent kind="checkin" id={checkinId(habit.id, day)} />
    </View>
  );
}

/** A habit to quit: how it stands, and no box to tick. */
function QuitRow({ habit }: { habit: HabitToday }) {
  const { t } = useTranslation();
  return (
    <View className="min-h-12 flex-row items-center gap-3">
      <View className={cn("size-8 rounded-full items-center justify-center", habit.done ? "bg-brand-soft" : "bg-accent-soft")}>
        <Icon of={habit.done ? Leaf : RotateCcw} tone={habit.done ? "brand" : "accent"} size={18} />
      </View>
      <View className="flex-1">
        <Txt>{habit.name}</Txt>
        <Txt kind="small">{habit.done ? (habit.streak > 1 ? t("today.daysFree", { count: habit.streak }) : t("today.onTrack")) : t("today.slipped")}</Txt>
      </View>
    </View>
  );
}
