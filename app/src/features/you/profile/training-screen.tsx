import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Unsent } from "@/sync/unsent";
import { Button, Card, Chip, Chips, Choices, ErrorText, Stepper } from "@/ui";
import { Named, Part } from "../parts/part";
import { useProfile } from "../parts/use-profile";
import { GOALS, LEVELS } from "../parts/words";
import { COMMON, EQUIPMENT, GYM, type Equipment } from "./equipment";

const [DAYS, MINUTES, LEAST_MINUTES, MOST_MINUTES] = [3, 45, 10, 180];

export function TrainingScreen() {
  const { t } = useTranslation();
  const { me, change, refusal } = useProfile();
  const days = me?.training_days_per_week ?? DAYS;
  const minutes = me?.session_minutes ?? MINUTES;
  return (
    <Part title={t("you.training.title")} text={t("you.training.text")} aside={me ? <Unsent kind="user" id={me.id} /> : null}>
      <Card title={t("onboarding.goal.label")}>
        <Choices label={t("onboarding.goal.label")} chosen={me?.goal} onChange={(goal) => void change({ goal })} options={GOALS.map((value) => ({ value, label: t(`onboarding.goal.${value}`) }))} />
      </Card>
      <Card title={t("onboarding.level.label")}>
        <Choices label={t("onboarding.level.label")} chosen={me?.fitness_level} onChange={(fitness_level) => void change({ fitness_level })} options={LEVELS.map((value) => ({ value, label: t(`onboarding.level.${value}`), detail: t(`onboarding.level.${value}Text`) }))} />
      </Card>
      <Card title={t("you.training.time")}>
        <View className="flex-row flex-wrap gap-x-8 gap-y-4">
          <Named label={t("onboarding.time.days")}>
            <Stepper label={t("onboarding.time.days")} less={t("onboarding.time.lessDays")} more={t("onboarding.time.moreDays")} value={days} max={7} onChange={(training_days_per_week) => void change({ training_days_per_week })} />
          </Named>
          <Named label={t("onboarding.time.minutes")}>
            <Stepper label={t("onboarding.time.minutes")} less={t("onboarding.time.lessMinutes")} more={t("onboarding.time.moreMinutes")} value={minutes} step={5} min={LEAST_MINUTES} max={MOST_MINUTES} onChange={(session_minutes) => void change({ session_minutes })} />
          </Named>
        </View>
      </Card>
      <EquipmentCard chosen={me?.equipment ?? []} error={refusal("equipment")} onChange={(equipment) => void change({ equipment })} />
    </Part>
  );
}

function EquipmentCard({ chosen, error, onChange }: { chosen: Equipment[]; error?: string; onChange: (chosen: Equipment[]) => void }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const isGym = GYM.every((each) => chosen.includes(each));
  const shown = all ? EQUIPMENT : EQUIPMENT.filter((each) => COMMON.has(each) || chosen.includes(each));
  return (
    <Card title={t("onboarding.equipment.label")}>
      <View className="flex-row flex-wrap gap-2">
        <Chip label={t("onboarding.equipment.gym")} chosen={isGym} onPress={() => onChange(isGym ? [] : [...new Set([...chosen, ...GYM])])} />
        <Chip label={t("onboarding.equipment.none")} chosen={!chosen.length} onPress={() => onChange([])} />
      </View>
      <View className="h-px bg-line" />
      <Chips label={t("onboarding.equipment.label")} chosen={chosen} onChange={onChange} options={shown.map((value) => ({ value, label: t(`you.equipment.${value}`) }))} />
      <ErrorText small>{error}</ErrorText>
      <Button variant="quiet" className="self-start px-0" label={t(all ? "you.training.fewer" : "you.training.all")} aria-expanded={all} onPress={() => setAll(!all)} />
    </Card>
  );
}
