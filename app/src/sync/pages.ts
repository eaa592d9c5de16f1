/**
 * How a browser keeps many records: those that come by the hundred lie together in pages, for a database that is asked for
 * 35,000 values takes seconds, and for a hundred of the same size a moment.
 *
 * A record that is written alone lies beside the pages, and may lie in one of them in an earlier version: the later holds.
 */

import { keyOf, type ServerRecord } from "./records";

/** Records as JSON, which is read faster than a structured clone of them. */
export type PageOfRecords = string;
export type Value = ServerRecord | PageOfRecords;

/** So many records of one step become a page. */
export const PAGE_FROM = 50;
/** So many that lie alone, or in earlier versions, are put together when the account is opened. */
const LOOSE = 1000;
const AT_MOST = 500;

export function pagesOf(records: readonly ServerRecord[]): PageOfRecords[] {
  return Array.from({ length: Math.ceil(records.length / AT_MOST) }, (_, place) => JSON.stringify(records.slice(place * AT_MOST, (place + 1) * AT_MOST)));
}

/** Return each record once, in its latest version, and whether it is time to put them together anew. */
export function unpaged(values: readonly Value[]): { records: ServerRecord[]; untidy: boolean } {
  const found = new Map<string, ServerRecord>();
  let seen = 0;
  let alone = 0;
  for (const value of values) {
    const records = typeof value === "string" ? (JSON.parse(value) as ServerRecord[]) : [value];
    if (typeof value !== "string") alone += 1;
    seen += records.length;
    for (const record of records) {
      const key = keyOf(record);
      const known = found.get(key);
      if (!known || known.version < record.version) found.set(key, record);
    }
  }
  return { records: [...found.values()], untidy: alone + (seen - found.size) > LOOSE };
}
