/**
 * The server's sentences in another language. A sheet has each as a pattern with places, `{1}` and so on; what stands in a
 * place is said by the sheet too, where it can be. A sentence that nobody knows stays as it is.
 */

import { choice, joined, LISTS, numbersIn, onlyNumbers, type Writing } from "./parts";

export type Row = readonly [english: string, spanish: string];

type Pattern = {
  pieces: string[];
  places: number[];
  spanish: string;
  /** How much of it is words; the more, the surer. */
  weight: number;
  /** It goes on from something, or is hardly a word: no sentence. */
  goesOn: boolean;
  /** It is more than one sentence. */
  several: boolean;
  ways?: RegExp[];
};
/** A text, and how many of its letters are still English. */
type Found = { text: string; unknown: number };

const PLACE = /\{(\d)\}/;
const DEEPEST = 9;
const SURE = 2;
/** Letters of a sentence that its pattern must know. */
const LEAST = 4;
/** What a sentence ends and another begins with: no place has both. */
const BREAK = /[.!?] \p{Lu}/u;
/** What can be counted: `3`, `14 days`. */
const COUNT = /^[-+]?[\d.,]+( \p{L}+)?$/u;
const letters = (text: string) => text.replace(/[^\p{L}]/gu, "").length;
const firstWord = (text: string) => /^\S+/.exec(text)?.[0] ?? "";
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const raised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function patternOf([english, spanish]: Row): Pattern {
  const cut = english.split(PLACE);
  const pieces = cut.filter((_, at) => at % 2 === 0);
  return { pieces, places: cut.filter((_, at) => at % 2).map(Number), spanish, weight: letters(pieces.join("")) + pieces.join("").length / 100, goesOn: english.includes("{0}") || letters(pieces.join("")) < LEAST, several: /[.!?}] \p{Lu}/u.test(english) };
}

/**
 * Both ways to divide are tried, the short and the long. A place that touches the text before it may be empty (`in full{2}`), and
 * else begins with a mark or a space: no word and no number is cut in two.
 */
