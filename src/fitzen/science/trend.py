"""The smooth course of a measurement series, and how fast it changes now, with how sure that is.

A local linear trend (Harvey 1989, doi 10.1017/CBO9781107049994): the level moves by a rate that itself wanders, and a
reading is the level plus noise. It takes readings at any times, runs in time proportional to their number, and a reading
that does not fit the others loses its weight.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from fitzen.science.checks import within

Z90 = 1.645
DAYS_PER_WEEK = 7
FAR = 1e9
"""No time and no value is further from 0 than this."""

NOISE_SHARE = 0.008
"""What one reading is off by where nobody says: this share of the series' median (0.6 kg at 75 kg)."""
NOISE_TRUST = 10.0
"""How many readings' worth of evidence that is; the series' own scatter counts the rest."""
MEMORY = 0.35
MOST_MEMORY = 0.9
"""How alike the noise of readings a day apart is: water, salt and sleep last. Readings close in time therefore count for
less than as many apart (variance times (1 + r) / (1 - r), as for the mean of an autoregressive series: Bartlett 1946, doi
10.2307/2983611), and two at once for little more than one."""
WANDERS = (0.001, 0.004, 0.016)
"""How much the daily rate may wander within a day's time, in units of the noise: from a rate that holds for months to
one that turns within two weeks. How well each fits the series says how much it counts, so a bend that may be there
widens the interval."""
FIRST_RATE = 0.1
"""What the daily rate may be at first, in units of the noise: some 0.4 kg a week."""
OUTLIER_FREEDOM = 4.0
"""Degrees of freedom of the t distribution that readings scatter by (Lange 1989, doi 10.1080/01621459.1989.10478852): far
readings count less, by (f + 1) / (f + z²)."""
ROUNDS = 3
"""How often the weights are found again."""


class TrendPoint(NamedTuple):
    """The smooth level at the time of a reading, with its 90 % interval."""

    t: float
    value: float
    low: float
    high: float


class Trend(NamedTuple):
    """The smoothed series, and at its end the level and the rate a week with its 90 % interval."""

    points: tuple[TrendPoint, ...]
    level: float
    rate_per_week: float
    rate_low: float
    rate_high: float


class Course(NamedTuple):
    """Where a series is at its last reading, and the rate a week there with its 90 % interval."""

    level: float
    rate_per_week: float
    rate_low: float
    rate_high: float


class _State(NamedTuple):
    """Level and daily rate, with their covariance."""

    level: float
    rate: float
    p_level: float
    p_both: float
    p_rate: float


class _Pass(NamedTuple):
    """Filtered and predicted states of each reading, and how well the series fits, as a log likelihood."""

    filtered: list[_State]
    predicted: list[_State]
    fit: float


def trend(points: Sequence[tuple[float, float]], noise: float | None = None) -> Trend | None:
    """Smooth readings (day, value), in any order; None for fewer than two times.

    `noise` is what a single reading is typically off by, in the unit of the values; NOISE_SHARE of the median where it is
    not given. It is where the estimate starts: the scatter of the series itself soon says more. Raises ValueError on a
    number that is not finite and on a noise that is not positive.
    """
    fitted = _fitted(points, noise)
    if fitted is None:
        return None
    states = _blend(fitted)
    smooth = [_point(t, state) for (t, _), state in zip(fitted.series, states, strict=True)]
    return Trend(tuple(smooth), *_course(states[-1]))


def course(points: Sequence[tuple[float, float]], noise: float | None = None) -> Course | None:
    """Return the same of the end only, which takes two thirds of the time: what smoothing leaves as it is."""
    fitted = _fitted(points, noise)
    return _course(_blend_ends(fitted)) if fitted else None


class _Fitted(NamedTuple):
    """Readings in order, with the weight that each has, and the noise that they show."""

    series: Sequence[tuple[float, float]]
    weights: Sequence[float]
    sd: float


def _fitted(points: Sequence[tuple[float, float]], noise: float | None) -> _Fitted | None:
    series = sorted(points)
    for t, value in series:
        within("t", t, -FAR, FAR)
        within("value", value, -FAR, FAR)
    if not series or series[0][0] == series[-1][0]:
        return None
    expected = _noise(series, noise)
    sd, weights = expected, [1.0] * len(series)
    for _ in range(ROUNDS):
        states = _smooth(series, _filter(series, weights, sd, WANDERS[1]))
        sd, weights = _reweigh(series, states, expected, sd)
    return _Fitted(series, weights, sd)


def _blend(fitted: _Fitted) -> list[_State]:
    """Smooth with each of WANDERS and mix the results by how well each fits: the mixture's mean and covariance."""
    passes, shares = _passes(fitted)
    smooth = [_smooth(fitted.series, passed) for passed in passes]
    return [_mixed(states, shares) for states in zip(*smooth, strict=True)]


def _blend_ends(fitted: _Fitted) -> _State:
    """Mix only the last states, with which smoothing begins."""
    passes, shares = _passes(fitted)
    return _mixed([passed.filtered[-1] for passed in passes], shares)


def _passes(fitted: _Fitted) -> tuple[list[_Pass], list[float]]:
    """Filter with each of WANDERS; how well each fits is its share."""
    passes = [_filter(*fitted, wander) for wander in WANDERS]
    best = max(passed.fit for passed in passes)
    odds = [math.exp(passed.fit - best) for passed in passes]
    return passes, [odd / sum(odds) for odd in odds]


