/**
 * Find exercises on the device as somebody types: names, aliases, muscles, equipment, in any order, with typing errors.
 *
 * The server's search (fitzen/exercises/search.py) says which one a phrase means; this one only has to show it near the top.
 */

import type { Forms } from "./forms";
import type { Equipment, Exercise, Muscle } from "./types";

/** `forms` are those of the language that is spoken, where that is not English. */
export type Filter = { muscle?: Muscle | null; equipment?: Equipment | null; forms?: Forms | null };

const SHORT: Record<string, string> = {
  bb: "barbell",
  db: "dumbbell",
  kb: "kettlebell",
  ohp: "overhead press",
  rdl: "romanian deadlift",
  sldl: "stiff leg deadlift",
  bss: "bulgarian split squat",
  trx: "suspension",
};
const FILLERS = new Set(["a", "an", "the", "my", "of", "with", "on", "for", "and"]);
/** What a word counts that is found in the name, in an alias, in what is trained and needed. */
const [NAME, ALIAS, TAG] = [1, 0.9, 0.5];
const [WHOLE, BEGUN, ALIKE] = [1, 0.9, 0.7];
/** So many letters a word must have to be known with a typing error in it. */
const LONG = 5;

/** Cut a phrase into words of one form: lower case, no accents, singular. */
export function wordsOf(text: string, forms?: Forms | null): string[] {
  const plain = text.normalize("NFD").replace(/[\u0300-\u036f'\u2019]/g, "").toLowerCase();
  if (forms) return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => SHORT[word]?.split(" ") ?? [word]).flatMap(forms.of);
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => SHORT[word]?.split(" ") ?? [singular(word)]).filter((word) => !FILLERS.has(word));
}

const singular = (word: string) => (word.length <= 3 || /(ss|us)$/.test(word) ? word : /(ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, ""));

type Entry = { exercise: Exercise; phrases: { words: string[]; factor: number }[]; joined: string[] };

const entries = new WeakMap<Exercise, Entry>();

function entryOf(exercise: Exercise, forms?: Forms | null): Entry {
  const known = entries.get(exercise);
  if (known) return known;
  const name = wordsOf(exercise.name, forms);
  const aliases = (exercise.aliases ?? []).map((each) => wordsOf(each, forms));
  const tags = [...exercise.muscles.filter((part) => part.share === 1).map((part) => part.muscle), ...(exercise.equipment ?? []), exercise.pattern].map((tag) => `${tag.replaceAll("_", " ")} ${forms?.tag(tag) ?? ""}`);
  const made: Entry = {
    exercise,
    phrases: [{ words: name, factor: NAME }, ...aliases.map((words) => ({ words, factor: ALIAS })), { words: wordsOf(tags.join(" "), forms), factor: TAG }],
    joined: [name, ...aliases].map((words) => words.join("")),
  };
  entries.set(exercise, made);
  return made;
}

/** Return the best first; all of them, in the order given, for a blank query. `often` says how much a person uses one. */
export function searchExercises(exercises: readonly Exercise[], query: string, { muscle, equipment, forms }: Filter = {}, often: (id: string) => number = () => 0): Exercise[] {
  const fitting = exercises.filter(
    (each) => (!muscle || each.muscles.some((part) => part.muscle === muscle && part.share === 1)) && (!equipment || (each.equipment ?? []).includes(equipment)),
  );
  const wanted = wordsOf(query, forms);
  if (!wanted.length) return [...fitting].sort((a, b) => often(b.id) - often(a.id));
  const found = fitting.flatMap((exercise) => {
    const score = scoreOf(entryOf(exercise, forms), wanted);
    return score > 0 ? [{ exercise, score: score + Math.min(often(exercise.id), 10) / 50 }] : [];
  });
  return found.sort((a, b) => b.score - a.score || a.exercise.name.length - b.exercise.name.length || a.exercise.name.localeCompare(b.exercise.name)).map((each) => each.exercise);
}

/** Every word must be found somewhere; 0 where one is not. A name that is all of the query stands above longer ones. */
function scoreOf(entry: Entry, wanted: string[]): number {
  const together = wanted.join("");
  const whole = entry.joined.some((each) => each === together) ? 2 : entry.joined.some((each) => each.startsWith(together)) ? 1 : 0;
  const found = entry.phrases.map(({ words, factor }) => ({ factor, length: words.length, each: wanted.map((word) => Math.max(0, ...words.map((known) => likeness(word, known)))) }));
  const best = wanted.map((_, place) => Math.max(...found.map(({ factor, each }) => factor * each[place]!)));
  if (Math.min(...best) <= 0) return whole;
  const covered = Math.max(...found.map(({ factor, length, each }) => (factor * sumOf(each)) / Math.max(length, wanted.length)));
  return whole + sumOf(best) / wanted.length + covered / 4;
}

const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

function likeness(typed: string, known: string): number {
  if (typed === known) return WHOLE;
  if (known.startsWith(typed)) return BEGUN;
  return typed.length >= LONG && isOneOff(typed, known) ? ALIKE : 0;
}

/** Say whether one letter was left out, added, changed, or two were turned round. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rests = [
    [a.slice(at + 1), b.slice(at)],
    [a.slice(at), b.slice(at + 1)],
    [a.slice(at + 1), b.slice(at + 1)],
  ];
  const turned = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return turned || rests.some(([one, other]) => one === other);
}

/** What can stand in for an exercise: easier and harder forms of it, the same movement, the same muscles; best first. */
export function alternativesOf(exercise: Exercise, all: readonly Exercise[], { has }: { has?: readonly string[] | null } = {}): Exercise[] {
  const kin = new Set([...(exercise.easier ?? []), ...(exercise.harder ?? [])]);
  const shares = new Map(exercise.muscles.map((part) => [part.muscle, part.share]));
  const total = exercise.muscles.reduce((sum, part) => sum + part.share, 0);
  return all
    .flatMap((other) => {
      if (other.id === exercise.id) return [];
      const common = other.muscles.reduce((sum, part) => sum + Math.min(part.share, shares.get(part.muscle) ?? 0), 0);
      const extra = other.muscles.reduce((sum, part) => sum + Math.max(0, part.share - (shares.get(part.muscle) ?? 0)), 0);
      const score = common / total - extra / (2 * total) + (other.pattern === exercise.pattern ? 0.5 : 0) + (kin.has(other.id) ? 0.4 : 0) + (other.metric === exercise.metric ? 0.1 : 0) + alikeNames(exercise, other) / 5 - (isAtHand(other, has) ? 0 : 1);
      return score > 0.6 ? [{ other, score }] : [];
    })
    .sort((a, b) => b.score - a.score || a.other.name.localeCompare(b.other.name))
    .map((each) => each.other);
}

function alikeNames(one: Exercise, other: Exercise): number {
  const [first, second] = [wordsOf(one.name), wordsOf(other.name)];
  return first.filter((word) => second.includes(word)).length / Math.max(first.length, second.length);
}

/** `has` is the person's equipment; where it is not known, everything is. */
const isAtHand = (exercise: Exercise, has?: readonly string[] | null): boolean => !has?.length || (exercise.equipment ?? []).every((each) => has.includes(each));
