"""What scale, tape and watch say of the simulated person."""

import math
from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random

from fitzen.demo.eating import START_KG
from fitzen.demo.seeds import ZONE, seeded_id
from fitzen.measurements.models import MeasurementIn, Metric

SUNDAY, SATURDAY = 6, 5
WATCH = "watch"
WORN = 0.94
"""On how many days the watch is on the wrist, and not on its charger."""
WAIST_CM, WAIST_CM_PER_KG, TAPE_CM = 84.0, 0.7, 0.4
SLEEP_H, SLEEP_SD, WEEKEND_H = 7.1, 0.65, 0.6
STEPS, STEPS_SPREAD, TRAINING_STEPS = 9300.0, 0.22, 900.0


def weigh_in(random: Random, day: date, weight_kg: float) -> MeasurementIn:
    """The weight of the morning with the day-to-day noise of water (about 0.6 kg)."""
    at = datetime.combine(day, time(7, random.randrange(5, 50)), ZONE)
    value = round(weight_kg + random.gauss(0, 0.55), 1)
    return MeasurementIn(id=seeded_id(random, at), taken_at=at, metric="weight_kg", value=value)


class Body:
    """What is measured besides the weight: the waist on Sundays, and what the watch counts."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.steps: float | None = None
        """Those of the day that was lived last; None when the watch was not worn."""

    def day(self, day: date, weight_kg: float, *, trained: bool, away: bool) -> Iterator[MeasurementIn]:
        """Live a day; yield what is measured on it."""
        worn = self._random.random() < WORN
        sleep = self._random.gauss(SLEEP_H + (WEEKEND_H if day.weekday() >= SATURDAY else 0), SLEEP_SD)
        steps = STEPS * math.exp(self._random.gauss(0, STEPS_SPREAD)) + (TRAINING_STEPS if trained else 0)
        girth = WAIST_CM + WAIST_CM_PER_KG * (weight_kg - START_KG) + self._random.gauss(0, TAPE_CM)
        self.steps = float(round(steps)) if worn else None
        if day.weekday() == SUNDAY and not away:
            yield self._measured(day, time(8, 10), "waist_cm", round(girth, 1))
        if self.steps is not None:
            yield self._measured(day, time(7, 0), "sleep_h", round(max(3.0, sleep), 1), WATCH)
            yield self._measured(day, time(22, 30), "steps", self.steps, WATCH)

    def _measured(self, day: date, at: time, metric: Metric, value: float, source: str = "manual") -> MeasurementIn:
        moment = datetime.combine(day, at, ZONE)
        return MeasurementIn(
            id=seeded_id(self._random, moment), taken_at=moment, metric=metric, value=value, source=source
        )
