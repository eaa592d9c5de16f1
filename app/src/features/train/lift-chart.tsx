import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useState } from "react";
import { Pressable, View } from "react-native";
import Svg, { Circle, G, Line, Path, Text as SvgText } from "react-native-svg";
import { IconButton, Txt } from "@/ui";
import { FONT } from "@/ui/font";
import { ChevronEnd, ChevronStart } from "@/ui/icons";
import { useTones } from "@/ui/tones";
import type { LiftPoint } from "./lifts";
import { useWords } from "./use-words";

const HEIGHT = 220;
const LONG_MS = 300 * 864e5;
const PAD = { start: 10, end: 46, top: 14, bottom: 26 };

type Props = { points: readonly LiftPoint[]; label: string; format: (value: number) => string; tick: (value: number) => string; onOpen: (point: LiftPoint) => void };

/** A line through the sessions, records ringed. One point is told below it: by a tap on the chart or by the arrows. */
export function LiftChart({ points, label, format, tick, onOpen }: Props) {
  const { t, date, format: words } = useWords();
  const [width, setWidth] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const [brand, grid, ink, accent, card] = useTones("brand", "line", "muted", "accent", "card");
  const place = Math.min(chosen ?? points.length - 1, points.length - 1);
  const point = points[place];
  const values = points.map((each) => each.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high === low ? Math.max(1, high * 0.05) : 0;
  const x = scaleLinear([points[0]?.at ?? 0, points.at(-1)?.at ?? 1], [PAD.start, width - PAD.end]);
  const y = scaleLinear([low - room, high + room], [HEIGHT - PAD.bottom, PAD.top]).nice(4);
  const path = line<LiftPoint>((each) => x(each.at), (each) => y(each.value))(points.slice()) ?? "";
  const end = (each: LiftPoint) => (points.at(-1)!.at - points[0]!.at > LONG_MS ? words.shortMonth(each.day) : words.shortDay(each.day));
  const nearest = (at: number) => points.reduce((best, each, index) => (Math.abs(x(each.at) - at) < Math.abs(x(points[best]!.at) - at) ? index : best), 0);
  if (!point) return null;
  return (
    <View className="gap-2">
      <Pressable role="img" aria-label={label} tabIndex={-1} onPress={(event) => setChosen(nearest(event.nativeEvent.locationX))} onLayout={(event) => setWidth(event.nativeEvent.layout.width)} style={{ height: HEIGHT, direction: "ltr" }}>
        {width > 0 ? (
          <Svg width={width} height={HEIGHT} pointerEvents="none">
            {y.ticks(4).map((each) => (
              <G key={each}>
                <Line x1={0} x2={width - PAD.end + 6} y1={y(each)} y2={y(each)} stroke={grid} />
                <SvgText fontFamily={FONT} x={width} y={y(each) + 4} fontSize={12} fill={ink} textAnchor="end">
                  {tick(each)}
                </SvgText>
              </G>
            ))}
            <Line x1={x(point.at)} x2={x(point.at)} y1={PAD.top} y2={HEIGHT - PAD.bottom} stroke={ink} strokeDasharray="3 4" />
            <Path d={path} stroke={brand} strokeWidth={2.5} strokeLinejoin="round" fill="none" />
            {points.length < 80 ? points.map((each) => <Circle key={each.workoutId} cx={x(each.at)} cy={y(each.value)} r={2.5} fill={brand} />) : null}
            {points.map((each) => (each.record ? <Circle key={each.workoutId} cx={x(each.at)} cy={y(each.value)} r={4.5} fill={card} stroke={accent} strokeWidth={2.5} /> : null))}
            <Circle cx={x(point.at)} cy={y(point.value)} r={6} fill={point.record ? accent : brand} stroke={card} strokeWidth={2} />
            <SvgText fontFamily={FONT} x={PAD.start} y={HEIGHT - 6} fontSize={12} fill={ink}>
              {end(points[0]!)}
            </SvgText>
            <SvgText fontFamily={FONT} x={width - PAD.end} y={HEIGHT - 6} fontSize={12} fill={ink} textAnchor="end">
              {end(points.at(-1)!)}
            </SvgText>
          </Svg>
        ) : null}
      </Pressable>
      <View className="flex-row items-center gap-2">
        <IconButton icon={ChevronStart} label={t("train.chart.earlier")} disabled={place === 0} onPress={() => setChosen(place - 1)} />
        <Pressable role="link" aria-live="polite" onPress={() => onOpen(point)} className="flex-1 min-h-11 items-center justify-center active:opacity-70">
          <Txt kind="strong" className="tabular-nums">
            {format(point.value)}
            {point.record ? ` · ${t("train.chart.record")}` : ""}
          </Txt>
          <Txt kind="small">{date(point.day)}</Txt>
        </Pressable>
        <IconButton icon={ChevronEnd} label={t("train.chart.later")} disabled={place === points.length - 1} onPress={() => setChosen(place + 1)} />
      </View>
    </View>
  );
}
