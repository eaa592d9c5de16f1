/** Sets that are alike, told as one: "3 × 8 · 60 kg". */

export type Run<T> = { item: T; count: number };

/** Gather neighbours that are the same into runs. */
export function runsOf<T>(items: readonly T[]): Run<T>[] {
  const runs: (Run<T> & { told: string })[] = [];
  for (const item of items) {
    const told = JSON.stringify(item);
    const last = runs.at(-1);
    if (last?.told === told) last.count += 1;
    else runs.push({ item, count: 1, told });
  }
  return runs.map(({ item, count }) => ({ item, count }));
}

/** Write seconds as "45 s", "2:30 min" or "1:05:00 h". */
export function durationOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  if (whole < 60) return `${whole} s`;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours) return `${hours}:${two(minutes)}:${two(rest)} h`;
  return rest ? `${minutes}:${two(rest)} min` : `${minutes} min`;
}
