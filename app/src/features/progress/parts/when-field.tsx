import DateTimePicker from "@react-native-community/datetimepicker";
import { View } from "react-native";
import type { WhenProps } from "./when-props";

/** The system's own field of a day and a time. */
export function WhenField({ label, value, onChange }: WhenProps) {
  return (
    <View aria-label={label} className="items-start">
      <DateTimePicker mode="datetime" display="compact" value={value} maximumDate={new Date()} onChange={(_, next) => next && onChange(next)} />
    </View>
  );
}
