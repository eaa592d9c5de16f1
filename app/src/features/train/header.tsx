import { router, type Href } from "expo-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { IconButton, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";

/** The way back, the name of the screen, and what can be done with all of it. `home` is where one goes that came by a link. */
export function Header({ title, subtitle, home = "/train", aside }: { title: string; subtitle?: string; home?: Href; aside?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <View className="flex-row items-center gap-3 pb-1">
      <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => (router.canGoBack() ? router.back() : router.replace(home))} />
      <View className="flex-1 gap-0.5">
        <Txt kind="title" level={1}>
          {title}
        </Txt>
        {subtitle ? <Txt kind="small">{subtitle}</Txt> : null}
      </View>
      {aside}
    </View>
  );
}
