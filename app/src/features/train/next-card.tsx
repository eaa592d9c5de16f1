import { router } from "expo-router";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useExercises } from "@/lib/exercises";
import { doneOf, setsOf, type Draft } from "@/lib/running";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { Button, Card, Txt } from "@/ui";
import { Dumbbell, Play } from "@/ui/icons";
import type { Plan, PlanSession } from "./model";
import { useWords } from "./use-words";

const NAMED = 6;

/** The session whose turn it is, and the biggest button of the screen. */
export function NextCard({ plan, session }: { plan: Plan; session: PlanSession }) {
  const { t } = useWords();
  const { nameOf } = useExercises();
  const given = useGivenName();
  const where = [t("train.weekOf", { week: session.week, of: plan.weeks }), t("train.minutes", { count: session.minutes })];
  return (
    <Offer
      title={given(session.name)}
      detail={[...where, ...(session.deload ? [t("train.lighter")] : [])].join(" · ")}
      exercises={session.exercises.map((each) => nameOf(each.exercise_id))}
    />
  );
}

/** What the log proposes to somebody without a plan. */
export function ProposedCard({ next }: { next: Schemas["NextSession"] }) {
  const { nameOf } = useExercises();
  const [spoken, given] = [useSpoken(), useGivenName()];
  return <Offer title={given(next.name)} detail={spoken(next.why)} exercises={next.exercises.map((each) => nameOf(each.exercise_id))} />;
}

/** A session that runs goes on before anything else. */
export function RunningCard({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const name = useGivenName()(draft.name);
  return (
    <Card className="gap-4">
      <View className="gap-1">
        <Txt kind="label">{t("train.running")}</Txt>
        <Txt kind="title" level={2}>
          {name}
        </Txt>
        <Txt kind="small">{t("session.progress", { done: doneOf(draft), count: setsOf(draft) })}</Txt>
      </View>
      <Button className="min-h-14" icon={Play} label={t("train.resume", { name })} onPress={() => router.push("/session")} />
    </Card>
  );
}

function Offer({ title, detail, exercises }: { title: string; detail: string; exercises: string[] }) {
  const { t } = useWords();
  const more = exercises.length - NAMED;
  return (
    <Card className="gap-4">
      <View className="gap-1">
        <Txt kind="label">{t("train.next")}</Txt>
        <Txt kind="title" level={2}>
          {title}
        </Txt>
        <Txt kind="small">{detail}</Txt>
      </View>
      <Txt className="leading-6">{[...exercises.slice(0, NAMED), ...(more > 0 ? [t("train.moreExercises", { count: more })] : [])].join(" · ")}</Txt>
      <Button className="min-h-14" icon={Dumbbell} label={t("train.start", { name: title })} onPress={() => router.push("/session?planned=1")} />
    </Card>
  );
}
