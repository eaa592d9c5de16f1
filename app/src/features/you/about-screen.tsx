import Constants from "expo-constants";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { Card, ListRow, Txt } from "@/ui";
import { Bullets } from "./parts/bullets";
import { Part } from "./parts/part";

const LISTS = {
  privacy: ["kept", "coach", "messages", "food", "signIn", "noAds", "device", "export"],
  terms: ["advice", "doctor", "articles", "yours", "asIs"],
} as const;

export function AboutScreen() {
  const { t } = useTranslation();
  return (
    <Part title={t("you.about.title")}>
      <Card className="gap-1">
        <Txt kind="strong">Fitzen</Txt>
        <Txt kind="small">{t("you.about.version", { version: Constants.expoConfig?.version ?? "" })}</Txt>
        <Txt className="pt-2">{t("you.about.text")}</Txt>
      </Card>
      <Card className="py-2">
        <ListRow first title={t("you.privacy.title")} onPress={() => router.push("/you/privacy")} />
        <ListRow title={t("you.terms.title")} onPress={() => router.push("/you/terms")} />
        <ListRow title={t("you.questions")} onPress={() => router.push("/questions")} />
      </Card>
    </Part>
  );
}

export function PrivacyScreen() {
  const { t } = useTranslation();
  return (
    <Part title={t("you.privacy.title")} text={t("you.privacy.text")} above="/you/about">
      <Card>
        <Bullets items={LISTS.privacy.map((name) => t(`you.privacy.${name}`))} />
      </Card>
      <Card className="py-2">
        <ListRow first title={t("you.export.row")} onPress={() => router.push("/you/export")} />
        <ListRow title={t("you.erase.row")} onPress={() => router.push("/you/erase")} />
      </Card>
    </Part>
  );
}

export function TermsScreen() {
  const { t } = useTranslation();
  return (
    <Part title={t("you.terms.title")} text={t("you.terms.text")} above="/you/about">
      <Card>
        <Bullets items={LISTS.terms.map((name) => t(`you.terms.${name}`))} />
      </Card>
    </Part>
  );
}
