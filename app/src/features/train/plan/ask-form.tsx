import { useState } from "react";
import { View } from "react-native";
import { Button, Card, Chip, Chips, Choices, Columns, Field, Stepper, Txt } from "@/ui";
import type { Equipment, Goal, Level, Muscle } from "../model";
import { useWords } from "../use-words";
import { LARGE, SMALL } from "../volume";
import { LIMITS, type Ask } from "./ask";

const GOALS: readonly Goal[] = ["gain", "perform", "lose", "maintain", "health"];
const LEVELS: readonly Level[] = ["beginner", "intermediate", "advanced"];
const GEAR: readonly Equipment[] = ["dumbbell", "barbell", "rack", "bench", "kettlebell", "cable", "machine", "pull_up_bar", "band"];
const MORE_GEAR: readonly Equipment[] = ["smith_machine", "ez_bar", "trap_bar", "dip_bars", "rings", "suspension_trainer", "landmine", "medicine_ball", "stability_ball", "ab_wheel", "box", "roman_chair", "preacher_bench"];

type Props = { ask: Ask; change: (changes: Partial<Ask>) => void };

export function AskForm({ ask, change }: Props) {
  const { t, muscle } = useWords();
  const focus = (next: Muscle[]) => change({ focus: next.slice(-LIMITS.focus) });
  return (
    <>
      <Card title={t("onboarding.goal.label")}>
        <Choices label={t("onboarding.goal.label")} chosen={ask.goal} onChange={(goal) => change({ goal })} options={GOALS.map((value) => ({ value, label: t(`onboarding.goal.${value}`) }))} />
      </Card>
      <Card title={t("train.new.time")} className="gap-5">
        <Columns start={<Count name="days" ask={ask} change={change} step={1} />} end={<Count name="minutes" ask={ask} change={change} step={5} />} />
        <Count name="weeks" ask={ask} change={change} step={1} />
      </Card>
      <Card title={t("onboarding.equipment.label")}>
        <Gear ask={ask} change={change} />
      </Card>
      <Card title={t("onboarding.level.label")}>
        <Choices label={t("onboarding.level.label")} chosen={ask.level} onChange={(level) => change({ level })} options={LEVELS.map((value) => ({ value, label: t(`onboarding.level.${value}`), detail: t(`onboarding.level.${value}Text`) }))} />
      </Card>
      <Card title={t("train.new.focus")}>
        <Txt kind="small">{t("train.new.focusText", { count: LIMITS.focus })}</Txt>
        <Chips<Muscle> label={t("train.new.focus")} chosen={ask.focus} onChange={focus} options={[...LARGE, ...SMALL].map((value) => ({ value, label: muscle(value) }))} />
      </Card>
      <Card>
        <Field label={t("train.new.avoid")} hint={t("train.new.avoidHint")} value={ask.avoid} onChangeText={(avoid) => change({ avoid })} />
      </Card>
    </>
  );
}

function Count({ name, ask, change, step }: Props & { name: "days" | "minutes" | "weeks"; step: number }) {
  const { t } = useWords();
  const [min, max] = LIMITS[name];
  const label = t(`train.new.${name}`);
  return (
    <View className="gap-2">
      <Txt kind="label">{label}</Txt>
      <Stepper label={label} value={ask[name]} step={step} min={min} max={max} less={t("train.new.fewer", { what: label })} more={t("train.new.moreOf", { what: label })} onChange={(value) => change({ [name]: value })} />
    </View>
  );
}

function Gear({ ask, change }: Props) {
  const { t, equipment } = useWords();
  const chosen = ask.equipment ?? [];
  const [all, setAll] = useState(chosen.some((each) => MORE_GEAR.includes(each)));
  const shown = [...GEAR, ...(all ? MORE_GEAR : [])];
  const options = [...shown, ...chosen.filter((each) => !shown.includes(each))];
  return (
    <View className="gap-4">
      <View role="radiogroup" aria-label={t("onboarding.equipment.label")} className="flex-row flex-wrap gap-2">
        <Chip one label={t("onboarding.equipment.gym")} chosen={ask.equipment === null} onPress={() => change({ equipment: null })} />
        <Chip one label={t("onboarding.equipment.none")} chosen={ask.equipment?.length === 0} onPress={() => change({ equipment: [] })} />
      </View>
      <Chips<Equipment> label={t("train.new.own")} chosen={chosen} onChange={(next) => change({ equipment: next })} options={options.map((value) => ({ value, label: equipment(value) }))} />
      {all ? null : <Button variant="quiet" className="self-start px-0" label={t("common.more")} onPress={() => setAll(true)} />}
    </View>
  );
}
