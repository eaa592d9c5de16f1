import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { useSync } from "@/sync/provider";
import { Button, Segmented, Sheet, Stepper, Txt, useToast } from "@/ui";
import { Check } from "@/ui/icons";
import { cooksNumber } from "../amounts";
import type { Recipe } from "../requests";
import { slotAt, SLOTS, type Slot } from "../slots";
import { logServings } from "./log";

const [LEAST, MOST, STEP] = [0.5, 20, 0.5];

/** How much of a recipe was eaten, and at which meal: what is likely is chosen already. */
export function LogSheet({ recipe, format, onClose }: { recipe: Recipe; format: Format; onClose: () => void }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const [servings, setServings] = useState(1);
  const [slot, setSlot] = useState<Slot>(() => slotAt(new Date().getHours()));
  const log = async () => {
    if (!phone) return;
    const id = await logServings(phone, recipe, servings, slot, new Date());
    tell({ text: t("kitchen.logged", { name: recipe.name }), action: { label: t("common.undo"), run: () => void phone.delete("meal", id) } });
    onClose();
  };
  const energy = recipe.per_serving.energy_kcal;
  return (
    <Sheet open title={t("kitchen.logServing")} close={t("common.close")} onClose={onClose}>
      <View className="flex-row flex-wrap items-center justify-between gap-3">
        <Txt kind="strong">{t("kitchen.servings")}</Txt>
        <Stepper label={t("kitchen.servings")} value={servings} shown={cooksNumber(servings, format.number)} step={STEP} min={LEAST} max={MOST} less={t("kitchen.fewerServings")} more={t("kitchen.moreServings")} onChange={setServings} />
      </View>
      <Segmented label={t("kitchen.meal")} options={SLOTS.map((value) => ({ value, label: t(`kitchen.slot.${value}`) }))} value={slot} onChange={setSlot} />
      {energy === undefined ? null : <Txt kind="small">{`${format.number(energy * servings)} kcal · ${t("kitchen.proteinOf", { grams: format.number((recipe.per_serving.protein_g ?? 0) * servings) })}`}</Txt>}
      <Button icon={Check} label={t("kitchen.log")} onPress={() => void log()} />
    </Sheet>
  );
}
