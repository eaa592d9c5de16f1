/** Files that wait on this device until they can be sent; forgotten when the person signs out. */

import { Directory, File, Paths } from "expo-file-system";

const folder = () => new Directory(Paths.document, "held");
const fileOf = (name: string) => new File(folder(), name);

/** Keep a file, given in base64; returns how many bytes it has. */
export async function hold(name: string, base64: string): Promise<number> {
  folder().create({ intermediates: true, idempotent: true });
  const file = fileOf(name);
  file.create({ overwrite: true });
  file.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return file.size ?? 0;
}

/** Return the bytes of a file; null for one that is not kept. */
export async function bytesHeld(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = fileOf(name);
  return file.exists ? ((await file.bytes()) as Uint8Array<ArrayBuffer>) : null;
}

/** Return where a picture can be shown from; null for one that is not kept. */
export async function addressHeld(name: string): Promise<string | null> {
  const file = fileOf(name);
  return file.exists ? file.uri : null;
}

export async function release(name: string): Promise<void> {
  const file = fileOf(name);
  if (file.exists) file.delete();
}

export async function releaseAll(): Promise<void> {
  if (folder().exists) folder().delete();
}
