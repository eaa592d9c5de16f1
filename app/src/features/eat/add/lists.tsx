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

export type Row = { food: KnownFood } | { recipe: KnownRecipe };
export type Chosen = { onOpen: (food: KnownFood) => void; onRecipe: (recipe: KnownRecipe) => void; onAdd: (item: MealItem, food?: KnownFood) => void };
type Shared = { known: Known; units: Units; format: Format } & Chosen;

/** Foods and recipes in one list; each says its usual amount and what that comes to. */
function FoodList({ rows, known, units, format, onOpen, onRecipe, onAdd }: Shared & { rows: Row[] }) {
  const amountOf = useAmount();
  const detailOf = (item: MealItem, brand?: string | null) => [brand, amountOf(item), item.nutrients?.energy_kcal === undefined ? null : `${format.number(item.nutrients.energy_kcal)} kcal`].filter(Boolean).join(" · ");
  return (
    <View>
      {rows.map((row, place) => {
        const { id, name } = "food" in row ? row.food : row.recipe;
        const shared = { first: place === 0, name, starred: known.favourites.has(id) };
        if ("recipe" in row) {
          const item = servingOf(row.recipe, known.uses.get(id)?.amount ?? 1);
          return <FoodRow key={id} {...shared} icon={ChefHat} detail={detailOf(item)} onOpen={() => onRecipe(row.recipe)} onAdd={() => onAdd(item)} />;
        }
        const item = usual(row.food, units, known.uses.get(id));
        return <FoodRow key={id} {...shared} detail={detailOf(item, row.food.brand)} onOpen={() => onOpen(row.food)} onAdd={() => onAdd(item, row.food)} />;
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
      {rows.length ? <FoodList {...props} rows={rows} /> : <Empty icon={Utensils} title={t(`eat.none.${tab}`)} />}
    </Card>
  );
}

function rowsOf(known: Known, tab: Tab): Row[] {
  const row = (id: string): Row[] => {
    const [food, recipe] = [known.foods.get(id), known.recipes.get(id)];
    return food ? [{ food }] : recipe ? [{ recipe }] : [];
  };
  if (tab === "favourites") return [...known.favourites].flatMap(row);
  if (tab === "own") return [...[...known.recipes.values()].filter((recipe) => recipe.own).map((recipe) => ({ recipe })), ...[...known.own].flatMap(row)];
  return habitsOf(known.uses)[tab].flatMap(row);
}

/** What was found, or that nothing was. */
export function FoundList({ rows, searching, offline, typed, ...shared }: Shared & { rows: Row[]; searching: boolean; offline: boolean; typed: string }) {
  const { t } = useTranslation();
  const none = rows.length === 0;
  return (
    <Card className="gap-2">
      <Txt kind="small" role="status">
        {offline ? t("eat.searchOffline") : searching ? t("eat.searching") : none ? t("eat.foundNone", { typed }) : t("eat.found", { count: rows.length })}
      </Txt>
      {none ? null : <FoodList {...shared} rows={rows} />}
    </Card>
  );
}
