/**
 * What the server says to a person, in their language. It speaks English, and what it stores is English too; the app says it in
 * Spanish by the sheet that `npm run spanish` makes of src/fitzen/data/spoken_es.tsv. A sentence that is not there stays English.
 */

import { getLocales } from "expo-localization";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { loadLibrary, loadSpanish, shipped, shippedInSpanish, subscribeLibrary } from "@/lib/exercises/library";

type Parts = typeof import("./spanish");

let parts: Parts | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Load the sheet; where that fails, sentences stay English until the next call. */
export async function loadSpoken(load: () => Promise<Parts> = () => import("./spanish")): Promise<void> {
  if (parts) return;
  parts = await load().catch(() => null);
  if (parts) for (const listener of listeners) listener();
}

type Exercises = ReturnType<typeof shipped>;
type Names = (text: string) => string | undefined;

let named: { english: Exercises; spanish: Exercises; names: Names } | null = null;

/** What the language calls exercises, by their English names and ids: those that the device knows by now. */
function namesOf(english: Exercises, spanish: Exercises): Names {
  if (named?.english !== english || named.spanish !== spanish) {
    const said = new Map(spanish.map((each) => [each.id, each.name]));
    const names = new Map(english.flatMap((each) => [each.id, each.name].map((name) => [name.toLowerCase(), said.get(each.id)!] as const)));
    named = { english, spanish, names: english === spanish ? () => undefined : (text) => names.get(text.toLowerCase()) };
  }
  return named.names;
}

const asIs = (text: string) => text;

/** Return how a text of the server is said in the language that is spoken; `exercises` where it may name some. */
export function useSpoken({ exercises = false } = {}): (text: string) => string {
  const { language } = useTranslation().i18n;
  const isSpanish = language === "es";
  useEffect(() => {
    if (isSpanish) void loadSpoken();
    if (isSpanish && exercises) {
      void loadLibrary();
      void loadSpanish();
    }
  }, [isSpanish, exercises]);
  const loaded = useSyncExternalStore(subscribe, () => parts, () => parts);
  const english = useSyncExternalStore(subscribeLibrary, shipped, shipped);
  const spanish = useSyncExternalStore(subscribeLibrary, shippedInSpanish, shippedInSpanish);
  return useMemo(() => {
    if (!isSpanish || !loaded) return asIs;
    return loaded.speaker(getLocales()[0]?.languageTag ?? "es", namesOf(english, spanish));
  }, [isSpanish, loaded, english, spanish]);
}

const GIVEN = /^(Full body|Upper body|Lower body|Push|Pull|Legs)( [A-F])?$|, \d days? a week$/;

/** Return how a plan, one of its days or a workout is called: names that the server gave, and those of a person as they wrote them. */
export function useGivenName(): (name: string) => string {
  const spoken = useSpoken();
  return (name) => (GIVEN.test(name) ? spoken(name) : name);
}

type Refusal = { detail: string; errors: readonly { message: string }[] };

/** Return how what the server refuses is said: by the first field that is wrong, else as a whole; undefined where it says nothing. */
export function useRefusal(): (problem: Refusal | null | undefined) => string | undefined {
  const spoken = useSpoken();
  return (problem) => {
    const text = problem?.errors[0]?.message ?? problem?.detail;
    return text === undefined ? undefined : spoken(text);
  };
}
