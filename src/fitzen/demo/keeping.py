"""The habits of the simulated person, and how well they are kept."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from random import Random
from typing import Literal, NamedTuple

from fitzen.demo.seeds import ZONE, seeded_id
from fitzen.habits.models import CheckinBody, HabitIn, HabitSchedule, HabitTarget

GLASSES = (1.0, 1.0, 2.0, 2.0, 3.0)


class Practice(NamedTuple):
    """A habit; how likely it is checked on each day of the week, Monday first; and what is counted then."""

    name: str
    kind: Literal["build", "quit"]
    schedule: HabitSchedule
    target: HabitTarget | None
    chances: Sequence[float]
    counted: Literal["steps", "glasses"] | None = None


PRACTICES = (
    Practice(
        "Walk 8,000 steps",
        "build",
        HabitSchedule(type="daily"),
        HabitTarget(value=8000, unit="steps"),
        (0.95, 0.95, 0.95, 0.95, 0.93, 0.85, 0.85),
        "steps",
    ),
    Practice(
        "Stretch for 10 minutes",
        "build",
        HabitSchedule(type="times_per_week", count=3),
        None,
        (0.75, 0.1, 0.75, 0.1, 0.7, 0.35, 0.4),
    ),
    Practice(
        "No alcohol",
        "quit",
        HabitSchedule(type="daily"),
        None,
        (0.005, 0.005, 0.01, 0.02, 0.1, 0.16, 0.03),
        "glasses",
    ),
)


class Keeper:
    """The habits from the first day on; a check-in of the one to quit is a slip."""

    def __init__(self, random: Random, first: date) -> None:
        self._random = random
        at = datetime.combine(first, time(8), ZONE)
        self.habits = [
            HabitIn(
                id=seeded_id(random, at),
                name=each.name,
                kind=each.kind,
                schedule=each.schedule,
                target=each.target,
                start_on=first,
            )
            for each in PRACTICES
        ]

    def day(self, day: date, steps: float | None) -> Iterator[CheckinBody]:
        """Live a day; yield what is checked on it. `steps` None: nobody knows how many."""
        values = {"steps": steps, "glasses": self._random.choice(GLASSES)}
        for practice, habit in zip(PRACTICES, self.habits, strict=True):
            checked = self._random.random() < practice.chances[day.weekday()]
            value = values[practice.counted] if practice.counted else None
            if checked and (practice.counted is None or value is not None):
                yield CheckinBody(habit_id=habit.id or "", day=day, value=value)
