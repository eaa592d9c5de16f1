import { useTranslation } from "react-i18next";
import { goBack } from "@/lib/go-back";
import { Card, Screen, Txt } from "@/ui";
import { BackHeader } from "@/ui/back-header";

const PARTS = ["what", "why", "where", "who", "end"] as const;

/** What is done with health data, for everybody, signed in or not: Health Connect and the stores lead here. */
export function PrivacyScreen() {
  const { t } = useTranslation();
  return (
    <Screen narrow>
      <BackHeader title={t("device.privacyTitle")} back={t("common.back")} onBack={() => goBack("/")} />
      <Card>
        {PARTS.map((part) => (
          <Txt key={part}>{t(`device.privacyText.${part}`)}</Txt>
        ))}
      </Card>
    </Screen>
  );
}
