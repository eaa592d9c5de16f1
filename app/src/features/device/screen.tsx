import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { goBack } from "@/lib/go-back";
import { Button, Columns, Screen } from "@/ui";
import { BackHeader } from "@/ui/back-header";
import { HealthCard } from "./health-card";
import { LockCard } from "./lock-card";
import { NoticesCard } from "./notices-card";

/** What Fitzen may do on this device, and what it shares with the device's own health store. */
export function PhoneScreen() {
  const { t } = useTranslation();
  return (
    <Screen>
      <BackHeader title={t("device.title")} back={t("common.back")} onBack={() => goBack("/you")} />
      <Columns
        start={
          <>
            <NoticesCard />
            <LockCard />
          </>
        }
        end={
          <>
            <HealthCard />
            <Button variant="quiet" className="self-start" label={t("device.privacy")} onPress={() => router.push("/privacy")} />
          </>
        }
      />
    </Screen>
  );
}
