import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Card, IconButton, Screen, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";

const PARTS = ["what", "why", "where", "who", "end"] as const;

/** What is done with health data, for everybody, signed in or not: Health Connect and the stores lead here. */
export function PrivacyScreen() {
  const { t } = useTranslation();
  return (
    <Screen narrow>
      <View className="flex-row items-center gap-3">
        <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => (router.canGoBack() ? router.back() : router.replace("/"))} />
        <Txt kind="title" level={1} className="flex-1">
          {t("device.privacyTitle")}
        </Txt>
      </View>
      <Card>
        {PARTS.map((part) => (
          <Txt key={part}>{t(`device.privacyText.${part}`)}</Txt>
        ))}
      </Card>
    </Screen>
  );
}
