/** Putting a meal together: what is typed, found and read, until it is saved. */

import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useSession } from "@/api/use-session";
import type { Day } from "@/lib/day";
import { newId } from "@/lib/id";
import { useDay } from "@/lib/use-day";
import { useOnline } from "@/lib/use-online";
import { useMe, useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { useToast } from "@/ui";
import { useBasket, type BasketItem } from "../basket";
import { parseWords, rememberFood, useKnown } from "../requests";
import { slotAt, timeFor, type Meal, type Slot } from "../rules/diary";
import { readWords } from "../rules/words";
import type { KnownFood, MealItem } from "../rules/portion";
import { addTo, logMeal } from "../write";

export function useAdd() {
  const { t } = useTranslation();
  const userId = useSession()?.userId ?? "";
  const { basket, later, store, ready } = useBasket(userId);
  const known = useKnown();
  const units = useUnits();
  const today = useDay(useMe()?.time_zone);
  const { phone, state } = useSync();
  const online = useOnline() && state !== "offline";
  const tell = useToast();
  const textOf = useProblemText();
  const [reading, setReading] = useState(false);

  const day: Day = basket.day ?? today;
  const target = basket.mealId && phone ? (phone.view("meal", basket.mealId) as Meal | null) : null;
  const slot: Slot = target?.slot ?? basket.slot ?? slotAt(new Date());
  const clock = basket.clock ?? timeFor(day, slot, today, new Date());

  const put = (items: BasketItem[]) => store.change({ items: [...store.get().basket.items, ...items] });
  const add = (item: MealItem, food?: KnownFood) => {
    if (food) rememberFood(food);
    put([{ key: newId(), item }]);
  };

  /** Read words into items; what cannot be read without a network is kept for later. */
  const read = async (text: string) => {
    setReading(true);
    try {
      const { items, not_understood } = await parseWords(text);
      const made = items.map(({ food_id, name, amount, unit, grams, nutrients, confidence, alternatives, text: said }) => ({ key: newId(), item: { food_id, name, amount, unit, grams, nutrients: nutrients as MealItem["nutrients"] }, guess: { text: said, confidence, alternatives: alternatives ?? [] } }));
      put(made);
      store.change({ notRead: not_understood, text: made.length ? "" : text });
    } catch (error) {
      if (!(error instanceof ApiError) || !error.unreachable) return tell({ text: textOf(error) });
      const { items, left } = known ? readWords(text, known, units) : { items: [], left: [text] };
      put(items.map((item) => ({ key: newId(), item })));
      if (left.length) store.putOff({ id: newId(), text: left.join(", "), day, slot, clock });
      store.change({ text: "", notRead: [] });
      if (left.length) tell({ text: t("eat.keptForLater") });
    } finally {
      setReading(false);
    }
  };

  const readLater = async (id: string) => {
    const wanted = store.get().later.find((each) => each.id === id);
    if (!wanted) return;
    store.change({ day: wanted.day, slot: wanted.slot, clock: wanted.clock, mealId: null, text: wanted.text });
    store.drop(id);
    await read(wanted.text);
  };

  const save = async () => {
    const items = basket.items.map((each) => each.item);
    if (!phone || !items.length) return;
    const text = t("eat.saved", { slot: t(`eat.slot.${slot}`), count: items.length });
    if (target) {
      const before = target.items;
      await addTo(phone, target.id, items);
      tell({ text, action: { label: t("common.undo"), run: () => void phone.edit("meal", target.id, { items: before }) } });
    } else {
      const id = await logMeal(phone, { day, slot, clock, items });
      tell({ text, action: { label: t("common.undo"), run: () => void phone.delete("meal", id) } });
    }
    store.clear();
    if (router.canGoBack()) router.back();
    else router.replace("/eat");
  };

  return { basket, later, store, ready, known, units, online, day, today, slot, clock, target, add, read, readLater, reading, save };
}
