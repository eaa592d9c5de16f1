/** What is typed of a habit, and the body that it makes. */

import type { Habit } from "@/lib/habits/records";
import { numberOf } from "@/lib/quantities";

export type Draft = { name: string; kind: "build" | "quit"; type: Habit["schedule"]["type"]; days: number[]; count: number; amount: boolean; target: string; unit: string };
export type Wrong = "needName" | "needDays" | "needAmount";

export const emptyDraft = (name = ""): Draft => ({ name, kind: "build", type: "daily", days: [1, 2, 3, 4, 5], count: 3, amount: false, target: "", unit: "" });

export const draftOf = ({ name, kind, schedule, target }: Habit): Draft => ({
  name,
  kind: kind ?? "build",
  type: schedule.type,
  days: schedule.days ?? [1, 2, 3, 4, 5],
  count: schedule.count ?? 3,
  amount: !!target,
  target: target ? String(target.value) : "",
  unit: target?.unit ?? "",
});

export function missingIn({ name, type, days, amount, target, unit }: Draft): Wrong | null {
  if (!name.trim()) return "needName";
  if (type === "weekdays" && !days.length) return "needDays";
  if (amount && (!((numberOf(target) ?? 0) > 0) || !unit.trim())) return "needAmount";
  return null;
}

export function bodyOf({ name, kind, type, days, count, amount, target, unit }: Draft) {
  const schedule = type === "weekdays" ? { type, days: [...days].sort((a, b) => a - b) } : type === "times_per_week" ? { type, count } : { type };
  return { name: name.trim(), kind, schedule, target: amount ? { value: numberOf(target) ?? 0, unit: unit.trim() } : undefined };
}
