import { useQueryClient } from "@tanstack/react-query";
import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { keys } from "@/api/keys";
import { useSession } from "@/api/use-session";
import { useFormat } from "@/i18n/format";
import { goBack } from "@/lib/go-back";
import { newId } from "@/lib/id";
import { useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Button, Card, Columns, ErrorText, Field, Skeleton, Stepper, Txt, useToast } from "@/ui";
import { Check, Plus } from "@/ui/icons";
import { NutrientTable } from "../nutrient-table";
import { Page } from "../page";
import { useRecipes } from "../recipes/use-recipes";
import { light, useFoods, type Food } from "../requests";
import { bodyOf, figures, partOf, wrongIn, type Draft } from "./draft";
import { FoodSheet } from "./food-sheet";
import { PartRow } from "./part-row";
import { StepsCard } from "./steps-card";
import { useDraft } from "./use-draft";

const MOST_SERVINGS = 100;

/** `id` changes a recipe of one's own, `from` begins with a copy of another; without either it is a new one. */
export function EditRecipeScreen() {
  const { t } = useTranslation();
  const { id, from } = useLocalSearchParams<{ id?: string; from?: string }>();
  const userId = useSession()?.userId ?? "";
  const { recipes } = useRecipes();
  const start = id ?? from;
  const base = recipes.find((each) => each.id === start);
  const copied = from && base ? t("kitchen.myCopy", { name: base.name }) : undefined;
  const { draft, change, forget } = useDraft(`${userId}.${id ?? (from ? `from.${from}` : "new")}`, !!start, base, copied);
  const title = id ? t("kitchen.editRecipe") : t("kitchen.newRecipe");
  if (!draft)
    return (
      <Page title={title} up="/recipes">
        <Skeleton label={t("common.loading")} heights={[180, 240]} />
      </Page>
    );
  return <Form title={title} id={id} draft={draft} change={change} forget={forget} />;
}

type Props = { title: string; id: string | undefined; draft: Draft; change: (changes: Partial<Draft>) => void; forget: () => Promise<void> };

function Form({ title, id, draft, change, forget }: Props) {
  const { t, i18n } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const format = useFormat(useUnits());
  const client = useQueryClient();
  const { recipes } = useRecipes();
  const [adding, setAdding] = useState(false);
  const [tried, setTried] = useState(false);
  const wrong = tried ? wrongIn(draft) : null;
  const foods = useFoods([...new Set(draft.parts.flatMap((part) => part.food_id ?? []))]);
  const { sums, unknown } = figures(draft, foods, new Map(recipes.map((each) => [each.id, each.per_serving])));

  const pick = (food: Food) => {
    client.setQueryData(keys.ingredient(food.id, i18n.language), light(food));
    change({ parts: [...draft.parts, partOf(food, newId())] });
    setAdding(false);
  };
  const save = async () => {
    setTried(true);
    if (wrongIn(draft) || !phone) return;
    const body = bodyOf(draft);
    const saved = id ?? (await phone.create("recipe", body));
    if (id) await phone.edit("recipe", id, { minutes: undefined, notes: undefined, ...body });
    await forget();
    tell({ text: t("kitchen.saved", { name: draft.name.trim() }) });
    if (id) goBack(`/recipe/${id}`);
    else router.replace(`/recipe/${saved}`);
  };
  const discard = async () => {
    await forget();
    goBack("/recipes");
  };
  return (
    <Page title={title} up="/recipes" footer={<Button icon={Check} label={t("common.save")} onPress={() => void save()} />}>
      <Columns
        start={
          <>
            <Card>
              <Field label={t("kitchen.name")} value={draft.name} onChangeText={(name) => change({ name })} maxLength={120} error={wrong?.name ? t("kitchen.needName") : undefined} />
              <View className="flex-row flex-wrap items-center justify-between gap-3">
                <Txt kind="label">{t("kitchen.servings")}</Txt>
                <Stepper label={t("kitchen.servings")} value={draft.servings} min={1} max={MOST_SERVINGS} less={t("kitchen.fewerServings")} more={t("kitchen.moreServings")} onChange={(servings) => change({ servings })} />
              </View>
              <Field label={t("kitchen.minutesField")} value={draft.minutes} onChangeText={(minutes) => change({ minutes })} inputMode="numeric" error={wrong?.minutes ? t("kitchen.needMinutes") : undefined} />
            </Card>
            <Card title={t("kitchen.ingredients")}>
              {draft.parts.map((part) => (
                <PartRow
                  key={part.key}
                  part={part}
                  food={part.food_id ? foods.get(part.food_id) : undefined}
                  wrong={!!wrong?.amounts.has(part.key)}
                  onChange={(next) => change({ parts: draft.parts.map((each) => (each.key === part.key ? next : each)) })}
                  onRemove={() => change({ parts: draft.parts.filter((each) => each.key !== part.key) })}
                />
              ))}
              {wrong?.parts ? <ErrorText small>{t("kitchen.needIngredient")}</ErrorText> : null}
              <Button variant="soft" icon={Plus} label={t("kitchen.addIngredient")} onPress={() => setAdding(true)} />
            </Card>
          </>
        }
        end={
          <>
            <Card title={t("kitchen.perServing")}>
              {Object.keys(sums).length ? <NutrientTable sums={sums} format={format} /> : <Txt kind="small">{t("kitchen.figuresFollow")}</Txt>}
              {unknown && draft.parts.length ? <Txt kind="small">{t("kitchen.unknownParts", { count: unknown })}</Txt> : null}
            </Card>
            <StepsCard steps={draft.steps} onChange={(steps) => change({ steps })} />
            <Card>
              <Field label={t("kitchen.notes")} value={draft.notes} onChangeText={(notes) => change({ notes })} multiline numberOfLines={3} maxLength={4000} />
            </Card>
            <Button variant="quiet" label={t("kitchen.discard")} onPress={() => void discard()} />
          </>
        }
      />
      {adding ? <FoodSheet format={format} onPick={pick} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
