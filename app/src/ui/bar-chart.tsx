import { scaleBand, scaleLinear } from "d3-scale";
import { useState } from "react";
import { View } from "react-native";
import Svg, { G, Line, Rect, Text as SvgText } from "react-native-svg";
import { FONT } from "./font";
import { useTones, type Tone } from "./tones";

export type Bar = { name: string; value: number };

type Props = { bars: Bar[]; label: string; tone?: Tone; height?: number; /** A line across, such as a target. */ mark?: number; /** Writes each value above its bar. */ format?: (value: number) => string };

/** Bars side by side, the first at the start. `label` says what they show in words. */
export function BarChart({ bars, label, tone = "brand", height = 160, mark, format }: Props) {
  const [width, setWidth] = useState(0);
  const [fill, grid, ink] = useTones(tone, "line", "muted");
  const x = scaleBand(bars.map((_, place) => String(place)), [0, width]).padding(0.3);
  const y = scaleLinear([0, Math.max(mark ?? 0, ...bars.map((bar) => bar.value), 1e-9)], [height - 22, format ? 22 : 8]);
  return (
    <View role="img" aria-label={label} onLayout={(event) => setWidth(event.nativeEvent.layout.width)} style={{ height }}>
      {width > 0 ? (
        <Svg width={width} height={height}>
          <Line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke={grid} />
          {bars.map((bar, place) => (
            <G key={place}>
              <Rect x={x(String(place))} width={x.bandwidth()} y={y(bar.value)} height={Math.max(0, y(0) - y(bar.value))} rx={Math.min(6, x.bandwidth() / 2)} fill={fill} />
              {format ? (
                <SvgText fontFamily={FONT} x={(x(String(place)) ?? 0) + x.bandwidth() / 2} y={y(bar.value) - 5} fontSize={12} fill={ink} textAnchor="middle">
                  {format(bar.value)}
                </SvgText>
              ) : null}
              <SvgText fontFamily={FONT} x={(x(String(place)) ?? 0) + x.bandwidth() / 2} y={height - 4} fontSize={12} fill={ink} textAnchor="middle">
                {bar.name}
              </SvgText>
            </G>
          ))}
          {mark === undefined ? null : <Line x1={0} x2={width} y1={y(mark)} y2={y(mark)} stroke={ink} strokeDasharray="4 4" />}
        </Svg>
      ) : null}
    </View>
  );
}
