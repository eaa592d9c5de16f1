import { router, type Href } from "expo-router";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { View } from "react-native";
import { IconButton, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";

/** The head of a screen that is laid over the tabs. */
export function Header({ title, aside, home = "/eat" }: { title: string; aside?: ReactNode; home?: Href }) {
  const { t } = useTranslation();
  return (
    <View className="flex-row items-center gap-3">
      <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => (router.canGoBack() ? router.back() : router.replace(home))} />
      <Txt kind="title" level={1} className="flex-1">
        {title}
      </Txt>
      {aside}
    </View>
  );
}
