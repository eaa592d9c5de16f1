/** Files that leave the app on a phone: written to its cache, handed to the share sheet, and gone. */

import { File, Paths } from "expo-file-system";
import { shareAsync } from "expo-sharing";

export async function saveText(name: string, text: string): Promise<void> {
  const file = new File(Paths.cache, name);
  file.create({ overwrite: true });
  file.write(text);
  await handed(file, "text/plain");
}

/** Fetch a file with a token and hand it out; `onBytes` is told how much has come. */
export async function saveFrom(url: string, token: string, name: string, type: string, onBytes: (bytes: number) => void): Promise<void> {
  const file = new File(Paths.cache, name);
  if (file.exists) file.delete();
  const task = File.createDownloadTask(url, file, { headers: { Authorization: `Bearer ${token}` }, onProgress: ({ bytesWritten }) => onBytes(bytesWritten) });
  await task.downloadAsync();
  await handed(file, type);
}

async function handed(file: File, mimeType: string): Promise<void> {
  try {
    await shareAsync(file.uri, { mimeType });
  } finally {
    file.delete();
  }
}
