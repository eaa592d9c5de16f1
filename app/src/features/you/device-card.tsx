import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLosses, useLossTexts } from "@/sync/losses";
import { useSync } from "@/sync/provider";
import { Button, Card, Txt } from "@/ui";
import { SignOutSheet } from "./sign-out-sheet";

/** What waits on this device, and the way out. */
export function DeviceCard() {
  const { t } = useTranslation();
  const { state, syncNow } = useSync();
  const [leaving, setLeaving] = useState(false);
  const losses = useLosses();
  const waiting = losses ? losses.changes + losses.photos : 0;
  const others = useLossTexts(losses && { ...losses, changes: 0, photos: 0 });
  return (
    <Card>
      <Txt kind="small" role="status">
        {[...(waiting ? [t("common.unsentCount", { count: waiting })] : []), ...others].join("\n") || (losses ? t("you.allSent") : "")}
      </Txt>
      {waiting ? <Button variant="soft" label={t("you.sendNow")} busy={state === "syncing"} onPress={syncNow} /> : null}
      <Button variant="plain" label={t("you.signOut")} onPress={() => setLeaving(true)} />
      <SignOutSheet open={leaving} onClose={() => setLeaving(false)} />
    </Card>
  );
}
