import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Unsent } from "@/sync/unsent";
import { Card, Chip } from "@/ui";
import { Named, Part } from "../parts/part";
import { readWords } from "../parts/read";
import { TypedField } from "../parts/typed-field";
import { useProfile, type User } from "../parts/use-profile";
import { PATTERNS } from "../parts/words";

export function FoodScreen() {
  const { t } = useTranslation();
  const { me, change, refusal } = useProfile();
  const eats = me?.dietary;
  const set = (changes: Partial<NonNullable<User["dietary"]>>) => void change({ dietary: { ...eats, ...changes } as User["dietary"] });
  return (
    <Part title={t("you.food.title")} text={t("you.food.text")} aside={me ? <Unsent kind="user" id={me.id} /> : null}>
      <Card>
        <Named label={t("onboarding.food.label")}>
          <View role="radiogroup" aria-label={t("onboarding.food.label")} className="flex-row flex-wrap gap-2">
            {PATTERNS.map((value) => (
              <Chip key={value} one label={t(`onboarding.food.${value}`)} chosen={eats?.pattern === value} onPress={() => set({ pattern: value })} />
            ))}
          </View>
        </Named>
        <TypedField label={t("onboarding.food.allergies")} hint={t("onboarding.food.allergiesHint")} value={(eats?.allergies ?? []).join(", ")} read={readWords} save={(allergies) => set({ allergies })} error={refusal("dietary.allergies")} />
        <TypedField label={t("you.food.dislikes")} hint={t("you.food.dislikesHint")} value={(eats?.dislikes ?? []).join(", ")} read={readWords} save={(dislikes) => set({ dislikes })} error={refusal("dietary.dislikes")} />
      </Card>
    </Part>
  );
}
