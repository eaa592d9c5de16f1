/** What the parts of the player share: the draft, what is known of its exercises, and how it is changed. */

import { createContext, useCallback, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat, type Format } from "@/i18n/format";
import { useExercises, type Exercise, type Exercises } from "@/lib/exercises";
import { newId } from "@/lib/id";
import type { Units } from "@/lib/locale";
import { kgFrom, kgIn } from "@/lib/quantities";
import { changeRunning, type Draft } from "@/lib/running";
import { useUnits } from "@/sync/me";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import { useToast } from "@/ui";
import type { Rule } from "./draft";
import { weightStep } from "./fields";
import { lastTimes, workoutsOf, type LastTime } from "./history";

export type Sheets = "exercise" | "pick" | "swap" | "plates" | "note" | "session" | "finish" | "discard" | "set";
/** What is laid over the player; `id` is of the exercise or the set that it is about. */
export type Open = { sheet: Sheets; id?: string } | null;

export type Player = {
  draft: Draft;
  exercises: Exercises;
  exerciseOf: (exerciseId: string) => Exercise | undefined;
  last: ReadonlyMap<string, LastTime>;
  units: Units;
  format: Format;
  change: (rule: Rule) => Promise<boolean>;
  open: Open;
  show: (open: Open) => void;
};

const Context = createContext<Player | null>(null);
export const PlayerContext = Context.Provider;

export function usePlayer(): Player {
  const player = useContext(Context);
  if (!player) throw new Error("Only within the player.");
  return player;
}

/** Return how to change the session; what could not be kept is told, and not shown as done. */
export function useChange(): (rule: Rule) => Promise<boolean> {
  const { t } = useTranslation();
  const tell = useToast();
  return useCallback(
    async (rule) => {
      try {
        await changeRunning(rule);
        return true;
      } catch {
        tell({ text: t("session.unsaved") });
        return false;
      }
    },
    [t, tell],
  );
}

const NONE: ReadonlyMap<string, LastTime> = new Map();

/** Return the last time of each exercise, of workouts that started before a moment. */
export function useLastTimes(before: number): ReadonlyMap<string, LastTime> {
  const read = useCallback((phone: Phone) => lastTimes(workoutsOf(phone), before), [before]);
  return useRecords(["workout"], read) ?? NONE;
}

export function usePlayerState(draft: Draft, open: Open, show: (open: Open) => void): Player {
  const exercises = useExercises();
  const units = useUnits();
  const format = useFormat(units);
  const change = useChange();
  const last = useLastTimes(Date.parse(draft.started_at));
  return useMemo(() => ({ draft, exercises, exerciseOf: (id) => exercises.byId.get(id), last, units, format, change, open, show }), [draft, exercises, last, units, format, change, open, show]);
}

/** Return a load that can be made, as near as steps allow. */
export function roundedLoad(kg: number, units: Units, exercise: Exercise | undefined): number {
  const step = weightStep(units, exercise);
  return Math.round(kgFrom(units, Math.round(kgIn(units, kg) / step) * step) * 1000) / 1000;
}

export { newId };
