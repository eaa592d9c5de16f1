import { Pressable, View } from "react-native";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Check } from "./icons";
import { Txt } from "./text";

type Props = { title: string; detail?: string; value: boolean; first?: boolean; disabled?: boolean; onChange: (value: boolean) => void };

/** A line of a list that is on or off. */
export function SwitchRow({ title, detail, value, first = false, disabled = false, onChange }: Props) {
  return (
    <Pressable
      role="switch"
      aria-checked={value}
      aria-disabled={disabled}
      aria-label={detail ? `${title}. ${detail}` : title}
      disabled={disabled}
      onPress={() => onChange(!value)}
      className={cn("min-h-12 py-2.5 flex-row items-center gap-3 active:opacity-70", !first && "border-t border-line", disabled && "opacity-50")}
    >
      <View className="flex-1 gap-0.5">
        <Txt>{title}</Txt>
        {detail ? <Txt kind="small">{detail}</Txt> : null}
      </View>
      <View className={cn("h-8 w-14 justify-center rounded-full border px-1", value ? "items-end border-brand bg-brand" : "items-start border-muted bg-raised")}>
        <View className={cn("size-6 items-center justify-center rounded-full", value ? "bg-on-brand" : "bg-muted")}>{value ? <Icon of={Check} tone="brand" size={16} /> : null}</View>
      </View>
    </Pressable>
  );
}
