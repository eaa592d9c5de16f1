import { View, type GestureResponderEvent } from "react-native";
import type { Plot } from "../figures/readings";
import { nearest, type Geometry } from "./geometry";
import { keyProps } from "./keys";

type Props = { points: readonly Plot[]; geometry: Geometry; label: string; say: (point: Plot) => string; chosen: number | null; onChoose: (place: number | null) => void };

const PAGE = 10;

/** Lies over a chart and goes along it: by touch, by mouse, by arrow keys, by a screen reader's swipes. */
export function Scrub({ points, geometry, label, say, chosen, onChoose }: Props) {
  const last = points.length - 1;
  const place = chosen ?? last;
  const go = (next: number) => onChoose(Math.min(last, Math.max(0, next)));
  const to = (distance: number) => onChoose(nearest(points, geometry, distance));
  const steps: Record<string, number> = { ArrowLeft: place - 1, ArrowDown: place - 1, ArrowRight: place + 1, ArrowUp: place + 1, PageDown: place - PAGE, PageUp: place + PAGE, Home: 0, End: last };
  const touched = (event: GestureResponderEvent) => to(event.nativeEvent.locationX);
  const onKey = (key: string) => {
    const next = steps[key];
    if (next !== undefined) go(next);
    else if (key === "Escape") onChoose(null);
    return next !== undefined;
  };
  return (
    <View
      accessible
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={place}
      aria-valuetext={say(points[place]!)}
      accessibilityActions={[{ name: "increment" }, { name: "decrement" }]}
      onAccessibilityAction={(event) => go(place + (event.nativeEvent.actionName === "increment" ? 1 : -1))}
      onStartShouldSetResponder={() => true}
      onMoveShouldSetResponder={() => true}
      onResponderGrant={touched}
      onResponderMove={touched}
      onPointerMove={(event) => to(event.nativeEvent.offsetX)}
      onPointerLeave={() => onChoose(null)}
      className="absolute inset-0 rounded-2xl touch-pan-y cursor-crosshair"
      {...keyProps(onKey)}
    />
  );
}
