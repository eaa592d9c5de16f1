/** Records by their keys, and what the server says of them later. */

import { keyOf, type ServerRecord } from "./records";

export type Records = Map<string, ServerRecord>;

export function mapped(records: ServerRecord[]): Records {
  return new Map(records.map((record) => [keyOf(record), record]));
}

/** Keep the later version of a record; tell whether it was kept. */
export function merge(records: Records, change: ServerRecord): boolean {
  const known = records.get(keyOf(change));
  if (known && known.version >= change.version) return false;
  records.set(keyOf(change), change);
  return true;
}

/** Say whether the server lacks what was read of it before. */
export function isLost(record: ServerRecord, current: ServerRecord | undefined): boolean {
  const version = current?.version ?? 0;
  return version < record.version || (version === record.version && stable(current?.body) !== stable(record.body));
}

/** JSON with its names in order, to compare two bodies. */
function stable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, each: unknown) =>
    each && typeof each === "object" && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}
