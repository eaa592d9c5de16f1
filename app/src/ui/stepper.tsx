import { View } from "react-native";
import { IconButton } from "./button";
import { Minus, Plus } from "./icons";
import { Txt } from "./text";

type Props = { label: string; value: number; shown?: string; step?: number; min?: number; max?: number; less: string; more: string; onChange: (value: number) => void };

/** A number that goes up and down by a step. `less` and `more` name the buttons. */
export function Stepper({ label, value, shown, step = 1, min = 0, max = Infinity, less, more, onChange }: Props) {
  const to = (next: number) => onChange(Math.min(max, Math.max(min, Math.round(next * 1000) / 1000)));
  return (
    <View role="group" aria-label={label} className="flex-row items-center gap-3">
      <IconButton icon={Minus} label={less} disabled={value <= min} onPress={() => to(value - step)} />
      <Txt aria-live="polite" className="min-w-16 text-center text-2xl font-bold tabular-nums">
        {shown ?? String(value)}
      </Txt>
      <IconButton icon={Plus} label={more} disabled={value >= max} onPress={() => to(value + step)} />
    </View>
  );
}
