import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Field, Segmented, Sheet } from "@/ui";
import { SLOTS, type Slot } from "../rules/diary";
import { clockFrom } from "../rules/clock";

type Props = { slot: Slot; clock: string; onSave: (slot: Slot, clock: string) => void; onClose: () => void };

/** When something was eaten, and as what. */
export function WhenSheet({ slot: firstSlot, clock: firstClock, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const [slot, setSlot] = useState(firstSlot);
  const [typed, setTyped] = useState(firstClock);
  const clock = clockFrom(typed);
  return (
    <Sheet open title={t("eat.when")} close={t("common.close")} onClose={onClose}>
      <Segmented label={t("eat.kind")} value={slot} options={SLOTS.map((value) => ({ value, label: t(`eat.slot.${value}`) }))} onChange={setSlot} />
      <Field label={t("eat.time")} value={typed} onChangeText={setTyped} inputMode="numeric" placeholder="13:05" maxLength={5} selectTextOnFocus error={clock ? undefined : t("eat.badTime")} />
      <Button label={t("common.done")} disabled={!clock} onPress={() => clock && onSave(slot, clock)} />
    </Sheet>
  );
}
