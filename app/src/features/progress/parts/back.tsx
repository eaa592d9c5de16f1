import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { ReactNode } from "react";
import { IconButton, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";

/** Go back to where one came from; to the tab where the screen was opened by its address. */
export const goBack = () => (router.canGoBack() ? router.back() : router.replace("/progress"));

/** The line at the top of a screen that lies over the tab. */
export function BackTitle({ title, aside }: { title: string; aside?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <View className="flex-row items-center gap-3">
      <IconButton icon={ChevronStart} label={t("common.back")} onPress={goBack} />
      <Txt kind="title" level={1} className="flex-1">
        {title}
      </Txt>
      {aside}
    </View>
  );
}
