/** What stands in the places of a sentence: numbers with units, days, lists, names. */

/** How they are written in the language that is spoken. */
export type Writing = {
  /** A number as the server writes it (`1,234.5`). */
  number: (text: string) => string;
  /** A day as the server writes it (`3 Nov 2026`, `3 Nov`, `2026-11-03`); null where it is none. */
  day: (text: string) => string | null;
  /** What something with an English name is called; undefined where it is not known. */
  name: (text: string) => string | undefined;
};

const NUMBER = /\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/g;
/** Units that are written alike. */
export const UNITS: ReadonlySet<string> = new Set("kg g mg µg lb lbs fl oz km mi m cm in mm ml l kcal kj s min h mmHg ms rpe °C mmol/l ml/kg/min % × x KB MB".split(" "));

/** Say whether a text has nothing but numbers, units and marks: `5, 5, 4`, `102.5 kg`, `+0.3 kg`. `5 km in 25:00` has a word. */
export const onlyNumbers = (text: string): boolean => /\d/.test(text) && !/ in \d/.test(text) && text.split(/[\s,]+/).every((each) => /^[-+~]?[\d.,:–-]+%?$/.test(each) || UNITS.has(each) || each === "");

/** Write the numbers of a text; a number without a point or comma is the same everywhere. */
export const numbersIn = (text: string, { number }: Writing): string => text.replace(NUMBER, number).replace(/(\d)%/g, "$1\u00a0%");

/** Choose between one and several by the number with which a value begins; `#` is that number. */
export function choice(value: string, ways: string, writing: Writing): string {
  const [, one = "", many = ""] = ways.split("|");
  const number = /^[-+]?[\d,.]*\d/.exec(value)?.[0] ?? value;
  return (number === "1" ? one : many).replace("#", numbersIn(number, writing));
}

/** The marks of lists, and what is before the last of them. */
export const LISTS = [
  { mark: ": ", last: ":" },
  { mark: " and ", last: "y" },
  { mark: " or ", last: "o" },
  { mark: ", ", last: "" },
] as const;

/** Return `a, b y c`; before a sound of its own, y is e and o is u. */
export function joined(parts: readonly string[], last: string): string {
  const final = parts.at(-1) ?? "";
  if (!last || last === ":" || parts.length < 2) return parts.join(`${last || ","} `);
  const word = last === "y" && /^h?[iíIÍ](?!e)/.test(final) ? "e" : last === "o" && /^h?[oóOÓ]/.test(final) ? "u" : last;
  return `${parts.slice(0, -1).join(", ")} ${word} ${final}`;
}
