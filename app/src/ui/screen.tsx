import type { ReactNode } from "react";
import { RefreshControl, ScrollView, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { Txt } from "./text";
import { useTone } from "./tones";

type Props = {
  title?: string;
  subtitle?: string;
  /** At the end of the title's line, such as an avatar. */
  aside?: ReactNode;
  /** Stays at the bottom, above the keyboard: the next action. */
  footer?: ReactNode;
  /** Narrow: a form. */
  narrow?: boolean;
  onRefresh?: () => void;
  refreshing?: boolean;
  children: ReactNode;
};

/** A page that scrolls. Its content keeps a width that can be read on large screens. */
export function Screen({ title, subtitle, aside, footer, narrow, onRefresh, refreshing = false, children }: Props) {
  const insets = useSafeAreaInsets();
  const brand = useTone("brand");
  const width = narrow ? "max-w-lg" : "max-w-5xl";
  return (
    <View role="main" className="flex-1 bg-bg">
      {/* In a browser it takes the keyboard, even where nothing in it does. */}
      <ScrollView
        className="flex-1"
        tabIndex={0}
        contentContainerClassName={`px-5 md:px-8 pb-12 gap-4 w-full self-center ${width}`}
        contentContainerStyle={{ paddingTop: insets.top + 20 }}
        keyboardShouldPersistTaps="handled"
        refreshControl={onRefresh ? <RefreshControl refreshing={refreshing} onRefresh={onRefresh} tintColor={brand} /> : undefined}
      >
        {title ? (
          <View className="flex-row items-center gap-3 pb-1">
            <View className="flex-1 gap-0.5">
              {subtitle ? <Txt kind="small">{subtitle}</Txt> : null}
              <Txt kind="title" level={1}>
                {title}
              </Txt>
            </View>
            {aside}
          </View>
        ) : null}
        {children}
      </ScrollView>
      {footer ? (
        <View className={`px-5 pt-3 w-full self-center ${width}`} style={{ paddingBottom: insets.bottom + 16 }}>
          {footer}
        </View>
      ) : null}
    </View>
  );
}

/** Two columns side by side where there is room, one below the other on a phone. */
export function Columns({ start, end }: { start: ReactNode; end: ReactNode }) {
  return (
    <View className="gap-4 md:flex-row md:items-start">
      <View className="gap-4 md:flex-1 md:basis-0">{start}</View>
      <View className="gap-4 md:flex-1 md:basis-0">{end}</View>
    </View>
  );
}
