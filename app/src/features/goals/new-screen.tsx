import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { goBack } from "@/lib/go-back";
import { useKept } from "@/lib/kept";
import { BackHeader } from "@/ui/back-header";
import { Icon, Screen, Txt } from "@/ui";
import { emptyDraft, type Draft } from "./draft";
import { GoalForm } from "./form";
import { KIND_ICONS } from "./kind-icons";
import { KINDS } from "./model";

/** Make a goal: first what it is about, then what that kind needs. What was typed is kept until it is set. */
export function NewGoalScreen() {
  const { t } = useTranslation();
  const [draft, setDraft, ready] = useKept<Draft | null>("goal.draft", null);
  const back = () => (draft ? setDraft(null) : goBack("/goals"));
  const done = (id: string) => {
    setDraft(null);
    router.replace({ pathname: "/goal/[id]", params: { id } });
  };
  return (
    <Screen narrow>
      <BackHeader title={t("goals.new")} subtitle={draft ? t(`goals.kinds.${draft.kind}`) : undefined} back={t("common.back")} onBack={back} />
      {!ready ? null : draft ? (
        <GoalForm key={draft.kind} kind={draft.kind} draft={draft} onDraft={setDraft} onDone={done} />
      ) : (
        <View className="gap-3">
          <Txt className="text-muted">{t("goals.kind")}</Txt>
          <View className="flex-row flex-wrap gap-3">
            {KINDS.map((kind) => (
              <Pressable
                key={kind}
                role="button"
                onPress={() => setDraft(emptyDraft(kind))}
                className="basis-[46%] grow min-h-32 rounded-card border border-line bg-card p-4 gap-2 active:opacity-80"
              >
                <View className="size-11 rounded-full bg-brand-soft items-center justify-center">
                  <Icon of={KIND_ICONS[kind]} tone="brand" />
                </View>
                <Txt kind="strong">{t(`goals.kinds.${kind}`)}</Txt>
                <Txt kind="small">{t(`goals.kindsText.${kind}`)}</Txt>
              </Pressable>
            ))}
          </View>
        </View>
      )}
    </Screen>
  );
}
