import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useSpoken } from "@/lib/spoken";
import { useUnits } from "@/sync/me";
import { Button, Card, cn, Icon, Segmented, Skeleton, Txt } from "@/ui";
import { Check, HeartPulse } from "@/ui/icons";

type Answers = Partial<Omit<Schemas["Screening"], "answered_at">>;

const HARD = ["light", "moderate", "vigorous"] as const;

/** The questions before training in the server's words, the answers as the device has them, and what they come to. */
export function ScreeningCard({ answers, onAnswer }: { answers: Answers; onAnswer: (given: Answers) => void }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const asked = useQuery({ queryKey: keys.screening(), queryFn: () => ok(api.GET("/api/users/{user_id}/screening", { params: { path: { user_id: "me" } } })) });
  const yesNo = (["yes", "no"] as const).map((value) => ({ value, label: t(`onboarding.screening.${value}`) }));
  return (
    <Card title={t("onboarding.screening.title")}>
      {asked.data ? (
        <>
          <Outcome of={asked.data} />
          {asked.data.questions.map(({ id, text, kind }) => {
            const given = answers[id as keyof Answers];
            return (
              <View key={id} className="gap-2 pt-2">
                <Txt>{spoken(text)}</Txt>
                {kind === "yes_no" ? (
                  <Segmented label={spoken(text)} value={given === true ? "yes" : given === false ? "no" : null} options={yesNo} onChange={(value) => onAnswer({ [id]: value === "yes" })} />
                ) : (
                  <Segmented label={spoken(text)} value={answers.intensity ?? null} options={HARD.map((value) => ({ value, label: t(`onboarding.screening.${value}`) }))} onChange={(intensity) => onAnswer({ intensity })} />
                )}
              </View>
            );
          })}
        </>
      ) : asked.isError ? (
        <>
          <Txt>{t("common.unreachable")}</Txt>
          <Button variant="soft" label={t("common.retry")} onPress={() => void asked.refetch()} />
        </>
      ) : (
        <Skeleton label={t("common.loading")} heights={[60, 90, 90]} />
      )}
    </Card>
  );
}

function Outcome({ of }: { of: Schemas["ShownScreening"] }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const format = useFormat(useUnits());
  const fine = of.outcome === "fine";
  return (
    <View role="status" className={cn("flex-row gap-3 p-4 rounded-field", fine ? "bg-brand-soft" : "bg-accent-soft")}>
      <Icon of={fine ? Check : HeartPulse} tone={fine ? "brand" : "accent"} />
      <View className="flex-1 gap-1">
        <Txt>{spoken(of.text)}</Txt>
        {of.reasons.filter((reason) => reason !== of.text).map((reason) => (
          <Txt key={reason} className="text-sm">
            {spoken(reason)}
          </Txt>
        ))}
        {of.answered_at ? <Txt className="text-sm">{t(of.ask_again ? "you.health.askAgain" : "you.health.answered", { day: format.day(dayOf(new Date(of.answered_at))) })}</Txt> : null}
      </View>
    </View>
  );
}
