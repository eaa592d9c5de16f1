/** Spanish words as somebody types them, each in one form; the server's are in fitzen/spanish.py. */

/** What a word becomes, and the words for a tag: a muscle, a piece of equipment, a pattern. */
export type Forms = { of: (word: string) => string[]; tag: (tag: string) => string };

const FILLERS = new Set("a al con de del e el en la las lo los me mi mis o para por su unas unos y".split(" "));
const SHORTEST = 4;

/** Return one form for singular and plural, which need not be a word: `carne` and `carnes` are `carn`. */
export function form(word: string): string {
  let one = word.length >= SHORTEST ? word.replace(/s$/, "") : word;
  if (one.length >= SHORTEST) one = one.replace(/([^aeiou])e$/, "$1");
  return one.replace(/z$/, "c");
}

const plain = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const cut = (text: string) => plain(text).split(/[^a-z0-9]+/).filter((word) => word && !FILLERS.has(word));

/** Return the words of a text in their forms, without those that say nothing. */
export const formsIn = (text: string): string[] => cut(text).map(form);

export function formsOf(words: Record<string, string>, tags: Record<string, string>): Forms {
  const same = new Map(Object.entries(words).map(([word, others]) => [form(plain(word)), cut(others).map(form)]));
  return {
    of: (word) => (FILLERS.has(word) ? [] : (same.get(form(word)) ?? [form(word)])),
    tag: (tag) => tags[tag] ?? "",
  };
}
