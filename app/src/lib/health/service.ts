/** Health data of this device and account, for screens and for the shell: what is switched on, and reading and writing it. */

import type { Phone } from "@/sync/phone";
import type { Person } from "./bodies";
import { store } from "./index";
import { memoryOf, type HealthKept } from "./kept";
import { readHealth } from "./reading";
import type { HealthKind } from "./types";
import { writeHealth } from "./writing";

const OFTEN_MS = 5 * 60_000;

let last: Promise<unknown> = Promise.resolve();

/** One after the other: what is kept is read, changed and written as a whole. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}

export const keptHealth = (userId: string): Promise<HealthKept> => inTurn(() => memoryOf(userId).load());

/** Switch kinds on or off. What was logged before writing was switched on stays as it is. */
export const switchHealth = (userId: string, change: Partial<Pick<HealthKept, "read" | "write">>, now: number): Promise<HealthKept> =>
  inTurn(async () => {
    const memory = memoryOf(userId);
    const before = await memory.load();
    const kept = { ...before, ...change, writeSince: before.write.length ? before.writeSince : now };
    await memory.save(kept);
    return kept;
  });

/** Read and write what is switched on; not again within five minutes, unless asked to. */
export const runHealth = (userId: string, phone: Phone, person: Person, now: number, often = false): Promise<HealthKept> =>
  inTurn(async () => {
    const memory = memoryOf(userId);
    const kept = await memory.load();
    const due = often || now - (kept.lastRead ?? 0) >= OFTEN_MS;
    if (kept.read.length && due) await readHealth({ phone, store, memory, person, now });
    return writeHealth({ phone, store, memory, now });
  });

export type { HealthKept, HealthKind };
