import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { goBack } from "@/lib/go-back";
import { useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Card, Columns, Empty, IconButton, Skeleton, Txt, useToast } from "@/ui";
import { ChefHat, Heart, HeartOff, Plus, SquarePen, Trash } from "@/ui/icons";
import { ingredientText } from "../amounts";
import { NutrientTable } from "../nutrient-table";
import { Page } from "../page";
import { useFavourites } from "../recipes/use-recipes";
import type { Recipe } from "../requests";
import { Allergens } from "./allergens";
import { Cooking } from "./cooking";
import { Ingredients } from "./ingredients";
import { LogSheet } from "./log-sheet";
import { Picture } from "./picture";
import { useRecipe } from "./use-recipe";

export function RecipeScreen() {
  const { t } = useTranslation();
  const words = useProblemText();
  const { id } = useLocalSearchParams<{ id: string }>();
  const { recipe, pending, error, again } = useRecipe(id);
  if (recipe) return <Known recipe={recipe} />;
  return (
    <Page title={t("kitchen.recipe")} up="/recipes">
      {pending && !error ? (
        <Skeleton label={t("common.loading")} heights={[140, 240, 200]} />
      ) : (
        <Card>
          <Empty icon={ChefHat} title={t("kitchen.notKnownYet")} text={words(error)} action={t("common.retry")} onAction={again} />
        </Card>
      )}
    </Page>
  );
}

function Known({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const own = recipe.source === "own";
  const waiting = useRecords(["recipe"], (phone) => phone.isWaiting("recipe", recipe.id)) ?? false;
  const [servings, setServings] = useState(recipe.servings);
  const [open, setOpen] = useState<"log" | "cook" | null>(null);
  const steps = recipe.steps ?? [];
  const lines = recipe.ingredients.map((each) => ingredientText(each, servings / recipe.servings, units, format.number));
  const time = typeof recipe.minutes === "number" ? t("kitchen.minutes", { count: recipe.minutes }) : undefined;
  return (
    <Page title={recipe.name} subtitle={time} up="/recipes" aside={<FavouriteButton id={recipe.id} />} footer={<Button icon={Plus} label={t("kitchen.logServing")} onPress={() => setOpen("log")} />}>
      <Picture id={recipe.id} name={recipe.name} url={recipe.image_url} own={own} waiting={waiting} />
      <Columns
        start={<Ingredients lines={lines} servings={servings} onChange={setServings} format={format} />}
        end={
          <>
            <Card title={t("kitchen.perServing")}>
              {Object.keys(recipe.per_serving).length ? <NutrientTable sums={recipe.per_serving} format={format} /> : <Txt kind="small">{t("kitchen.figuresLater")}</Txt>}
              <Allergens recipe={recipe} />
            </Card>
            {steps.length ? (
              <Card title={t("kitchen.steps")}>
                <View role="list" className="gap-4">
                  {steps.map((step, place) => (
                    <View role="listitem" key={place} className="flex-row gap-3">
                      <Txt className="w-6 text-base font-bold text-brand tabular-nums">{format.number(place + 1)}</Txt>
                      <Txt className="flex-1 leading-6">{step}</Txt>
                    </View>
                  ))}
                </View>
                <Button variant="soft" icon={ChefHat} label={t("kitchen.cook")} onPress={() => setOpen("cook")} />
              </Card>
            ) : null}
          </>
        }
      />
      {recipe.notes ? (
        <Card title={t("kitchen.notes")}>
          <Txt>{recipe.notes}</Txt>
        </Card>
      ) : null}
      <Actions recipe={recipe} own={own} />
      {open === "log" ? <LogSheet recipe={recipe} format={format} onClose={() => setOpen(null)} /> : null}
      {open === "cook" ? <Cooking name={recipe.name} steps={steps} ingredients={lines} onClose={() => setOpen(null)} onDone={() => setOpen("log")} /> : null}
    </Page>
  );
}

function FavouriteButton({ id }: { id: string }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const on = useFavourites().has(id);
  const change = () => (on ? phone?.delete("favourite", id) : phone?.create("favourite", {}, id));
  return <IconButton icon={on ? HeartOff : Heart} tone={on ? "accent" : "ink"} label={on ? t("kitchen.unfavourite") : t("kitchen.favourite")} onPress={() => void change()} />;
}

/** A recipe of one's own can be changed; of another's, a copy can. */
function Actions({ recipe, own }: { recipe: Recipe; own: boolean }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const remove = async () => {
    await phone?.delete("recipe", recipe.id);
    tell({ text: t("kitchen.recipeDeleted", { name: recipe.name }) });
    goBack("/recipes");
  };
  const [sure, setSure] = useState(false);
  return (
    <View className="flex-row flex-wrap gap-2">
      <Button variant="plain" icon={SquarePen} label={own ? t("kitchen.editRecipe") : t("kitchen.makeMine")} onPress={() => router.push(own ? `/recipe/edit?id=${recipe.id}` : `/recipe/edit?from=${recipe.id}`)} />
      {own ? <Button variant={sure ? "danger" : "quiet"} icon={Trash} label={sure ? t("kitchen.deleteSure") : t("kitchen.deleteRecipe")} onPress={() => (sure ? void remove() : setSure(true))} /> : null}
    </View>
  );
}
