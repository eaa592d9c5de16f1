"""What the server really says, drawn at random: `python -m tests.unit.spoken.cases` writes it for the app, which says each in Spanish."""

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from evals.training_plans import random_person

from fitzen.achievements.kinds import KINDS
from fitzen.errors import InvalidError
from fitzen.exercises import library
from fitzen.goals import wording
from fitzen.goals.models import GoalBody
from fitzen.goals.rules import Aim, Progress, Rate, Reading
from fitzen.jobs import notes
from fitzen.measurements.rules import METRICS, Before, moves, question
from fitzen.nutrition.limits import energy_refused
from fitzen.science.energy import Body, Burn
from fitzen.science.expenditure import Estimate, Explanation, _moved, _sentences, _stores
from fitzen.science.progression import Units, next_load
from fitzen.science.strength import Set
from fitzen.science.targets import PLANS, targets
from fitzen.words import counted
from fitzen.workouts.plans.diff import changes
from fitzen.workouts.plans.generate import generate

PATH = Path(__file__).parents[3] / "app/src/lib/spoken/said.cases.json"
TODAY = date(2026, 11, 26)
UNITS: tuple[Units, ...] = ("metric", "imperial")
SHAPES = 1
"""So many of what differs only by its figures."""


def said() -> list[str]:
    """Return sentences, each shape of them a few times."""
    draw = random.Random(5)
    seen: dict[str, int] = {}
    found: dict[str, None] = {}
    for text in _all(draw):
        shape = re.sub(r"[\d.,:\u2013+-]+", "#", text)
        seen[shape] = seen.get(shape, 0) + 1
        if seen[shape] <= SHAPES:
            found[text] = None
    return list(found)


def _all(draw: random.Random) -> Iterator[str]:
    yield from _loads(draw)
    yield from _targets(draw)
    yield from _expenditure(draw)
    yield from _measured(draw)
    yield from _goals(draw)
    yield from _plans(draw)
    yield from _notes(draw)
    for kind in KINDS:
        yield from (kind.title, kind.share)


def _loads(draw: random.Random) -> Iterator[str]:
    for _ in range(250):
        low = draw.choice([1, 3, 5, 8, 12])
        high = low + draw.choice([0, 2, 4])
        weight = draw.choice([None, 20, 22.5, 60, 61.2349, 102.5])
        rir = draw.choice([None, 0, 1, 2, 3, 4.5])
        history = [
            [
                Set(reps=max(1, draw.randint(low - 4, high + 2)), weight_kg=weight, rir=rir)
                for _ in range(draw.randint(1, 4))
            ]
            for _ in range(draw.randint(0, 2))
        ]
        step = draw.choice([0.0, 1.25, 2.5]) if weight else 0.0
        found = next_load(
            history, (low, high), draw.choice([0, 1, 2]), step, days_since=draw.choice([2, 5, 30, 90]),
            e1rm_kg=draw.choice([None, 2, 80, 123.4]), bar_kg=draw.choice([0, 20]), units=draw.choice(UNITS),
        )  # fmt: skip
        if found:
            yield found.reason


def _targets(draw: random.Random) -> Iterator[str]:
    for _ in range(150):
        body = Body(
            sex=draw.choice(["female", "male", "other"]), age=draw.choice([16, 30, 70]), height_cm=170, weight_kg=draw.choice([48, 52, 70, 120]),
            pregnant=draw.random() < 0.1, eating_disorder=draw.random() < 0.1,
        )  # fmt: skip
        goal = draw.choice(list(PLANS))
        found = targets(
            body, goal, Burn(draw.choice([1200.0, 2300.0, 3100.0]), 200.0, "your own logs"),
            kg_per_week=draw.choice([None, 0.3, 2.0]), exercise_kcal=draw.choice([0.0, 400.0]), units=draw.choice(UNITS),
        )  # fmt: skip
        yield from (*found.why, found.source)
        if refused := energy_refused(body, 800):
            yield refused


def _expenditure(draw: random.Random) -> Iterator[str]:
    for _ in range(60):
        yield _stores(draw.choice([-1, 1]) * draw.uniform(0.2, 3), draw.uniform(-500, 500), draw.choice(UNITS))
        before = draw.uniform(1500, 3000)
        yield _moved(
            draw.choice([before, before + 100, before - 80]), before, draw.choice([before, before + 100, before + 300])
        )
        last = Estimate(
            TODAY,
            2345.0,
            draw.choice([2000.0, 2300.0]),
            draw.choice([2400.0, 3000.0]),
            80.0,
            None,
            True,
            draw.random() < 0.3,
        )
        known = Explanation(
            draw.choice([7, 14, 28]),
            draw.choice([1, 9, 20]),
            draw.choice([0, 1, 4]),
            draw.choice([1, 6]),
            2100.0,
            None,
            None,
            (),
        )
        yield from _sentences(known, last, draw.choice(UNITS))


