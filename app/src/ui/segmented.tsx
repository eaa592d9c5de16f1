import { Pressable, View } from "react-native";
import { cn } from "./cn";
import { Txt } from "./text";

/** A few choices in one row, of which one holds. */
export function Segmented<T extends string>({ label, options, value, onChange }: { label: string; options: { value: T; label: string }[]; value: T | null; onChange: (value: T) => void }) {
  return (
    <View role="radiogroup" aria-label={label} className="flex-row p-1 rounded-full bg-raised">
      {options.map((option) => {
        const on = option.value === value;
        return (
          <Pressable key={option.value} role="radio" aria-checked={on} aria-label={option.label} onPress={() => onChange(option.value)} className={cn("flex-1 min-h-11 px-2 rounded-full items-center justify-center", on && "bg-card border border-line")}>
            <Txt className={cn("text-base text-center", on ? "font-semibold text-ink" : "text-muted")}>{option.label}</Txt>
          </Pressable>
        );
      })}
    </View>
  );
}
