/** In what a metric is shown and typed; records are metric always. */

import type { Units } from "@/lib/locale";
import type { Metric } from "./metrics";

const LB = 0.45359237;
const INCH = 2.54;
const MILE = 1609.344;

/** `shown = kept * times + plus`; `step` and `digits` are of what is shown. */
type Scale = { times: number; plus?: number; digits: number; step: number };

const SCALES = {
  kg: { times: 1, digits: 1, step: 0.1 },
  lb: { times: 1 / LB, digits: 1, step: 0.2 },
  cm: { times: 1, digits: 1, step: 0.5 },
  in: { times: 1 / INCH, digits: 1, step: 0.2 },
  pct: { times: 1, digits: 1, step: 0.1 },
  bpm: { times: 1, digits: 0, step: 1 },
  ms: { times: 1, digits: 0, step: 1 },
  mmhg: { times: 1, digits: 0, step: 1 },
  minute: { times: 1, digits: 0, step: 1 },
  celsius: { times: 1, digits: 1, step: 0.1 },
  fahrenheit: { times: 1.8, plus: 32, digits: 1, step: 0.2 },
  vo2: { times: 1, digits: 1, step: 0.5 },
  mmol: { times: 1, digits: 1, step: 0.1 },
  h: { times: 1, digits: 2, step: 0.25 },
  steps: { times: 1, digits: 0, step: 500 },
  km: { times: 1 / 1000, digits: 2, step: 0.5 },
  mi: { times: 1 / MILE, digits: 2, step: 0.25 },
  floors: { times: 1, digits: 0, step: 1 },
  kcal: { times: 1, digits: 0, step: 10 },
  ofFive: { times: 1, digits: 0, step: 1 },
} as const satisfies Record<string, Scale>;

export type UnitName = keyof typeof SCALES;

const ENDINGS: readonly (readonly [ending: RegExp, metric: UnitName, imperial?: UnitName])[] = [
  [/_kg$/, "kg", "lb"],
  [/_cm$/, "cm", "in"],
  [/_pct$/, "pct"],
  [/respiratory_rate_bpm/, "minute"],
  [/_bpm$/, "bpm"],
  [/_ms$/, "ms"],
  [/_mmhg$/, "mmhg"],
  [/_c$/, "celsius", "fahrenheit"],
  [/kg_min$/, "vo2"],
  [/mmol_l$/, "mmol"],
  [/_h$/, "h"],
  [/steps/, "steps"],
  [/_m$/, "km", "mi"],
  [/floors/, "floors"],
  [/_kcal$/, "kcal"],
  [/_1_5$/, "ofFive"],
];

export function unitOf(metric: Metric, units: Units): UnitName {
  const [, plain, imperial] = ENDINGS.find(([ending]) => ending.test(metric)) ?? [null, "ofFive" as const];
  return units === "imperial" && imperial ? imperial : plain;
}

export const scaleOf = (unit: UnitName): Scale => SCALES[unit];

export function shownIn(unit: UnitName, kept: number): number {
  const { times, plus = 0 } = scaleOf(unit);
  return kept * times + plus;
}

/** Return the amount as it is kept, to the hundredth: finer than anything measures. */
export function keptFrom(unit: UnitName, shown: number): number {
  const { times, plus = 0 } = scaleOf(unit);
  return Math.round(((shown - plus) / times) * 100) / 100;
}
