import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useGivenName } from "@/lib/spoken";
import { useOnline } from "@/lib/use-online";
import { Button, ErrorText, Screen, Skeleton, Txt } from "@/ui";
import { Sparkles } from "@/ui/icons";
import { Header } from "../header";
import { AskForm } from "./ask-form";
import { Preview } from "./preview";
import { ScreeningNote, useMayTrain } from "./screening-note";
import { useProposal } from "./use-proposal";

/** Ask for a plan, look at it with its reasons, and train by it. */
export function NewPlanScreen() {
  const { t } = useTranslation();
  const given = useGivenName();
  const { ask, change, plan, ready, busy, error, make, activate, drop } = useProposal();
  const online = useOnline();
  const mayTrain = useMayTrain();
  const problem = error ? <ErrorText>{error}</ErrorText> : null;
  const footer = !ready ? undefined : plan ? (
    <View className="gap-2">
      {problem}
      <Button className="min-h-14" label={t("train.new.activate")} busy={busy} onPress={() => void activate()} />
      <Button variant="quiet" label={t("train.new.again")} disabled={busy} onPress={() => void drop()} />
    </View>
  ) : (
    <View className="gap-2">
      {problem ?? (online ? null : <Txt className="text-muted">{t("train.new.offline")}</Txt>)}
      <Button className="min-h-14" icon={Sparkles} label={t("train.new.make")} busy={busy} disabled={!online || !mayTrain} onPress={() => void make()} />
    </View>
  );
  return (
    <Screen narrow={!plan} footer={footer}>
      <Header title={plan ? given(plan.name) : t("train.new.title")} subtitle={plan ? t("train.new.look") : t("train.new.text")} home="/plan" />
      {!ready ? (
        <Skeleton label={t("common.loading")} heights={[220, 160, 160]} />
      ) : plan ? (
        <Preview key={plan.id} plan={plan} />
      ) : (
        <>
          <ScreeningNote />
          <AskForm ask={ask} change={change} />
        </>
      )}
    </Screen>
  );
}
