import { View } from "react-native";
import { TrendChart, Txt } from "@/ui";
import { Pairs, Table } from "./parts";
import { anyText, listOf, numberIn, textOf, textsOf, wordsOf, type Data } from "./read";
import { useWords } from "./words";

/** The course of a figure, with its first and its last value in words. */
export function Series({ data }: { data: Data }) {
  const { t, number, shortDay } = useWords();
  const points = listOf(data.points).flatMap((each) => {
    const value = numberIn(each.value);
    return value === undefined ? [] : [{ day: textOf(each.day), value }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <Txt kind="small">{t("coach.card.nothingYet")}</Txt>;
  const said = (point: { day: string; value: number }) => `${number(point.value, 1)} ${textOf(data.unit)}`.trim() + ` (${shortDay(point.day)})`;
  if (points.length === 1) return <Txt>{said(first)}</Txt>;
  const label = t("coach.card.seriesLabel", { title: textOf(data.title), first: said(first), last: said(last) });
  return (
    <>
      <Txt kind="small">{`${said(first)} → ${said(last)}`}</Txt>
      <TrendChart points={points.map(({ day, value }) => ({ x: Date.parse(day), y: value }))} label={label} format={(value) => number(value, 1)} ends={[shortDay(first.day), shortDay(last.day)]} />
    </>
  );
}

export function PlainTable({ data }: { data: Data }) {
  const rows = Array.isArray(data.rows) ? data.rows.map((row) => (Array.isArray(row) ? row.map(anyText) : [anyText(row)])) : [];
  return <Table label={textOf(data.title)} columns={textsOf(data.columns)} rows={rows} />;
}

/** Two spans side by side, and by how much they differ. */
export function Comparison({ data }: { data: Data }) {
  return (
    <>
      <View className="flex-row flex-wrap gap-3">
        {listOf(data.sides).map((side, place) => (
          <View key={place} className="min-w-32 flex-1 gap-0.5 rounded-2xl bg-raised p-4">
            <Txt kind="small">{textOf(side.label)}</Txt>
            <Txt className="text-xl font-bold tabular-nums">{textOf(side.value)}</Txt>
            <Txt kind="small">{textOf(side.days)}</Txt>
          </View>
        ))}
      </View>
      <Txt kind="strong">{textOf(data.difference)}</Txt>
    </>
  );
}

export function ProfileDraft({ data }: { data: Data }) {
  const { t } = useWords();
  const said = (value: unknown) => anyText(value) || t("coach.card.none");
  return <Pairs pairs={listOf(data.changes).map((each) => ({ label: textOf(each.field), value: `${said(each.before)} → ${said(each.after)}` }))} />;
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

/** A draft of one thing: its rows in order; what is not there has none. */
export function Rows({ type, data }: { type: RowDraft; data: Data }) {
  const { t, day } = useWords();
  const before = (value: unknown) => Object.values(value as Data).map(textOf).filter(Boolean).join(", ");
  const said = (value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? before(value) : day(anyText(value)));
  const pairs = Object.entries(ROWS[type]).map(([key, name]) => ({ label: t(`coach.card.${name}`), value: said(data[key]) }));
  return <Pairs pairs={pairs.filter((pair) => pair.value)} />;
}

/** Whatever else comes: its keys and values. */
export function Anything({ data }: { data: Data }) {
  return <Pairs pairs={Object.entries(data).map(([key, value]) => ({ label: wordsOf(key), value: anyText(value) }))} />;
}
