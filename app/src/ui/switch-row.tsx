import { Pressable, View } from "react-native";
import { cn } from "./cn";
import { Txt } from "./text";
import { ToggleMark } from "./toggle";

type Props = { title: string; detail?: string; value: boolean; first?: boolean; disabled?: boolean; onChange: (value: boolean) => void };

/** A line of a list that is on or off. */
export function SwitchRow({ title, detail, value, first = false, disabled = false, onChange }: Props) {
  return (
    <Pressable
      role="switch"
      aria-checked={value}
      aria-disabled={disabled}
      disabled={disabled}
      onPress={() => onChange(!value)}
      className={cn("min-h-12 py-2.5 flex-row items-center gap-3 active:opacity-70", !first && "border-t border-line", disabled && "opacity-50")}
    >
      <View className="flex-1 gap-0.5">
        <Txt>{title}</Txt>
        {detail ? <Txt kind="small">{detail}</Txt> : null}
      </View>
      <ToggleMark on={value} />
    </Pressable>
  );
}
