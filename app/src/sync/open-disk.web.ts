/** The disk of a browser: IndexedDB, a database for each account. */

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
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
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opening = null;
  };
  const opened = () => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade: (made) => {
        for (const store of STORES) made.createObjectStore(store);
      },
      blocking: (_now, _asked, event) => (event.target as IDBDatabase).close(), // another window erases the account: this one never opens it again
      terminated: forget, // the browser let go of it, as Safari does in the background
    });
    opening.catch(forget);
    return opening;
  };
  await opened();
  return {
    async load() {
      const db = await opened();
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
    isOurs: async () => (await (await opened()).get("owner", "owner")) === self,
    async write({ meta, records = [], again = [], turn }: Step) {
      const db = await opened();
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
      await opened().then((db) => db.close(), forget);
      await deleteDB(name);
    },
  };
}
