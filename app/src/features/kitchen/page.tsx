import { router, type Href } from "expo-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { IconButton, Screen, Txt } from "@/ui";
import { ChevronStart } from "@/ui/icons";

type Props = {
  title: string;
  subtitle?: string;
  /** Where back leads when the screen was opened by itself. */
  up: Href;
  aside?: ReactNode;
  footer?: ReactNode;
  narrow?: boolean;
  onRefresh?: () => void;
  refreshing?: boolean;
  children: ReactNode;
};

export const goBack = (up: Href): void => (router.canGoBack() ? router.back() : router.replace(up));

/** A screen that lies over a tab, with the way back. */
export function Page({ title, subtitle, up, aside, children, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Screen {...rest}>
      <View className="flex-row items-center gap-3">
        <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => goBack(up)} />
        <View className="flex-1 gap-0.5">
          <Txt kind="title" level={1}>
            {title}
          </Txt>
          {subtitle ? <Txt kind="small">{subtitle}</Txt> : null}
        </View>
        {aside}
      </View>
      {children}
    </Screen>
  );
}

/** Says that what is shown is old, or why nothing is. */
export function Stale({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <Txt kind="small" role="status">
      {t("common.stale", { at })}
    </Txt>
  );
}
