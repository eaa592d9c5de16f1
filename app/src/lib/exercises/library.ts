/**
 * The exercises that ship with Fitzen, kept on the device whole (some 300 KB), so that all of it opens without a network.
 *
 * They lie beside the cache of what the server works out, not in it: that is written again with every answer.
 */

import { api, ok } from "@/api/client";
import { keep, readKept } from "@/lib/kept";
import type { Spanish } from "./spanish";
import type { Exercise } from "./types";

const NAME = "exercises";
const FRESH_MS = 7 * 864e5;

type Kept = { at: number; items: Exercise[] };

let items: readonly Exercise[] = [];
let at = 0;
let reading: Promise<void> | null = null;
let asking: Promise<void> | null = null;
const listeners = new Set<() => void>();

export const shipped = (): readonly Exercise[] => items;
let spanish: Spanish | null = null;
let inSpanish: readonly Exercise[] = [];

/** The same in Spanish; as they are while that is not loaded. */
export const shippedInSpanish = (): readonly Exercise[] => (spanish ? inSpanish : items);
export const spanishForms = () => spanish?.forms ?? null;

export function subscribeLibrary(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function take(kept: Kept): void {
  ({ items, at } = kept);
  tell();
}

function tell(): void {
  if (spanish) inSpanish = items.map(spanish.said).sort((a, b) => a.name.localeCompare(b.name, "es"));
  for (const listener of listeners) listener();
}

/** Read what is kept, and ask the server where that is old or nothing. Safe to call again and without a network. */
export async function loadLibrary(): Promise<void> {
  reading ??= readKept<Kept>(NAME).then((kept) => {
    if (kept) take(kept);
  });
  await reading;
  if (items.length && Date.now() - at < FRESH_MS) return;
  asking ??= ask().finally(() => {
    asking = null;
  });
  await asking.catch(() => undefined); // what is kept still holds; the next call asks again
}

/** Load what exercises are called in Spanish; where that fails, they keep their English names until the next call. */
export async function loadSpanish(load: () => Promise<{ spanish: Spanish }> = () => import("./spanish")): Promise<void> {
  if (spanish) return;
  spanish = await load().then((loaded) => loaded.spanish).catch(() => null);
  if (spanish) tell();
}

async function ask(): Promise<void> {
  const answer = await ok(api.GET("/api/exercises/library"));
  const kept = { at: Date.now(), items: answer.items };
  take(kept);
  await keep(NAME, kept);
}
