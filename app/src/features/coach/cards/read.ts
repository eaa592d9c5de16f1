/** Reading what a card says without trusting its shape: what is not as expected is empty, never a crash. */

export type Data = Record<string, unknown>;

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

export const dataOf = (value: unknown): Data => (isData(value) ? value : {});
export const listOf = (value: unknown): Data[] => (Array.isArray(value) ? value.filter(isData) : []);
export const textOf = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);
export const numberIn = (value: unknown): number | undefined => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

/** Return a key as words: `due_on` is "Due on". */
export function wordsOf(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

/** Return any value as text; what is nested is joined. */
export function anyText(value: unknown): string {
  if (Array.isArray(value)) return value.map(anyText).filter(Boolean).join(value.some(isData) ? "\n" : ", ");
  if (isData(value))
    return Object.entries(value)
      .map(([key, each]) => `${wordsOf(key)}: ${anyText(each)}`)
      .join(", ");
  return typeof value === "boolean" ? (value ? "✓" : "–") : textOf(value);
}

/** Group what is the same in a row: three equal sets are one line. */
export function runsOf<T>(items: readonly T[]): { item: T; count: number }[] {
  const runs: { item: T; count: number; key: string }[] = [];
  for (const item of items) {
    const key = JSON.stringify(item);
    const last = runs.at(-1);
    if (last?.key === key) last.count += 1;
    else runs.push({ item, count: 1, key });
  }
  return runs;
}
