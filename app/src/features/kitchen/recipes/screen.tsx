import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScrollView, useWindowDimensions, View } from "react-native";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { WIDE } from "@/lib/layout";
import { useMe, useUnits } from "@/sync/me";
import { Button, Card, Chip, Empty, Field, IconButton, Skeleton, Txt } from "@/ui";
import { ChefHat, Plus, Search } from "@/ui/icons";
import { Page } from "../page";
import { useFound } from "../requests";
import { useLater } from "../use-later";
import { RecipeCard } from "./recipe-card";
import { found, TAGS, tagOfDiet, type Filter } from "./search";
import { useFavourites, useRecipes } from "./use-recipes";

const PAGE = 24;
const FEW = 3;
const LATE_MS = 350;

/** Everything that can be cooked from: instantly from the device; the server is asked where the device finds little. */
export function RecipesScreen() {
  const { t, i18n } = useTranslation();
  const format = useFormat(useUnits());
  const words = useProblemText();
  const diet = tagOfDiet(useMe()?.dietary?.pattern);
  const [typed, setTyped] = useState("");
  const [filters, setFilters] = useState<Filter[]>([]);
  const [most, setMost] = useState(PAGE);
  const { recipes, library } = useRecipes();
  const favourites = useFavourites();
  const mine = found(recipes, typed, filters, { favourites, diet }, i18n.language);
  const asked = useFound(useLater(typed.trim(), LATE_MS), mine.length < FEW);
  const ids = new Set(mine.map((each) => each.id));
  const others = typed.trim() && mine.length < FEW ? found(asked.data ?? [], "", filters, { favourites, diet }).filter((each) => !ids.has(each.id)) : [];
  const all = [...mine, ...others];
  const toggle = (filter: Filter) => {
    setMost(PAGE);
    setFilters((before) => (before.includes(filter) ? before.filter((each) => each !== filter) : [...before, filter]));
  };
  return (
    <Page title={t("kitchen.recipes")} up="/eat" aside={<IconButton icon={Plus} label={t("kitchen.newRecipe")} onPress={() => router.push("/recipe/edit")} className="bg-brand-soft" tone="brand" />} onRefresh={() => void library.refetch()}>
      <Field label={t("kitchen.searchRecipes")} value={typed} onChangeText={(text) => (setMost(PAGE), setTyped(text))} placeholder={t("kitchen.searchHint")} inputMode="search" autoCorrect={false} />
      <Filters diet={!!diet} chosen={filters} onToggle={toggle} />
      {library.isLoading ? (
        <Skeleton label={t("common.loading")} heights={[80, 80, 80, 80, 80]} />
      ) : all.length === 0 && !asked.isFetching ? (
        <Card>
          {library.isError && recipes.length === 0 ? (
            <Empty icon={Search} title={t("kitchen.notKnownYet")} text={words(library.error)} action={t("common.retry")} onAction={() => void library.refetch()} />
          ) : (
            <Empty icon={ChefHat} title={t("kitchen.noRecipes")} text={t("kitchen.noRecipesText")} action={t("kitchen.newRecipe")} onAction={() => router.push("/recipe/edit")} />
          )}
        </Card>
      ) : (
        <>
          <Txt kind="small" role="status">
            {t("kitchen.found", { count: all.length })}
          </Txt>
          <View className="flex-row flex-wrap gap-3">
            {all.slice(0, most).map((recipe) => (
              <RecipeCard key={recipe.id} recipe={recipe} favourite={favourites.has(recipe.id)} format={format} />
            ))}
          </View>
          {all.length > most ? <Button variant="plain" label={t("kitchen.showMore")} onPress={() => setMost(most + 2 * PAGE)} /> : null}
        </>
      )}
    </Page>
  );
}

/** In one row that is pushed along on a phone; all of them in sight where there is room. */
function Filters({ diet, chosen, onToggle }: { diet: boolean; chosen: Filter[]; onToggle: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const wide = useWindowDimensions().width >= WIDE;
  const options: Filter[] = ["own", "favourite", ...(diet ? (["diet"] as const) : []), "quick", ...TAGS];
  const chips = (
    <View role="group" aria-label={t("kitchen.filters")} className={wide ? "flex-row flex-wrap gap-2" : "flex-row gap-2"}>
      {options.map((filter) => (
        <Chip key={filter} label={t(`kitchen.filter.${filter}`)} chosen={chosen.includes(filter)} onPress={() => onToggle(filter)} />
      ))}
    </View>
  );
  if (wide) return chips;
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false} className="-mx-5 grow-0" contentContainerClassName="px-5">
      {chips}
    </ScrollView>
  );
}
