import { router, useLocalSearchParams } from "expo-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { Button, Columns, Field, IconButton, Screen, Skeleton } from "@/ui";
import { Barcode, Clock, PenLine, Sparkles, Zap } from "@/ui/icons";
import { Header } from "../header";
import { rememberFood, useSearch } from "../requests";
import { SLOTS, totalsOf } from "../rules/diary";
import { isSentence } from "../rules/words";
import { servingOf, type KnownFood } from "../rules/portion";
import { useRested } from "../use-rested";
import { BasketCard } from "./basket-card";
import { foundFor } from "./found";
import { FoundList, StartList } from "./lists";
import { QuickSheet } from "./quick-sheet";
import { useAdd } from "./use-add";
import { WhenSheet } from "./when-sheet";

const REST_MS = 250;

type Params = { day?: string; slot?: string; meal?: string; later?: string };

/** One field for all of it: a food, a sentence; and what is eaten often, before anything is typed. */
export function AddScreen() {
  const { t } = useTranslation();
  const asked = useLocalSearchParams<Params>();
  const adding = useAdd();
  const { basket, store, ready, known, units, online, slot, clock, target } = adding;
  const format = useFormat(units);
  const [sheet, setSheet] = useState<"quick" | "when" | null>(null);
  const typed = basket.text.trim();
  const rested = useRested(typed, REST_MS);
  const search = useSearch(rested, online && rested === typed);
  useTarget(asked, adding);

  if (!ready || !known)
    return (
      <Screen>
        <Skeleton label={t("common.loading")} heights={[48, 60, 320]} />
      </Screen>
    );

  const lists = {
    known,
    units,
    format,
    onAdd: adding.add,
    onOpen: (food: KnownFood) => {
      rememberFood(food);
      router.push({ pathname: "/food/[id]", params: { id: food.id } });
    },
    onRecipe: (recipe: Parameters<typeof servingOf>[0]) => adding.add(servingOf(recipe, known.uses.get(recipe.id)?.amount ?? 1)),
  };
  const name = t(`eat.slot.${slot}`);
  const energy = totalsOf([{ items: basket.items.map((each) => each.item) }]).energy_kcal ?? 0;
  const when = [adding.day === adding.today ? "" : format.shortDay(adding.day), format.clock(`${adding.day}T${clock}:00`)].filter(Boolean).join(", ");
  const sentence = isSentence(typed);
  const footer = basket.items.length ? <Button label={t("eat.saveMeal", { slot: name, energy: format.number(energy) })} onPress={() => void adding.save()} /> : undefined;
  const basketCard = basket.items.length || basket.notRead.length ? <BasketCard items={basket.items} notRead={basket.notRead} title={t("eat.thisMeal", { slot: name, count: basket.items.length })} known={known} store={store} format={format} /> : null;
  const others = (
    <View className="flex-row flex-wrap gap-2">
      <Button variant="plain" icon={Zap} label={t("eat.quick")} onPress={() => setSheet("quick")} className="flex-1" />
      <Button variant="plain" icon={PenLine} label={t("eat.ownFood")} onPress={() => router.push({ pathname: "/food/new", params: sentence ? {} : { name: typed } })} className="flex-1" />
    </View>
  );
  const main = typed ? (
    <>
      <FoundList {...lists} rows={foundFor(typed, known, online ? search.data : undefined)} typed={typed} offline={!online} searching={online && (search.isFetching || rested !== typed)} />
      {others}
    </>
  ) : (
    <>
      {others}
      <StartList {...lists} />
    </>
  );
  return (
    <Screen footer={footer}>
      <Header
        title={target ? t("eat.addTo", { slot: name }) : name}
        aside={target ? undefined : <Button variant="plain" icon={Clock} label={when} aria-label={t("eat.changeWhen", { shown: when })} onPress={() => setSheet("when")} className="min-h-11 px-4" />}
      />
      <View className="flex-row items-end gap-2">
        <Field
          className="flex-1"
          label={t("eat.whatEaten")}
          placeholder={t("eat.example")}
          value={basket.text}
          onChangeText={(text) => store.change({ text })}
          autoFocus
          autoCapitalize="none"
          returnKeyType="search"
          maxLength={1000}
          onSubmitEditing={() => sentence && void adding.read(typed)}
        />
        <IconButton icon={Barcode} tone="brand" label={t("eat.scan")} onPress={() => router.push("/scan")} className="size-12 bg-brand-soft" />
      </View>
      {sentence ? <Button variant={basket.items.length ? "soft" : "primary"} icon={Sparkles} busy={adding.reading} label={t("eat.read")} onPress={() => void adding.read(typed)} /> : null}
      {basketCard ? <Columns start={typed ? main : basketCard} end={typed ? basketCard : main} /> : main}
      {sheet === "quick" ? (
        <QuickSheet
          onClose={() => setSheet(null)}
          onAdd={(item) => {
            adding.add(item);
            setSheet(null);
          }}
        />
      ) : null}
      {sheet === "when" ? (
        <WhenSheet
          slot={slot}
          clock={clock}
          onClose={() => setSheet(null)}
          onSave={(nextSlot, nextClock) => {
            store.change({ slot: nextSlot, clock: nextClock });
            setSheet(null);
          }}
        />
      ) : null}
    </Screen>
  );
}

/** Take the day, the kind and the meal that the screen was opened for, once. */
function useTarget({ day, slot, meal, later }: Params, { ready, store, readLater }: ReturnType<typeof useAdd>): void {
  const taken = useRef(false);
  useEffect(() => {
    if (!ready || taken.current) return;
    taken.current = true;
    if (later) void readLater(later);
    else if (day || !store.get().basket.items.length) store.change({ day: day ?? null, mealId: meal ?? null, slot: SLOTS.find((each) => each === slot) ?? null, clock: null });
  }, [ready, day, slot, meal, later, store, readLater]);
}
