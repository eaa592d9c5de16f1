import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useGivenName } from "@/lib/spoken";
import { useMe, useUnits } from "@/sync/me";
import { useSync } from "@/sync/provider";
import { Button, Card, ListRow, Sheet, Txt, useToast } from "@/ui";
import { doneIn, weeksOf } from "../plans";
import type { Plan } from "../model";
import { useWorkouts } from "../use-training";

const FEW = 5;

/** Plans of before, and those that rest: each can be taken up again. */
export function OtherPlans({ plans }: { plans: readonly Plan[] }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const format = useFormat(useUnits());
  const zone = useMe()?.time_zone;
  const [chosen, setChosen] = useState<Plan | null>(null);
  const [all, setAll] = useState(false);
  if (!plans.length) return null;
  return (
    <Card title={t("train.plan.others")} className="gap-0">
      {(all ? plans : plans.slice(0, FEW)).map((plan, place) => (
        <ListRow key={plan.id} first={place === 0} title={given(plan.name)} detail={[t(`train.plan.status.${plan.status === "done" ? "done" : "rests"}`), plan.created_at ? format.shortDay(dayOf(new Date(plan.created_at), zone)) : null].filter(Boolean).join(" · ")} onPress={() => setChosen(plan)} />
      ))}
      {!all && plans.length > FEW ? <Button variant="quiet" label={t("common.more")} onPress={() => setAll(true)} /> : null}
      {chosen ? <PlanSheet plan={chosen} onClose={() => setChosen(null)} /> : null}
    </Card>
  );
}

function PlanSheet({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const { phone } = useSync();
  const tell = useToast();
  const done = doneIn(plan, useWorkouts() ?? []);
  const first = weeksOf(plan)[0]?.sessions ?? [];
  const take = async () => {
    await phone?.edit("training_plan", plan.id, { status: "active" });
    tell({ text: t("train.plan.taken", { name: given(plan.name) }) });
    onClose();
  };
  const erase = async () => {
    await phone?.delete("training_plan", plan.id);
    tell({ text: t("train.plan.erased") });
    onClose();
  };
  return (
    <Sheet open title={given(plan.name)} close={t("common.close")} onClose={onClose}>
      <Txt kind="small">{[t("train.plan.weeks", { count: plan.weeks }), t("train.plan.doneOf", { done: done.size, of: plan.days.length })].join(" · ")}</Txt>
      <View className="gap-1">
        {first.map((session) => (
          <Txt key={session.id}>{[session.name, t("train.minutes", { count: session.minutes }), t("train.exercises", { count: session.exercises.length })].join(" · ")}</Txt>
        ))}
      </View>
      <Button label={t("train.plan.take")} onPress={() => void take()} />
      <Button variant="danger" label={t("train.plan.erase")} onPress={() => void erase()} />
    </Sheet>
  );
}
