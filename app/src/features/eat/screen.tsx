import { router } from "expo-router";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useSession } from "@/api/use-session";
import { useFormat } from "@/i18n/format";
import { daysBefore, type Day } from "@/lib/day";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { Button, Columns, IconButton, Screen, Skeleton, Txt, useToast } from "@/ui";
import { Barcode, Copy, Plus } from "@/ui/icons";
import { useBasket } from "./basket";
import { DayBar } from "./day/day-bar";
import { DayMark } from "./day/day-mark";
import { Doors } from "./day/doors";
import { EnergyCard } from "./day/energy-card";
import { LaterCard } from "./day/later-card";
import { MicroCard } from "./day/micro-card";
import { SlotCard } from "./day/slot-card";
import { useSwipe } from "./day/use-swipe";
import { WaterCard } from "./day/water-card";
import { sweep } from "./photo/sweep";
import { useReferences } from "./requests";
import { daysLogged, figuresOf, mealsOf, SLOTS, totalsOf, unknownOf, type Meal } from "./rules/diary";
import { copyMeals } from "./write";

/** A day of eating: what was eaten, what is left, and the next bite. */
export function EatScreen() {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const today = useDay(useMe()?.time_zone);
  const [chosen, setChosen] = useState<Day | null>(null);
  const day = chosen ?? today;
  const { phone, state, syncNow } = useSync();
  const tell = useToast();
  const asked = useReferences();
  const account = useSession()?.userId ?? "";
  const { later, store } = useBasket(account);
  const mine = useRecords(["meal"], (device) => ({ meals: mealsOf(device, day), before: mealsOf(device, daysBefore(day, 1)), logged: daysLogged(device) }));
  const [pulling, setPulling] = useState(false);
  useEffect(() => {
    if (phone && state === "idle") void sweep(phone, account, new Date());
  }, [phone, account, state]); // again when a sync has ended: before the first, nothing is known to be all

  const go = (next: Day) => setChosen(next === today ? null : next);
  const swipe = useSwipe(useCallback((step) => setChosen((now) => daysBefore(now ?? today, -step)), [today]));
  const refresh = () => {
    setPulling(true);
    syncNow();
    void asked.refetch().finally(() => setPulling(false));
  };
  const copy = async (meals: Meal[]) => {
    if (!phone) return;
    const made = await copyMeals(phone, meals, day);
    tell({ text: t("eat.copied", { count: made.length }), action: { label: t("common.undo"), run: () => made.forEach((id) => void phone.delete("meal", id)) } });
  };
  const footer = (
    <View className="flex-row gap-3">
      <Button icon={Plus} label={t("eat.add")} onPress={() => router.push({ pathname: "/food", params: { day } })} className="flex-1" />
      <IconButton icon={Barcode} tone="brand" label={t("eat.scan")} onPress={() => router.push({ pathname: "/scan", params: { day } })} className="size-12 bg-brand-soft" />
    </View>
  );
  const targets = asked.data?.targets ?? null;
  return (
    <Screen footer={footer} onRefresh={refresh} refreshing={pulling}>
      <DayBar day={day} today={today} logged={mine?.logged ?? new Set()} format={format} onChange={go} />
      {!mine ? (
        <Skeleton label={t("common.loading")} heights={[190, 90, 90, 90]} />
      ) : (
        <View {...swipe}>
          <Columns
            start={
              <>
                <EnergyCard targets={targets} asked={!!asked.data} eaten={totalsOf(mine.meals)} unknown={unknownOf(mine.meals, "energy_kcal")} format={format} />
                <LaterCard later={later} store={store} format={format} />
                {mine.meals.length === 0 && mine.before.length > 0 ? <Button variant="soft" icon={Copy} label={t("eat.copyDay")} onPress={() => void copy(mine.before)} /> : null}
                {SLOTS.map((slot) => (
                  <SlotCard key={slot} slot={slot} day={day} meals={mine.meals.filter((meal) => meal.slot === slot)} before={mine.before.filter((meal) => meal.slot === slot)} format={format} onCopy={(meals) => void copy(meals)} />
                ))}
              </>
            }
            end={
              <>
                <WaterCard day={day} today={today} target={asked.data?.water_target_ml ?? null} units={units} format={format} />
                <MicroCard references={asked.data?.micronutrients ?? []} parts={figuresOf(mine.meals)} format={format} />
                {mine.meals.length > 0 ? <DayMark day={day} /> : null}
                <Doors />
                {asked.isError && !asked.data ? <Txt kind="small">{t("eat.noReferences")}</Txt> : null}
              </>
            }
          />
        </View>
      )}
    </Screen>
  );
}
