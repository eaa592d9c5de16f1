/** Hours asleep from what several devices say of one night. */

type Span = { start: number; end: number };

/** Return how long the spans last together, in hours; what two of them cover counts once. */
export function hoursOf(spans: readonly Span[]): number {
  let [total, until] = [0, -Infinity];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    total += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return total / 3600_000;
}

/** Return those of a night: it belongs to the day on which it ends, and the spans of a day are those that end on it. */
export const endingIn = <T extends Span>(spans: readonly T[], { start, end }: Span): T[] => spans.filter((each) => each.end > start && each.end <= end);
