import { memo, useMemo, useState } from "react";
import { View } from "react-native";
import Svg, { Circle, G, Line, Path, Text as SvgText } from "react-native-svg";
import { FONT } from "@/ui/font";
import { useTones } from "@/ui/tones";
import type { Plot } from "../figures/readings";
import { geometryOf, type Geometry } from "./geometry";
import { Scrub } from "./scrub";

type Props = {
  /** The oldest first, at least one. */
  points: readonly Plot[];
  /** What it shows, in words. */
  label: string;
  /** Names what moves along it. */
  scrub: string;
  height?: number;
  goal?: number | null;
  number: (value: number) => string;
  time: (moment: Date, days: number) => string;
  say: (point: Plot) => string;
  chosen: number | null;
  onChoose: (place: number | null) => void;
};

/** Values as faint dots, their level as a line in the band that it is in nine times of ten; a finger, a mouse or arrow keys go along it. */
export function SeriesChart({ points, label, scrub, height = 240, goal = null, number, time, say, chosen, onChoose }: Props) {
  const [width, setWidth] = useState(0);
  const geometry = useMemo(() => (width > 0 ? geometryOf(points, { width, height }, goal) : null), [points, width, height, goal]);
  const marked = chosen === null ? points.at(-1) : points[chosen];
  return (
    <View testID="chart" onLayout={(event) => setWidth(event.nativeEvent.layout.width)} style={{ height, direction: "ltr" }}>
      {geometry && marked ? (
        <>
          <View role="img" aria-label={label} style={{ position: "absolute" }}>
            <Svg width={width} height={height}>
              <Drawing geometry={geometry} width={width} height={height} number={number} time={time} />
              <Marked geometry={geometry} point={marked} line={chosen !== null} />
            </Svg>
          </View>
          <Scrub points={points} geometry={geometry} label={scrub} say={say} chosen={chosen} onChoose={onChoose} />
        </>
      ) : null}
    </View>
  );
}

type Drawn = { geometry: Geometry; width: number; height: number; number: Props["number"]; time: Props["time"] };

/** All that stays while a finger goes along. */
const Drawing = memo(function Drawing({ geometry, width, height, number, time }: Drawn) {
  const [brand, grid, ink, accent] = useTones("brand", "line", "muted", "accent");
  const { x, y, plot, goal } = geometry;
  return (
    <>
      {geometry.rows.map((tick) => (
        <G key={tick}>
          <Line x1={plot.start} x2={plot.end} y1={y(tick)} y2={y(tick)} stroke={grid} />
          <SvgText fontFamily={FONT} x={width} y={y(tick) + 4} fontSize={12} fill={ink} textAnchor="end">
            {number(tick)}
          </SvgText>
        </G>
      ))}
      {geometry.columns.map((tick) => (
        <SvgText key={tick.getTime()} fontFamily={FONT} x={Math.min(plot.end - 14, Math.max(18, x(tick.getTime())))} y={height - 5} fontSize={12} fill={ink} textAnchor="middle">
          {time(tick, geometry.days)}
        </SvgText>
      ))}
      <Path d={geometry.band} fill={brand} fillOpacity={0.14} />
      <Path d={geometry.dots} stroke={ink} strokeOpacity={0.5} strokeWidth={4.5} strokeLinecap="round" fill="none" />
      <Path d={geometry.line} stroke={brand} strokeWidth={2.5} strokeLinecap="round" fill="none" />
      {goal === null ? null : <Line x1={plot.start} x2={plot.end} y1={y(goal)} y2={y(goal)} stroke={accent} strokeWidth={2} strokeDasharray="2 5" strokeLinecap="round" />}
    </>
  );
});

function Marked({ geometry, point, line }: { geometry: Geometry; point: Plot; line: boolean }) {
  const [brand, card, ink] = useTones("brand", "card", "muted");
  const at = geometry.x(point.at);
  return (
    <>
      {line ? <Line x1={at} x2={at} y1={6} y2={geometry.plot.bottom} stroke={ink} strokeWidth={1} /> : null}
      {line && point.level !== undefined ? <Circle cx={at} cy={geometry.y(point.value)} r={4} fill={card} stroke={ink} strokeWidth={2} /> : null}
      <Circle cx={at} cy={geometry.y(point.level ?? point.value)} r={6} fill={brand} stroke={card} strokeWidth={2} />
    </>
  );
}
