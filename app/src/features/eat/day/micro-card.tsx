import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { Button, Card, ProgressBar, Txt } from "@/ui";
import type { Figures } from "@/lib/figures";
import { microsOf, type Micro, type Reference } from "../rules/micros";

type Props = { references: Reference[]; parts: Figures[]; format: Format };

const FEW = 6;

/** Vitamins and minerals against what this person needs, and of how much of the day each is known. */
export function MicroCard({ references, parts, format }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (!references.length || !parts.length) return null;
  const micros = microsOf(references, parts);
  const shown = all ? micros : micros.slice(0, FEW);
  return (
    <Card title={t("eat.micros")}>
      <View className="gap-3">
        {shown.map((micro) => (
          <Row key={micro.key} micro={micro} format={format} />
        ))}
      </View>
      <Button variant="quiet" label={all ? t("common.less") : t("eat.allMicros", { count: micros.length })} onPress={() => setAll(!all)} />
      <Txt kind="small">{t("eat.microSource")}</Txt>
    </Card>
  );
}

function Row({ micro, format }: { micro: Micro; format: Format }) {
  const { t } = useTranslation();
  const name = t(`eat.nutrient.${micro.key}` as "eat.nutrient.iron_mg", { defaultValue: micro.label });
  const digits = (value: number) => (value < 10 ? 1 : 0);
  const reference = `${format.number(micro.reference, digits(micro.reference))} ${micro.unit}`;
  const value = micro.amount === null ? t("eat.notKnown") : `${micro.known < 1 ? "≥ " : ""}${format.number(micro.amount, digits(micro.amount))}`;
  const percent = micro.amount === null ? "" : format.percent(micro.amount / micro.reference);
  const notes = [
    micro.kind === "ai" ? t("eat.enough") : "",
    micro.known < 1 ? (micro.known > 0 ? t("eat.knownFor", { part: format.percent(micro.known) }) : t("eat.knownForNone")) : "",
    micro.over ? t("eat.overUpper", { value: `${format.number(micro.upper ?? 0, 1)} ${micro.unit}` }) : "",
  ].filter(Boolean);
  return (
    <View className="gap-1">
      <View className="flex-row flex-wrap justify-between gap-x-2">
        <Txt className="text-sm font-medium">{name}</Txt>
        <Txt kind="small" className="tabular-nums">
          {micro.amount === null ? value : `${t("eat.of", { value, target: reference })} · ${percent}`}
        </Txt>
      </View>
      <ProgressBar className="h-1.5" value={(micro.amount ?? 0) / micro.reference} label={name} text={micro.amount === null ? t("eat.notKnown") : percent} fill={micro.over ? "accent" : "brand"} />
      {notes.length ? <Txt className="text-xs text-muted">{notes.join(" · ")}</Txt> : null}
    </View>
  );
}
