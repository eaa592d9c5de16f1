import { View } from "react-native";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Check } from "./icons";

/** The switch alone, for a row of one's own; the knob's place and its tick say which, and not colour alone. */
export function ToggleMark({ on }: { on: boolean }) {
  return (
    <View className={cn("h-8 w-14 justify-center rounded-full border px-1", on ? "items-end border-brand bg-brand" : "items-start border-muted bg-raised")}>
      <View className={cn("size-6 items-center justify-center rounded-full", on ? "bg-on-brand" : "bg-muted")}>{on ? <Icon of={Check} tone="brand" size={16} /> : null}</View>
    </View>
  );
}
