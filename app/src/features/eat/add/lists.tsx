import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Format } from "@/i18n/format";
import type { Units } from "@/lib/locale";
import { Card, Chip, Empty, Txt } from "@/ui";
import { ChefHat, Utensils } from "@/ui/icons";
import { View } from "react-native";
import { useAmount } from "../amount";
import { habitsOf, type Known } from "../rules/known";
import { servingOf, usual, type KnownFood, type KnownRecipe, type MealItem } from "../rules/portion";
import { FoodRow } from "./food-row";

export type Rows = { foods: KnownFood[]; recipes: KnownRecipe[] };
export type Chosen = { onOpen: (food: KnownFood) => void; onRecipe: (recipe: KnownRecipe) => void; onAdd: (item: MealItem, food?: KnownFood) => void };
type Shared = { known: Known; units: Units; format: Format } & Chosen;

/** Foods and recipes in one list; each says its usual amount and what that comes to. */
export function FoodList({ rows, known, units, format, onOpen, onRecipe, onAdd }: Shared & { rows: Rows }) {
  const amountOf = useAmount();
  const detailOf = (item: MealItem, brand?: string | null) => [brand, amountOf(item), item.nutrients?.energy_kcal === undefined ? null : `${format.number(item.nutrients.energy_kcal)} kcal`].filter(Boolean).join(" · ");
  return (
    <View>
      {rows.recipes.map((recipe, place) => {
        const item = servingOf(recipe, known.uses.get(recipe.id)?.amount ?? 1);
        return <FoodRow key={recipe.id} first={place === 0} icon={ChefHat} name={recipe.name} detail={detailOf(item)} starred={known.favourites.has(recipe.id)} onOpen={() => onRecipe(recipe)} onAdd={() => onAdd(item)} />;
      })}
      {rows.foods.map((food, place) => {
        const item = usual(food, units, known.uses.get(food.id));
        return <FoodRow key={food.id} first={place === 0 && !rows.recipes.length} name={food.name} detail={detailOf(item, food.brand)} starred={known.favourites.has(food.id)} onOpen={() => onOpen(food)} onAdd={() => onAdd(item, food)} />;
      })}
    </View>
  );
}

const TABS = ["recent", "frequent", "favourites", "own"] as const;
type Tab = (typeof TABS)[number];

/** What is at hand before anything is typed. */
export function StartList(props: Shared) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>("recent");
  const rows = rowsOf(props.known, tab);
  return (
    <Card className="gap-2">
      <View role="radiogroup" aria-label={t("eat.atHand")} className="flex-row flex-wrap gap-2">
        {TABS.map((each) => (
          <Chip key={each} one label={t(`eat.${each}`)} chosen={tab === each} onPress={() => setTab(each)} />
        ))}
      </View>
      {rows.foods.length + rows.recipes.length ? <FoodList {...props} rows={rows} /> : <Empty icon={Utensils} title={t(`eat.none.${tab}`)} />}
    </Card>
  );
}

function rowsOf(known: Known, tab: Tab): Rows {
  const of = (ids: Iterable<string>): Rows => {
    const all = [...ids];
    return { foods: all.flatMap((id) => known.foods.get(id) ?? []), recipes: all.flatMap((id) => known.recipes.get(id) ?? []) };
  };
  if (tab === "favourites") return of(known.favourites);
  if (tab === "own") return { foods: [...known.foods.values()].filter((food) => known.own.has(food.id)), recipes: [...known.recipes.values()].filter((recipe) => recipe.own) };
  return of(habitsOf(known.uses)[tab]);
}

/** What was found, or that nothing was. */
export function FoundList({ rows, searching, offline, typed, ...shared }: Shared & { rows: Rows; searching: boolean; offline: boolean; typed: string }) {
  const { t } = useTranslation();
  const none = rows.foods.length + rows.recipes.length === 0;
  return (
    <Card className="gap-2">
      <Txt kind="small" role="status">
        {offline ? t("eat.searchOffline") : searching ? t("eat.searching") : none ? t("eat.foundNone", { typed }) : t("eat.found", { count: rows.foods.length + rows.recipes.length })}
      </Txt>
      {none ? null : <FoodList {...shared} rows={rows} />}
    </Card>
  );
}
