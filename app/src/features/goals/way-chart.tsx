import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, curveStepAfter, line } from "d3-shape";
import { useState } from "react";
import { View } from "react-native";
import Svg, { Circle, ClipPath, Defs, G, Line, Path, Rect, Text as SvgText } from "react-native-svg";
import { FONT } from "@/ui/font";
import { useTones } from "@/ui/tones";
import type { Spot, Way } from "./way";

type Props = { way: Way; label: string; height?: number; format: (value: number) => string; ends: [string, string]; todayWord: string; targetWord: string };

const PAD = { start: 8, end: 48, top: 18, bottom: 26 };
const ROOM = 56;

/** The way so far as a line with its range, and the way to come as a widening cone that ends at the target. */
export function WayChart({ way, label, height = 260, format, ends, todayWord, targetWord }: Props) {
  const [width, setWidth] = useState(0);
  const [brand, grid, ink, accent, card] = useTones("brand", "line", "muted", "accent", "card");
  const values = [way.target, ...way.past.flatMap(({ y, low, high, raw }) => [y, low ?? y, high ?? y, raw ?? y]), ...(way.plan?.map(({ y }) => y) ?? []), ...(way.ahead ? [way.ahead.now.y] : [])];
  const x = scaleLinear([way.first, way.last], [PAD.start + 4, width - PAD.end - 6]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - PAD.bottom - 4, PAD.top]).nice(4);
  const at = (spot: { x: number; y: number }) => `${x(spot.x)},${y(spot.y)}`;
  const path = line<Spot>((each) => x(each.x), (each) => y(each.y)).curve(way.steps ? curveStepAfter : curveMonotoneX)(way.past) ?? "";
  const band = way.past.some(({ low }) => low !== undefined) ? (area<Spot>((each) => x(each.x), (each) => y(each.low ?? each.y), (each) => y(each.high ?? each.y)).curve(curveMonotoneX)(way.past) ?? "") : "";
  const { ahead } = way;
  const far = way.last + (way.last - way.first); // what has no last day runs out of the picture
  const until = ahead ? (ahead.until ?? far) : 0;
  const cone = ahead?.from ? `M${at(ahead.now)}L${at({ x: ahead.from, y: way.target })}L${ahead.until ? at({ x: until, y: way.target }) : `${x(far)},${y(way.target)}L${x(far)},${y(ahead.now.y)}`}Z` : "";
  const todayX = x(way.today);
  const showsToday = way.today < way.last && todayX > PAD.start + ROOM && todayX < width - PAD.end - ROOM;
  return (
    <View role="img" aria-label={label} onLayout={(event) => setWidth(event.nativeEvent.layout.width)} style={{ height, direction: "ltr" }}>
      {width > 0 ? (
        <Svg width={width} height={height}>
          <Defs>
            <ClipPath id="way-clip">
              <Rect x={0} y={0} width={width - PAD.end} height={height - PAD.bottom + 2} />
            </ClipPath>
          </Defs>
          {y.ticks(3).map((tick) => (
            <G key={tick}>
              <Line x1={0} x2={width - PAD.end} y1={y(tick)} y2={y(tick)} stroke={grid} />
              <SvgText fontFamily={FONT} x={width} y={y(tick) + 4} fontSize={12} fill={ink} textAnchor="end">
                {format(tick)}
              </SvgText>
            </G>
          ))}
          <G clipPath="url(#way-clip)">
            {way.plan ? <Line x1={x(way.plan[0].x)} y1={y(way.plan[0].y)} x2={x(way.plan[1].x)} y2={y(way.plan[1].y)} stroke={ink} strokeOpacity={0.55} strokeDasharray="2 5" strokeWidth={1.5} /> : null}
            <Line x1={0} x2={width - PAD.end} y1={y(way.target)} y2={y(way.target)} stroke={accent} strokeWidth={1.5} strokeDasharray="6 4" />
            {way.today < way.last ? <Line x1={todayX} x2={todayX} y1={PAD.top} y2={height - PAD.bottom} stroke={grid} strokeWidth={1.5} /> : null}
            <Path d={cone} fill={brand} fillOpacity={0.14} />
            {ahead?.on ? <Path d={`M${at(ahead.now)}L${at({ x: ahead.on, y: way.target })}`} stroke={brand} strokeWidth={2.5} strokeDasharray="1 7" strokeLinecap="round" fill="none" /> : null}
            <Path d={band} fill={brand} fillOpacity={0.16} />
            {way.past.map((each, place) => (each.raw === undefined ? null : <Circle key={place} cx={x(each.x)} cy={y(each.raw)} r={2} fill={ink} fillOpacity={0.45} />))}
            <Path d={path} stroke={brand} strokeWidth={2.5} strokeLinecap="round" strokeLinejoin="round" fill="none" />
            {ahead?.on && ahead.on <= way.last ? <Circle cx={x(ahead.on)} cy={y(way.target)} r={6} fill={card} stroke={brand} strokeWidth={2.5} /> : null}
            {ahead ? <Circle cx={x(ahead.now.x)} cy={y(ahead.now.y)} r={5.5} fill={brand} stroke={card} strokeWidth={2} /> : null}
          </G>
          {/* The same text below as a halo: the line may run through it. */}
          <SvgText fontFamily={FONT} x={PAD.start} y={y(way.target) - 6} fontSize={12} fontWeight="600" fill={card} stroke={card} strokeWidth={5} strokeLinejoin="round">
            {targetWord}
          </SvgText>
          <SvgText fontFamily={FONT} x={PAD.start} y={y(way.target) - 6} fontSize={12} fontWeight="600" fill={accent}>
            {targetWord}
          </SvgText>
          <SvgText fontFamily={FONT} x={PAD.start} y={height - 4} fontSize={12} fill={ink}>
            {ends[0]}
          </SvgText>
          {showsToday ? (
            <SvgText fontFamily={FONT} x={todayX} y={height - 4} fontSize={12} fill={ink} textAnchor="middle">
              {todayWord}
            </SvgText>
          ) : null}
          <SvgText fontFamily={FONT} x={width - PAD.end} y={height - 4} fontSize={12} fill={ink} textAnchor="end">
            {ends[1]}
          </SvgText>
        </Svg>
      ) : null}
    </View>
  );
}
