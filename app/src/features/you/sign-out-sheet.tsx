import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUploads } from "@/lib/uploads";
import { useLosses, useLossTexts } from "@/sync/losses";
import { useSync } from "@/sync/provider";
import { signOut } from "@/sync/sign-out";
import { Button, Sheet, Txt } from "@/ui";
import { Bullets } from "./parts/bullets";

/** Asks before anything is lost that is on this device alone. */
export function SignOutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet open={open} title={t("you.signOutTitle")} close={t("common.close")} onClose={onClose}>
      <Asked onClose={onClose} />
    </Sheet>
  );
}

function Asked({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { phone, state, syncNow } = useSync();
  const { uploads } = useUploads();
  const losses = useLosses();
  const lost = useLossTexts(losses);
  const [busy, setBusy] = useState(false);
  const send = () => {
    syncNow();
    void uploads?.run().catch(() => undefined); // what the disk would not take is tried again
  };
  const decide = () => {
    onClose();
    router.push("/you/decisions");
  };
  const leave = () => {
    setBusy(true);
    void signOut(phone);
  };
  return (
    <>
      {lost.length ? (
        <>
          <Txt>{t("common.losses.title")}</Txt>
          <Bullets items={lost} />
        </>
      ) : (
        <Txt className="text-muted">{t("you.signOutText")}</Txt>
      )}
      {losses?.changes || losses?.photos ? <Button label={t("you.sendFirst")} busy={state === "syncing"} onPress={send} /> : null}
      {losses?.decisions ? <Button variant="soft" label={t("you.decideFirst")} onPress={decide} /> : null}
      <Button variant={lost.length ? "danger" : "primary"} label={lost.length ? t("you.signOutAnyway") : t("you.signOut")} busy={busy || !losses} onPress={leave} />
      <Button variant="quiet" label={t("common.cancel")} onPress={onClose} />
    </>
  );
}
