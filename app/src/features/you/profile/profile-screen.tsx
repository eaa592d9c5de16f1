import { useTranslation } from "react-i18next";
import { useDay } from "@/lib/use-day";
import { cmIn, HEIGHT_UNIT } from "@/lib/quantities";
import { useUnits } from "@/sync/me";
import { Unsent } from "@/sync/unsent";
import { Card, Chip, Segmented } from "@/ui";
import { View } from "react-native";
import { Named, Part } from "../parts/part";
import { readBirth, readHeight, readName } from "../parts/read";
import { TypedField } from "../parts/typed-field";
import { useProfile } from "../parts/use-profile";
import { ACTIVITIES, SEXES } from "../parts/words";
import { PictureCard } from "./picture-card";

export function ProfileScreen() {
  const { t } = useTranslation();
  const { me, change, refusal } = useProfile();
  const units = useUnits();
  const today = useDay(me?.time_zone);
  const height = me?.height_cm ? String(Math.round(cmIn(units, me.height_cm) * 10) / 10) : "";
  return (
    <Part title={t("you.profile.title")} text={t("you.profile.text")} aside={me ? <Unsent kind="user" id={me.id} /> : null}>
      <PictureCard name={me?.name} />
      <Card>
        <TypedField label={t("onboarding.body.name")} value={me?.name ?? ""} read={readName} save={(name) => void change({ name })} error={refusal("name")} autoComplete="given-name" maxLength={120} />
        <TypedField
          label={t("onboarding.body.birth")}
          hint={t("onboarding.body.birthHint")}
          value={me?.birth_date ?? ""}
          read={(text) => readBirth(text, today)}
          bad={t("onboarding.body.badDate")}
          save={(birth_date) => void change({ birth_date })}
          error={refusal("birth_date")}
          inputMode="text"
        />
        <Named label={t("onboarding.body.sex")} hint={t("onboarding.body.sexHint")}>
          <Segmented label={t("onboarding.body.sex")} value={me?.sex ?? null} onChange={(sex) => void change({ sex })} options={SEXES.map((value) => ({ value, label: t(`onboarding.body.${value}`) }))} />
        </Named>
        <TypedField
          label={t("onboarding.body.height")}
          unit={HEIGHT_UNIT[units]}
          value={height}
          read={(text) => readHeight(text, units)}
          bad={t("onboarding.body.badHeight")}
          save={(height_cm) => void change({ height_cm })}
          error={refusal("height_cm")}
          inputMode="decimal"
        />
        <Named label={t("onboarding.level.activity")}>
          <View role="radiogroup" aria-label={t("onboarding.level.activity")} className="flex-row flex-wrap gap-2">
            {ACTIVITIES.map((value) => (
              <Chip key={value} one label={t(`onboarding.level.${value}`)} chosen={me?.activity_level === value} onPress={() => void change({ activity_level: value })} />
            ))}
          </View>
        </Named>
      </Card>
    </Part>
  );
}
