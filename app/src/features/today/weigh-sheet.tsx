import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withOffset } from "@/lib/day";
import type { Units } from "@/lib/locale";
import { kgFrom, kgIn, numberOf, WEIGHT_UNIT } from "@/lib/quantities";
import { useSync } from "@/sync/provider";
import { Button, Field, Sheet } from "@/ui";

/** What the server takes, in kg. */
const [LOW, HIGH] = [20, 400];

export function WeighSheet({ open, first, units, onClose }: { open: boolean; first?: number; units: Units; onClose: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const text = typed ?? (first === undefined ? "" : String(Math.round(kgIn(units, first) * 10) / 10));
  const save = async () => {
    const value = numberOf(text);
    const kg = value === null ? null : Math.round(kgFrom(units, value) * 100) / 100;
    if (kg === null || kg < LOW || kg > HIGH) return setWrong(true);
    await phone?.create("measurement", { metric: "weight_kg", value: kg, taken_at: withOffset(new Date()) });
    setTyped(null);
    setWrong(false);
    onClose();
  };
  const bounds = { low: Math.round(kgIn(units, LOW)), high: Math.round(kgIn(units, HIGH)) };
  return (
    <Sheet open={open} title={t("today.addWeight")} close={t("common.close")} onClose={onClose}>
      <Field
        label={t("today.weightValue")}
        unit={WEIGHT_UNIT[units]}
        value={text}
        onChangeText={setTyped}
        inputMode="decimal"
        autoFocus
        selectTextOnFocus
        error={wrong ? t("today.needWeight", bounds) : undefined}
        onSubmitEditing={() => void save()}
      />
      <Button label={t("common.save")} onPress={() => void save()} />
    </Sheet>
  );
}
