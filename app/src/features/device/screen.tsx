import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { useWindowDimensions } from "react-native";
import { goBack } from "@/lib/go-back";
import { WIDE } from "@/lib/layout";
import { Button, Screen } from "@/ui";
import { BackHeader } from "@/ui/back-header";
import { HealthCard } from "./health-card";
import { LockCard } from "./lock-card";
import { NoticesCard } from "./notices-card";

/** What Fitzen may do on this device, and what it shares with the device's own health store: a part of You, whose list stands beside it where there is room. */
export function PhoneScreen() {
  const { t } = useTranslation();
  const wide = useWindowDimensions().width >= WIDE;
  return (
    <Screen narrow>
      <BackHeader title={t("device.title")} back={t("common.back")} onBack={wide ? undefined : () => goBack("/you")} />
      <NoticesCard />
      <LockCard />
      <HealthCard />
      <Button variant="quiet" className="self-start" label={t("device.privacy")} onPress={() => router.push("/privacy")} />
    </Screen>
  );
}
