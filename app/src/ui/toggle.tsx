import { Pressable, View } from "react-native";
import { cn } from "./cn";
import { Txt } from "./text";

type Props = { label: string; detail?: string; on: boolean; first?: boolean; disabled?: boolean; onChange: (on: boolean) => void };

/** Something that is on or off, at once; the knob's place says which, and not colour alone. */
export function Toggle({ label, detail, on, first = false, disabled, onChange }: Props) {
  return (
    <Pressable
      role="switch"
      aria-checked={on}
      aria-label={detail ? `${label}. ${detail}` : label}
      disabled={disabled}
      onPress={() => onChange(!on)}
      className={cn("min-h-12 py-2.5 flex-row items-center gap-3 active:opacity-80 disabled:opacity-50", !first && "border-t border-line")}
    >
      <View className="flex-1 gap-0.5">
        <Txt>{label}</Txt>
        {detail ? <Txt kind="small">{detail}</Txt> : null}
      </View>
      <ToggleMark on={on} />
    </Pressable>
  );
}

/** The switch alone, for a row of one's own. */
export function ToggleMark({ on }: { on: boolean }) {
  return (
    <View className={cn("w-12 h-7 rounded-full border justify-center px-0.5", on ? "bg-brand border-brand items-end" : "bg-raised border-muted items-start")}>
      <View className={cn("size-5 rounded-full", on ? "bg-on-brand" : "bg-muted")} />
    </View>
  );
}
