import type { ReactNode } from "react";
import { View } from "react-native";
import { IconButton } from "./button";
import { ChevronStart } from "./icons";
import { Txt } from "./text";

/** The head of a screen that is laid over another: a way back, what it is, and what can be done at the end. Without `onBack` it stands beside what it came from. */
export function BackHeader({ title, subtitle, back, onBack, aside }: { title: string; subtitle?: string; back: string; onBack?: () => void; aside?: ReactNode }) {
  return (
    <View className="flex-row flex-wrap items-center gap-3 pb-1">
      {onBack ? <IconButton icon={ChevronStart} label={back} onPress={onBack} /> : null}
      <View className="basis-36 grow shrink gap-0.5">
        <Txt kind="title" level={1}>
          {title}
        </Txt>
        {subtitle ? <Txt kind="small">{subtitle}</Txt> : null}
      </View>
      {aside}
    </View>
  );
}
