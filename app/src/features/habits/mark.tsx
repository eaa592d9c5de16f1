import { View } from "react-native";
import { cn, Icon } from "@/ui";
import { Check } from "@/ui/icons";
import type { State } from "./view";

/** What a day was, by shape as by colour: full with a tick, filled in part, a ring, a bar. */
export function Mark({ state, size, credit = 0, children }: { state: State; size: number; credit?: number; children?: React.ReactNode }) {
  return (
    <View
      style={{ width: size, height: size, borderRadius: size * 0.32 }}
      className={cn("items-center justify-center overflow-hidden", state === "done" && "bg-brand", state === "partly" && "bg-brand-soft", state === "due" && "border-2 border-brand", state === "missed" && "border border-muted", state === "rest" && "bg-raised")}
    >
      {state === "partly" ? <View className="absolute bottom-0 start-0 end-0 bg-brand opacity-40" style={{ height: size * Math.max(0.15, credit) }} /> : null}
      {state === "rest" && !children ? <View className="h-0.5 w-1/2 bg-muted" /> : null}
      {state === "done" && !children ? <Icon of={Check} tone="on-brand" size={size * 0.7} /> : null}
      {children}
    </View>
  );
}
