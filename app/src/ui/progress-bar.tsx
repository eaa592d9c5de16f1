import { View } from "react-native";
import { cn } from "./cn";
import { useGrowing } from "./motion";

const FILLS = { brand: "bg-brand", energy: "bg-energy", protein: "bg-protein", water: "bg-water", accent: "bg-accent" } as const;

/** `value` is a part of 1; more than 1 is full. `text` says it in words. */
export function ProgressBar({ value, label, text, fill = "brand", className }: { value: number; label: string; text: string; fill?: keyof typeof FILLS; className?: string }) {
  const part = Math.min(1, Math.max(0, useGrowing(value)));
  return (
    <View role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(Math.min(1, value) * 100)} aria-valuetext={text} className={cn("h-2.5 rounded-full bg-raised overflow-hidden", className)}>
      <View className={cn("h-full rounded-full", FILLS[fill])} style={{ width: `${part * 100}%` }} />
    </View>
  );
}