def _mixed(states: Sequence[_State], shares: Sequence[float]) -> _State:
    parts = list(zip(states, shares, strict=True))
    level, rate = (sum(share * state[field] for state, share in parts) for field in (0, 1))
    apart = [(state.level - level, state.rate - rate) for state in states]
    spread = list(zip(parts, apart, strict=True))
    return _State(
        level,
        rate,
        sum(share * (state.p_level + dl * dl) for (state, share), (dl, _) in spread),
        sum(share * (state.p_both + dl * dr) for (state, share), (dl, dr) in spread),
        sum(share * (state.p_rate + dr * dr) for (state, share), (_, dr) in spread),
    )


def _noise(series: Sequence[tuple[float, float]], given: float | None) -> float:
    if given is not None:
        within("noise", given, 1e-9)
        return given
    return max(NOISE_SHARE * abs(sorted(value for _, value in series)[len(series) // 2]), 1e-6)


def _filter(series: Sequence[tuple[float, float]], weights: Sequence[float], sd: float, wander: float) -> _Pass:
    """Run the Kalman filter of the local linear trend over the series.

    In one piece, on plain numbers: it is most of what Today costs. Each reading is met in two steps: the state is
    carried on by the integrated random walk of its rate, then corrected by what the reading shows.
    """
    filtered: list[_State] = []
    predicted: list[_State] = []
    level, rate, p_level, p_both, p_rate = series[0][1], 0.0, (100 * sd) ** 2, 0.0, (FIRST_RATE * sd) ** 2
    wandering, variance, at, fit = (wander * sd) ** 2, sd * sd, -math.inf, 0.0
    for (t, value), weight in zip(series, weights, strict=True):
        alike = min(MOST_MEMORY, MEMORY ** (t - at))
        days = t - at if predicted else 0.0
        level += days * rate
        p_level += days * (2 * p_both + days * p_rate + wandering * days * days / 3)
        p_both += days * (p_rate + wandering * days / 2)
        p_rate += wandering * days
        predicted.append(_State(level, rate, p_level, p_both, p_rate))
        total = p_level + variance / weight * (1 + alike) / (1 - alike)
        apart = value - level
        fit -= 0.5 * (math.log(total) + apart * apart / total)
        level_gain, rate_gain = p_level / total, p_both / total
        level += level_gain * apart
        rate += rate_gain * apart
        p_rate -= rate_gain * p_both
        p_level *= 1 - level_gain
        p_both *= 1 - level_gain
        filtered.append(_State(level, rate, p_level, p_both, p_rate))
        at = t
    return _Pass(filtered, predicted, fit)


def _smooth(series: Sequence[tuple[float, float]], passed: _Pass) -> list[_State]:
    """Go back over the filtered states (Rauch 1965, doi 10.2514/3.3166), so that later readings inform earlier ones."""
    states = [passed.filtered[-1]]
    for number in range(len(series) - 2, -1, -1):
        days = series[number + 1][0] - series[number][0]
        states.append(_step_back(passed.filtered[number], passed.predicted[number + 1], states[-1], days))
    return states[::-1]


def _step_back(here: _State, ahead: _State, smooth: _State, days: float) -> _State:
    """Correct `here` by how `smooth` differs from `ahead`, which was predicted from it."""
    here_level, here_rate, h_level, h_both, h_rate = here
    ahead_level, ahead_rate, a_level, a_both, a_rate = ahead
    size = a_level * a_rate - a_both * a_both
    if days == 0 or size <= 0:
        return smooth
    smooth_level, smooth_rate, s_level, s_both, s_rate = smooth
    level_to_level, rate_to_level = h_level + days * h_both, h_both + days * h_rate
    a = (level_to_level * a_rate - h_both * a_both) / size
    b = (h_both * a_level - level_to_level * a_both) / size
    c = (rate_to_level * a_rate - h_rate * a_both) / size
    d = (h_rate * a_level - rate_to_level * a_both) / size
    level, rate = smooth_level - ahead_level, smooth_rate - ahead_rate
    pl, pb, pr = s_level - a_level, s_both - a_both, s_rate - a_rate
    return _State(
        here_level + a * level + b * rate,
        here_rate + c * level + d * rate,
        h_level + a * a * pl + 2 * a * b * pb + b * b * pr,
        h_both + a * c * pl + (a * d + b * c) * pb + b * d * pr,
        h_rate + c * c * pl + 2 * c * d * pb + d * d * pr,
    )


def _reweigh(
    series: Sequence[tuple[float, float]], states: Sequence[_State], expected: float, sd: float
) -> tuple[float, list[float]]:
    """Return the noise as the series shows it, and each reading's weight by how far it is from the smooth level."""
    squares = [
        (value - state.level) ** 2 + max(0.0, state.p_level) for (_, value), state in zip(series, states, strict=True)
    ]
    weights = [(OUTLIER_FREEDOM + 1) / (OUTLIER_FREEDOM + square / sd**2) for square in squares]
    shown = sum(weight * square for weight, square in zip(weights, squares, strict=True))
    noise = math.sqrt((NOISE_TRUST * expected**2 + shown) / (NOISE_TRUST + len(series)))
    return noise, weights


def _course(last: _State) -> Course:
    rate, error = last.rate * DAYS_PER_WEEK, Z90 * math.sqrt(max(0.0, last.p_rate)) * DAYS_PER_WEEK
    return Course(last.level, rate, rate - error, rate + error)


def _point(t: float, state: _State) -> TrendPoint:
    error = Z90 * math.sqrt(max(0.0, state.p_level))
    return TrendPoint(t, state.level, state.level - error, state.level + error)