def _measured(draw: random.Random) -> Iterator[str]:
    for metric, about in METRICS.items():
        low, high = about.plausible
        for value in (low * 0.9, high * 1.1, (low + high) / 2):
            before = Before((low + high) / 2 * draw.choice([0.6, 1.4]), draw.choice([0, 1, 5]))
            if asked := question(metric, round(value, 1), before):
                yield asked
        for count, found in ((1, None), (3, None), (4, {}), (9, _rate(draw)), (9, _rate(draw)), (9, _rate(draw))):
            level = found if found is None else {"level": draw.uniform(low, high), **found}
            yield moves(metric, count, level)


def _rate(draw: random.Random) -> dict[str, float]:
    middle, wide = draw.choice([0.0, 0.4, -0.4]), draw.choice([0.1, 0.9])
    return {"rate_per_week": middle, "rate_low": middle - wide, "rate_high": middle + wide}


BASES = ["", "the trend of 12 measurements", "your last measurement", "what you did before the goal began", "your check-ins", "what you said"]  # fmt: skip


def _goals(draw: random.Random) -> Iterator[str]:
    goals = [
        GoalBody(kind="weight", target_value=75),
        GoalBody(kind="measurement", metric="waist_cm", target_value=80),
        GoalBody(kind="strength", exercise_id="barbell-bench-press", metric="e1rm_kg", target_value=100),
        GoalBody(kind="cardio", exercise_id="run", metric="time_s", distance_m=5000, target_value=1500),
        GoalBody(kind="habit", habit_id=str(UUID(int=1, version=4)), metric="streak", target_value=30),
        GoalBody(kind="habit", habit_id=str(UUID(int=1, version=4)), metric="strength", target_value=90),
    ]
    for _ in range(150):
        goal, units = draw.choice(goals), draw.choice(UNITS)
        kilos = draw.choice([0.0, 0.02, 0.5, -0.5])
        rate = draw.choice([None, Rate(kilos), Rate(kilos, kilos - 0.3, kilos + 0.3)])
        start = draw.choice([None, goal.target_value + 5, goal.target_value])
        value = draw.choice([None, goal.target_value + 2, goal.target_value + 5])
        expected = draw.choice([None, TODAY + timedelta(50)])
        begins = draw.choice([None, TODAY + timedelta(30)]) if expected else None
        until = draw.choice([None, TODAY + timedelta(80)]) if begins else None
        basis = draw.choice([*BASES, counted(draw.choice([1, 7]), "session"), counted(draw.choice([1, 7]), "check-in")])
        aim = Aim(start, goal.target_value, TODAY, draw.choice([None, TODAY + timedelta(60)]))
        reading = Reading(value, TODAY, start, rate, basis)
        found = Progress(
            value,
            draw.choice([None, 40.0]),
            rate,
            expected,
            begins,
            until,
            draw.choice([None, True, False]),
            draw.random() < 0.2,
        )
        yield wording.why(goal, aim, reading, found, units)
        yield wording.title(goal, "Barbell bench press", units)


def _plans(draw: random.Random) -> Iterator[str]:
    before = None
    for _ in range(12):
        person = random_person(draw)
        try:
            plan = generate(person, str(UUID(int=7, version=4))).plan
        except InvalidError as error:
            yield error.detail
            continue
        yield plan.name
        yield from plan.notes
        for day in plan.days:
            yield day.name
            yield from (each.why for each in day.exercises if each.why)
        exercises = {each.id: each for each in (*library.shipped(), *person.own.values())}
        if before:
            yield from (each.text for each in changes(before, plan, exercises, draw.choice(UNITS)))
        before = plan


def _notes(draw: random.Random) -> Iterator[str]:
    workout = {"id": "1", "name": "Push", "day": "2026-11-20", "started_at": "2026-11-20T10:00:00+00:00"}
    for metric in notes.BESTS:
        record = {"exercise_id": "barbell-bench-press", "metric": metric, "value": 102.5, "previous": 100.0}
        if note := notes.record_note(
            [{**workout, "records": [record]}], {"barbell-bench-press": "Barbell bench press"}, draw.choice(UNITS)
        ):
            yield note.text
    for goal in notes.WISHES:
        for way in (-0.5, 0.5):
            weights = [notes.Weight(TODAY - timedelta(day), 80 - way * day / 3) for day in range(0, 28, 3)]
            if note := notes.weight_note(weights, goal, draw.choice(UNITS)):
                yield note.text
                yield from (each["label"] for each in note.sources)
    for unit in ("days", "weeks"):
        if note := notes.streak_note("Estirar", "1", 29, unit):
            yield note.text
    for done in range(4):
        trained = [{**workout, "day": str(TODAY - timedelta(day))} for day in (*range(1, done + 1), 9, 10, 12)]
        if note := notes.missed_note(trained, 6, TODAY):
            yield note.text


def text() -> str:
    return json.dumps(said(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
