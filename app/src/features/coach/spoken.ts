/** What is read out of an answer's text. */

const ENDS = /[.!?…:][”"')\]*]*(?=\s)|\n/g;
const LONG = 220;

/** Return the part of a growing text that can be shown: whole sentences and lines; of a very long one, whole words. */
export function wholeOf(text: string): string {
  let end = 0;
  for (const found of text.matchAll(ENDS)) if (!isNumbering(text, found.index)) end = found.index + found[0].length;
  if (text.length - end > LONG) end = Math.max(end, text.lastIndexOf(" "));
  return text.slice(0, end).trimEnd();
}

/** "1." at the start of a line numbers it and ends no sentence. */
const isNumbering = (text: string, place: number) => /(?:^|\n)\s*\d{1,2}$/.test(text.slice(Math.max(0, place - 5), place));

const QUESTION = /(?:^|[.!?:]\s+|\n)([^.!?:\n]*(?::\s*)?[^.!?:\n]+)\?\s*$/;
const LEAD = /^(?:shall i|would you like me to|do you want me to|was it|is it|did you mean|there is also)\s+/i;
const [FEWEST, MOST, LONGEST] = [2, 6, 48];

/** Return what a question that ends an answer lets one choose from: "Which press is it: A, B or C?", "Shall I log it, or find a recipe?" */
export function choicesOf(text: string): string[] {
  const colon = text.match(/:\s*([^:?\n]+)\?\s*$/)?.[1];
  const asked = colon ?? text.match(QUESTION)?.[1];
  if (!asked || !/\sor\s|\so\s/.test(asked)) return [];
  if (colon === undefined && !LEAD.test(asked.trim())) return [];
  const choices = asked
    .trim()
    .replace(LEAD, "")
    .split(/,?\s+(?:or|o)\s+|,\s+/)
    .map((each) => each.replace(LEAD, "").replace(/^(?:and on|y en) which day$/i, "").trim())
    .filter((each) => each && !/^(?:something else|another amount|and on which day|otra cosa)$/i.test(each));
  return choices.length >= FEWEST && choices.length <= MOST && choices.every((each) => each.length <= LONGEST) ? choices : [];
}

const NUMBER = /(?<![\d./-])\+?\d(?:[\d ()-]{1,16}\d)(?![\d/%]|[.,]\d|\s*(?:kg|lb|g|ml|kcal|reps?|min|cm|in|%))/g;
const SITE = /\b(?:[a-z0-9-]+\.)+(?:com|org|net|es|uk|de|fr|eu|gov)\b(?:\/[\w/-]*)?/gi;

export type Piece = { text: string; url?: string; phone?: boolean };

/** Split a safety text so that its numbers can be called and its sites opened. */
export function piecesOf(text: string): Piece[] {
  const found = [
    ...[...text.matchAll(NUMBER)].map((hit) => ({ at: hit.index, text: hit[0], url: `tel:${hit[0].replace(/[^\d+]/g, "")}`, phone: true })),
    ...[...text.matchAll(SITE)].map((hit) => ({ at: hit.index, text: hit[0], url: `https://${hit[0]}`, phone: false })),
  ].sort((a, b) => a.at - b.at);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { at, ...piece } of found) {
    if (at < from) continue;
    if (at > from) pieces.push({ text: text.slice(from, at) });
    pieces.push(piece);
    from = at + piece.text.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces;
}
