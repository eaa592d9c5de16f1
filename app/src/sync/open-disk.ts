/** The disk of a phone: SQLite, a database for each account. */

import { deleteDatabaseAsync, openDatabaseAsync } from "expo-sqlite";
import type { Disk, Meta, Step } from "./disk";
import { keyOf, type ServerRecord } from "./records";

const TABLES = ["records", "again"] as const;

export async function openDisk(account: string): Promise<Disk> {
  const name = `fitzen.${account}.db`;
  const db = await openDatabaseAsync(name);
  await db.execAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  for (const table of TABLES) await db.execAsync(`CREATE TABLE IF NOT EXISTS ${table} (key TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  await db.execAsync("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)");

  const all = async (table: (typeof TABLES)[number]): Promise<ServerRecord[]> =>
    (await db.getAllAsync<{ value: string }>(`SELECT value FROM ${table}`)).map((row) => JSON.parse(row.value) as ServerRecord);
  const put = async (table: (typeof TABLES)[number] | "meta", key: string, value: unknown): Promise<void> => {
    await db.runAsync(`INSERT OR REPLACE INTO ${table} (key, value) VALUES (?, ?)`, key, JSON.stringify(value));
  };

  let last: Promise<void> = Promise.resolve();
  return {
    async load() {
      const meta = await db.getFirstAsync<{ value: string }>("SELECT value FROM meta WHERE key = 'meta'");
      return { meta: meta ? (JSON.parse(meta.value) as Meta) : null, records: await all("records"), again: await all("again") };
    },
    isOurs: async () => true,
    write({ meta, records = [], again = [], turn }: Step) {
      const step = () =>
        db.withTransactionAsync(async () => {
          if (turn === "begin") await db.runAsync("DELETE FROM again");
          for (const record of again) await put("again", keyOf(record), record);
          if (turn === "end") {
            await db.runAsync("DELETE FROM records");
            await db.runAsync("INSERT INTO records SELECT key, value FROM again");
            await db.runAsync("DELETE FROM again");
          }
          for (const record of records) await put("records", keyOf(record), record);
          await put("meta", "meta", meta);
        });
      last = last.then(step, step); // one transaction after the other, in the order of the calls
      return last;
    },
    async erase() {
      await db.closeAsync();
      await deleteDatabaseAsync(name);
    },
  };
}
