import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Button, ErrorText, IconButton, ProgressBar, Screen, Skeleton, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";
import { BodyStep, isBodyGood } from "./body-step";
import type { Draft } from "./draft";
import { ScreeningStep } from "./screening-step";
import { EquipmentStep, FoodStep, GoalStep, InjuriesStep, LevelStep, TimeStep } from "./simple-steps";
import { STEPS, type StepName } from "./steps";
import { useDraft } from "./use-draft";

export type StepProps = { draft: Draft; change: (changes: Partial<Draft>) => void };

const FORMS: Record<StepName, (props: StepProps) => React.ReactNode> = {
  goal: GoalStep,
  body: BodyStep,
  level: LevelStep,
  time: TimeStep,
  equipment: EquipmentStep,
  food: FoodStep,
  injuries: InjuriesStep,
  screening: ScreeningStep,
};
const TEXTS: Partial<Record<StepName, "body" | "injuries" | "screening">> = { body: "body", injuries: "injuries", screening: "screening" };

export function OnboardingScreen() {
  const { t } = useTranslation();
  const { draft, change, next, skip, busy, error } = useDraft();
  if (!draft)
    return (
      <Screen narrow>
        <Skeleton label={t("common.loading")} heights={[60, 300]} />
      </Screen>
    );
  const name = STEPS[draft.step] ?? "goal";
  const Form = FORMS[name];
  const last = draft.step === STEPS.length - 1;
  const text = TEXTS[name];
  const footer = (
    <View className="gap-2">
      <ErrorText className="text-center">{error}</ErrorText>
      <Button label={last ? t("onboarding.finish") : t("common.next")} busy={busy} disabled={name === "body" && !isBodyGood(draft)} onPress={() => void next()} />
      <Button variant="quiet" label={t("onboarding.later")} disabled={busy} onPress={() => void skip()} />
    </View>
  );
  return (
    <Screen narrow footer={footer}>
      <View className="flex-row items-center gap-3">
        {draft.step > 0 ? <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => change({ step: draft.step - 1 })} /> : null}
        <ProgressBar className="flex-1" value={(draft.step + 1) / STEPS.length} label={t("onboarding.step", { step: draft.step + 1, of: STEPS.length })} text={t("onboarding.step", { step: draft.step + 1, of: STEPS.length })} />
      </View>
      <View className="gap-1 pt-2">
        <Txt kind="title" level={1}>
          {t(`onboarding.${name}.title`)}
        </Txt>
        {text ? <Txt className="text-muted">{t(`onboarding.${text}.text`)}</Txt> : null}
      </View>
      <Form draft={draft} change={change} />
    </Screen>
  );
}
