import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUploads } from "@/lib/uploads";
import { useRecords, useSync } from "@/sync/provider";
import { WRITABLE } from "@/sync/writable";
import { Button, Card, Txt } from "@/ui";
import { SignOutSheet } from "./sign-out-sheet";

const ALL_KINDS = [...WRITABLE.keys()];

/** What waits on this device, and the way out. */
export function DeviceCard() {
  const { t } = useTranslation();
  const { state, syncNow } = useSync();
  const [leaving, setLeaving] = useState(false);
  const waiting = (useRecords(ALL_KINDS, (device) => device.queue.length) ?? 0) + useUploads().waiting.length;
  return (
    <Card>
      <Txt kind="small" role="status">
        {waiting ? t("common.unsentCount", { count: waiting }) : t("you.allSent")}
      </Txt>
      {waiting ? <Button variant="soft" label={t("you.sendNow")} busy={state === "syncing"} onPress={syncNow} /> : null}
      <Button variant="plain" label={t("you.signOut")} onPress={() => setLeaving(true)} />
      <SignOutSheet open={leaving} waiting={waiting} onClose={() => setLeaving(false)} />
    </Card>
  );
}
