import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ScrollView, View } from "react-native";
import Svg, { G, Line, Rect, Text as SvgText } from "react-native-svg";
import type { Kept } from "@/lib/habits/records";
import { dayOfNumber, mondayOf } from "@/lib/habits/rules";
import { FONT } from "@/ui/font";
import { useTones } from "@/ui/tones";
import { Txt } from "@/ui";
import { stateOf, type State } from "./view";
import { useHabitWords } from "./words";

const [WEEKS, WEEK, CELL, GAP, HEAD] = [53, 7, 13, 3, 18];
const PITCH = CELL + GAP;

/** A year as weeks side by side, the newest last. */
export function YearMap({ kept, today }: { kept: Kept; today: number }) {
  const { t } = useTranslation();
  const { calendar } = useHabitWords();
  const scroll = useRef<ScrollView>(null);
  const [brand, line, muted, raised] = useTones("brand", "line", "muted", "raised");
  const start = mondayOf(today) - (WEEKS - 1) * WEEK;
  const days = Array.from({ length: today - start + 1 }, (_, place) => start + place).map((day) => ({ day, state: stateOf(kept, day, today) }));
  const done = days.filter(({ state }) => state === "done").length;
  const due = days.filter(({ state }) => state === "done" || state === "missed" || state === "partly").length;
  const months = days.filter(({ day }) => dayOfNumber(day).endsWith("-01"));
  const width = WEEKS * PITCH;
  const x = (day: number) => Math.floor((day - start) / WEEK) * PITCH;
  const drawn: Partial<Record<State, { fill: string; stroke: string; opacity: number }>> = {
    done: { fill: brand ?? "", stroke: "none", opacity: 1 },
    partly: { fill: brand ?? "", stroke: "none", opacity: 0.4 },
    missed: { fill: "none", stroke: muted ?? "", opacity: 0.7 },
    due: { fill: "none", stroke: brand ?? "", opacity: 1 },
    rest: { fill: raised ?? "", stroke: "none", opacity: 1 },
    off: { fill: "none", stroke: line ?? "", opacity: 1 },
  };
  return (
    <View className="gap-2">
      <ScrollView ref={scroll} horizontal tabIndex={0} aria-label={t("habits.year")} showsHorizontalScrollIndicator={false} onContentSizeChange={() => scroll.current?.scrollToEnd({ animated: false })} style={{ direction: "ltr" }}>
        <View role="img" aria-label={t("habits.yearLabel", { name: kept.habit.name, done, due })}>
          <Svg width={width} height={HEAD + WEEK * PITCH}>
            {months.map(({ day }) => (
              <SvgText key={day} fontFamily={FONT} x={x(day)} y={11} fontSize={11} fill={muted}>
                {calendar.shortMonth(dayOfNumber(day))}
              </SvgText>
            ))}
            {days.map(({ day, state }) => {
              const [left, top, look] = [x(day), HEAD + ((day - start) % WEEK) * PITCH, drawn[state]];
              return (
                <G key={day}>
                  <Rect x={left + 0.5} y={top + 0.5} width={CELL - 1} height={CELL - 1} rx={3.5} fill={look?.fill} stroke={look?.stroke} strokeOpacity={look?.opacity} fillOpacity={look?.opacity} />
                  {state === "rest" ? <Line x1={left + 4} x2={left + CELL - 4} y1={top + CELL / 2} y2={top + CELL / 2} stroke={muted} strokeWidth={1.5} /> : null}
                </G>
              );
            })}
          </Svg>
        </View>
      </ScrollView>
      <Txt kind="small">{t("habits.yearDone", { count: done })}</Txt>
    </View>
  );
}
