import server from "../testing/server.json";
import { isPossible, METRICS, noiseOf, questionOf, type Metric } from "./metrics";
import { trend } from "@/lib/trend";

const DAY_MS = 864e5;

test.each(server.trends.map((each) => [`${each.points.length} values of ${each.metric}`, each] as const))("the device's trend is the server's: %s", (_, { metric, points, noise, levels, rate }) => {
  const values = points.map((each) => Number(each[1]));
  const own = noiseOf(metric as Metric, values);
  if (noise === null) expect(own).toBeUndefined();
  else expect(own).toBeCloseTo(noise, 9);
  const found = trend(points.map(([at, value]) => ({ t: Date.parse(String(at)) / DAY_MS, value: Number(value) })), own)!;
  levels.forEach(([level, low, high], place) => {
    expect(found.levels[place]!.level).toBeCloseTo(level!, 3);
    expect(found.levels[place]!.low).toBeCloseTo(low!, 3);
    expect(found.levels[place]!.high).toBeCloseTo(high!, 3);
  });
  if (rate) [found.rate.perWeek, found.rate.low, found.rate.high].forEach((each, place) => expect(each).toBeCloseTo(rate[place]!, 3));
});

test("one time alone has no trend", () => {
  expect(trend([])).toBeNull();
  expect(trend([{ t: 1, value: 80 }])).toBeNull();
  expect(trend([{ t: 1, value: 80 }, { t: 1, value: 81 }])).toBeNull();
});

test("five years of daily values are quick", () => {
  const series = Array.from({ length: 1826 }, (_, t) => ({ t, value: 80 + Math.sin(t / 50) + ((t * 7919) % 13) / 10 }));
  const start = performance.now();
  expect(trend(series)!.levels).toHaveLength(1826);
  expect(performance.now() - start).toBeLessThan(500);
});

test("the metrics and what is asked of their values are the server's", () => {
  const own = Object.fromEntries(Object.entries(METRICS).map(([name, { possible, plausible, jump, noise }]) => [name, { possible, plausible, jump: jump ? [jump.atOnce, jump.aDay] : null, noise: noise ?? null }]));
  expect(own).toEqual(server.metrics);
  for (const { metric, value, before, asked } of server.asked) {
    const known = before ? { value: before[0]!, days: before[1]! } : null;
    expect([metric, value, before, questionOf(metric as Metric, value, known) !== null]).toEqual([metric, value, before, asked]);
  }
});

test("outside the possible nothing is taken", () => {
  expect([19.9, 20, 500, 501].map((kg) => isPossible("weight_kg", kg))).toEqual([false, true, true, false]);
});
