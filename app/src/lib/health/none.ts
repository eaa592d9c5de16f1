/** A device without a health store. */

import type { HealthStore } from "./types";

export const none: HealthStore = {
  name: null,
  state: () => Promise.resolve("none"),
  ask: () => Promise.resolve(false),
  refused: () => Promise.resolve({ read: [], write: [] }),
  changes: () => Promise.resolve({ entries: [], gone: [], token: "", more: false }),
  totals: () => Promise.resolve(new Map()),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  openSettings: () => undefined,
};
