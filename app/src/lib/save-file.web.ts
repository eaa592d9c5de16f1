/** Files that leave the app in a browser: its downloads. */

const LATER_MS = 60_000;

export async function saveText(name: string, text: string): Promise<void> {
  give(new Blob([text], { type: "text/plain" }), name);
}

/** Fetch a file with a token and hand it out; `onBytes` is told how much has come. */
export async function saveFrom(url: string, token: string, name: string, type: string, onBytes: (bytes: number) => void): Promise<void> {
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = answer.body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    parts.push(value);
    onBytes((bytes += value.length));
  }
  give(new Blob(parts, { type }), name);
}

function give(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LATER_MS);
}
