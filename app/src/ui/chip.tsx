import { Pressable, View } from "react-native";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Check } from "./icons";
import { Txt } from "./text";

type Option<T extends string> = { value: T; label: string; detail?: string };

/** One of several that can be chosen; a tick, not colour alone, says that it is. */
export function Chip({ label, chosen, one = false, onPress }: { label: string; chosen: boolean; one?: boolean; onPress: () => void }) {
  return (
    <Pressable
      role={one ? "radio" : "checkbox"}
      aria-checked={chosen}
      aria-label={label}
      onPress={onPress}
      className={cn("min-h-11 px-4 rounded-full flex-row items-center gap-1.5 border active:opacity-80", chosen ? "bg-brand-soft border-brand" : "bg-card border-line")}
    >
      {chosen ? <Icon of={Check} tone="brand" size={16} /> : null}
      <Txt className={cn("text-base", chosen && "font-semibold text-brand")}>{label}</Txt>
    </Pressable>
  );
}

/** Chips of which any number may be chosen. */
export function Chips<T extends string>({ label, options, chosen, onChange }: { label: string; options: Option<T>[]; chosen: readonly T[]; onChange: (chosen: T[]) => void }) {
  return (
    <View role="group" aria-label={label} className="flex-row flex-wrap gap-2">
      {options.map(({ value, label: text }) => (
        <Chip key={value} label={text} chosen={chosen.includes(value)} onPress={() => onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])} />
      ))}
    </View>
  );
}

/** Large rows of which one is chosen. */
export function Choices<T extends string>({ label, options, chosen, onChange }: { label: string; options: Option<T>[]; chosen: T | null | undefined; onChange: (chosen: T) => void }) {
  return (
    <View role="radiogroup" aria-label={label} className="gap-2">
      {options.map(({ value, label: text, detail }) => {
        const on = value === chosen;
        return (
          <Pressable
            key={value}
            role="radio"
            aria-checked={on}
            aria-label={detail ? `${text}. ${detail}` : text}
            onPress={() => onChange(value)}
            className={cn("min-h-14 px-4 py-3 rounded-field flex-row items-center gap-3 border active:opacity-80", on ? "bg-brand-soft border-brand" : "bg-card border-line")}
          >
            <View className="flex-1 gap-0.5">
              <Txt kind="strong" className={on ? "text-brand" : ""}>
                {text}
              </Txt>
              {detail ? <Txt kind="small">{detail}</Txt> : null}
            </View>
            {on ? <Icon of={Check} tone="brand" /> : null}
          </Pressable>
        );
      })}
    </View>
  );
}
