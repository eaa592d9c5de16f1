/** Files that wait on this device until they can be sent; forgotten when the person signs out. */

import { deleteDB, openDB } from "idb";

const NAME = "fitzen.held";

async function inStore<T>(run: (db: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const db = await openDB(NAME, 1, { upgrade: (made) => void made.createObjectStore("files") });
  try {
    return await run(db);
  } finally {
    db.close();
  }
}

/** Keep a file, given in base64; returns how many bytes it has. */
export async function hold(name: string, base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  await inStore((db) => db.put("files", bytes, name));
  return bytes.length;
}

/** Return the bytes of a file; null for one that is not kept. */
export const bytesHeld = async (name: string): Promise<Uint8Array<ArrayBuffer> | null> => (await inStore((db) => db.get("files", name))) ?? null;

/** Return where a picture can be shown from; null for one that is not kept. */
export async function addressHeld(name: string): Promise<string | null> {
  const bytes = await bytesHeld(name);
  return bytes && URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
}

export const release = (name: string): Promise<void> => inStore((db) => db.delete("files", name));

export const releaseAll = (): Promise<void> => deleteDB(NAME);