function waysOf(pattern: Pattern): RegExp[] {
  pattern.ways ??= ["?", ""].map((lazy) => {
    const body = pattern.pieces.map((piece, at) => {
      const place = pattern.places[at];
      if (place === undefined) return escaped(piece);
      const touches = place !== 0 && (at > 0 || piece !== "") && !/[\s“(]$/.test(piece);
      return `${escaped(piece)}${place === 0 ? `(.*${lazy})` : touches ? `((?:(?:[\\s(]|[,:;]\\s).*${lazy})?)` : `(.+${lazy})`}`;
    });
    return new RegExp(`^${body.join("")}$`, "su");
  });
  return pattern.ways;
}

function holds(text: string, { pieces }: Pattern): boolean {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

/** Return how a text of the server is said, by a sheet and the way that numbers, days and names are written. */
export function speakerOf(rows: readonly Row[], writing: Writing): (text: string) => string {
  const exact = new Map<string, string>();
  const led = new Map<string, Pattern[]>();
  const open: Pattern[] = [];
  for (const row of rows) {
    if (!PLACE.test(row[0])) {
      exact.set(row[0], row[1]);
      continue;
    }
    const pattern = patternOf(row);
    const lead = firstWord(pattern.pieces[0]!);
    if (!lead || lead === pattern.pieces[0]) open.push(pattern); // its first word is not whole
    else led.set(lead, [...(led.get(lead) ?? []), pattern]);
  }
  const known = new Map<string, Found>();
  const said = new Map<string, string>();

  const better = (one: Found | null, other: Found | null): Found | null => (!one || (other && other.unknown < one.unknown) ? other : one);

  function fill(pattern: Pattern, values: readonly string[], deep: number): Found {
    let unknown = 0;
    const text = pattern.spanish.replace(/\{(\d)(=)?(\|[^}]*)?\}/g, (_, number: string, asIs: string | undefined, ways: string | undefined) => {
      const value = values[pattern.places.indexOf(Number(number))] ?? "";
      if (asIs) return value;
      if (ways) {
        if (!COUNT.test(value)) unknown += letters(value);
        return choice(value, ways, writing);
      }
      const part = partOf(value, deep + 1);
      unknown += part.unknown;
      return part.text;
    });
    return { text, unknown };
  }

  /** Return what the sheet knows of a text; `nested` is one that stands in a place. */
  function find(text: string, nested: boolean, deep: number): Found | null {
    const same = exact.get(text) ?? writing.name(text);
    if (same !== undefined) return { text: same, unknown: 0 };
    if (deep > DEEPEST) return null;
    let best: Found | null = null;
    const several = BREAK.test(text);
    const fitting = [...(led.get(firstWord(text)) ?? []), ...open].filter((pattern) => (nested || !pattern.goesOn) && (pattern.several || !several) && holds(text, pattern));
    for (const pattern of fitting.sort((one, other) => other.weight - one.weight)) {
      for (const way of waysOf(pattern)) {
        const values = way.exec(text)?.slice(1);
        if (!values || values.some((value) => value === text || BREAK.test(value))) continue;
        best = better(best, fill(pattern, values, deep));
        if (best?.unknown === 0) return best;
      }
    }
    return best;
  }

  function partOf(value: string, deep: number): Found {
    const kept = known.get(value);
    if (kept) return kept;
    const made = work(value, deep);
    if (made.unknown === 0 || deep <= SURE) known.set(value, made);
    return made;
  }

  function work(value: string, deep: number): Found {
    const edges = /^([\s,:;(“']*)(.*?)([\s,;)”'.]*)$/s.exec(value)!;
    const [, before = "", middle = "", after = ""] = edges;
    const day = writing.day(middle);
    if (day) return { text: before + day + after, unknown: 0 };
    if (!letters(middle) || onlyNumbers(middle)) return { text: numbersIn(value, writing), unknown: 0 };
    let best = find(value, true, deep);
    if (best?.unknown === 0) return best;
    if (middle !== value) {
      const inner = partOf(middle, deep + 1);
      if (inner.unknown === 0) return { text: before.replace("“", "«") + inner.text + after.replace("”", "»"), unknown: 0 };
      best = better(best, { text: before.replace("“", "«") + inner.text + after.replace("”", "»"), unknown: inner.unknown });
    }
    if (lowered(middle) !== middle && middle === value) {
      const small = find(lowered(middle), true, deep);
      best = better(best, small && { text: raised(small.text), unknown: small.unknown });
    }
    for (const { mark, last } of deep > DEEPEST ? [] : LISTS) {
      if (!middle.includes(mark)) continue;
      const parts = value.split(mark).map((each) => partOf(each, deep + 1));
      best = better(best, { text: joined(parts.map((each) => each.text), last), unknown: parts.reduce((sum, each) => sum + each.unknown, 0) });
    }
    return better(best, { text: value, unknown: letters(value) })!;
  }

  /** Return a sentence, or several that are one in the sheet; null where it is not known. */
  function sentence(text: string, several: boolean): string | null {
    const whole = find(text, false, 0);
    const isKnown = whole && (whole.unknown === 0 || letters(text) - whole.unknown >= LEAST);
    const other = several || whole?.unknown === 0 ? null : work(text, 1); // such as two words with a colon, or a sentence that begins small
    const best = other && other.unknown * 3 <= letters(text) ? better(isKnown ? whole : null, other) : isKnown ? whole : null;
    if (!best || best.text === text) return null;
    return /^\p{Lu}/u.test(text) ? raised(best.text) : best.text;
  }

  function line(text: string): string {
    const cut = text.split(/(?<=[.!?]) (?=\S)/);
    const out: string[] = [];
    for (let at = 0; at < cut.length; ) {
      let end = cut.length;
      let found: string | null = null;
      while (found === null && end > at) found = sentence(cut.slice(at, end).join(" "), end-- > at + 1);
      out.push(found ?? cut[at]!);
      at = found === null ? at + 1 : end + 1;
    }
    return out.join(" ");
  }

  return (text) => {
    const before = said.get(text);
    if (before !== undefined) return before;
    const now = text.split("\n").map((each) => (each ? line(each) : each)).join("\n");
    said.set(text, now);
    return now;
  };
}
