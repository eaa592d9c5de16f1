import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { useState } from "react";
import { View } from "react-native";
import Svg, { Circle, Path } from "react-native-svg";
import { useTones } from "@/ui/tones";
import type { Plot } from "../figures/readings";

const HEIGHT = 44;
const PAD = 5;

/** How something moves, in a hand's breadth; what it says is said beside it. */
export function Spark({ points }: { points: readonly Plot[] }) {
  const [width, setWidth] = useState(0);
  const [brand, ink] = useTones("brand", "muted");
  const all = points.flatMap(({ value, level }) => [value, level ?? value]);
  const x = scaleLinear([points[0]?.at ?? 0, points.at(-1)?.at ?? 1], [PAD, width - PAD]);
  const y = scaleLinear([Math.min(...all), Math.max(...all)], [HEIGHT - PAD, PAD]);
  const last = points.at(-1);
  return (
    <View aria-hidden onLayout={(event) => setWidth(event.nativeEvent.layout.width)} style={{ height: HEIGHT, direction: "ltr" }}>
      {width > 0 && last && points.length > 1 ? (
        <Svg width={width} height={HEIGHT}>
          <Path d={points.map((each) => `M${x(each.at).toFixed(1)} ${y(each.value).toFixed(1)}h0`).join("")} stroke={ink} strokeOpacity={0.4} strokeWidth={3} strokeLinecap="round" fill="none" />
          <Path d={line<Plot>((each) => x(each.at), (each) => y(each.level ?? each.value)).curve(curveMonotoneX)([...points]) ?? ""} stroke={brand} strokeWidth={2} fill="none" />
          <Circle cx={x(last.at)} cy={y(last.level ?? last.value)} r={4} fill={brand} />
        </Svg>
      ) : null}
    </View>
  );
}
