import { useState } from "react";
import { useTranslation } from "react-i18next";
import { checkIn, takeBack } from "@/lib/habits/records";
import type { Day } from "@/lib/day";
import { numberOf } from "@/lib/quantities";
import { useSync } from "@/sync/provider";
import { Button, Field, Sheet } from "@/ui";
import type { Row } from "./view";

/** How much it was. */
export function AmountSheet({ row: { habit, value, plan }, day, onClose }: { row: Row; day: Day; onClose: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const [text, setText] = useState(value === null ? "" : String(value));
  const [wrong, setWrong] = useState(false);
  const save = async (amount: number | null) => {
    if (amount === null || amount < 0) return setWrong(true);
    if (phone) await checkIn(phone, habit.id, day, amount);
    onClose();
  };
  const clear = async () => {
    if (phone) await takeBack(phone, habit.id, day);
    onClose();
  };
  return (
    <Sheet open title={habit.name} close={t("common.close")} onClose={onClose}>
      <Field label={t("habits.amount")} unit={habit.target?.unit} value={text} onChangeText={setText} inputMode="decimal" autoFocus selectTextOnFocus error={wrong ? t("habits.needAmount") : undefined} onSubmitEditing={() => void save(numberOf(text))} />
      <Button label={t("common.save")} onPress={() => void save(numberOf(text))} />
      {habit.target && !plan.quit ? <Button variant="soft" label={t("habits.allOf")} onPress={() => void save(habit.target?.value ?? null)} /> : null}
      {value === null ? null : <Button variant="quiet" label={t("habits.clear")} onPress={() => void clear()} />}
    </Sheet>
  );
}
