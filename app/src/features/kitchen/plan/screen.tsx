import { router, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useSpoken } from "@/lib/spoken";
import { useDay } from "@/lib/use-day";
import { useMe, useUnits } from "@/sync/me";
import { useRecords } from "@/sync/provider";
import { Button, Card, Columns, Empty, Skeleton, Txt } from "@/ui";
import { CalendarDays, ShoppingBasket } from "@/ui/icons";
import { Page } from "../page";
import { useGroceries, type MealPlan } from "../requests";
import { DayCard } from "./day-card";
import { DayPicker } from "./day-picker";
import type { Planned } from "./eaten";
import { MakeSheet } from "./make-sheet";
import { MealCard } from "./meal-card";
import { PlanActions } from "./plan-actions";
import { activePlan, firstDay, placeOf, plansOf } from "./plans";
import { useSaid } from "./said";
import { SwapSheet } from "./swap-sheet";

/** The plan of meals day by day. It is a record: it opens and can be logged from without a network. */
export function MealPlanScreen() {
  const { t } = useTranslation();
  const today = useDay(useMe()?.time_zone);
  const given = useLocalSearchParams<{ plan?: string; make?: string }>();
  const plans = useRecords(["meal_plan"], plansOf);
  const [chosen, setChosen] = useState(given.plan);
  const [making, setMaking] = useState(given.make === "1");
  const plan = plans?.find((each) => each.id === chosen) ?? (plans ? activePlan(plans, today) : undefined);
  const sheet = making ? (
    <MakeSheet
      today={today}
      onClose={() => setMaking(false)}
      onMade={(id) => {
        setChosen(id);
        setMaking(false);
      }}
    />
  ) : null;
  if (!plan || !plans)
    return (
      <Page title={t("kitchen.mealPlan")} up="/eat">
        {plans ? (
          <Card>
            <Empty icon={CalendarDays} title={t("kitchen.noPlanYet")} text={t("kitchen.noPlanYetText")} action={t("kitchen.makePlan")} onAction={() => setMaking(true)} />
          </Card>
        ) : (
          <Skeleton label={t("common.loading")} heights={[56, 180, 180, 180]} />
        )}
        {sheet}
      </Page>
    );
  return (
    <>
      <Known key={plan.id} plan={plan} plans={plans} today={today} onChoose={setChosen} onMake={() => setMaking(true)} />
      {sheet}
    </>
  );
}

type Props = { plan: MealPlan; plans: MealPlan[]; today: string; onChoose: (id: string) => void; onMake: () => void };

function Known({ plan: kept, plans, today, onChoose, onMake }: Props) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const format = useFormat(useUnits());
  const plan = useSaid(kept);
  const [picked, setPicked] = useState<string | null>(null);
  const [swapping, setSwapping] = useState<Planned | null>(null);
  const groceries = useGroceries(plan.id, null); // so that the list is on the device before the shop
  const shown = plan.days.find((each) => each.day === (picked ?? firstDay(plan, today))) ?? plan.days[0];
  if (!shown) return null;
  const count = groceries.data?.aisles.reduce((sum, aisle) => sum + aisle.items.length, 0);
  const range = `${format.shortDay(plan.starts_on)} – ${format.shortDay(plan.days.at(-1)?.day ?? plan.starts_on)}`;
  return (
    <Page title={plan.name ?? t("kitchen.mealPlan")} subtitle={range} up="/eat">
      <DayPicker days={plan.days.map((each) => each.day)} today={today} chosen={shown.day} onChoose={setPicked} />
      <Txt kind="heading" level={2}>
        {format.day(shown.day)}
      </Txt>
      <Columns
        start={shown.meals.map((meal, index) => {
          const planned = { planId: plan.id, day: shown.day, meal, place: placeOf(shown.meals, index) };
          return <MealCard key={`${shown.day} ${index}`} planned={planned} today={today} format={format} onSwap={() => setSwapping(planned)} />;
        })}
        end={
          <>
            <Button variant="soft" icon={ShoppingBasket} label={count ? t("kitchen.groceriesCount", { count }) : t("kitchen.groceries")} onPress={() => router.push(`/groceries?plan=${plan.id}`)} />
            <DayCard day={shown} targets={plan.targets} format={format} />
            {plan.notes?.length ? (
              <Card title={t("kitchen.planNotes")}>
                {plan.notes.map((note) => (
                  <Txt key={note}>{spoken(note)}</Txt>
                ))}
              </Card>
            ) : null}
            <PlanActions plan={plan} plans={plans} format={format} onChoose={onChoose} onMake={onMake} />
          </>
        }
      />
      {swapping ? <SwapSheet planned={swapping} format={format} onClose={() => setSwapping(null)} /> : null}
    </Page>
  );
}
