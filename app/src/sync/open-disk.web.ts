/** The disk of a browser: IndexedDB, a database for each account. */

import { openDB, deleteDB, type DBSchema } from "idb";
import type { Disk, Meta, Step } from "./disk";
import { keyOf, type ServerRecord } from "./records";

interface Schema extends DBSchema {
  records: { key: string; value: ServerRecord };
  again: { key: string; value: ServerRecord };
  meta: { key: "meta"; value: Meta };
}

export async function openDisk(account: string): Promise<Disk> {
  const name = `fitzen.${account}`;
  const db = await openDB<Schema>(name, 1, {
    upgrade: (made) => {
      for (const store of ["records", "again", "meta"] as const) made.createObjectStore(store);
    },
  });
  return {
    async load() {
      const reading = db.transaction(["meta", "records", "again"]);
      const [meta, records, again] = await Promise.all([
        reading.objectStore("meta").get("meta"),
        reading.objectStore("records").getAll(),
        reading.objectStore("again").getAll(),
      ]);
      return { meta: meta ?? null, records, again };
    },
    async write({ meta, records = [], again = [], turn }: Step) {
      const writing = db.transaction(["meta", "records", "again"], "readwrite", { durability: "strict" });
      const [kept, anew] = [writing.objectStore("records"), writing.objectStore("again")];
      if (turn === "begin") await anew.clear();
      for (const record of again) void anew.put(record, keyOf(record));
      if (turn === "end") {
        const read = await anew.getAll();
        await kept.clear();
        for (const record of read) void kept.put(record, keyOf(record));
        await anew.clear();
      }
      for (const record of records) void kept.put(record, keyOf(record));
      void writing.objectStore("meta").put(meta, "meta");
      await writing.done;
    },
    async erase() {
      db.close();
      await deleteDB(name);
    },
  };
}
