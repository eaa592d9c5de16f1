import { readFileSync } from "node:fs";
import { fireEvent, render, renderHook, screen } from "@testing-library/react-native";
import i18n from "@/i18n";
import spanishWords, { measures } from "@/i18n/es";
import { loadLibrary } from "@/lib/exercises";
import { loadSpanish } from "@/lib/exercises/library";
import { spanish } from "@/lib/exercises/spanish";
import exerciseSheet from "@/lib/exercises/es.json";
import { keep } from "@/lib/kept";
import { loadSpoken, useSpoken } from "@/lib/spoken";
import sheet from "@/lib/spoken/es.json";
import { UNITS } from "@/lib/spoken/parts";
import * as speaking from "@/lib/spoken/spanish";
import type { Card } from "../talk";
import { dataOf, listOf, textOf, textsOf, type Data } from "./read";
import { CardView } from ".";

/** What the tools really show, and say while they run (`python -m tests.unit.coach.cards`). */
const { cards, doing } = JSON.parse(readFileSync(`${__dirname}/cards.cases.json`, "utf8")) as { cards: Card[]; doing: string[] };
const library = readFileSync(`${__dirname}/../../../../../src/fitzen/data/exercises.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line));

beforeAll(async () => {
  await keep("exercises", { at: Date.now(), items: library });
  await loadLibrary();
  await loadSpanish(async () => ({ spanish })); // a browser and a phone load these by themselves, jest has no import()
  await loadSpoken(async () => speaking);
  i18n.addResourceBundle("es", "translation", spanishWords).addResourceBundle("es", "measures", measures);
});
afterAll(() => i18n.changeLanguage("en"));

const textsIn = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []);
const wordsIn = (texts: readonly string[]) => new Set(texts.flatMap((text) => text.replace(/\{\{.*?\}\}|\{\d.*?\}/g, " ").toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 1));

const months = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 15).toLocaleDateString("es-ES", { month: "short" }));
/** Every word of the app's and the sheets' Spanish: one that is English too, such as `press`, is no English that was left. */
const SPANISH = wordsIn([...months, ...UNITS, ...textsIn(spanishWords), ...textsIn(measures), ...textsIn(exerciseSheet.exercises), ...(sheet as unknown as string[][]).map(([, said]) => said!)]);
SPANISH.delete("and"); // of the clean and jerk

const mealNames = (meal: Data) => [textOf(meal.name), ...textsOf(meal.with)];

/** What somebody called a dish, a food or a thing of theirs. */
function namesIn({ data: given }: Card): string[] {
  const data = dataOf(given);
  const meals = [...listOf(data.days).flatMap((day) => listOf(day.meals)), dataOf(data.before), dataOf(data.after)];
  const what = Array.isArray(data.columns) ? data.columns.indexOf("What") : -1;
  const cells = what < 0 ? [] : (data.rows as string[][]).map((row) => row[what]!);
  const parts = textsOf(data.parts).map((part) => part.replace(/: [\d.,]+ g$/, ""));
  const known = new Set(library.map((each) => each.name));
  const items = listOf(data.items).flatMap((item) => textOf(item.name)).filter((name) => !known.has(name));
  const own = listOf(data.changes).filter((each) => each.field === "Time zone" || each.field === "Allergies").flatMap((each) => [each.before, each.after].flatMap((text) => textOf(text).split(/, | and /)));
  const asked = listOf(data.items).flatMap((item) => / it has ((?!no )\w+)/.exec(textOf(item.why))?.[1] ?? "");
  return [...items, ...meals.flatMap(mealNames), ...cells, ...parts, ...own, ...asked, textOf(data.food), textOf(data.attribution), "Session"].filter(Boolean).sort((one, other) => other.length - one.length);
}

const without = (names: readonly string[], texts: readonly string[]) => texts.map((text) => names.reduce((left, name) => left.replaceAll(name, ""), text.replace(/\p{L}*Zz\p{L}+/giu, "")));

type Node = { props: Record<string, unknown>; children: (Node | string)[] | null };

function read(node: Node | string | null): string[] {
  if (node === null) return [];
  if (typeof node === "string") return [node];
  const labels = ["aria-label", "accessibilityLabel"].map((name) => node.props[name]).filter((label): label is string => typeof label === "string");
  return [...labels, ...(node.children ?? []).flatMap(read)];
}

/** Return all that is read on a card in a language, with what is folded. */
async function shown(card: Card, language: "en" | "es"): Promise<string[]> {
  await i18n.changeLanguage(language);
  const { unmount } = await render(<CardView card={card} />);
  for (const button of screen.queryAllByLabelText(i18n.t("coach.card.showAll"))) await fireEvent.press(button);
  const tree = screen.toJSON();
  const texts = (Array.isArray(tree) ? tree : [tree]).flatMap((each) => read(each as unknown as Node));
  await unmount();
  return texts;
}

/** Return the English words that the Spanish still has. */
function left(english: readonly string[], now: readonly string[], names: readonly string[]): string[] {
  const words = wordsIn(without(names, now));
  return [...wordsIn(without(names, english))].filter((word) => words.has(word) && !SPANISH.has(word));
}

const TYPES = [...new Set(cards.map((card) => card.type))];

test.each(TYPES)("a %s has no English in Spanish", async (type) => {
  const wrong: unknown[] = [];
  for (const card of cards.filter((each) => each.type === type)) {
    const [english, now] = [await shown(card, "en"), await shown(card, "es")];
    const words = left(english, now, namesIn(card));
    if (words.length) wrong.push([words, now.filter((text) => words.some((word) => wordsIn([text]).has(word)))]);
  }
  expect(wrong).toEqual([]);
});

test("what the coach is doing is said in Spanish", async () => {
  await i18n.changeLanguage("es");
  const speak = (await renderHook(() => useSpoken({ exercises: true }))).result.current;
  const wrong = doing.map((text) => [text, speak(text)] as const).filter(([text, said]) => said === text || left([text], [said], []).length);
  expect(wrong).toEqual([]);
});
