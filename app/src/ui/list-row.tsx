import type { ReactNode } from "react";
import { Pressable, View } from "react-native";
import { cn } from "./cn";
import { Icon } from "./icon";
import { ChevronEnd, type LucideIcon } from "./icons";
import { Txt } from "./text";

type Props = { title: string; detail?: string; icon?: LucideIcon; aside?: ReactNode; first?: boolean; onPress?: () => void };

/** A line of a list; with `onPress` it leads somewhere, and shows that. */
export function ListRow({ title, detail, icon, aside, first = false, onPress }: Props) {
  const content = (
    <>
      {icon ? <Icon of={icon} tone="muted" /> : null}
      <View className="flex-1 gap-0.5">
        <Txt>{title}</Txt>
        {detail ? <Txt kind="small">{detail}</Txt> : null}
      </View>
      {aside}
    </>
  );
  const box = cn("min-h-12 py-2.5 flex-row items-center gap-3", !first && "border-t border-line");
  if (!onPress) return <View className={box}>{content}</View>;
  return (
    <Pressable role="button" onPress={onPress} className={cn(box, "active:opacity-70")}>
      {content}
      <Icon of={ChevronEnd} tone="muted" size={18} />
    </Pressable>
  );
}
