/**
 * The smooth course of a series of measurements, and how fast it changes: a port of src/fitzen/science/trend.py, figure by figure.
 *
 * A local linear trend (Harvey 1989, doi 10.1017/CBO9781107049994) by Kalman's filter and Rauch's smoother. The device has every value,
 * so it works this out itself, with and without a network; a test compares it with the server's figures.
 */

export type Reading = { /** In days. */ t: number; value: number };
export type Level = { level: number; low: number; high: number };
export type Rate = { perWeek: number; low: number; high: number };
export type Trend = { levels: Level[]; rate: Rate };

const Z90 = 1.645;
const DAYS_PER_WEEK = 7;
const NOISE_SHARE = 0.008;
const NOISE_TRUST = 10;
const MEMORY = 0.35;
const MOST_MEMORY = 0.9;
const WANDERS = [0.001, 0.004, 0.016] as const;
const FIRST_RATE = 0.1;
const OUTLIER_FREEDOM = 4;
const ROUNDS = 3;

type State = { level: number; rate: number; pLevel: number; pBoth: number; pRate: number };
type Pass = { filtered: State[]; predicted: State[]; fit: number };

const sum = (values: number[]): number => values.reduce((total, each) => total + each, 0);

/** Smooth readings, the oldest first (those of one time have one level); null for fewer than two times. `noise` is what one is typically off by, in the unit of the values. */
export function trend(readings: readonly Reading[], noise?: number): Trend | null {
  const series = [...readings].sort((a, b) => a.t - b.t || a.value - b.value);
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last || first.t === last.t) return null;
  const expected = noise ?? Math.max(NOISE_SHARE * Math.abs(middle(series)), 1e-6);
  let [sd, weights] = [expected, series.map(() => 1)];
  for (let round = 0; round < ROUNDS; round++) [sd, weights] = reweigh(series, smooth(series, filter(series, weights, sd, WANDERS[1])), expected, sd);
  const passes = WANDERS.map((wander) => filter(series, weights, sd, wander));
  const best = Math.max(...passes.map((pass) => pass.fit));
  const odds = passes.map((pass) => Math.exp(pass.fit - best));
  const shares = odds.map((odd) => odd / sum(odds));
  const smoothed = passes.map((pass) => smooth(series, pass));
  const states = series.map((_, place) => mixed(smoothed.map((each) => each[place]!), shares));
  const end = states.at(-1)!;
  const [perWeek, error] = [end.rate * DAYS_PER_WEEK, Z90 * Math.sqrt(Math.max(0, end.pRate)) * DAYS_PER_WEEK];
  return { levels: states.map(levelOf), rate: { perWeek, low: perWeek - error, high: perWeek + error } };
}

function levelOf(state: State): Level {
  const error = Z90 * Math.sqrt(Math.max(0, state.pLevel));
  return { level: state.level, low: state.level - error, high: state.level + error };
}

function middle(series: readonly Reading[]): number {
  return series.map((each) => each.value).sort((a, b) => a - b)[Math.floor(series.length / 2)]!;
}

function filter(series: readonly Reading[], weights: number[], sd: number, wander: number): Pass {
  const filtered: State[] = [];
  const predicted: State[] = [];
  let [level, rate, pLevel, pBoth, pRate] = [series[0]!.value, 0, (100 * sd) ** 2, 0, (FIRST_RATE * sd) ** 2];
  const [wandering, variance] = [(wander * sd) ** 2, sd * sd];
  let [at, fit] = [-Infinity, 0];
  series.forEach(({ t, value }, place) => {
    const alike = Math.min(MOST_MEMORY, MEMORY ** (t - at));
    const days = place ? t - at : 0;
    level += days * rate;
    pLevel += days * (2 * pBoth + days * pRate + (wandering * days * days) / 3);
    pBoth += days * (pRate + (wandering * days) / 2);
    pRate += wandering * days;
    predicted.push({ level, rate, pLevel, pBoth, pRate });
    const total = pLevel + ((variance / weights[place]!) * (1 + alike)) / (1 - alike);
    const apart = value - level;
    fit -= 0.5 * (Math.log(total) + (apart * apart) / total);
    const [levelGain, rateGain] = [pLevel / total, pBoth / total];
    level += levelGain * apart;
    rate += rateGain * apart;
    pRate -= rateGain * pBoth;
    pLevel *= 1 - levelGain;
    pBoth *= 1 - levelGain;
    filtered.push({ level, rate, pLevel, pBoth, pRate });
    at = t;
  });
  return { filtered, predicted, fit };
}

function smooth(series: readonly Reading[], { filtered, predicted }: Pass): State[] {
  const states = [...filtered];
  for (let place = series.length - 2; place >= 0; place--)
    states[place] = stepBack(filtered[place]!, predicted[place + 1]!, states[place + 1]!, series[place + 1]!.t - series[place]!.t);
  return states;
}

/** Correct `here` by how `later` differs from `ahead`, which was predicted from it. */
function stepBack(here: State, ahead: State, later: State, days: number): State {
  const size = ahead.pLevel * ahead.pRate - ahead.pBoth * ahead.pBoth;
  if (days === 0 || size <= 0) return later;
  const [levelToLevel, rateToLevel] = [here.pLevel + days * here.pBoth, here.pBoth + days * here.pRate];
  const a = (levelToLevel * ahead.pRate - here.pBoth * ahead.pBoth) / size;
  const b = (here.pBoth * ahead.pLevel - levelToLevel * ahead.pBoth) / size;
  const c = (rateToLevel * ahead.pRate - here.pRate * ahead.pBoth) / size;
  const d = (here.pRate * ahead.pLevel - rateToLevel * ahead.pBoth) / size;
  const [level, rate] = [later.level - ahead.level, later.rate - ahead.rate];
  const [pl, pb, pr] = [later.pLevel - ahead.pLevel, later.pBoth - ahead.pBoth, later.pRate - ahead.pRate];
  return {
    level: here.level + a * level + b * rate,
    rate: here.rate + c * level + d * rate,
    pLevel: here.pLevel + a * a * pl + 2 * a * b * pb + b * b * pr,
    pBoth: here.pBoth + a * c * pl + (a * d + b * c) * pb + b * d * pr,
    pRate: here.pRate + c * c * pl + 2 * c * d * pb + d * d * pr,
  };
}

/** Return the noise as the series shows it, and each reading's weight by how far it is from the smooth level. */
function reweigh(series: readonly Reading[], states: State[], expected: number, sd: number): [number, number[]] {
  const squares = series.map(({ value }, place) => (value - states[place]!.level) ** 2 + Math.max(0, states[place]!.pLevel));
  const weights = squares.map((square) => (OUTLIER_FREEDOM + 1) / (OUTLIER_FREEDOM + square / sd ** 2));
  const shown = sum(squares.map((square, place) => square * weights[place]!));
  return [Math.sqrt((NOISE_TRUST * expected ** 2 + shown) / (NOISE_TRUST + series.length)), weights];
}

function mixed(states: State[], shares: number[]): State {
  const over = (read: (state: State) => number) => sum(states.map((state, place) => shares[place]! * read(state)));
  const [level, rate] = [over((state) => state.level), over((state) => state.rate)];
  return {
    level,
    rate,
    pLevel: over((state) => state.pLevel + (state.level - level) ** 2),
    pBoth: over((state) => state.pBoth + (state.level - level) * (state.rate - rate)),
    pRate: over((state) => state.pRate + (state.rate - rate) ** 2),
  };
}
