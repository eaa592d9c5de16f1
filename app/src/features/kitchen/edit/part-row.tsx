import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput, View } from "react-native";
import { Button, Choices, cn, ErrorText, IconButton, Sheet, Txt } from "@/ui";
import { FONT } from "@/ui/font";
import { ChevronDown, Trash } from "@/ui/icons";
import type { Food } from "../requests";
import { unitsOf, type Part } from "./draft";

type Props = { part: Part; food: Food | undefined; wrong: boolean; onChange: (part: Part) => void; onRemove: () => void };

/** One ingredient: how much of what, in a unit that the food has. */
export function PartRow({ part, food, wrong, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { label: _, ...bare } = part;
  const units = unitsOf(food);
  const unit = part.recipe_id ? t("kitchen.serving") : part.unit;
  return (
    <View className="gap-1 border-t border-line pt-2">
      <View className="flex-row items-center gap-2">
        <Txt kind="strong" className="flex-1">
          {part.name}
        </Txt>
        <IconButton icon={Trash} tone="muted" label={t("kitchen.removeIngredient", { name: part.name })} onPress={onRemove} className="bg-transparent" />
      </View>
      <View className="flex-row items-center gap-2">
        <TextInput
          aria-label={t("kitchen.amountOf", { name: part.name })}
          aria-invalid={wrong}
          value={part.amount}
          onChangeText={(amount) => onChange({ ...bare, amount })}
          inputMode="decimal"
          selectTextOnFocus
          style={{ fontFamily: FONT }}
          className={cn("w-24 min-h-12 px-4 py-3 rounded-field bg-raised text-ink text-base border border-transparent focus:border-brand", wrong && "border-warn")}
        />
        {part.recipe_id ? <Txt className="min-h-12 py-3">{unit}</Txt> : <Button variant="plain" className="flex-1 min-h-12" icon={ChevronDown} label={unit} aria-label={t("kitchen.unitOf", { name: part.name, unit })} onPress={() => setOpen(true)} />}
      </View>
      {wrong ? <ErrorText small>{t("kitchen.needAmount")}</ErrorText> : null}
      {open ? (
        <Sheet open title={t("kitchen.unit")} close={t("common.close")} onClose={() => setOpen(false)}>
          <Choices
            label={t("kitchen.unit")}
            options={units.map((each) => ({ value: each.unit, label: each.unit }))}
            chosen={part.unit}
            onChange={(chosen) => {
              const next = units.find((each) => each.unit === chosen);
              if (next) onChange({ ...bare, ...next });
              setOpen(false);
            }}
          />
        </Sheet>
      ) : null}
    </View>
  );
}
