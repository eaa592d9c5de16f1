"""Training plans for random people: every hard constraint has to hold for each of them.

`run(n, seed)` makes a plan for `n` people and checks it with the validator, which shares no rule with the generator.
"""

import time
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any
from uuid import UUID

from evals.report import Figure, share
from fitzen.errors import InvalidError
from fitzen.exercises import library
from fitzen.exercises.models import MUSCLES, Equipment
from fitzen.science.strength import Set
from fitzen.workouts.plans.frame import Past, Person
from fitzen.workouts.plans.generate import generate
from fitzen.workouts.plans.injuries import AREAS
from fitzen.workouts.plans.models import Given
from fitzen.workouts.plans.pool import POOL
from fitzen.workouts.plans.validate import validate

KITS: tuple[list[Equipment] | None, ...] = (
    None,
    [],
    ["band"],
    ["pull_up_bar"],
    ["dumbbell"],
    ["dumbbell", "bench"],
    ["kettlebell", "band"],
    ["suspension_trainer"],
    ["barbell", "rack", "bench"],
    ["barbell", "rack", "bench", "dumbbell", "pull_up_bar", "dip_bars"],
    ["machine", "cable"],
    ["dumbbell", "cable", "machine", "bench", "smith_machine"],
)
STRANGE = ("gout", "long covid", "my old injury", "")


def random_person(rng: Random) -> Person:
    """Return somebody: any goal, level, time, kit, injuries, wishes and history."""
    weeks = rng.randint(4, 8)
    given = Given(
        goal=rng.choice(["lose", "maintain", "gain", "perform", "health"]),
        level=rng.choice(["beginner", "intermediate", "advanced"]),
        weeks=weeks,
        days_per_week=rng.randint(1, 7),
        minutes=rng.choice([10, 12, 15, 20, 25, 30, 40, 45, 60, 75, 90, 120, 180]),
        equipment=rng.choice(KITS),
        injuries=_injuries(rng),
        focus=rng.sample(MUSCLES, rng.choice([0, 0, 0, 1, 2])),
        avoid_exercises=rng.sample(sorted(_pool()), rng.choice([0, 0, 1, 5])),
        avoid_muscles=rng.sample(MUSCLES, rng.choice([0, 0, 0, 0, 1])),
        careful=rng.random() < 0.2,
        effort=rng.choice([0, 0, 0, -1, 1]),
        deloads=rng.sample(range(2, weeks), rng.choice([0, 0, 0, 1])),
    )
    return Person(given, _history(rng), units=rng.choice(["metric", "imperial"]))


def _injuries(rng: Random) -> list[str]:
    known = [rng.choice(AREAS[area].words) for area in rng.sample(sorted(AREAS), rng.choice([0, 0, 0, 1, 1, 2, 3]))]
    return known + [word for word in [rng.choice(STRANGE)] if word and rng.random() < 0.1]


def _pool() -> set[str]:
    return {choice.id for choices in POOL.values() for choice in choices}


def _history(rng: Random) -> dict[str, list[Past]]:
    """Return sessions of up to twenty exercises, newest first, with loads as a log has them."""
    ids = rng.sample(sorted(_pool()), rng.choice([0, 0, 5, 20]))
    return {id_: _sessions(rng, id_) for id_ in ids}


def _sessions(rng: Random, id_: str) -> list[Past]:
    exercise = library.by_id()[id_]
    top = rng.uniform(5, 180)
    days = sorted(rng.sample(range(84), rng.randint(1, 6)))
    loaded = exercise.metric == "reps_load"
    return [
        (
            day,
            [
                Set(
                    reps=rng.randint(1, 20),
                    weight_kg=round(top * rng.uniform(0.5, 1), 2) if loaded else None,
                    rir=rng.choice([None, 0, 1, 2, 3, 5]),
                )
                for _ in range(rng.randint(1, 5))
            ],
        )
        for day in days
    ]


SEED = 20261126


def figures(people: int) -> Sequence[Figure]:
    """Return the share of plans without a fault, and how long they took to make."""
    found = run(people, SEED)
    return [
        share("plans that hold every constraint", found["valid"], found["plans"], 100),
        Figure("refused, with the reason", found["refused"], "people"),
        Figure("processor time a plan, median", found["ms_median"], "ms", low=True),
        Figure("processor time a plan, slowest", found["ms_most"], "ms", low=True),
    ]


def run(n: int, seed: int) -> dict[str, Any]:
    """Return counts, broken rules and timings: {people, plans, refused, valid, share, rules, first, ms_median, ms_most}.

    `refused` are those for whom no exercise at all is left, which is said and is no fault. `first` is the first fault.
    """
    rng = Random(seed)
    times, rules, first, refused, valid = [], Counter[str](), None, 0, 0
    for number in range(n):
        person = random_person(rng)
        begun = time.process_time()
        try:
            plan = generate(person, str(UUID(int=number, version=4))).plan
        except InvalidError:
            refused += 1
            continue
        finally:
            times.append(1000 * (time.process_time() - begun))
        broken = validate(plan, person)
        valid += not broken
        rules.update({violation.rule for violation in broken})
        if broken and first is None:
            first = {"number": number, "given": person.given.model_dump(), "broken": broken[:5]}
    plans = n - refused
    return {
        "people": n,
        "plans": plans,
        "refused": refused,
        "valid": valid,
        "share": valid / plans if plans else 1.0,
        "rules": dict(rules),
        "first": first,
        "ms_median": sorted(times)[len(times) // 2],
        "ms_most": max(times),
    }
