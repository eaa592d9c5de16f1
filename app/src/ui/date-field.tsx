import DateTimePicker from "@react-native-community/datetimepicker";
import { useState } from "react";
import { Platform, Pressable, View } from "react-native";
import { dayOf, noonOf, type Day } from "@/lib/day";
import { cn } from "./cn";
import { ErrorText } from "./error-text";
import { Txt } from "./text";

export type DateFieldProps = { label: string; value: Day | null; shown: string; onChange: (day: Day) => void; from?: Day; to?: Day; error?: string };

/** A day, chosen in the system's calendar. `shown` is the day in words, or what stands there while none is chosen. */
export function DateField({ label, value, shown, onChange, from, to, error }: DateFieldProps) {
  const [open, setOpen] = useState(false);
  return (
    <View className="gap-1.5">
      <Txt kind="label">{label}</Txt>
      <Pressable role="button" aria-label={`${label}. ${shown}`} onPress={() => setOpen(!open)} className={cn("min-h-12 px-4 py-3 rounded-field bg-raised border border-transparent justify-center", error && "border-warn")}>
        <Txt>{shown}</Txt>
      </Pressable>
      {open ? (
        <DateTimePicker
          mode="date"
          display={Platform.OS === "ios" ? "inline" : "default"}
          value={noonOf(value ?? from ?? dayOf(new Date()))}
          minimumDate={from ? noonOf(from) : undefined}
          maximumDate={to ? noonOf(to) : undefined}
          onChange={(event, chosen) => {
            if (Platform.OS !== "ios") setOpen(false);
            if (event.type === "set" && chosen) onChange(dayOf(chosen));
          }}
        />
      ) : null}
      <ErrorText small>{error}</ErrorText>
    </View>
  );
}
