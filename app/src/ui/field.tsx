import { useId } from "react";
import { TextInput, View, type TextInputProps } from "react-native";
import { FONT } from "./font";
import { cn } from "./cn";
import { ErrorText } from "./error-text";
import { Txt } from "./text";

type Props = TextInputProps & { label: string; hint?: string; error?: string; unit?: string; className?: string };

/** A text field with its name above, and what is wrong with it below. */
export function Field({ label, hint, error, unit, className, ...rest }: Props) {
  const id = useId();
  return (
    <View className={cn("gap-1.5", className)}>
      <Txt kind="label" nativeID={id}>
        {unit ? `${label} (${unit})` : label}
      </Txt>
      <TextInput
        aria-label={unit ? `${label} (${unit})` : label}
        aria-invalid={!!error}
        accessibilityHint={error ?? hint}
        className={cn("min-h-12 px-4 py-3 rounded-field bg-raised text-ink text-base border border-transparent focus:border-brand", error && "border-warn")}
        placeholderTextColorClassName="accent-muted"
        style={{ fontFamily: FONT }}
        {...rest}
      />
      {error ? <ErrorText small>{error}</ErrorText> : hint ? (
        <Txt kind="small">{hint}</Txt>
      ) : null}
    </View>
  );
}
