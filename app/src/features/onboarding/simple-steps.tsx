import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Chip, Chips, Choices, Field, Stepper, Txt } from "@/ui";
import type { Equipment } from "./draft";
import type { StepProps } from "./screen";

const GOALS = ["lose", "maintain", "gain", "perform", "health"] as const;
const LEVELS = ["beginner", "intermediate", "advanced"] as const;
const ACTIVITIES = ["sedentary", "light", "moderate", "active", "very_active"] as const;
const PATTERNS = ["omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo"] as const;
const SHOWN = ["dumbbell", "barbell", "rack", "bench", "kettlebell", "cable", "machine", "pull_up_bar", "band", "treadmill", "bike", "rower"] as const;
const GYM: Equipment[] = ["barbell", "dumbbell", "kettlebell", "cable", "machine", "smith_machine", "band", "bench", "rack", "pull_up_bar", "dip_bars", "ez_bar", "trap_bar", "plate", "box", "treadmill", "bike", "rower", "elliptical", "medicine_ball"];

export function GoalStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  return <Choices label={t("onboarding.goal.label")} chosen={draft.goal} onChange={(goal) => change({ goal })} options={GOALS.map((value) => ({ value, label: t(`onboarding.goal.${value}`) }))} />;
}

export function LevelStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  return (
    <View className="gap-5">
      <Choices label={t("onboarding.level.label")} chosen={draft.level} onChange={(level) => change({ level })} options={LEVELS.map((value) => ({ value, label: t(`onboarding.level.${value}`), detail: t(`onboarding.level.${value}Text`) }))} />
      <View className="gap-2">
        <Txt kind="label">{t("onboarding.level.activity")}</Txt>
        <View role="radiogroup" aria-label={t("onboarding.level.activity")} className="flex-row flex-wrap gap-2">
          {ACTIVITIES.map((value) => (
            <Chip key={value} one label={t(`onboarding.level.${value}`)} chosen={draft.activity === value} onPress={() => change({ activity: value })} />
          ))}
        </View>
      </View>
    </View>
  );
}

export function TimeStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  return (
    <View className="gap-6">
      <View className="gap-3">
        <Txt kind="label">{t("onboarding.time.days")}</Txt>
        <Stepper label={t("onboarding.time.days")} less={t("onboarding.time.lessDays")} more={t("onboarding.time.moreDays")} value={draft.days} min={0} max={7} onChange={(days) => change({ days })} />
      </View>
      <View className="gap-3">
        <Txt kind="label">{t("onboarding.time.minutes")}</Txt>
        <Stepper label={t("onboarding.time.minutes")} less={t("onboarding.time.lessMinutes")} more={t("onboarding.time.moreMinutes")} value={draft.minutes} step={5} min={10} max={180} onChange={(minutes) => change({ minutes })} />
      </View>
    </View>
  );
}

export function EquipmentStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  const chosen = draft.equipment ?? [];
  const isGym = GYM.every((each) => chosen.includes(each));
  return (
    <View className="gap-4">
      <View className="flex-row flex-wrap gap-2">
        <Chip label={t("onboarding.equipment.gym")} chosen={isGym} onPress={() => change({ equipment: isGym ? [] : GYM })} />
        <Chip label={t("onboarding.equipment.none")} chosen={draft.equipment?.length === 0} onPress={() => change({ equipment: [] })} />
      </View>
      <Chips<Equipment> label={t("onboarding.equipment.label")} chosen={chosen} onChange={(equipment) => change({ equipment })} options={SHOWN.map((value) => ({ value, label: t(`onboarding.equipment.${value}`) }))} />
    </View>
  );
}

export function FoodStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  return (
    <View className="gap-4">
      <View role="radiogroup" aria-label={t("onboarding.food.label")} className="flex-row flex-wrap gap-2">
        {PATTERNS.map((value) => (
          <Chip key={value} one label={t(`onboarding.food.${value}`)} chosen={draft.pattern === value} onPress={() => change({ pattern: value })} />
        ))}
      </View>
      <Field label={t("onboarding.food.allergies")} hint={t("onboarding.food.allergiesHint")} value={draft.allergies} onChangeText={(allergies) => change({ allergies })} />
    </View>
  );
}

export function InjuriesStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  return (
    <View className="gap-4">
      <Field label={t("onboarding.injuries.label")} hint={t("onboarding.injuries.hint")} value={draft.injuries} onChangeText={(injuries) => change({ injuries })} />
      {draft.sex === "male" ? null : (
        <View className="flex-row">
          <Chip label={t("onboarding.injuries.pregnant")} chosen={draft.pregnant === true} onPress={() => change({ pregnant: draft.pregnant === true ? null : true })} />
        </View>
      )}
    </View>
  );
}
