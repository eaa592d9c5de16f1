import type { ComponentProps } from "react";
import { Tabs } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { cn, Icon, Txt } from "@/ui";
import { TABS } from "./tab-list";

type BarProps = Parameters<NonNullable<ComponentProps<typeof Tabs>["tabBar"]>>[0];

/** A bar at the bottom of a phone, a rail at the side of anything wider. */
export function TabBar({ state, navigation, wide }: BarProps & { wide: boolean }) {
  const { t } = useTranslation();
  const insets = useSafeAreaInsets();
  const shown = state.routes.flatMap((route, place) => {
    const tab = TABS.find((each) => each.name === route.name);
    return tab ? [{ ...tab, route, on: place === state.index }] : [];
  });
  const go = (route: (typeof shown)[number]["route"], on: boolean) => {
    const event = navigation.emit({ type: "tabPress", target: route.key, canPreventDefault: true });
    if (!on && !event.defaultPrevented) navigation.navigate(route.name, route.params);
  };
  return (
    <View
      role="navigation"
      aria-label={t("common.tabs.label")}
      className={cn("bg-card border-line", wide ? "w-24 gap-2 px-2 border-e" : "flex-row border-t")}
      style={wide ? { paddingTop: insets.top + 24 } : { paddingBottom: insets.bottom }}
    >
      {shown.map(({ key, icon, route, on }) => (
        <Pressable
          key={key}
          role="link"
          aria-current={on ? "page" : undefined}
          aria-label={t(`common.tabs.${key}`)}
          onPress={() => go(route, on)}
          className={cn("items-center justify-center gap-0.5 active:opacity-70", wide ? "min-h-16 rounded-2xl" : "flex-1 min-h-14 pt-1.5 pb-1", wide && on && "bg-brand-soft")}
        >
          <View className={cn("px-4 py-0.5 rounded-full", on && !wide && "bg-brand-soft")}>
            <Icon of={icon} tone={on ? "brand" : "muted"} />
          </View>
          <Txt numberOfLines={1} maxFontSizeMultiplier={1.4} className={cn("text-xs", on ? "font-semibold text-brand" : "text-muted")}>
            {t(`common.tabs.${key}`)}
          </Txt>
        </Pressable>
      ))}
    </View>
  );
}
