import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Format } from "@/i18n/format";
import type { Day } from "@/lib/day";
import { Unsent } from "@/sync/unsent";
import { Button, Card, IconButton, Txt } from "@/ui";
import { Plus } from "@/ui/icons";
import { useAmount } from "../amount";
import { totalsOf, type Meal, type Slot } from "../rules/diary";
import { MealPhoto } from "../photo/meal-photo";

type Props = { slot: Slot; day: Day; meals: Meal[]; before: Meal[]; format: Format; onCopy: (meals: Meal[]) => void };

/** One kind of meal of a day: what was eaten and what it comes to; from the day before where nothing is there. */
export function SlotCard({ slot, day, meals, before, format, onCopy }: Props) {
  const { t } = useTranslation();
  const name = t(`eat.slot.${slot}`);
  const totals = totalsOf(meals);
  const last = meals.at(-1);
  const add = () => router.push({ pathname: "/food", params: { day, slot, ...(last ? { meal: last.id } : {}) } });
  const figures = [`${format.number(totals.energy_kcal ?? 0)} kcal`, t("eat.proteinOf", { value: format.number(totals.protein_g ?? 0) })];
  return (
    <Card className="gap-0 py-3">
      <View className="flex-row items-center gap-2">
        <View className={meals.length ? "flex-1 py-1" : "grow py-1"}>
          <Txt kind="heading" level={2}>
            {name}
          </Txt>
          {meals.length ? (
            <Txt kind="small" className="tabular-nums">
              {figures.join(" · ")}
            </Txt>
          ) : null}
        </View>
        {meals.length === 0 && before.length > 0 ? <Button variant="quiet" label={t("eat.asYesterday")} aria-label={t("eat.copySlot", { slot: name })} onPress={() => onCopy(before)} className="min-h-11 px-2 shrink" /> : null}
        <IconButton icon={Plus} tone="brand" label={t("eat.addTo", { slot: name })} onPress={add} className="bg-brand-soft" />
      </View>
      {meals.map((meal) => (
        <MealRows key={meal.id} meal={meal} format={format} />
      ))}
    </Card>
  );
}

function MealRows({ meal, format }: { meal: Meal; format: Format }) {
  const amountOf = useAmount();
  return (
    <Pressable role="button" onPress={() => router.push({ pathname: "/meal/[id]", params: { id: meal.id } })} className="mt-2 gap-1.5 border-t border-line pt-3 pb-1 active:opacity-70">
      <View className="flex-row items-center gap-2">
        <Txt kind="small" className="flex-1">
          {[format.clock(meal.eaten_at), meal.name].filter(Boolean).join(" · ")}
        </Txt>
        <Unsent kind="meal" id={meal.id} />
      </View>
      <View className="flex-row gap-3">
        {meal.photo_id ? <MealPhoto id={meal.photo_id} day={meal.eaten_at.slice(0, 10)} size={64} /> : null}
        <View className="flex-1 gap-1.5">
          {meal.items.map((item, place) => (
            <View key={place} className="flex-row items-baseline gap-3">
              <Txt className="flex-1">
                {item.name}
                <Txt kind="small">{`  ${amountOf(item)}`}</Txt>
              </Txt>
              <Txt className="tabular-nums">{item.nutrients?.energy_kcal === undefined ? "–" : format.number(item.nutrients.energy_kcal)}</Txt>
            </View>
          ))}
        </View>
      </View>
    </Pressable>
  );
}
