import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import type { Units } from "@/lib/locale";
import { Button, Card, TrendChart, Txt } from "@/ui";
import { Plus } from "@/ui/icons";
import type { Weighing, Weights } from "./view";
import { WeighSheet } from "./weigh-sheet";

/** `shownFrom`: what was weighed before it counts in the trend and is not drawn. */
type Props = { weights: Weights; shownFrom: number; units: Units; format: Format };

export function WeightCard({ weights: { weighings, perWeek }, shownFrom, units, format }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const last = weighings.at(-1);
  const latest = last?.value;
  const drawn = weighings.filter((each) => each.at >= shownFrom);
  return (
    <Card title={t("today.weight")} aside={<Button variant="soft" icon={Plus} label={t("today.addWeight")} onPress={() => setOpen(true)} className="min-h-11" />}>
      {latest === undefined ? (
        <Txt kind="small">{t("today.noWeight")}</Txt>
      ) : (
        <View className="flex-row flex-wrap items-baseline gap-x-4">
          <Txt kind="figure">{format.weight(latest)}</Txt>
          {last?.level !== undefined ? (
            <Txt kind="small">
              {t("today.trend", { value: format.weight(last.level) })}
              {perWeek !== null ? ` · ${t("today.perWeek", { value: format.weightChange(perWeek) })}` : ""}
            </Txt>
          ) : null}
        </View>
      )}
      {drawn.length > 2 ? <Chart weighings={drawn} format={format} /> : null}
      <WeighSheet open={open} first={latest} units={units} onClose={() => setOpen(false)} />
    </Card>
  );
}

function Chart({ weighings, format }: { weighings: Weighing[]; format: Format }) {
  const { t } = useTranslation();
  const days = weighings.map((each) => format.shortDay(dayOf(new Date(each.at))));
  const [from, to] = [days[0] ?? "", days.at(-1) ?? ""];
  const points = weighings.map(({ at, value, level, low, high }) => ({ x: at, y: level ?? value, low, high, raw: value }));
  const label = t("today.weightLabel", { from, to, latest: format.weight(weighings.at(-1)?.value ?? 0) });
  return <TrendChart points={points} label={label} format={format.weightNumber} ends={[from, to]} />;
}
