/** Give a text to another app: a browser's clipboard. */

export const COPIES = true;

export async function handOut(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the text can be selected
  }
}
