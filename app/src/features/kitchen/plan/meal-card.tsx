import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Format } from "@/i18n/format";
import type { Day } from "@/lib/day";
import { useUnitName } from "@/lib/unit-name";
import { useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, Card, Icon, Txt, useToast } from "@/ui";
import { ArrowLeftRight, Check, ChevronEnd, Clock, RotateCcw } from "@/ui/icons";
import { slotAt } from "../slots";
import { portionText } from "./portion";
import { eat, eatenId, type Planned } from "./eaten";

type Props = { planned: Planned; today: Day; format: Format; onSwap: () => void };

/** A planned meal: what and how much, what it gives, and the two things to do with it. */
export function MealCard({ planned, today, format, onSwap }: Props) {
  const { t } = useTranslation();
  const units = useUnits();
  const unitName = useUnitName();
  const { meal, day } = planned;
  const { energy_kcal: energy = 0, protein_g: protein = 0 } = meal.totals;
  const facts = [`${format.number(energy)} kcal`, t("kitchen.proteinOf", { grams: format.number(protein) })].join(" · ");
  return (
    <Card>
      <View className="flex-row items-center justify-between gap-3">
        <Txt kind="label">{t(`kitchen.slot.${meal.slot}`)}</Txt>
        {typeof meal.minutes === "number" ? (
          <View className="flex-row items-center gap-1">
            <Icon of={Clock} tone="muted" size={14} />
            <Txt kind="small">{t("kitchen.minutes", { count: meal.minutes })}</Txt>
          </View>
        ) : null}
      </View>
      {meal.recipe_id ? (
        <Pressable role="link" aria-label={meal.name} onPress={() => router.push(`/recipe/${meal.recipe_id}`)} className="min-h-11 flex-row items-center gap-2 active:opacity-70">
          <Txt kind="heading" level={3} className="flex-1">
            {meal.name}
          </Txt>
          <Icon of={ChevronEnd} tone="muted" size={18} />
        </Pressable>
      ) : (
        <Txt kind="heading" level={3}>
          {meal.name}
        </Txt>
      )}
      <View role="list" className="gap-1">
        {meal.items.map((item, place) => (
          <View role="listitem" key={place} className="flex-row justify-between gap-3">
            <Txt kind="small" className="flex-1">
              {item.recipe_id === meal.recipe_id && item.recipe_id ? t("kitchen.ofTheDish") : item.name}
            </Txt>
            <Txt kind="small" className="shrink tabular-nums text-end">
              {portionText(item, units, format, t, unitName)}
            </Txt>
          </View>
        ))}
      </View>
      <Txt className="text-sm font-medium tabular-nums">{facts}</Txt>
      <View className="flex-row flex-wrap gap-2">
        {day <= today ? <EatButton planned={planned} today={today} /> : null}
        <Button variant="quiet" icon={ArrowLeftRight} className="min-h-11" label={t("kitchen.swap")} aria-label={t("kitchen.swapOf", { name: meal.name })} onPress={onSwap} />
      </View>
    </Card>
  );
}

/** One tap logs the meal as it was planned, once; to take it back is a button elsewhere, which a second tap does not meet. */
function EatButton({ planned, today }: { planned: Planned; today: Day }) {
  "use no memo"; // reads a phone that changes inside
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const id = useRecords(["meal"], (device) => eatenId(device, planned));
  const name = planned.meal.name;
  if (id)
    return (
      <View className="flex-row items-center">
        <View className="min-h-11 min-w-36 flex-row items-center gap-2 ps-1">
          <Icon of={Check} tone="brand" size={20} />
          <Txt kind="strong" className="text-brand">
            {t("kitchen.eaten")}
          </Txt>
          <Unsent kind="meal" id={id} />
        </View>
        <Button variant="quiet" icon={RotateCcw} className="min-h-11 px-3" label={t("common.undo")} aria-label={`${t("common.undo")}: ${name}`} onPress={() => void phone?.delete("meal", id)} />
      </View>
    );
  const log = async () => {
    if (!phone) return;
    const made = await eat(phone, planned, today, new Date());
    tell({ text: t("kitchen.logged", { name }), action: { label: t("common.undo"), run: () => void phone.delete("meal", made) } });
  };
  const due = planned.day === today && planned.meal.slot === slotAt(new Date().getHours());
  return <Button icon={Check} variant={due ? "primary" : "plain"} className="min-h-11" label={t("kitchen.eat")} aria-label={t("kitchen.eatOf", { name })} onPress={() => void log()} />;
}
