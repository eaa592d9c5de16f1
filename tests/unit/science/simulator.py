"""People whose true expenditure is known, for judging the estimate of it.

Their bodies follow a model of their own: fat and lean tissue by Forbes' curve with a constant of the person, glycogen
with its water, expenditure that follows tissue and intake (Hall 2011, doi 10.1016/S0140-6736(11)60812-X), water that
drifts from day to day and with the menstrual cycle. The estimator sees none of it, only what a phone would: weigh-ins
and logs with holes, days logged by half, the body's height, age and sex.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from fitzen.science.energy import PAL, Activity, Body, Sex, energy_density, expenditure
from fitzen.science.expenditure import Day, Estimate, Prior, estimate

FIRST = date(2026, 1, 5)
PRIOR_ERROR = 0.14
"""Standard deviation of the prior about the truth, as a share of the truth."""
MISSING = 0.3
"""Of the days, for weigh-ins and for logs, independently."""
HALF_LOGGED = 0.08
OUTLIER = 0.01
STEPPING = 1 / 3
"""Of the people, those whose expenditure steps once, by up to 10 to 15 % either way, between day 10 and day 84."""


@dataclass(slots=True, kw_only=True)
class Person:
    """One simulated person: who they are, what they logged and, a day, what they truly burned."""

    body: Body
    prior: Prior
    menstruates: bool
    days: list[Day] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Tissue:
    """Fat, lean and glycogen in kg; what is eaten beyond what is burned goes into them."""

    fat: float
    lean: float
    forbes: float
    glycogen: float = 0.5

    def take(self, surplus_kcal: float, intake_share: float) -> None:
        """Store a day's surplus; glycogen follows how much of the expenditure was eaten, with a lag of 3 days."""
        wanted = min(0.75, max(0.15, 0.5 * intake_share**2))
        change = (wanted - self.glycogen) / 3
        self.glycogen += change
        left = surplus_kcal - 4200 * change
        slope = self.forbes / self.fat  # kg of lean for each kg of fat (Forbes)
        fat = left / (9440 + 1815 * slope)
        self.fat = max(2.0, self.fat + fat)
        self.lean += slope * fat

    @property
    def kg(self) -> float:
        return self.fat + self.lean + 3.7 * (self.glycogen - 0.5)


def people(seed: int, count: int, days: int = 84, under_logging: float = 0.0) -> Iterator[Person]:
    """Yield `count` people with `days` days each; the same seed gives the same people.

    `under_logging` is the share of every meal that nobody logs.
    """
    for number in range(count):
        yield _person(Random(f"{seed}/{number}"), days, under_logging)


def _body(rng: Random) -> Body:
    while True:
        sex: Sex = "female" if rng.random() < 0.5 else "male"
        height = rng.gauss(165, 7) if sex == "female" else rng.gauss(178, 7)
        weight = rng.gauss(27.5, 5.5) * (height / 100) ** 2
        if 45 <= weight <= 140 and weight / (height / 100) ** 2 > 17:
            return Body(sex=sex, age=rng.uniform(18, 70), height_cm=height, weight_kg=weight)


def _person(rng: Random, days: int, under_logging: float) -> Person:
    body = _body(rng)
    activity: Activity = rng.choice(tuple(PAL))
    burn = expenditure(body, activity)
    true = burn.kcal / max(0.6, 1 + rng.gauss(0, PRIOR_ERROR))
    cycling = body.sex == "female" and body.age < 50 and rng.random() < 0.7
    person = Person(body=body, prior=Prior(burn.kcal, burn.sd), menstruates=cycling)
    _live(rng, person, true, days, 1 - under_logging)
    return person


