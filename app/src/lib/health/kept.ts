/** What a device remembers of reading and writing health data, of one account. */

import { keep, readKept } from "@/lib/kept";
import type { EntryKind, HealthKind } from "./types";

export type HealthKept = {
  read: HealthKind[];
  write: HealthKind[];
  /** What was logged before that is not written. */
  writeSince: number;
  lastRead: number | null;
  tokens: Partial<Record<EntryKind, string>>;
  /** The record that was made of each entry of the store. */
  made: Record<string, string>;
  /** What stands in a record that only the store speaks for: such a conflict is no question for the person. */
  totals: Record<string, number>;
  /** What was written of each record. */
  written: Record<string, { kind: HealthKind; said: string }>;
};

export const NOTHING_KEPT: HealthKept = { read: [], write: [], writeSince: 0, lastRead: null, tokens: {}, made: {}, totals: {}, written: {} };

export interface HealthMemory {
  load(): Promise<HealthKept>;
  save(kept: HealthKept): Promise<void>;
}

const nameOf = (userId: string) => `health.${userId}`;

export const memoryOf = (userId: string): HealthMemory => ({
  load: async () => ({ ...NOTHING_KEPT, ...(await readKept<HealthKept>(nameOf(userId))) }),
  save: (kept) => keep(nameOf(userId), kept),
});

export const forgetHealth = (userId: string): Promise<void> => keep(nameOf(userId), null);
