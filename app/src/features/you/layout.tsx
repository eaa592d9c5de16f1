import { Stack } from "expo-router";
import { ScrollView, useWindowDimensions, View } from "react-native";
import { useTranslation } from "react-i18next";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { WIDE } from "@/lib/layout";
import { Menu } from "./menu";

/** A list and what is chosen of it: one after the other on a phone, side by side where there is room. */
export function YouLayout() {
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  const wide = useWindowDimensions().width >= WIDE;
  return (
    <View className="flex-1 flex-row bg-bg">
      {wide ? (
        <View role="navigation" aria-label={t("you.title")} className="w-80 lg:w-96 border-e border-line">
          <ScrollView contentContainerClassName="px-4 pb-12 gap-4" contentContainerStyle={{ paddingTop: insets.top + 20 }}>
            <Menu beside />
          </ScrollView>
        </View>
      ) : null}
      <View className="flex-1">
        <Stack screenOptions={{ headerShown: false, animation: wide ? "none" : "default" }} />
      </View>
    </View>
  );
}