def _live(rng: Random, person: Person, burned: float, days: int, logged_share: float) -> None:
    body = person.body
    fat = body.fat_kg * max(0.4, 1 + rng.gauss(0, 0.15))
    tissue = _Tissue(fat=fat, lean=body.weight_kg - fat, forbes=10.4 * math.exp(rng.gauss(0, 0.25)))
    habit = burned * (1 + rng.uniform(-0.25, 0.12))
    spread = rng.uniform(0.1, 0.28)
    step_day = rng.randrange(10, 84) if rng.random() < STEPPING else days
    step = 1 + rng.uniform(-1, 1) * rng.uniform(0.1, 0.15)
    following = rng.uniform(15, 28)  # kcal a day for each kg of tissue
    start = tissue.kg
    adaptation = 0.0
    scale, cycle = _scale(rng), _cycle(rng, menstruates=person.menstruates)
    flags = rng.random() < 1 / 3
    for number in range(days):
        level = (burned * (step if number >= step_day else 1)) + following * (tissue.kg - start) + adaptation
        phase, water = cycle(number)
        eaten = habit * (1.08 if number % 7 in {5, 6} else 0.968) * _noise(rng, spread)
        person.truth.append(level)
        weight = scale(tissue.kg + water) if rng.random() > MISSING else None
        intake, complete = _log(rng, eaten * logged_share, flags=flags)
        person.days.append(Day(FIRST + timedelta(number), intake, complete, weight, phase))
        adaptation += (0.1 * (eaten - burned) - adaptation) / 14
        tissue.take(eaten - level * (1 + rng.gauss(0, 0.07)), eaten / level)


def _noise(rng: Random, spread: float) -> float:
    """Return a factor of mean 1, skewed like days of eating."""
    return math.exp(rng.gauss(0, spread) - spread**2 / 2)


def _log(rng: Random, eaten: float, *, flags: bool) -> tuple[float | None, bool | None]:
    if rng.random() < MISSING:
        return None, None
    half = rng.random() < HALF_LOGGED
    share = rng.uniform(0.25, 0.75) if half else max(0.5, 1 + rng.gauss(0, 0.05))
    return eaten * share, (not half) if flags else None


def _scale(rng: Random) -> Callable[[float], float]:
    """Return a scale: what it shows for a weight, with noise of 0.5 to 1 kg, a third to two thirds of it lasting."""
    noise, lasting, memory = rng.uniform(0.5, 1.0), rng.uniform(0.33, 0.67), rng.uniform(0.5, 0.8)
    water = rng.gauss(0, noise * math.sqrt(lasting))

    def show(weight: float) -> float:
        nonlocal water
        water = memory * water + rng.gauss(0, noise * math.sqrt(lasting * (1 - memory**2)))
        wrong = rng.choice((-1, 1)) * rng.uniform(3, 8) if rng.random() < OUTLIER else 0.0
        return weight + water + rng.gauss(0, noise * math.sqrt(1 - lasting)) + wrong

    return show


def _cycle(rng: Random, *, menstruates: bool) -> Callable[[int], tuple[float | None, float]]:
    """Return for a day the phase, if it is logged, and kg of water: most at the first day of bleeding, least in the middle."""
    length, offset = rng.uniform(25, 33), rng.random()
    amplitude = rng.uniform(0.5, 1.0) if rng.random() < 0.4 else rng.uniform(0.1, 0.5)
    logs = rng.random() < 0.5

    def water(number: int) -> tuple[float | None, float]:
        if not menstruates:
            return None, 0.0
        phase = (offset + number / length) % 1
        angle = 2 * math.pi * phase
        wave = 0.85 * math.cos(angle) + 0.3 * math.cos(2 * angle) - 0.15 * math.sin(angle)
        return phase if logs else None, amplitude * wave

    return water


class Score(NamedTuple):
    """How estimates did at a day: mean absolute error and bias in percent of the truth, and how often 90 % held it."""

    day: int
    people: int
    error: float
    bias: float
    coverage: float
    half_width: float


def scores(crowd: Sequence[Person], at_days: Sequence[int]) -> list[Score]:
    """Estimate everybody's expenditure as the app does and compare it with the truth on these days, counted from 1."""
    found = [
        estimate(person.days, person.prior, energy_density(person.body.fat_kg), menstruates=person.menstruates)
        for person in crowd
    ]
    return [_score(crowd, [estimates[day - 1] for estimates in found], day) for day in at_days]


def _score(crowd: Sequence[Person], found: Sequence[Estimate], day: int) -> Score:
    pairs = [(known, person.truth[day - 1]) for person, known in zip(crowd, found, strict=True)]
    errors = [known.expenditure_kcal / truth - 1 for known, truth in pairs]
    held = sum(known.low <= truth <= known.high for known, truth in pairs)
    widths = [(known.high - known.low) / 2 / truth for known, truth in pairs]
    count = len(crowd)
    return Score(
        day,
        count,
        100 * sum(map(abs, errors)) / count,
        100 * sum(errors) / count,
        100 * held / count,
        100 * sum(widths) / count,
    )
