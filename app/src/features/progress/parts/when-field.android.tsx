import { DateTimePickerAndroid } from "@react-native-community/datetimepicker";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useUnits } from "@/sync/me";
import { Button } from "@/ui";
import type { WhenProps } from "./when-props";

/** Android asks for the day, then for the time. */
export function WhenField({ label, value, onChange }: WhenProps) {
  const format = useFormat(useUnits());
  const ask = (mode: "date" | "time", from: Date, then: (value: Date) => void) =>
    DateTimePickerAndroid.open({ mode, value: from, maximumDate: new Date(), onChange: (event, next) => void (event.type === "set" && next && then(next)) });
  const shown = `${format.date(dayOf(value))}, ${format.clock(value.toISOString())}`;
  return <Button variant="plain" label={shown} aria-label={`${label}: ${shown}`} onPress={() => ask("date", value, (day) => ask("time", day, onChange))} />;
}
