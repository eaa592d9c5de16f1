import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { Button, Chip, Sheet, Txt } from "@/ui";
import { Trash } from "@/ui/icons";
import type { Guess } from "../basket";
import { useFood, wholeFood } from "../requests";
import type { Known } from "../rules/known";
import { itemOf, type MealItem } from "../rules/portion";
import { MacrosLine } from "./macros-line";
import { PortionPicker } from "./portion-picker";

type Props = { item: MealItem; guess?: Guess; known: Known | undefined; onSave: (item: MealItem) => void; onRemove: () => void; onClose: () => void };

/** Another amount of something, or another food where words may mean one. */
export function PortionSheet({ item: first, guess, known, onSave, onRemove, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const [item, setItem] = useState(first);
  const asked = useFood(item.food_id ?? "");
  const food = item.food_id ? (asked.data ? wholeFood(asked.data) : (known?.foods.get(item.food_id) ?? null)) : null;
  return (
    <Sheet open title={item.name ?? ""} close={t("common.close")} onClose={onClose}>
      {guess ? <Alternatives guess={guess} chosen={item.food_id ?? ""} first={first} onChoose={setItem} /> : null}
      <PortionPicker item={item} food={food} onChange={setItem} />
      <MacrosLine of={item.nutrients ?? {}} format={format} />
      <Button label={t("common.done")} onPress={() => onSave(item)} />
      <Button variant="quiet" icon={Trash} label={t("eat.remove")} onPress={onRemove} />
    </Sheet>
  );
}

function Alternatives({ guess, chosen, first, onChoose }: { guess: Guess; chosen: string; first: MealItem; onChoose: (item: MealItem) => void }) {
  const { t } = useTranslation();
  return (
    <View className="gap-2">
      <Txt kind="small">{t("eat.youSaid", { text: guess.text })}</Txt>
      <View role="radiogroup" aria-label={t("eat.mayMean")} className="flex-row flex-wrap gap-2">
        <Chip one label={first.name ?? ""} chosen={chosen === first.food_id} onPress={() => onChoose(first)} />
        {guess.alternatives.map((each) => (
          <Alternative key={each.food_id} of={each} chosen={chosen === each.food_id} onChoose={onChoose} />
        ))}
      </View>
    </View>
  );
}

function Alternative({ of, chosen, onChoose }: { of: Guess["alternatives"][number]; chosen: boolean; onChoose: (item: MealItem) => void }) {
  const food = useFood(of.food_id).data;
  if (!food) return null;
  return <Chip one label={of.name} chosen={chosen} onPress={() => onChoose(itemOf(wholeFood(food), of.grams, { unit: "g", grams: 1 }))} />;
}
