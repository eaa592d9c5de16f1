import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { checkIn, checkinId, takeBack, toggle } from "@/lib/habits/records";
import { dayOfNumber } from "@/lib/habits/rules";
import { useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, cn, Icon, IconButton, Txt, useToast } from "@/ui";
import { Check, ChevronEnd, Leaf, Pencil, RotateCcw } from "@/ui/icons";
import { AmountSheet } from "./amount-sheet";
import { MiniRing } from "./mini-ring";
import type { Row } from "./view";
import { useHabitWords } from "./words";

/** One habit on a day: a tap ticks it, the arrow opens it. */
export function HabitRow({ row, day, today, first, opens = true }: { row: Row; day: number; today: number; first: boolean; opens?: boolean }) {
  const { t } = useTranslation();
  const { habit, plan } = row;
  return (
    <View role="listitem" className={cn("flex-row items-center gap-1 py-1.5", !first && "border-t border-line")}>
      {plan.quit ? <QuitPart row={row} day={day} opens={opens} /> : <TickPart row={row} day={day} today={today} />}
      <Unsent kind="checkin" id={checkinId(habit.id, dayOfNumber(day))} />
      {opens ? <IconButton icon={ChevronEnd} tone="muted" label={t("habits.more", { name: habit.name })} onPress={() => router.push({ pathname: "/habit/[id]", params: { id: habit.id } })} className="bg-transparent" /> : null}
    </View>
  );
}

function TickPart({ row, day, today }: { row: Row; day: number; today: number }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const words = useHabitWords();
  const [asking, setAsking] = useState(false);
  const { habit, done, value, plan } = row;
  const part = habit.target && value !== null ? Math.min(1, value / habit.target.value) : 0;
  const detail = habit.target && (value ?? 0) > 0 ? words.amount(row) : plan.count ? (row.weekDone >= plan.count ? t("habits.weekDone") : t("habits.ofWeek", { done: row.weekDone, count: plan.count })) : words.streak(row);
  const label = day === today ? habit.name : t("habits.tickFor", { name: habit.name, day: words.format.day(dayOfNumber(day)) });
  return (
    <>
      <Pressable role="checkbox" aria-checked={done} aria-label={label} accessibilityHint={detail} onPress={() => phone && void toggle(phone, row, dayOfNumber(day))} className="flex-1 min-h-14 flex-row items-center gap-3 active:opacity-70">
        <View className="size-10 items-center justify-center">
          {done ? (
            <View className="size-10 rounded-full bg-brand items-center justify-center">
              <Icon of={Check} tone="on-brand" size={22} />
            </View>
          ) : part > 0 ? (
            <MiniRing size={38} value={part} />
          ) : (
            <View className="size-9 rounded-full border-2 border-muted" />
          )}
        </View>
        <View className="flex-1">
          <Txt className={cn("font-medium", done && "text-muted")}>{habit.name}</Txt>
          <Txt kind="small" className="tabular-nums">
            {detail}
          </Txt>
        </View>
      </Pressable>
      {habit.target ? <IconButton icon={Pencil} tone="muted" label={`${t("habits.logAmount")} ${habit.name}`} onPress={() => setAsking(true)} className="bg-transparent" /> : null}
      {asking ? <AmountSheet row={row} day={dayOfNumber(day)} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** A habit to leave off: it is kept by doing nothing. What happened is said on its own screen, without a reproach. */
function QuitPart({ row, day, opens }: { row: Row; day: number; opens: boolean }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const words = useHabitWords();
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const { habit, done } = row;
  const name = dayOfNumber(day);
  const slip = async () => {
    if (!phone) return;
    if (habit.target) return setAsking(true);
    await checkIn(phone, habit.id, name, 1);
    tell({ text: t("habits.slipped"), action: { label: t("common.undo"), run: () => void takeBack(phone, habit.id, name) } });
  };
  return (
    <>
      <View className="flex-1 min-h-14 flex-row items-center gap-3">
        <View className={cn("size-10 rounded-full items-center justify-center", done ? "bg-brand-soft" : "bg-accent-soft")}>
          <Icon of={done ? Leaf : RotateCcw} tone={done ? "brand" : "accent"} size={20} />
        </View>
        <View className="flex-1">
          <Txt className="font-medium">{habit.name}</Txt>
          <Txt kind="small">{habit.target && row.value !== null ? words.amount(row) : words.streak(row)}</Txt>
        </View>
      </View>
      {opens ? null : done ? (
        <Button variant="quiet" label={t("habits.slip")} aria-label={`${t("habits.slip")}: ${habit.name}`} onPress={() => void slip()} className="px-3" />
      ) : (
        <Button variant="quiet" label={t("habits.slipUndo")} aria-label={`${t("habits.slipUndo")}: ${habit.name}`} onPress={() => phone && void takeBack(phone, habit.id, name)} className="px-3" />
      )}
      {asking ? <AmountSheet row={row} day={name} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
