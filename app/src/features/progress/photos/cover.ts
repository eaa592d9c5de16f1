/** Photos of oneself are covered until one says otherwise, and again when the app is opened the next time. */

import { useSyncExternalStore } from "react";

let shown = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function uncover(next: boolean): void {
  shown = next;
  for (const listener of listeners) listener();
}

export const useUncovered = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => false,
  );
