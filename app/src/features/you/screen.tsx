import { router } from "expo-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { LANGUAGES, setLanguage, type Language } from "@/i18n";
import { readKept } from "@/lib/kept";
import { setTheme, type Theme } from "@/lib/theme";
import { useUploads } from "@/lib/uploads";
import { useMe, useUnits } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import { WRITABLE } from "@/sync/writable";
import { Button, Card, IconButton, ListRow, Screen, Segmented, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";
import { ConflictsCard } from "./conflicts-card";
import { SignOutSheet } from "./sign-out-sheet";

const ALL_KINDS = [...WRITABLE.keys()];

export function YouScreen() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const units = useUnits();
  const { phone, state, syncNow } = useSync();
  const [theme, choose] = useTheme();
  const [leaving, setLeaving] = useState(false);
  const waiting = useRecords(ALL_KINDS, (device) => device.queue.length) ?? 0;
  const unsent = waiting + useUploads().waiting.length;
  const language = i18n.language === "es" ? "es" : "en";
  const speak = (next: Language) => {
    void setLanguage(next);
    if (phone && me) void phone.edit("user", me.id, { locale: next });
  };
  return (
    <Screen narrow>
      <View className="flex-row items-center gap-3">
        <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => (router.canGoBack() ? router.back() : router.replace("/"))} />
        <Txt kind="title" level={1}>
          {t("you.title")}
        </Txt>
      </View>
      <ConflictsCard />
      <Card title={me?.name ?? t("you.noName")}>
        <Txt kind="small">{me?.email ?? me?.phone}</Txt>
        <ListRow title={t("you.profile")} onPress={() => router.push("/questions")} />
      </Card>
      <Card title={t("you.units")}>
        <Segmented label={t("you.units")} value={units} options={(["metric", "imperial"] as const).map((value) => ({ value, label: t(`you.${value}`) }))} onChange={(next) => phone && me && void phone.edit("user", me.id, { units: next })} />
      </Card>
      <Card title={t("you.theme")}>
        <Segmented label={t("you.theme")} value={theme} options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`you.${value}`) }))} onChange={choose} />
      </Card>
      <Card title={t("you.language")}>
        <Segmented label={t("you.language")} value={language} options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: LANGUAGES[value] }))} onChange={speak} />
      </Card>
      <Card title={t("you.device")}>
        <Txt kind="small">{unsent ? t("common.unsentCount", { count: unsent }) : t("you.allSent")}</Txt>
        {unsent ? <Button variant="soft" label={t("you.sendNow")} busy={state === "syncing"} onPress={syncNow} /> : null}
        <Button variant="plain" label={t("you.signOut")} onPress={() => setLeaving(true)} />
      </Card>
      <SignOutSheet open={leaving} waiting={unsent} onClose={() => setLeaving(false)} />
    </Screen>
  );
}

function useTheme(): [theme: Theme | null, choose: (theme: Theme) => void] {
  const [theme, setShown] = useState<Theme | null>(null);
  useEffect(() => {
    void readKept<Theme>("theme").then((kept) => setShown(kept ?? "system"));
  }, []);
  const choose = (next: Theme) => {
    setShown(next);
    void setTheme(next);
  };
  return [theme, choose];
}
