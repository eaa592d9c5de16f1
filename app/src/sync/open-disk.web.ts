/** The disk of a browser: IndexedDB, a database for each account. */

import { openDB, deleteDB, type DBSchema } from "idb";
import { TakenError, type Disk, type Meta, type Step } from "./disk";
import { keyOf, type ServerRecord } from "./records";

interface Schema extends DBSchema {
  records: { key: string; value: ServerRecord };
  again: { key: string; value: ServerRecord };
  meta: { key: "meta"; value: Meta };
  /** Which window the account belongs to: the last that opened it. */
  owner: { key: "owner"; value: string };
}

const STORES = ["meta", "records", "again", "owner"] as const;

export async function openDisk(account: string): Promise<Disk> {
  const name = `fitzen.${account}`;
  const self = crypto.randomUUID();
  const db = await openDB<Schema>(name, 1, {
    upgrade: (made) => {
      for (const store of STORES) made.createObjectStore(store);
    },
  });
  return {
    async load() {
      const reading = db.transaction(STORES, "readwrite", { durability: "strict" });
      void reading.objectStore("owner").put(self, "owner");
      const [meta, records, again] = await Promise.all([
        reading.objectStore("meta").get("meta"),
        reading.objectStore("records").getAll(),
        reading.objectStore("again").getAll(),
      ]);
      return { meta: meta ?? null, records, again };
    },
    async write({ meta, records = [], again = [], turn }: Step) {
      const writing = db.transaction(STORES, "readwrite", { durability: "strict" });
      if ((await writing.objectStore("owner").get("owner")) !== self) throw new TakenError();
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
