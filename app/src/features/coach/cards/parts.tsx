import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ScrollView, View } from "react-native";
import { Button, cn, Txt } from "@/ui";

export type Pair = { label: string; value: string };

/** Names at the start, what they are at the end. */
export function Pairs({ pairs }: { pairs: Pair[] }) {
  return (
    <View>
      {pairs.map(({ label, value }, place) => (
        <View key={place} className={cn("flex-row flex-wrap justify-between gap-x-4 gap-y-0.5 py-2", place > 0 && "border-t border-line")}>
          <Txt kind="small">{label}</Txt>
          <Txt className="shrink font-medium">{value}</Txt>
        </View>
      ))}
    </View>
  );
}

const [FEW, COLUMN, WIDEST] = [8, 84, 260];

/** A table that scrolls sideways where it is wide; the rows of a long one come on demand. */
export function Table({ label, columns, rows }: { label: string; columns: string[]; rows: string[][] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const widths = columns.map((name, place) => Math.min(WIDEST, Math.max(COLUMN, 12 + 8.2 * Math.max(name.length, ...rows.map((row) => (row[place] ?? "").length)))));
  const line = (cells: string[], head: boolean, key: number | string) => (
    <View key={key} role="row" className={cn("flex-row gap-3 py-2", !head && "border-t border-line")}>
      {columns.map((_, place) => (
        <Txt key={place} role={head ? "columnheader" : "cell"} kind={head ? "label" : "body"} className={cn(place === 0 ? "font-medium" : "tabular-nums")} style={{ minWidth: widths[place], width: widths[place], flexGrow: 1 }}>
          {cells[place] ?? ""}
        </Txt>
      ))}
    </View>
  );
  return (
    <View className="gap-1">
      <ScrollView horizontal tabIndex={0} aria-label={label} contentContainerClassName="grow">
        <View role="table" aria-label={label} className="grow">
          {columns.some(Boolean) ? line(columns, true, "head") : null}
          {(all ? rows : rows.slice(0, FEW)).map((row, place) => line(row, false, place))}
        </View>
      </ScrollView>
      {rows.length > FEW ? <Button variant="quiet" className="min-h-11 self-start px-0" label={t(all ? "coach.card.showLess" : "coach.card.showAll")} aria-expanded={all} onPress={() => setAll(!all)} /> : null}
    </View>
  );
}

/** A part of a card with its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="gap-1.5">
      <Txt kind="label">{title}</Txt>
      {children}
    </View>
  );
}

export function Bullets({ items }: { items: string[] }) {
  return (
    <View role="list" className="gap-1">
      {items.map((item, place) => (
        <View key={place} role="listitem" className="flex-row gap-2">
          <Txt className="text-muted">•</Txt>
          <Txt className="flex-1">{item}</Txt>
        </View>
      ))}
    </View>
  );
}

/** The first of many, the rest on demand. */
export function Folded<T>({ items, few, children }: { items: T[]; few: number; children: (item: T, place: number) => ReactNode }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <>
      {(all ? items : items.slice(0, few)).map(children)}
      {items.length > few ? <Button variant="quiet" className="min-h-11 self-start px-0" label={t(all ? "coach.card.showLess" : "coach.card.showAll")} aria-expanded={all} onPress={() => setAll(!all)} /> : null}
    </>
  );
}
