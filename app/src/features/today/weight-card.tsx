import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import type { Format } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import type { Units } from "@/lib/locale";
import { Button, Card, TrendChart, Txt } from "@/ui";
import { Plus } from "@/ui/icons";
import type { Weighing } from "./view";
import { WeighSheet } from "./weigh-sheet";

type Props = { weight: Schemas["WeightNow"] | null; weighings: Weighing[]; units: Units; format: Format };

export function WeightCard({ weight, weighings, units, format }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const latest = weighings.at(-1)?.value ?? weight?.latest;
  return (
    <Card title={t("today.weight")} aside={<Button variant="soft" icon={Plus} label={t("today.addWeight")} onPress={() => setOpen(true)} className="min-h-11" />}>
      {latest === undefined ? (
        <Txt kind="small">{t("today.noWeight")}</Txt>
      ) : (
        <View className="flex-row flex-wrap items-baseline gap-x-4">
          <Txt kind="figure">{format.weight(latest)}</Txt>
          {weight ? (
            <Txt kind="small">
              {t("today.trend", { value: format.weight(weight.trend) })}
              {typeof weight.rate_per_week === "number" ? ` · ${t("today.perWeek", { value: format.weightChange(weight.rate_per_week) })}` : ""}
            </Txt>
          ) : null}
        </View>
      )}
      {weighings.length > 2 ? <Chart weighings={weighings} format={format} /> : null}
      <WeighSheet open={open} first={latest} units={units} onClose={() => setOpen(false)} />
    </Card>
  );
}

function Chart({ weighings, format }: { weighings: Weighing[]; format: Format }) {
  const { t } = useTranslation();
  const days = weighings.map((each) => format.shortDay(dayOf(new Date(each.taken_at))));
  const [from, to] = [days[0] ?? "", days.at(-1) ?? ""];
  const points = weighings.map((each) => ({ x: Date.parse(each.taken_at), y: each.value, raw: each.value }));
  const label = t("today.weightLabel", { from, to, latest: format.weight(weighings.at(-1)?.value ?? 0) });
  return <TrendChart points={points} label={label} format={format.weightNumber} ends={[from, to]} />;
}
