/** In a browser pictures wait in IndexedDB, a database for each account; a picture and what is said of it in one transaction. */

import { deleteDB, openDB, type DBSchema } from "idb";
import type { PictureFile, Upload, UploadDisk } from "./types";

interface Schema extends DBSchema {
  uploads: { key: string; value: Upload };
  /** Bytes and not a blob: some browsers lose blobs that are kept for long. */
  bytes: { key: string; value: ArrayBuffer };
}

const STORES = ["uploads", "bytes"] as const;

export async function openUploadDisk(account: string): Promise<UploadDisk> {
  const name = `fitzen.uploads.${account}`;
  const db = await openDB<Schema>(name, 1, {
    upgrade: (made) => {
      for (const store of STORES) made.createObjectStore(store);
    },
    blocking: () => db.close(), // another window erases the account
  });
  const bytesOf = (id: string) => db.get("bytes", id);
  const typeOf = async (id: string) => (await db.get("uploads", id))?.contentType;
  const blobOf = async (id: string) => {
    const [bytes, type] = [await bytesOf(id), await typeOf(id)];
    return bytes ? new Blob([bytes], { type }) : null;
  };
  return {
    load: () => db.getAll("uploads"),
    async add(upload: Upload, file: PictureFile) {
      if (!file.blob) throw new Error("A picture of a browser is a blob.");
      const bytes = await file.blob.arrayBuffer();
      const adding = db.transaction(STORES, "readwrite", { durability: "strict" });
      void adding.objectStore("bytes").put(bytes, upload.id);
      void adding.objectStore("uploads").put(upload, upload.id);
      await adding.done;
    },
    async update(upload: Upload) {
      const changing = db.transaction("uploads", "readwrite", { durability: "strict" });
      if (await changing.store.get(upload.id)) void changing.store.put(upload, upload.id);
      await changing.done;
    },
    read: blobOf,
    async uri(id) {
      const blob = await blobOf(id);
      return blob ? URL.createObjectURL(blob) : null;
    },
    async remove(id) {
      const removing = db.transaction(STORES, "readwrite", { durability: "strict" });
      for (const store of STORES) void removing.objectStore(store).delete(id);
      await removing.done;
    },
    async erase() {
      db.close();
      await deleteDB(name);
    },
  };
}
