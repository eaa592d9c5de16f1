import { useId } from "react";
import { View } from "react-native";
import { cn } from "./cn";
import type { DateFieldProps } from "./date-field";
import { ErrorText } from "./error-text";
import { Txt } from "./text";

/** A day, chosen in the browser's calendar. */
export function DateField({ label, value, onChange, from, to, error }: DateFieldProps) {
  const id = useId();
  return (
    <View className="gap-1.5">
      <Txt kind="label">{label}</Txt>
      <input
        id={id}
        type="date"
        aria-label={label}
        aria-invalid={!!error}
        value={value ?? ""}
        min={from}
        max={to}
        onChange={(event) => event.target.value && onChange(event.target.value)}
        className={cn("min-h-12 px-4 py-3 rounded-field bg-raised text-ink text-base border border-transparent dark:[color-scheme:dark] outline-none focus:border-brand", error && "border-warn")}
      />
      <ErrorText small>{error}</ErrorText>
    </View>
  );
}
