import { useState } from "react";
import { useTranslation } from "react-i18next";
import { doneOf, useRunning } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import { useSync } from "@/sync/provider";
import { signOut } from "@/sync/sign-out";
import { Button, Sheet, Txt } from "@/ui";

/** Asks before anything is lost that was not sent. */
export function SignOutSheet({ open, waiting, onClose }: { open: boolean; waiting: number; onClose: () => void }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const { phone, state, syncNow } = useSync();
  const running = useRunning();
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    void signOut(phone);
  };
  return (
    <Sheet open={open} title={t("you.signOutTitle")} close={t("common.close")} onClose={onClose}>
      {waiting ? null : <Txt className="text-muted">{t("you.signOutText")}</Txt>}
      {running && doneOf(running) ? <Txt>{t("you.signOutRunning", { name: given(running.name) })}</Txt> : null}
      {waiting ? (
        <>
          <Txt>{t("you.signOutUnsent", { count: waiting })}</Txt>
          <Button label={t("you.sendFirst")} busy={state === "syncing"} onPress={syncNow} />
          <Button variant="danger" label={t("you.signOutAnyway")} busy={busy} onPress={leave} />
        </>
      ) : (
        <Button label={t("you.signOut")} busy={busy} onPress={leave} />
      )}
      <Button variant="quiet" label={t("common.cancel")} onPress={onClose} />
    </Sheet>
  );
}
