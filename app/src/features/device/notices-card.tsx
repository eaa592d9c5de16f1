import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Linking } from "react-native";
import { askPermission, KEEPS_CLOSED, permission, type Permission } from "@/lib/notices";
import { onShown } from "@/lib/shown";
import { Button, Card, Txt } from "@/ui";

const WORDS = { granted: "device.noticesOn", undecided: "device.noticesOff", denied: "device.noticesDenied", none: "device.noticesNone" } as const;

export function NoticesCard() {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState<Permission | null>(null);
  useEffect(() => {
    const look = () => void permission().then(setAllowed);
    look();
    return onShown(look); // it may have been changed in the settings
  }, []);
  return (
    <Card title={t("device.notices")}>
      {allowed ? <Txt>{t(WORDS[allowed])}</Txt> : null}
      {KEEPS_CLOSED || allowed === "none" ? null : <Txt kind="small">{t("device.noticesOpenOnly")}</Txt>}
      {allowed === "undecided" ? <Button label={t("device.allow")} onPress={() => void askPermission().then(setAllowed)} /> : null}
      {allowed === "denied" && KEEPS_CLOSED ? <Button variant="soft" label={t("device.openSettings")} onPress={() => void Linking.openSettings()} /> : null}
    </Card>
  );
}
