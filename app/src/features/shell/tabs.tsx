import { Tabs } from "expo-router";
import { useTranslation } from "react-i18next";
import { useWindowDimensions } from "react-native";
import { WIDE } from "@/lib/layout";
import { TabBar } from "./tab-bar";
import { TABS } from "./tab-list";

export function TabsLayout() {
  const { t } = useTranslation();
  const wide = useWindowDimensions().width >= WIDE;
  return (
    <Tabs tabBar={(props) => <TabBar {...props} wide={wide} />} screenOptions={{ headerShown: false, tabBarPosition: wide ? "left" : "bottom" }}>
      {TABS.map(({ name, key }) => (
        <Tabs.Screen key={name} name={name} options={{ title: t(`common.tabs.${key}`) }} />
      ))}
    </Tabs>
  );
}
