import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { HEIGHT_UNIT, WEIGHT_UNIT } from "@/lib/quantities";
import { Field, Segmented, Txt } from "@/ui";
import { birthOf, heightOf, weightOf, type Draft } from "./draft";
import type { StepProps } from "./screen";

const wrong = (text: string, value: unknown): boolean => text.trim() !== "" && value === null;

/** Tell whether nothing is written that cannot be read. */
export const isBodyGood = (draft: Draft): boolean => !wrong(draft.birth, birthOf(draft)) && !wrong(draft.height, heightOf(draft)) && !wrong(draft.weight, weightOf(draft));

export function BodyStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  const text = (key: "badDate" | "badHeight" | "badWeight", typed: string, value: unknown) => (typed.trim().length > 1 && wrong(typed, value) ? t(`onboarding.body.${key}`) : undefined);
  return (
    <View className="gap-4">
      <Field label={t("onboarding.body.name")} value={draft.name} onChangeText={(name) => change({ name })} autoComplete="given-name" maxLength={120} />
      <View className="gap-1.5">
        <Txt kind="label">{t("onboarding.body.sex")}</Txt>
        <Segmented label={t("onboarding.body.sex")} value={draft.sex ?? null} onChange={(sex) => change({ sex })} options={(["female", "male", "other"] as const).map((value) => ({ value, label: t(`onboarding.body.${value}`) }))} />
        <Txt kind="small">{t("onboarding.body.sexHint")}</Txt>
      </View>
      <Field
        label={t("onboarding.body.birth")}
        hint={t("onboarding.body.birthHint")}
        error={draft.birth.length >= 8 ? text("badDate", draft.birth, birthOf(draft)) : undefined}
        value={draft.birth}
        onChangeText={(birth) => change({ birth })}
        inputMode="text"
      />
      <Segmented label={t("onboarding.body.units")} value={draft.units} onChange={(units) => change({ units })} options={(["metric", "imperial"] as const).map((value) => ({ value, label: t(`onboarding.body.${value}`) }))} />
      <View className="flex-row gap-3">
        <Field className="flex-1" label={t("onboarding.body.height")} unit={HEIGHT_UNIT[draft.units]} error={text("badHeight", draft.height, heightOf(draft))} value={draft.height} onChangeText={(height) => change({ height })} inputMode="decimal" />
        <Field className="flex-1" label={t("onboarding.body.weight")} unit={WEIGHT_UNIT[draft.units]} error={text("badWeight", draft.weight, weightOf(draft))} value={draft.weight} onChangeText={(weight) => change({ weight })} inputMode="decimal" />
      </View>
    </View>
  );
}
