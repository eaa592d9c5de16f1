import { useState, type ReactNode } from "react";
import { View, type GestureResponderEvent } from "react-native";
import { keyProps } from "../charts/keys";

type Props = { label: string; value: number; onChange: (value: number) => void; className?: string; children?: (width: number) => ReactNode };

const STEP = 0.05;
const held = (value: number) => Math.min(1, Math.max(0, value));

/** A share from 0 to 1, by dragging, by arrow keys, by a screen reader's swipes. It draws what it is over: a track, or two photos. */
export function ShareSlider({ label, value, onChange, className, children }: Props) {
  const [width, setWidth] = useState(0);
  const to = (event: GestureResponderEvent) => width > 0 && onChange(held(event.nativeEvent.locationX / width));
  const keys: Record<string, number> = { ArrowLeft: value - STEP, ArrowDown: value - STEP, ArrowRight: value + STEP, ArrowUp: value + STEP, Home: 0, End: 1 };
  const onKey = (key: string) => {
    const next = keys[key];
    if (next !== undefined) onChange(held(next));
    return next !== undefined;
  };
  return (
    <View className={className} style={{ direction: "ltr" }} onLayout={(event) => setWidth(event.nativeEvent.layout.width)}>
      {children ? children(width) : <Track value={value} />}
      <View
        accessible
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(value * 100)}
        aria-valuetext={`${Math.round(value * 100)} %`}
        accessibilityActions={[{ name: "increment" }, { name: "decrement" }]}
        onAccessibilityAction={(event) => onChange(held(value + (event.nativeEvent.actionName === "increment" ? STEP : -STEP)))}
        onStartShouldSetResponder={() => true}
        onMoveShouldSetResponder={() => true}
        onResponderTerminationRequest={() => false}
        onResponderGrant={to}
        onResponderMove={to}
        className="absolute inset-0 rounded-2xl touch-none cursor-ew-resize"
        {...keyProps(onKey)}
      />
    </View>
  );
}

function Track({ value }: { value: number }) {
  return (
    <View className="h-11 justify-center">
      <View className="h-1.5 rounded-full bg-raised overflow-hidden">
        <View className="h-full bg-brand" style={{ width: `${value * 100}%` }} />
      </View>
      <View className="absolute size-6 rounded-full bg-brand border-2 border-card -ms-3" style={{ left: `${value * 100}%` }} />
    </View>
  );
}
