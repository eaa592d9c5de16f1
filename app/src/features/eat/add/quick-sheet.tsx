import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { numberOf } from "@/lib/quantities";
import { Button, ErrorText, Field, Sheet, Txt } from "@/ui";
import { MACROS, type Macro } from "@/lib/figures";
import type { MealItem } from "../rules/portion";

const NAMES: Record<Macro, "energy" | "protein" | "carbs" | "fat"> = { energy_kcal: "energy", protein_g: "protein", carbs_g: "carbs", fat_g: "fat" };
const MOST = 20_000;

/** Figures alone, where no food is wanted: what is left empty stays unknown. */
export function QuickSheet({ onAdd, onClose }: { onAdd: (item: MealItem) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<Record<Macro, string>>({ energy_kcal: "", protein_g: "", carbs_g: "", fat_g: "" });
  const [tried, setTried] = useState(false);
  const isBad = (key: Macro) => {
    const value = numberOf(typed[key]);
    return typed[key].trim() !== "" && (value === null || value < 0 || value > MOST);
  };
  const empty = MACROS.every((key) => !typed[key].trim());
  const add = () => {
    setTried(true);
    if (empty || MACROS.some(isBad)) return;
    const nutrients = Object.fromEntries(MACROS.flatMap((key) => (typed[key].trim() ? [[key, numberOf(typed[key])!]] : [])));
    onAdd({ custom: true, name: name.trim() || t("eat.quickName"), amount: 1, unit: "serving", nutrients });
  };
  return (
    <Sheet open title={t("eat.quick")} close={t("common.close")} onClose={onClose}>
      <Txt kind="small">{t("eat.quickText")}</Txt>
      <Field label={t("eat.name")} value={name} onChangeText={setName} maxLength={250} placeholder={t("eat.quickName")} />
      <View className="flex-row flex-wrap gap-3">
        {MACROS.map((key, place) => (
          <Field
            key={key}
            className="min-w-[45%] flex-1"
            label={t(`eat.${NAMES[key]}`)}
            unit={place === 0 ? "kcal" : "g"}
            inputMode="decimal"
            value={typed[key]}
            onChangeText={(text) => setTyped({ ...typed, [key]: text })}
            error={tried && isBad(key) ? t("eat.badNumber") : undefined}
          />
        ))}
      </View>
      {tried && empty ? <ErrorText small>{t("eat.quickEmpty")}</ErrorText> : null}
      <Button label={t("eat.addToMeal")} onPress={add} />
    </Sheet>
  );
}
