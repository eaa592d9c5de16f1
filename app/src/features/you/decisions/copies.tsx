import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Txt } from "@/ui";
import { runsOf, type Cell, type Line, type Row } from "./rows";

/** As many lines of a list as can be looked over. */
const MOST = 10;

/** The two copies side by side: a line for each field in which they differ. Without another copy, what the one says. */
export function Copies({ rows, mine, theirs }: { rows: Row[]; mine: string; theirs: string }) {
  const { t } = useTranslation();
  const both = rows.every((row) => row.mine && row.theirs);
  if (!rows.length) return <Txt kind="small">{t("decisions.same")}</Txt>;
  return (
    <View className="rounded-field bg-raised p-4 gap-3">
      {both ? (
        <View className="flex-row gap-4">
          {[mine, theirs].map((title) => (
            <Txt key={title} kind="strong" className="flex-1">
              {title}
            </Txt>
          ))}
        </View>
      ) : null}
      {rows.map((row) => (
        <View key={row.name} className="gap-0.5">
          <Txt kind="label">{row.label}</Txt>
          <View className="flex-row gap-4">
            {row.mine ? <Value cell={row.mine} label={both ? `${mine}, ${row.label}` : row.label} /> : null}
            {row.theirs ? <Value cell={row.theirs} label={both ? `${theirs}, ${row.label}` : row.label} /> : null}
          </View>
        </View>
      ))}
    </View>
  );
}

function Value({ cell, label }: { cell: Cell; label: string }) {
  const { t } = useTranslation();
  const groups = grouped(cell.lines ?? []);
  const shown = groups.filter((_, at) => at === 0 || groups.slice(0, at + 1).reduce((sum, { texts }) => sum + texts.length, 0) <= MOST);
  const more = groups.length - shown.length;
  return (
    <View role="group" aria-label={label} className="flex-1 gap-1">
      <Txt>{cell.text}</Txt>
      {shown.map(({ of, texts }, at) => (
        <View key={`${at} ${of}`}>
          {of ? <Txt className="text-sm font-medium">{of}</Txt> : null}
          {texts.map((text, place) => (
            <Txt key={`${place} ${text}`} className="text-sm">
              {text}
            </Txt>
          ))}
        </View>
      ))}
      {more ? <Txt kind="small">{t("decisions.more", { count: more })}</Txt> : null}
    </View>
  );
}

/** Put together the lines of one thing, and those that are alike. */
function grouped(lines: readonly Line[]): { of?: string; texts: string[] }[] {
  const groups: { of?: string; texts: string[] }[] = [];
  for (const { of, text } of lines) {
    const last = groups.at(-1);
    if (of && last?.of === of) last.texts.push(text);
    else groups.push({ of, texts: [text] });
  }
  return groups.map(({ of, texts }) => ({ of, texts: runsOf(texts) }));
}
