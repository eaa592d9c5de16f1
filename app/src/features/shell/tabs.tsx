import { Tabs } from "expo-router";
import { useTranslation } from "react-i18next";
import { useWindowDimensions, View } from "react-native";
import { WIDE } from "@/lib/layout";
import { RunningBar } from "./running-bar";
import { TabBar } from "./tab-bar";
import { TABS } from "./tab-list";

export function TabsLayout() {
  const { t } = useTranslation();
  const wide = useWindowDimensions().width >= WIDE;
  return (
    <View className="flex-1 bg-bg">
      <Tabs
        tabBar={(props) => (
          <>
            {wide ? null : <RunningBar />}
            <TabBar {...props} wide={wide} />
          </>
        )}
        screenOptions={{ headerShown: false, tabBarPosition: wide ? "left" : "bottom" }}
      >
        {TABS.map(({ name, key }) => (
          <Tabs.Screen key={name} name={name} options={{ title: t(`common.tabs.${key}`) }} />
        ))}
      </Tabs>
      {wide ? <RunningBar last /> : null}
    </View>
  );
}
