import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useProblemText } from "@/api/problem-text";
import { useSession } from "@/api/use-session";
import { useFormat } from "@/i18n/format";
import { newId } from "@/lib/id";
import { useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Button, Card, Columns, Empty, IconButton, Screen, Skeleton, Txt } from "@/ui";
import { Pencil, Star, Utensils } from "@/ui/icons";
import { basketOf } from "../basket";
import { Header } from "../header";
import { useFood, useKnown, wholeFood } from "../requests";
import type { Known } from "../rules/known";
import { usual, type KnownFood, type MealItem } from "../rules/portion";
import { setFavourite } from "../write";
import { MacrosLine } from "./macros-line";
import { Nutrients } from "./nutrients";
import { PortionPicker } from "./portion-picker";

/** One food: how much of it, and what is in that. */
export function FoodScreen() {
  const { t } = useTranslation();
  const { id } = useLocalSearchParams<{ id: string }>();
  const known = useKnown();
  const asked = useFood(id);
  const textOf = useProblemText();
  const own = known?.own.has(id);
  const here = known?.foods.get(id) ?? null;
  const food = own ? here : asked.data ? wholeFood(asked.data) : here;
  if (food && known) return <Shown key={id} food={food} known={known} />;
  return (
    <Screen>
      <Header title={t("eat.food")} home="/food" />
      {asked.isError ? (
        <Card>
          <Empty icon={Utensils} title={t("eat.noFood")} text={textOf(asked.error)} action={t("common.retry")} onAction={() => void asked.refetch()} />
        </Card>
      ) : (
        <Skeleton label={t("common.loading")} heights={[160, 300]} />
      )}
    </Screen>
  );
}

function Shown({ food, known }: { food: KnownFood; known: Known }) {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const { phone } = useSync();
  const store = basketOf(useSession()?.userId ?? "");
  const [item, setItem] = useState<MealItem>(() => usual(food, units, known.uses.get(food.id)));
  const starred = known.favourites.has(food.id);
  const add = () => {
    store.change({ items: [...store.get().basket.items, { key: newId(), item }], text: "" });
    if (router.canGoBack()) router.back();
    else router.replace("/food");
  };
  const aside = (
    <View className="flex-row gap-2">
      {known.own.has(food.id) ? <IconButton icon={Pencil} label={t("eat.changeFood")} onPress={() => router.push({ pathname: "/food/new", params: { edit: food.id } })} /> : null}
      <IconButton
        icon={Star}
        tone={starred ? "accent" : "muted"}
        label={t("eat.favourite")}
        aria-pressed={starred}
        className={starred ? "bg-accent-soft" : undefined}
        onPress={() => phone && void setFavourite(phone, food.id, !starred)}
      />
    </View>
  );
  return (
    <Screen footer={<Button label={t("eat.addToMeal")} onPress={add} />}>
      <Header title={food.name} home="/food" aside={aside} />
      {food.brand ? <Txt kind="small">{food.brand}</Txt> : null}
      <Columns
        start={
          <Card title={t("eat.howMuch")}>
            <PortionPicker item={item} food={food} onChange={setItem} />
            <MacrosLine of={item.nutrients ?? {}} format={format} />
          </Card>
        }
        end={
          <>
            <Nutrients of={item.nutrients ?? {}} format={format} />
            {food.attribution ? <Txt kind="small">{food.attribution}</Txt> : food.source ? <Txt kind="small">{t("eat.source", { source: food.source })}</Txt> : null}
          </>
        }
      />
    </Screen>
  );
}
