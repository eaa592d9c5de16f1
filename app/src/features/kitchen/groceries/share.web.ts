/** Hand a text to another app, where the browser can; else put it on the clipboard. */
export async function shareText(text: string, title: string): Promise<"shared" | "copied" | null> {
  if (typeof navigator.share === "function")
    try {
      await navigator.share({ text, title });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return null;
    }
  await navigator.clipboard.writeText(text);
  return "copied";
}
