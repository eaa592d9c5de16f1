/** Ask for a file on a phone. */

import { File } from "expo-file-system";

/** `part` is what a form sends. */
export type Chosen = { name: string; bytes: number; part: unknown };

/** Return what was chosen; null where the person changed their mind. */
export async function chooseFile(mimeTypes: string[]): Promise<Chosen | null> {
  const { result } = await File.pickFileAsync({ mimeTypes });
  return result ? { name: result.name, bytes: result.size ?? 0, part: { uri: result.uri, name: result.name, type: mimeTypes[0] } } : null;
}
