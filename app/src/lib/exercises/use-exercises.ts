/** Exercises as screens ask for them: those that ship with Fitzen and one's own, all of them on the device. */

import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useRecords } from "@/sync/provider";
import type { Phone } from "@/sync/phone";
import { loadLibrary, loadSpanish, shipped, shippedInSpanish, spanishForms, subscribeLibrary } from "./library";
import { searchExercises, type Filter } from "./search";
import type { Exercise } from "./types";

export type Exercises = {
  /** By name; one's own among them. */
  all: readonly Exercise[];
  byId: ReadonlyMap<string, Exercise>;
  /** The name of an exercise; one that is not known here says its id in words. */
  nameOf: (id: string) => string;
};

const useSpanish = () => useTranslation().i18n.language === "es";

/** The exercises that ship, as the language that is spoken calls them. */
function useShipped(): readonly Exercise[] {
  const spanish = useSpanish();
  useEffect(() => void loadLibrary(), []);
  useEffect(() => {
    if (spanish) void loadSpanish();
  }, [spanish]);
  const read = spanish ? shippedInSpanish : shipped;
  return useSyncExternalStore(subscribeLibrary, read, read);
}

/** Return an exercise that the server names in English, as it is told here; undefined where none that ships has the name. */
export function useNamed(): (name: string) => Exercise | undefined {
  const shown = new Map(useShipped().map((each) => [each.id, each]));
  const ids = new Map(useSyncExternalStore(subscribeLibrary, shipped, shipped).map((each) => [each.name, each.id]));
  return (name) => shown.get(ids.get(name) ?? "");
}

/** Return what an exercise that the server names in English is called here. */
export function useSaidName(): (name: string) => string {
  const named = useNamed();
  return (name) => named(name)?.name ?? name;
}

const ownOf = (phone: Phone) => phone.all("exercise") as Exercise[];

export function useExercises(): Exercises {
  const library = useShipped();
  const own = useRecords(["exercise"], ownOf);
  return useMemo(() => {
    const all = own?.length ? [...own, ...library].sort((a, b) => a.name.localeCompare(b.name)) : library;
    const byId = new Map(all.map((each) => [each.id, each]));
    return { all, byId, nameOf: (id) => byId.get(id)?.name ?? inWords(id) };
  }, [library, own]);
}

/** One exercise; undefined while it is not known on this device. */
export const useExercise = (id: string): Exercise | undefined => useExercises().byId.get(id);

/** What fits a query, best first; what a person trains often stands higher. Follows the typing without holding it up. */
export function useExerciseSearch(query: string, { muscle, equipment }: Filter = {}): readonly Exercise[] {
  const { all } = useExercises();
  const often = useOften();
  const wanted = useDeferredValue(query);
  const forms = useSpanish() ? spanishForms() : null;
  return useMemo(() => searchExercises(all, wanted, { muscle, equipment, forms }, often), [all, wanted, muscle, equipment, often, forms]);
}

const sessionsOf = (phone: Phone) => new Map((phone.all("best") as { exercise_id: string; sessions: number }[]).map((each) => [each.exercise_id, each.sessions]));

/** Return in how many workouts a person did an exercise. */
export function useOften(): (id: string) => number {
  const sessions = useRecords(["best"], sessionsOf);
  return useMemo(() => (id: string) => sessions?.get(id) ?? 0, [sessions]);
}

function inWords(id: string): string {
  const text = /^[0-9a-f]{8}-/.test(id) ? "" : id.replaceAll("-", " ");
  return text ? text[0]!.toUpperCase() + text.slice(1) : "\u2026";
}
