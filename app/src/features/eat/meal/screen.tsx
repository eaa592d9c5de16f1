import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useFormat } from "@/i18n/format";
import { withOffset } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { useRecord, useSync } from "@/sync/provider";
import { Unsent } from "@/sync/unsent";
import { Button, Card, cn, Columns, Empty, Field, Screen, Skeleton, Txt, useToast } from "@/ui";
import { BookOpen, Clock, Copy, Plus, Trash, Utensils } from "@/ui/icons";
import { useAmount } from "../amount";
import { WhenSheet } from "../add/when-sheet";
import { MacrosLine } from "../food/macros-line";
import { Nutrients } from "../food/nutrients";
import { PortionSheet } from "../food/portion-sheet";
import { Header } from "../header";
import { PhotoCard } from "../photo/photo-card";
import { useKnown } from "../requests";
import { clockOf, dayOfMeal, momentOf, totalsOf, type Meal, type Slot } from "../rules/diary";
import { copyMeals, deleteMeal } from "../write";
import { RecipeSheet } from "./recipe-sheet";

/** One meal: everything of it can be changed, and shows at once. */
export function MealScreen() {
  const { t } = useTranslation();
  const { id } = useLocalSearchParams<{ id: string }>();
  const meal = useRecord("meal", id) as Meal | null | undefined;
  if (meal) return <Shown meal={meal} />;
  return (
    <Screen>
      <Header title={t("eat.meal")} />
      {meal === undefined ? (
        <Skeleton label={t("common.loading")} heights={[120, 240]} />
      ) : (
        <Card>
          <Empty icon={Utensils} title={t("eat.noMeal")} action={t("common.back")} onAction={() => router.replace("/eat")} />
        </Card>
      )}
    </Screen>
  );
}

function Shown({ meal }: { meal: Meal }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const amountOf = useAmount();
  const { phone } = useSync();
  const known = useKnown();
  const tell = useToast();
  const today = useDay(useMe()?.time_zone);
  const [open, setOpen] = useState<number | null>(null);
  const [sheet, setSheet] = useState<"when" | "recipe" | null>(null);
  const day = dayOfMeal(meal);
  const clock = clockOf(momentOf(day, meal.eaten_at.slice(11, 16)));
  const edit = (changes: Partial<Meal>) => phone && void phone.edit("meal", meal.id, changes);
  const setItem = (place: number, to: Meal["items"][number] | null) => {
    setOpen(null);
    edit({ items: meal.items.flatMap((item, at) => (at !== place ? [item] : to ? [to] : [])) });
  };
  const remove = async () => {
    if (!phone) return;
    const undo = await deleteMeal(phone, meal);
    tell({ text: t("eat.mealGone"), action: { label: t("common.undo"), run: () => void undo() } });
    if (router.canGoBack()) router.back();
    else router.replace("/eat");
  };
  const copyToToday = async () => {
    if (!phone) return;
    const made = await copyMeals(phone, [meal], today);
    tell({ text: t("eat.copiedToday"), action: { label: t("common.undo"), run: () => made.forEach((each) => void phone.delete("meal", each)) } });
  };
  const when = `${t(`eat.slot.${meal.slot}`)} · ${format.shortDay(day)}, ${format.clock(meal.eaten_at)}`;
  const edited = open === null ? undefined : meal.items[open];
  const totals = totalsOf([meal]);
  return (
    <Screen footer={<Button icon={Plus} label={t("eat.addMore")} onPress={() => router.push({ pathname: "/food", params: { day, slot: meal.slot, meal: meal.id } })} />}>
      <Header title={meal.name ?? t(`eat.slot.${meal.slot}`)} aside={<Unsent kind="meal" id={meal.id} />} />
      <Columns
        start={
          <>
            <Card className="gap-3">
              <Button variant="plain" icon={Clock} label={when} aria-label={t("eat.changeWhen", { shown: when })} onPress={() => setSheet("when")} />
              <View>
                {meal.items.map((item, place) => (
                  <Pressable
                    key={place}
                    role="button"
                    onPress={() => setOpen(place)}
                    className={cn("min-h-14 flex-row items-center gap-3 py-2 active:opacity-70", place > 0 && "border-t border-line")}
                  >
                    <View className="flex-1 gap-0.5">
                      <Txt>{item.name}</Txt>
                      <Txt kind="small" className="tabular-nums">
                        {amountOf(item, true)}
                      </Txt>
                    </View>
                    <Txt className="tabular-nums">{item.nutrients?.energy_kcal === undefined ? "–" : format.number(item.nutrients.energy_kcal)}</Txt>
                  </Pressable>
                ))}
                {meal.items.length ? null : <Txt kind="small">{t("eat.noItems")}</Txt>}
              </View>
              <MacrosLine of={totals} format={format} />
            </Card>
            <PhotoCard meal={meal} onChange={(photo_id) => edit({ photo_id })} />
          </>
        }
        end={
          <>
            <Nutrients of={totals} format={format} />
            <Notes key={meal.id} name={meal.name ?? ""} notes={meal.notes ?? ""} onChange={(changes) => edit(changes)} />
            <Card className="gap-2">
              {meal.items.length ? <Button variant="plain" icon={BookOpen} label={t("eat.saveRecipe")} onPress={() => setSheet("recipe")} /> : null}
              {meal.items.length && day !== today ? <Button variant="plain" icon={Copy} label={t("eat.copyToday")} onPress={() => void copyToToday()} /> : null}
              <Button variant="danger" icon={Trash} label={t("eat.deleteMeal")} onPress={() => void remove()} />
            </Card>
          </>
        }
      />
      {edited && open !== null ? <PortionSheet item={edited} known={known} onClose={() => setOpen(null)} onRemove={() => setItem(open, null)} onSave={(item) => setItem(open, item)} /> : null}
      {sheet === "recipe" ? <RecipeSheet meal={meal} onClose={() => setSheet(null)} /> : null}
      {sheet === "when" ? (
        <WhenSheet
          slot={meal.slot}
          clock={clock}
          onClose={() => setSheet(null)}
          onSave={(slot: Slot, at: string) => {
            edit({ slot, ...(at === clock ? {} : { eaten_at: withOffset(momentOf(day, at)) }) });
            setSheet(null);
          }}
        />
      ) : null}
    </Screen>
  );
}

/** Written when a field is left: not at each letter. */
function Notes({ name, notes, onChange }: { name: string; notes: string; onChange: (changes: Pick<Meal, "name" | "notes">) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ name, notes });
  const leave = () => {
    const next = { name: typed.name.trim() || null, notes: typed.notes.trim() || null };
    if ((next.name ?? "") !== name || (next.notes ?? "") !== notes) onChange(next);
  };
  return (
    <Card>
      <Field label={t("eat.mealName")} value={typed.name} maxLength={120} onChangeText={(text) => setTyped({ ...typed, name: text })} onBlur={leave} />
      <Field label={t("eat.notes")} value={typed.notes} maxLength={4000} multiline numberOfLines={2} onChangeText={(text) => setTyped({ ...typed, notes: text })} onBlur={leave} />
    </Card>
  );
}
