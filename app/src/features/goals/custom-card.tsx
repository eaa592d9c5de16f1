import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync } from "@/sync/provider";
import { Button, Card, Stepper, useToast } from "@/ui";
import type { GoalWords } from "./amounts";
import type { Body } from "./model";

/** Steps of about a twentieth of the way, in round numbers. */
function stepOf(way: number): number {
  const rough = Math.abs(way) / 20 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 1;
}

/** Say how far one is with something that only the person knows. */
export function CustomCard({ body, value, words }: { body: Body; value: number | null; words: GoalWords }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const now = body.current_value ?? value ?? body.start_value ?? 0;
  const [next, setNext] = useState<number | null>(null);
  const shown = next ?? now;
  const step = stepOf(body.target_value - (body.start_value ?? 0));
  const save = async () => {
    await phone?.edit("goal", body.id, { current_value: shown });
    setNext(null);
    tell({ text: t("goals.said"), action: { label: t("common.undo"), run: () => void phone?.edit("goal", body.id, { current_value: now }) } });
  };
  return (
    <Card title={t("goals.say")} className="items-stretch">
      <Stepper label={t("goals.say")} value={shown} min={-1e9} step={step} shown={words.amount(body, shown)} less={t("common.less")} more={t("common.more")} onChange={setNext} />
      <Button label={t("common.save")} disabled={shown === now} onPress={() => void save()} />
    </Card>
  );
}
