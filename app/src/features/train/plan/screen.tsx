import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGivenName } from "@/lib/spoken";
import { Unsent } from "@/sync/unsent";
import { Card, Columns, Empty, ProgressBar, Screen, Skeleton, Txt } from "@/ui";
import { Sparkles } from "@/ui/icons";
import { Header } from "../header";
import type { Plan } from "../model";
import { weeksOf } from "../plans";
import { usePlans, useTraining, type Training } from "../use-training";
import { ChangeCard } from "./change-card";
import { OtherPlans } from "./other-plans";
import { SessionCard } from "./session-card";
import { WeekPicker } from "./week-picker";
import { WhyCard } from "./why-card";

/** The plan week by week: what is asked, what was done, and why. */
export function PlanScreen() {
  const { t } = useTranslation();
  const given = useGivenName();
  const training = useTraining();
  const plans = usePlans();
  const plan = training?.plan;
  const subtitle = plan ? [t(`onboarding.goal.${plan.goal}`), t("train.plan.weeks", { count: plan.weeks })].join(" · ") : undefined;
  return (
    <Screen>
      <Header title={plan ? given(plan.name) : t("train.plan.title")} subtitle={subtitle} aside={plan ? <Unsent kind="training_plan" id={plan.id} /> : undefined} />
      {!training || !plans ? (
        <Skeleton label={t("common.loading")} heights={[90, 240, 240]} />
      ) : plan ? (
        <Calendar key={plan.id} plan={plan} training={training} plans={plans} />
      ) : (
        <>
          <Card>
            <Empty icon={Sparkles} title={t("train.noPlan")} text={t("train.noPlanText")} action={t("train.makePlan")} onAction={() => router.push("/plan/new")} />
          </Card>
          <OtherPlans plans={plans} />
        </>
      )}
    </Screen>
  );
}

function Calendar({ plan, training, plans }: { plan: Plan; training: Training; plans: readonly Plan[] }) {
  const { t } = useTranslation();
  const { done, next } = training;
  const [week, setWeek] = useState(next?.week ?? plan.weeks);
  const weeks = weeksOf(plan);
  const shown = weeks.find((each) => each.week === week);
  const doneOfAll = t("train.plan.doneOf", { done: done.size, of: plan.days.length });
  return (
    <Columns
      start={
        <>
          <Card className="gap-4">
            <WeekPicker weeks={weeks} week={week} reached={next?.week ?? plan.weeks} done={done} onChange={setWeek} />
            {shown?.deload ? <Txt className="rounded-2xl bg-accent-soft px-4 py-3">{t("train.plan.lighterText")}</Txt> : null}
          </Card>
          {shown?.sessions.map((session) => (
            <SessionCard key={session.id} session={session} workout={done.get(session.id)} due={session.id === next?.id} />
          ))}
        </>
      }
      end={
        <>
          <Card title={t("train.plan.soFar")}>
            <Txt className="tabular-nums">{doneOfAll}</Txt>
            <ProgressBar label={t("train.plan.soFar")} text={doneOfAll} value={done.size / plan.days.length} />
          </Card>
          <WhyCard plan={plan} />
          <ChangeCard plan={plan} />
          <OtherPlans plans={plans.filter((each) => each.id !== plan.id)} />
        </>
      }
    />
  );
}

