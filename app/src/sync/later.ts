/**
 * Deleting that can be undone: nothing happens to the record until the person had time to change their mind.
 *
 * What is deleted never comes back under its id, and what hangs on it (a habit's check-ins) not at all: so it is hidden at
 * once and deleted in a moment. An app that is closed before has deleted nothing.
 */

import { useSyncExternalStore } from "react";
import type { Phone } from "./phone";

const MOMENT_MS = 5500;

const hidden = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
let turn: ReadonlySet<string> = new Set();

function tell(): void {
  turn = new Set(hidden.keys());
  for (const listener of listeners) listener();
}

/** Hide a record and delete it in a moment; returns what undoes that. */
export function deleteSoon(phone: Phone, kind: string, id: string): () => void {
  const key = `${kind}/${id}`;
  const forget = () => {
    clearTimeout(hidden.get(key));
    hidden.delete(key);
    tell();
  };
  hidden.set(
    key,
    setTimeout(() => void phone.delete(kind, id).finally(forget), MOMENT_MS),
  );
  tell();
  return forget;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Return the records, as `kind/id`, that are hidden because they are about to be deleted. */
export const useHidden = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => turn, () => turn);
