"""Numeric questions as people put them: terse, chatty, mistyped, in pounds, as follow-ups, two figures at once.

`data/numeric_voices.jsonl` has the questions; `figures` says of each what it asks for, and the answer is reckoned here
from the records as the person wrote them, as in `evals/numeric.py`. `numeric_heldout.jsonl` was written when the rules
were finished, and is only measured.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import NamedTuple
from uuid import uuid4

from evals import numeric
from evals.asking import Json, Someone, alex, labelled
from evals.numeric import STATISTICS, Asked, Days, Raw, within
from evals.report import Figure, share

VOICES, HELD_OUT = "numeric_voices", "numeric_heldout"
SUBJECTS: Mapping[str, Asked] = {
    **{each.subject: each for each in numeric.EVERY},
    "volume": numeric.VOLUME,
    "minutes": numeric.MINUTES,
    "bench": numeric.BENCH,
    "walk": numeric.WALK,
}
LB, INCH, FLOZ = 0.45359237, 2.54, 29.5735
IMPERIAL: Mapping[str, tuple[float, str]] = {"kg": (LB, "lb"), "cm": (INCH, "in"), "ml": (FLOZ, "fl oz")}
"""What a metric value is divided by, and the mark after it: the international pound and inch, the US fluid ounce."""
COUNTED = {
    "workouts": "workouts?",
    "squat": "sessions?",
    "bench": "sessions?",
    "deadlift": "sessions?",
    "weight": "times?",
}
LEAST_DAYS = {"week": 4, "month": 15}


class Wanted(NamedTuple):
    """A figure that must be said, with a mark after it that fits `unit`; where days are told, one of `told` too."""

    value: float
    unit: str
    off: float
    told: Sequence[str] = ()


def wanted(found: Raw, figure: Json, units: str) -> Wanted:
    """Reckon one figure of a row."""
    asked = SUBJECTS[figure["of"]]
    days = _days(asked, found, figure, figure["from"], figure["to"])
    if made := OTHERS.get(figure["is"]):
        return made(asked, days, figure)
    if "than" in figure:
        return _difference(asked, days, _days(asked, found, figure, *figure["than"]), units)
    if figure["is"] == "per_kg":
        weights = within(numeric.WEIGHT.days(found), *_span(figure))
        return Wanted(STATISTICS["mean"](days) / STATISTICS["mean"](weights), "g", 0.0051)
    value = median(each for _, each in days) if figure["is"] == "median" else STATISTICS[figure["is"]](days)
    told = [_said(day) for day, each in days if each == value] if figure["is"] in ("min", "max") else []
    return _in_units(asked, value, units, told)


def _span(figure: Json) -> tuple[date, date]:
    return date.fromisoformat(figure["from"]), date.fromisoformat(figure["to"])


def _days(asked: Asked, found: Raw, figure: Json, first: str, last: str) -> Days:
    own = within(asked.days(found), date.fromisoformat(first), date.fromisoformat(last))
    return [pair for pair in own if pair[0].weekday() in figure.get("weekdays", range(7))]


def _said(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _in_units(asked: Asked, value: float, units: str, told: Sequence[str] = ()) -> Wanted:
    size, unit = IMPERIAL.get(asked.unit, (1.0, asked.unit)) if units == "imperial" else (1.0, asked.unit)
    return Wanted(value / size, unit, max(asked.within, 0.051) if size != 1 else asked.within, told)


def _holds(figure: Json, value: float) -> bool:
    return bool(figure.get("at_least", value) <= value <= figure.get("at_most", value))


def _count(asked: Asked, days: Days, figure: Json) -> Wanted:
    value = sum(each for _, each in days) if asked is numeric.WORKOUTS else len(days)
    return Wanted(float(value), COUNTED.get(figure["of"], asked.unit), 0.01)


def _within(asked: Asked, days: Days, figure: Json) -> Wanted:  # noqa: ARG001 - as all are called
    return Wanted(float(sum(_holds(figure, each) for _, each in days)), r"of \d+ days", 0.01)


def _share(asked: Asked, days: Days, figure: Json) -> Wanted:  # noqa: ARG001
    return Wanted(100 * sum(_holds(figure, each) for _, each in days) / len(days), "%", numeric.WITHIN_PERCENT)


def _streak(asked: Asked, days: Days, figure: Json) -> Wanted:  # noqa: ARG001
    held = {day for day, each in days if _holds(figure, each)}
    longest = 0
    for day in held:
        if day - timedelta(days=1) not in held:
            length = 1
            while day + timedelta(days=length) in held:
                length += 1
            longest = max(longest, length)
    return Wanted(float(longest), "days?", 0.01)


def _per_week(asked: Asked, days: Days, figure: Json) -> Wanted:  # noqa: ARG001
    first, last = _span(figure)
    return Wanted(sum(each for _, each in days) / ((last - first).days + 1) * 7, "workouts?", 0.051)


def _group(day: date, by: str) -> date | str:
    if by == "weekday":
        return f"{day:%A}"
    return day - timedelta(days=day.weekday()) if by == "week" else day.replace(day=1)


def _best(by: str, asked: Asked, days: Days, figure: Json, *, most: bool = True) -> Wanted:  # noqa: ARG001
    """Return the week, month or weekday with the most: of training its sum, of what is logged each day its mean."""
    groups: dict[date | str, list[float]] = {}
    for day, value in days:
        groups.setdefault(_group(day, by), []).append(value)
    trained = asked in (numeric.WORKOUTS, numeric.SETS, numeric.VOLUME, numeric.MINUTES)
    figures = {
        group: sum(values) if trained else sum(values) / len(values)
        for group, values in groups.items()
        if trained or len(values) >= LEAST_DAYS.get(by, 1)
    }
    value = (max if most else min)(figures.values())
    told = [_named(group, by) for group, each in figures.items() if each == value]
    return Wanted(value, asked.unit, asked.within, told)


def _named(group: date | str, by: str) -> str:
    if isinstance(group, str):
        return group
    return _said(group) if by == "week" else f"{group:%B %Y}"


OTHERS: Mapping[str, Callable[[Asked, Days, Json], Wanted]] = {
    "count": _count,
    "days": _within,
    "share": _share,
    "streak": _streak,
    "per_week": _per_week,
    **{f"best_{by}": partial(_best, by) for by in ("week", "month", "weekday")},
    **{f"worst_{by}": partial(_best, by, most=False) for by in ("week", "month", "weekday")},
}


def _difference(asked: Asked, days: Days, others: Days, units: str) -> Wanted:
    return _in_units(asked, abs(STATISTICS["mean"](days) - STATISTICS["mean"](others)), units)


def says(text: str, figure: Wanted) -> bool:
    """Say whether a text has the figure with its unit and, where one was asked for, its day, week, month or weekday."""
    found = re.findall(rf"(-?\d[\d,]*(?:\.\d+)?) ?(?:{figure.unit})(?!\w)", text)
    said = any(abs(float(number.replace(",", "")) - figure.value) <= figure.off for number in found)
    said = said or (figure.value == 0 and re.search(r"\b(?:no|nothing|none)\b", text, re.IGNORECASE) is not None)
    said = said or (abs(figure.value) <= figure.off and "the same" in text)
    return said and (not figure.told or any(each in text for each in figure.told))


def outcomes(name: str, people: Mapping[str, Someone]) -> Iterator[tuple[Json, str, bool]]:
    """Yield each row with what the coach says, and whether that is right; `people` by their units."""
    found = {units: numeric.raw(person.infra.store, person.user_id) for units, person in people.items()}
    for row in labelled(name):
        units = row.get("units", "metric")
        chat = str(uuid4())
        for before in row.get("context", ()):
            people[units].ask(before, chat_id=chat)
        text = people[units].ask(row["text"], chat_id=chat).message["text"]
        yield row, text, all(says(text, wanted(found[units], each, units)) for each in row["figures"])


def run(someone: Someone, most: int | None = None) -> Sequence[Figure]:
    """Measure how many are answered rightly: of those that the rules were made with, and of those that came after."""
    people = {"metric": someone, "imperial": in_pounds(someone)}
    return [_share_of(label, [right for _, _, right in outcomes(name, people)][:most]) for label, name in SETS.items()]


SETS = {"in other voices": VOICES, "set aside": HELD_OUT}


def _share_of(label: str, right: Sequence[bool]) -> Figure:
    return share(f"numeric questions {label}", sum(right), len(right))


def in_pounds(someone: Someone) -> Someone:
    """Return another demo person, asked by the same coach, who thinks in pounds and inches."""
    other = alex(units="imperial")
    return Someone(replace(other.infra, llm=someone.infra.llm), other.user_id)
