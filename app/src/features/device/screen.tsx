import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Button, Columns, IconButton, Screen, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";
import { HealthCard } from "./health-card";
import { LockCard } from "./lock-card";
import { NoticesCard } from "./notices-card";

/** What Fitzen may do on this device, and what it shares with the device's own health store. */
export function PhoneScreen() {
  const { t } = useTranslation();
  return (
    <Screen>
      <View className="flex-row items-center gap-3">
        <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => (router.canGoBack() ? router.back() : router.replace("/you"))} />
        <Txt kind="title" level={1}>
          {t("device.title")}
        </Txt>
      </View>
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
