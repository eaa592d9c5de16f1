/** The disk of a browser: IndexedDB, a database for each account. */

import { openDB, deleteDB, type DBSchema } from "idb";
import { TakenError, type Disk, type Meta, type Step } from "./disk";
import { PAGE_FROM, pagesOf, unpaged, type Value } from "./pages";
import { keyOf, type ServerRecord } from "./records";

interface Schema extends DBSchema {
  /** A record by its key, or a page of them by a name that begins with `#`. */
  records: { key: string; value: Value };
  again: { key: string; value: Value };
  meta: { key: "meta"; value: Meta };
  /** Which window the account belongs to: the last that opened it. */
  owner: { key: "owner"; value: string };
}

const STORES = ["meta", "records", "again", "owner"] as const;

const newPage = (): string => `#${crypto.randomUUID()}`;

type Store = { put: (value: Value, key: string) => Promise<unknown> };

function put(store: Store, records: readonly ServerRecord[]): void {
  if (records.length < PAGE_FROM) for (const record of records) void store.put(record, keyOf(record));
  else for (const page of pagesOf(records)) void store.put(page, newPage());
}

export async function openDisk(account: string): Promise<Disk> {
  const name = `fitzen.${account}`;
  const self = crypto.randomUUID();
  const db = await openDB<Schema>(name, 1, {
    upgrade: (made) => {
      for (const store of STORES) made.createObjectStore(store);
    },
    blocking: () => db.close(), // another window erases the account
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
      const [kept, anew] = [unpaged(records), unpaged(again)];
      if (kept.untidy) {
        void reading.objectStore("records").clear();
        for (const page of pagesOf(kept.records)) void reading.objectStore("records").put(page, newPage());
      }
      return { meta: meta ?? null, records: kept.records, again: anew.records };
    },
    isOurs: async () => (await db.get("owner", "owner")) === self,
    async write({ meta, records = [], again = [], turn }: Step) {
      const writing = db.transaction(STORES, "readwrite", { durability: "strict" });
      if ((await writing.objectStore("owner").get("owner")) !== self) throw new TakenError();
      const [kept, anew] = [writing.objectStore("records"), writing.objectStore("again")];
      if (turn === "begin") await anew.clear();
      put(anew, again);
      if (turn === "end") {
        const read = unpaged(await anew.getAll()).records;
        await kept.clear();
        put(kept, read);
        await anew.clear();
      }
      put(kept, records);
      void writing.objectStore("meta").put(meta, "meta");
      await writing.done;
    },
    async erase() {
      db.close();
      await deleteDB(name);
    },
  };
}
