import { View } from "react-native";
import { cn, Txt } from "@/ui";

/** Something said; the side and the colour tell by whom, and so does `by` to a screen reader. */
export function Bubble({ mine, text, by }: { mine: boolean; text: string; by: string }) {
  return (
    <View aria-label={`${by}: ${text}`} role="article" className={cn("max-w-[85%] px-4 py-3 rounded-3xl", mine ? "self-end bg-brand rounded-ee-md" : "self-start bg-card border border-line rounded-es-md")}>
      <Txt className={cn("leading-6", mine && "text-on-brand")}>{text}</Txt>
    </View>
  );
}
