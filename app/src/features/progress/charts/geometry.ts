/** Where things of a chart of values over time are drawn. */

import { scaleLinear, scaleTime } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import type { Plot } from "../figures/readings";

const PAD = { start: 6, end: 46, top: 12, bottom: 26 };
const DAY_MS = 864e5;
/** How much further than the values a goal may be and still be drawn: beyond it they would be a flat line. */
const GOAL_REACH = 1.5;

export type Frame = { width: number; height: number };

export function geometryOf(points: readonly Plot[], { width, height }: Frame, goal: number | null) {
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const reach = Math.max(most - least, Math.abs(most) * 0.01, 1e-6) * GOAL_REACH;
  const shownGoal = goal !== null && goal > least - reach && goal < most + reach ? goal : null;
  const [from, to] = [points[0]!.at, points.at(-1)!.at];
  const spread = to - from || DAY_MS;
  const x = scaleTime([new Date(to - spread), new Date(to)], [PAD.start, width - PAD.end]);
  const ends = shownGoal === null ? [least, most] : [Math.min(least, shownGoal), Math.max(most, shownGoal)];
  const room = ends[0] === ends[1] ? Math.max(Math.abs(ends[0]!) * 0.01, 0.5) : 0;
  const y = scaleLinear([ends[0]! - room, ends[1]! + room], [height - PAD.bottom, PAD.top]).nice(4);
  const leveled = points.filter((each) => each.level !== undefined);
  return {
    x: (at: number) => x(at),
    y: (value: number) => y(value),
    goal: shownGoal,
    plot: { start: PAD.start, end: width - PAD.end, bottom: height - PAD.bottom },
    days: spread / DAY_MS,
    rows: y.ticks(height < 200 ? 3 : 4),
    columns: x.ticks(Math.max(2, Math.floor(width / 110))),
    /** All dots are one path of points without length: five years of days are one element. */
    dots: points.map((each) => `M${x(each.at).toFixed(1)} ${y(each.value).toFixed(1)}h0`).join(""),
    line: line<Plot>((each) => x(each.at), (each) => y(each.level!)).curve(curveMonotoneX)(leveled) ?? "",
    band: area<Plot>((each) => x(each.at), (each) => y(each.low!), (each) => y(each.high!)).curve(curveMonotoneX)(leveled) ?? "",
  };
}

export type Geometry = ReturnType<typeof geometryOf>;

/** Return the place of the point that is nearest to a distance from the start. */
export function nearest(points: readonly Plot[], { x }: Geometry, distance: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const half = (low + high) >> 1;
    if (x(points[half]!.at) < distance) low = half + 1;
    else high = half;
  }
  const before = points[low - 1];
  return before && distance - x(before.at) < x(points[low]!.at) - distance ? low - 1 : low;
}
