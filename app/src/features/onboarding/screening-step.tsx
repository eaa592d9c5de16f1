import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Button, Segmented, Skeleton, Txt } from "@/ui";
import type { Screening } from "./draft";
import type { StepProps } from "./screen";
import { useScreening } from "./use-draft";

const HARD = ["light", "moderate", "vigorous"] as const;

/** The server's questions, in its words: what they come to is its to say. */
export function ScreeningStep({ draft, change }: StepProps) {
  const { t } = useTranslation();
  const asked = useScreening();
  if (asked.isError)
    return (
      <View className="gap-3">
        <Txt>{t("common.unreachable")}</Txt>
        <Button variant="soft" label={t("common.retry")} onPress={() => void asked.refetch()} />
      </View>
    );
  if (!asked.data) return <Skeleton label={t("common.loading")} heights={[90, 90, 90]} />;
  const answer = (answers: Screening) => change({ screening: { ...draft.screening, ...answers } });
  const yesNo = [
    { value: "yes" as const, label: t("onboarding.screening.yes") },
    { value: "no" as const, label: t("onboarding.screening.no") },
  ];
  return (
    <View className="gap-5">
      {asked.data.questions.map(({ id, text, kind }) => {
        const given = draft.screening[id as keyof Screening];
        return (
          <View key={id} className="gap-2">
            <Txt>{text}</Txt>
            {kind === "yes_no" ? (
              <Segmented label={text} value={given === true ? "yes" : given === false ? "no" : null} options={yesNo} onChange={(value) => answer({ [id]: value === "yes" })} />
            ) : (
              <Segmented label={text} value={draft.screening.intensity ?? null} options={HARD.map((value) => ({ value, label: t(`onboarding.screening.${value}`) }))} onChange={(intensity) => answer({ intensity })} />
            )}
          </View>
        );
      })}
    </View>
  );
}
