/** What somebody asks of a plan: begun from the profile, kept on the device until the plan is made. */

import type { Schemas } from "@/api/client";
import type { Equipment, Goal, Level, Muscle } from "../model";

type Me = Schemas["User"] | null;

/** `equipment` null: a full gym. `avoid` is as it was typed. */
export type Ask = { goal: Goal; level: Level; weeks: number; days: number; minutes: number; equipment: Equipment[] | null; focus: Muscle[]; avoid: string };

export const LIMITS = { weeks: [4, 8], days: [1, 7], minutes: [10, 180], focus: 4 } as const;
const [WEEKS, DAYS, MINUTES] = [6, 3, 60];
const WORD = 60;

/** Begin with what the profile says. */
export function firstAsk(me: Me): Ask {
  return {
    goal: me?.goal ?? "health",
    level: me?.fitness_level ?? "beginner",
    weeks: WEEKS,
    days: Math.min(LIMITS.days[1], Math.max(LIMITS.days[0], me?.training_days_per_week ?? DAYS)),
    minutes: Math.min(LIMITS.minutes[1], Math.max(LIMITS.minutes[0], me?.session_minutes ?? MINUTES)),
    equipment: me?.equipment?.length ? me.equipment : null,
    focus: [],
    avoid: "",
  };
}

/** Return what is sent; under the same id it makes one plan, however often it is sent. */
export function requestOf(ask: Ask, id: string): Schemas["PlanRequest"] {
  const avoid = ask.avoid
    .split(/[,;\n]/)
    .map((word) => word.trim().slice(0, WORD))
    .filter(Boolean);
  return { id, goal: ask.goal, level: ask.level, weeks: ask.weeks, days_per_week: ask.days, minutes: ask.minutes, equipment: ask.equipment, focus: ask.focus, avoid };
}
