import { useTranslation } from "react-i18next";
import { Unsent } from "@/sync/unsent";
import { Card, SwitchRow } from "@/ui";
import { Part } from "../parts/part";
import { readWords } from "../parts/read";
import { TypedField } from "../parts/typed-field";
import { useProfile, type User } from "../parts/use-profile";
import { ScreeningCard } from "./screening-card";

export type Health = NonNullable<User["health"]>;

export function HealthScreen() {
  const { t } = useTranslation();
  const { me, change, refusal } = useProfile();
  const health = me?.health;
  const set = (changes: Partial<Health>) => void change({ health: { ...health, ...changes } as Health });
  return (
    <Part title={t("you.health.title")} text={t("you.health.text")} aside={me ? <Unsent kind="user" id={me.id} /> : null}>
      <Card>
        <TypedField label={t("onboarding.injuries.label")} hint={t("onboarding.injuries.hint")} value={(health?.injuries ?? []).join(", ")} read={readWords} save={(injuries) => set({ injuries })} error={refusal("health.injuries")} />
        <TypedField label={t("you.health.conditions")} hint={t("you.health.conditionsHint")} value={(health?.conditions ?? []).join(", ")} read={readWords} save={(conditions) => set({ conditions })} error={refusal("health.conditions")} />
        {me?.sex === "male" ? null : (
          <>
            <SwitchRow title={t("onboarding.injuries.pregnant")} value={!!health?.pregnant} onChange={(on) => set({ pregnant: on || null })} />
            <SwitchRow title={t("you.health.cycle")} detail={t("you.health.cycleText")} value={!!health?.cycle_tracking} onChange={(on) => set({ cycle_tracking: on || null })} />
            {health?.cycle_tracking ? <SwitchRow title={t("you.health.hormonal")} detail={t("you.health.hormonalText")} value={!!health.hormonal_contraception} onChange={(on) => set({ hormonal_contraception: on || null })} /> : null}
          </>
        )}
        <SwitchRow title={t("you.health.clearance")} detail={t("you.health.clearanceText")} value={!!health?.clearance} onChange={(on) => set({ clearance: on || null })} />
      </Card>
      <ScreeningCard answers={health?.screening ?? {}} onAnswer={(given) => set({ screening: { ...health?.screening, ...given } as Health["screening"] })} />
    </Part>
  );
}
