import { useMemo } from "react";
import type { Day } from "@/lib/day";
import { HABIT_KINDS, habitsOn, vacationsOf, type Kept } from "@/lib/habits/records";
import type { TimeOff } from "@/lib/habits/rules";
import { useDay } from "@/lib/use-day";
import { useHidden } from "@/sync/later";
import { useMe } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";

export type Habits = { all: Kept[] | undefined; vacations: TimeOff[]; today: Day };

/** Every habit as the device has it; what is about to be deleted is left out. */
export function useHabits(): Habits {
  const today = useDay(useMe()?.time_zone);
  const hidden = useHidden();
  const read = useMemo(() => (phone: Phone) => ({ all: habitsOn(phone, today), vacations: vacationsOf(phone) }), [today]);
  const found = useRecords(HABIT_KINDS, read);
  return { all: found?.all.filter(({ habit }) => !hidden.has(`habit/${habit.id}`)), vacations: found?.vacations ?? [], today };
}
