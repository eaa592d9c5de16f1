import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync } from "@/sync/provider";
import { Button, Card, Sheet, Txt, useToast } from "@/ui";
import { Sparkles } from "@/ui/icons";
import type { Plan } from "../model";

/** Another plan, a pause, or the end of this one; none of them forgets what was done. */
export function ChangeCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { phone } = useSync();
  const tell = useToast();
  const [asking, setAsking] = useState<"pause" | "end" | null>(null);
  const stop = async () => {
    if (!phone || !asking) return;
    await phone.edit("training_plan", plan.id, { status: asking === "pause" ? "proposed" : "done" });
    tell({ text: t(`train.plan.told.${asking}`), action: { label: t("common.undo"), run: () => void phone.edit("training_plan", plan.id, { status: "active" }) } });
    setAsking(null);
  };
  return (
    <Card title={t("train.plan.change")}>
      <Button variant="soft" icon={Sparkles} label={t("train.plan.another")} onPress={() => router.push("/plan/new")} />
      <Button variant="plain" label={t("train.plan.pause")} onPress={() => setAsking("pause")} />
      <Button variant="quiet" label={t("train.plan.end")} onPress={() => setAsking("end")} />
      <Sheet open={asking !== null} title={t(asking === "end" ? "train.plan.endTitle" : "train.plan.pauseTitle")} close={t("common.close")} onClose={() => setAsking(null)}>
        <Txt>{t(asking === "end" ? "train.plan.endText" : "train.plan.pauseText")}</Txt>
        <Button label={t(asking === "end" ? "train.plan.end" : "train.plan.pause")} onPress={() => void stop()} />
        <Button variant="quiet" label={t("common.cancel")} onPress={() => setAsking(null)} />
      </Sheet>
    </Card>
  );
}
