import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problem-text";
import type { Format } from "@/i18n/format";
import { newId } from "@/lib/id";
import { useOnline } from "@/lib/use-online";
import { useSync } from "@/sync/provider";
import { Button, Card, Choices, Sheet, Txt, useToast } from "@/ui";
import { CalendarDays, Plus, RotateCcw, Trash } from "@/ui/icons";
import { generate, type MealPlan } from "../requests";
import { isBegun } from "./eaten";
import { otherOf } from "./wishes";

type Props = { plan: MealPlan; plans: MealPlan[]; format: Format; onChoose: (id: string) => void; onMake: () => void };

/** What can be done with the plan as a whole: another like it, a new one, an older one, away with it. */
export function PlanActions({ plan, plans, format, onChoose, onMake }: Props) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const online = useOnline();
  const tell = useToast();
  const words = useProblemText();
  const [open, setOpen] = useState<"plans" | "delete" | null>(null);
  const [busy, setBusy] = useState(false);
  const range = (each: MealPlan) => `${format.shortDay(each.starts_on)} – ${format.shortDay(each.days.at(-1)?.day ?? each.starts_on)}`;
  const again = async () => {
    setBusy(true);
    try {
      const made = await generate(otherOf(plan, newId()));
      if (made.clashes?.length) return tell({ text: t("kitchen.noOther") });
      if (phone && !isBegun(phone, plan)) await phone.delete("meal_plan", plan.id); // what was eaten from it stays to be seen
      await phone?.sync();
      onChoose(made.id);
    } catch (error) {
      tell({ text: words(error) });
    } finally {
      setBusy(false);
    }
  };
  const remove = async () => {
    setOpen(null);
    await phone?.delete("meal_plan", plan.id);
    tell({ text: t("kitchen.planDeleted") });
  };
  return (
    <Card>
      <Button variant="plain" icon={Plus} label={t("kitchen.newPlan")} onPress={onMake} />
      <Button variant="plain" icon={RotateCcw} busy={busy} disabled={!online || !plan.asked} label={t("kitchen.otherMeals")} onPress={() => void again()} />
      {plans.length > 1 ? <Button variant="plain" icon={CalendarDays} label={t("kitchen.otherPlans", { count: plans.length })} onPress={() => setOpen("plans")} /> : null}
      <Button variant="quiet" icon={Trash} label={t("kitchen.deletePlan")} onPress={() => setOpen("delete")} />
      <Sheet open={open === "plans"} title={t("kitchen.plans")} close={t("common.close")} onClose={() => setOpen(null)}>
        <Choices
          label={t("kitchen.plans")}
          options={plans.map((each) => ({ value: each.id, label: each.name ?? range(each), detail: t("kitchen.planDays", { count: each.days.length }) }))}
          chosen={plan.id}
          onChange={(id) => {
            setOpen(null);
            onChoose(id);
          }}
        />
      </Sheet>
      <Sheet open={open === "delete"} title={t("kitchen.deletePlan")} close={t("common.close")} onClose={() => setOpen(null)}>
        <Txt>{t("kitchen.deletePlanText")}</Txt>
        <Button variant="danger" icon={Trash} label={t("kitchen.deletePlan")} onPress={() => void remove()} />
        <Button variant="quiet" label={t("common.cancel")} onPress={() => setOpen(null)} />
      </Sheet>
    </Card>
  );
}
