import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Txt } from "@/ui";
import type { Cell, Row } from "./rows";

/** As many parts of a list as can be looked over. */
const MOST = 8;

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
  const lines = cell.lines ?? [];
  const texts = [cell.text, ...lines.slice(0, MOST).map(({ text }) => text), ...(lines.length > MOST ? [t("decisions.more", { count: lines.length - MOST })] : [])];
  return (
    <View role="group" aria-label={label} className="flex-1 gap-1">
      {texts.map((text, at) => (
        <Txt key={`${at} ${text}`} className={at ? "text-sm" : ""}>
          {text}
        </Txt>
      ))}
    </View>
  );
}
