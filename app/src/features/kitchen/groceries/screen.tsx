import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { useDay } from "@/lib/use-day";
import { useKept } from "@/lib/kept";
import { useMe, useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Button, Card, cn, Columns, Empty, Icon, ProgressBar, Segmented, Skeleton, Txt, useToast } from "@/ui";
import { Check, Share, ShoppingBasket } from "@/ui/icons";
import { Page, Stale } from "../page";
import { activePlan, plansOf } from "../plan/plans";
import { useGroceries, type MealPlan } from "../requests";
import { amountOf, columnsOf, textOf, type Grocery, type Groceries } from "./list";
import { shareText } from "./share";

/** What to buy for a plan, aisle by aisle. */
export function GroceriesScreen() {
  const { t } = useTranslation();
  const today = useDay(useMe()?.time_zone);
  const { plan: given } = useLocalSearchParams<{ plan?: string }>();
  const plans = useRecords(["meal_plan"], plansOf);
  const plan = plans?.find((each) => each.id === given) ?? (plans ? activePlan(plans, today) : undefined);
  if (plan) return <OfPlan key={plan.id} plan={plan} today={today} />;
  return (
    <Page title={t("kitchen.groceries")} up="/meal-plan" narrow>
      {plans ? (
        <Card>
          <Empty icon={ShoppingBasket} title={t("kitchen.noGroceries")} text={t("kitchen.noGroceriesText")} action={t("kitchen.makePlan")} onAction={() => router.push("/meal-plan?make=1")} />
        </Card>
      ) : (
        <Skeleton label={t("common.loading")} heights={[180, 180]} />
      )}
    </Page>
  );
}

function OfPlan({ plan, today }: { plan: MealPlan; today: string }) {
  const { t } = useTranslation();
  const units = useUnits();
  const format = useFormat(units);
  const words = useProblemText();
  const tell = useToast();
  const begun = plan.starts_on < today && today <= (plan.days.at(-1)?.day ?? "");
  const [range, setRange] = useState<"left" | "all">(begun ? "left" : "all");
  const asked = useGroceries(plan.id, range === "left" ? today : null);
  const [ticks, setTicks] = useKept<string[]>(`groceries.${plan.id}`, []);
  const ticked = new Set(ticks);
  const amount = (item: Grocery) => amountOf(item, units, format.number);
  const aisle = (name: Groceries["aisles"][number]["aisle"]) => t(`kitchen.aisle.${name}`);
  const list = asked.data;
  const items = list?.aisles.flatMap((each) => each.items) ?? [];
  const done = items.filter((item) => ticked.has(item.food_id)).length;
  const share = async () => {
    if (!list) return;
    const how = await shareText(textOf(list, ticked, amount, aisle), t("kitchen.groceries")).catch(() => null);
    if (how === "copied") tell({ text: t("kitchen.copied") });
  };
  const toggle = (id: string) => setTicks(ticked.has(id) ? ticks.filter((each) => each !== id) : [...ticks, id]);
  const card = (each: Groceries["aisles"][number]) => (
    <Card key={each.aisle} title={aisle(each.aisle)} className="gap-0">
      {each.items.map((item, place) => (
        <Row key={item.food_id} item={item} amount={amount(item)} on={ticked.has(item.food_id)} first={place === 0} onToggle={() => toggle(item.food_id)} />
      ))}
    </Card>
  );
  const days = `${format.shortDay(plan.starts_on)} – ${format.shortDay(plan.days.at(-1)?.day ?? plan.starts_on)}`;
  const footer = items.length > done ? <Button icon={Share} label={t("kitchen.share")} onPress={() => void share()} /> : undefined;
  return (
    <Page title={t("kitchen.groceries")} subtitle={days} up="/meal-plan" footer={footer} onRefresh={() => void asked.refetch()} refreshing={asked.isRefetching}>
      {begun ? <Segmented label={t("kitchen.whichDays")} options={[{ value: "left", label: t("kitchen.fromToday") }, { value: "all", label: t("kitchen.wholePlan") }]} value={range} onChange={setRange} /> : null}
      {list ? (
        <>
          <View className="gap-2">
            <Txt kind="small" role="status">
              {done === items.length && done > 0 ? t("kitchen.allBought") : t("kitchen.bought", { done, count: items.length })}
            </Txt>
            <ProgressBar value={items.length ? done / items.length : 0} label={t("kitchen.groceries")} text={t("kitchen.bought", { done, count: items.length })} />
          </View>
          {asked.isError ? <Stale at={format.clock(new Date(asked.dataUpdatedAt).toISOString())} /> : null}
          {list.missing?.length ? <Txt kind="small">{t("kitchen.missing", { names: list.missing.join(", ") })}</Txt> : null}
          <Columns start={columnsOf(list.aisles)[0].map(card)} end={columnsOf(list.aisles)[1].map(card)} />
          {done ? <Button variant="quiet" label={t("kitchen.untickAll")} onPress={() => setTicks([])} /> : null}
        </>
      ) : asked.isError ? (
        <Card>
          <Empty icon={ShoppingBasket} title={t("kitchen.notKnownYet")} text={words(asked.error)} action={t("common.retry")} onAction={() => void asked.refetch()} />
        </Card>
      ) : (
        <Skeleton label={t("common.loading")} heights={[24, 220, 160, 160]} />
      )}
    </Page>
  );
}

function Row({ item, amount, on, first, onToggle }: { item: Grocery; amount: string; on: boolean; first: boolean; onToggle: () => void }) {
  return (
    <Pressable role="checkbox" aria-checked={on} aria-label={`${item.name}, ${amount}`} onPress={onToggle} className={cn("min-h-14 py-2 flex-row items-center gap-3 active:opacity-70", !first && "border-t border-line")}>
      <View className={cn("size-7 rounded-full border-2 items-center justify-center", on ? "bg-brand border-brand" : "border-muted")}>{on ? <Icon of={Check} tone="on-brand" size={16} /> : null}</View>
      <View className="flex-1">
        <Txt className={cn(on && "text-muted line-through")}>{item.name}</Txt>
        <Txt kind="small" numberOfLines={1}>
          {item.for.join(", ")}
        </Txt>
      </View>
      <Txt className={cn("tabular-nums text-end", on && "text-muted")}>{amount}</Txt>
    </Pressable>
  );
}
