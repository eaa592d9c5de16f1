import { View } from "react-native";
import { TrendChart, Txt } from "@/ui";
import { Pairs, Table } from "./parts";
import { anyText, listOf, numberIn, textOf, wordsOf, type Data } from "./read";
import { useWords } from "./words";

/** What the figure is of; a habit has the name that the person gave it. */
export const titleOf = (data: Data, said: (text: string) => string): string => (data.kind === "habit" ? textOf(data.title) : said(textOf(data.title)));

/** The course of a figure, with its first and its last value in words. */
export function Series({ data }: { data: Data }) {
  const { t, said: spoken, number, shortDay } = useWords();
  const points = listOf(data.points).flatMap((each) => {
    const value = numberIn(each.value);
    return value === undefined ? [] : [{ day: textOf(each.day), value }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <Txt kind="small">{t("coach.card.nothingYet")}</Txt>;
  const said = (point: { day: string; value: number }) => `${number(point.value, 1)} ${spoken(textOf(data.unit))}`.trim() + ` (${shortDay(point.day)})`;
  if (points.length === 1) return <Txt>{said(first)}</Txt>;
  const label = t("coach.card.seriesLabel", { title: titleOf(data, spoken), first: said(first), last: said(last) });
  return (
    <>
      <Txt kind="small">{`${said(first)} → ${said(last)}`}</Txt>
      <TrendChart points={points.map(({ day, value }) => ({ x: Date.parse(day), y: value }))} label={label} format={(value) => number(value, 1)} ends={[shortDay(first.day), shortDay(last.day)]} />
    </>
  );
}

/** Columns with names that people or cooks gave. */
const NAMES: ReadonlySet<string> = new Set(["Habit", "What"]);

export function PlainTable({ data }: { data: Data }) {
  const { t, said } = useWords();
  const columns = Array.isArray(data.columns) ? data.columns.map(textOf) : [];
  const cell = (value: unknown, place: number) => (NAMES.has(columns[place] ?? "") ? anyText(value) : said(anyText(value)));
  const rows = Array.isArray(data.rows) ? data.rows.map((row) => (Array.isArray(row) ? row.map(cell) : [anyText(row)])) : [];
  return <Table label={titleOf(data, said)} columns={columns.map((name) => t(`coach.card.statistic.${name}` as "coach.card.statistic.mean", { defaultValue: said(name) }))} rows={rows} />;
}

/** Two spans side by side, and by how much they differ. */
export function Comparison({ data }: { data: Data }) {
  const { t, said } = useWords();
  const days = (text: string) => {
    const [, logged, all] = /^(\d+) of (\d+)$/.exec(text) ?? [];
    return logged ? t("coach.card.daysLogged", { logged, all }) : text;
  };
  return (
    <>
      <View className="flex-row flex-wrap gap-3">
        {listOf(data.sides).map((side, place) => (
          <View key={place} className="min-w-32 flex-1 gap-0.5 rounded-2xl bg-raised p-4">
            <Txt kind="small">{said(textOf(side.label))}</Txt>
            <Txt className="text-xl font-bold tabular-nums">{said(textOf(side.value))}</Txt>
            <Txt kind="small">{days(textOf(side.days))}</Txt>
          </View>
        ))}
      </View>
      <Txt kind="strong">{said(textOf(data.difference))}</Txt>
    </>
  );
}

const ROWS = {
  water_draft: { amount: "amount", day: "day", time: "time", day_total: "dayTotal", target: "aim" },
  measurement_draft: { metric: "what", value: "value", day: "day", time: "time", note: "note", before: "before", question: "question" },
  checkin_draft: { habit: "habit", value: "value", day: "day", target: "target", before: "untilNow" },
  goal_draft: { title: "goal", start: "from", target: "to", due_on: "until", why: "where", warnings: "mind" },
  reminder_draft: { title: "what", at: "at", days: "when", first: "first" },
} as const;

export type RowDraft = keyof typeof ROWS;
export const isRowDraft = (type: string): type is RowDraft => Object.hasOwn(ROWS, type);

const OWN: ReadonlySet<string> = new Set(["habit", "note"]);
const PLAIN_REMINDER = "Reminder";
/** Titles that are the person's words: of what is none of the kinds that Fitzen knows, and of a habit that one is reminded of. */
const OWN_TITLE: Partial<Record<RowDraft, (data: Data) => boolean>> = {
  goal_draft: ({ kind }) => kind === "custom",
  reminder_draft: ({ kind, title }) => kind === "habit" || (kind === "custom" && title !== PLAIN_REMINDER),
};

const isOwn = (type: RowDraft, key: string, data: Data) => OWN.has(key) || (key === "title" && !!OWN_TITLE[type]?.(data));

/** A draft of one thing: its rows in order; what is not there has none. */
export function Rows({ type, data }: { type: RowDraft; data: Data }) {
  const { t, day, said } = useWords();
  const parts = (value: unknown): string[] => (Array.isArray(value) ? value : typeof value === "object" && value !== null ? Object.values(value) : [value]).map(anyText).filter(Boolean);
  const shown = (key: string) => parts(data[key]).map((text) => (isOwn(type, key, data) ? text : said(day(text)))).join(", ");
  const pairs = Object.entries(ROWS[type]).map(([key, name]) => ({ label: t(`coach.card.${name}`), value: shown(key) }));
  return <Pairs pairs={pairs.filter((pair) => pair.value)} />;
}

/** Whatever else comes: its keys and values. */
export function Anything({ data }: { data: Data }) {
  return <Pairs pairs={Object.entries(data).map(([key, value]) => ({ label: wordsOf(key), value: anyText(value) }))} />;
}
