"""The note that Today may open with, and the weekly report: facts from the log, with their figures and sources. Pure.

A note says what is, not what to feel about it, and none is written when nothing matters.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from math import sqrt
from statistics import fmean, linear_regression
from typing import NamedTuple

from fitzen.records import Json
from fitzen.science.loading import lb_from_kg

WEIGHT_DAYS, MIN_WEIGH_INS, MIN_SPAN_DAYS = 28, 6, 14
CLEARLY = 2.0
"""Standard errors that a slope must be from zero to be spoken of."""
ROUND = frozenset({7, 14, 30, 50, 100, 200, 300, 365, 500, 1000})
TRAINED_DAYS, MIN_SESSIONS, MISSED_SESSIONS, AWAY_DAYS = 28, 3, 2, 14


class Note(NamedTuple):
    """`topic` says what it is about, so that the same is not said every morning."""

    topic: str
    text: str
    sources: list[Json]


class Weight(NamedTuple):
    day: date
    kg: float


class Trend(NamedTuple):
    """Over the weigh-ins of four weeks: kg a week, its standard error, and how many there were."""

    per_week: float
    error: float
    weigh_ins: int


class Wish(NamedTuple):
    """The rates that go with a goal, in shares of body weight a week, and what it is in words."""

    low: float
    high: float
    words: str


WISHES: Mapping[str, Wish] = {
    "lose": Wish(-0.01, 0.0, "to lose weight"),
    "gain": Wish(0.0, 0.005, "to gain weight"),
    "maintain": Wish(-0.0025, 0.0025, "to keep your weight"),
}
"""No quicker than 1% a week down (Helms 2014, doi 10.1186/1550-2783-11-20) and 0.5% up (Iraki 2019, doi
10.3390/sports7070154)."""

BESTS: Mapping[str, str] = {
    "e1rm_kg": "an estimated {value} for one repetition",
    "weight_kg": "{value}",
    "reps": "{value} repetitions",
    "duration_s": "{value} seconds",
    "distance_m": "{value} m",
    "volume_kg": "{value} of volume in one session",
}
"""What a record is called, the one that says most first."""


def energy_note(found: Json | None) -> Note | None:
    """Tell, kindly, that little energy is left after training, with what that was reckoned from."""
    return Note("energy", found["text"], found["sources"]) if found else None


def record_note(workouts: Iterable[Json], names: Mapping[str, str], units: str) -> Note | None:
    """Tell of a record that was broken: of several, the kind that says most, then the largest gain."""
    broken = [
        (list(BESTS).index(found["metric"]), -found["value"] / found["previous"], found, workout)
        for workout in workouts
        for found in workout.get("records", ())
        if found["metric"] in BESTS and found["previous"] > 0
    ]
    if not broken:
        return None
    *_, found, workout = min(broken, key=lambda each: each[:2])
    value, previous = (_amount(found[side], found["metric"], units) for side in ("value", "previous"))
    what = BESTS[found["metric"]].format(value=value)
    name = names.get(found["exercise_id"], found["exercise_id"])
    text = f"Yesterday you set a record in {name}: {what}, up from {previous}."
    return Note("record", text, [source(workout)])


def weight_note(weights: Sequence[Weight], goal: str | None, units: str) -> Note | None:
    """Tell that weight moves against the goal, or quicker than is good, where four weeks of weigh-ins say so clearly."""
    wish, trend = WISHES.get(goal or ""), weight_trend(weights)
    if wish is None or trend is None:
        return None
    mean = fmean(each.kg for each in weights)
    outside = max(wish.low * mean - trend.per_week, trend.per_week - wish.high * mean)
    if outside <= CLEARLY * trend.error:
        return None
    way = "up" if trend.per_week > 0 else "down"
    rate = _amount(abs(trend.per_week), "weight_kg", units, digits=2)
    text = (
        f"Over the last four weeks your weight went {way} by {rate} a week ({trend.weigh_ins} weigh-ins);"
        f" your goal is {wish.words}."
    )
    first = min(each.day for each in weights)
    return Note(
        "weight", text, [{"label": f"{trend.weigh_ins} weigh-ins since {_day(first)}", "ref": "metric:weight_kg"}]
    )


def weight_trend(weights: Sequence[Weight]) -> Trend | None:
    """Fit a line by least squares; None under six weigh-ins or two weeks."""
    if len(weights) < MIN_WEIGH_INS:
        return None
    days = [float(each.day.toordinal()) for each in weights]
    if max(days) - min(days) < MIN_SPAN_DAYS:
        return None
    kilograms = [each.kg for each in weights]
    line = linear_regression(days, kilograms)
    middle = fmean(days)
    left = sum((kg - line.intercept - line.slope * day) ** 2 for day, kg in zip(days, kilograms, strict=True))
    spread = sum((day - middle) ** 2 for day in days)
    return Trend(7 * line.slope, 7 * sqrt(left / (len(days) - 2) / spread), len(days))


def streak_note(name: str, habit_id: str, current: int, unit: str) -> Note | None:
    """Tell of a streak that would come to a round number today; to be called for a habit that is due."""
    if current + 1 not in ROUND:
        return None
    text = f"{name}: {current} {unit} in a row. With today's it would be {current + 1}."
    return Note("streak", text, [{"label": name, "ref": f"habit:{habit_id}"}])


def missed_note(workouts: Sequence[Json], per_week: int | None, today: date) -> Note | None:
    """Tell a person who was training that two sessions or more of their week are missing; not one who has stopped.

    `workouts` are those of the last four weeks, newest first.
    """
    days = [date.fromisoformat(each["day"]) for each in workouts]
    if not per_week or len(days) < MIN_SESSIONS or days[0] < today - timedelta(days=AWAY_DAYS):
        return None
    done = sum(1 for day in days if today - timedelta(days=7) <= day < today)
    if days[0] >= today or per_week - done < MISSED_SESSIONS:
        return None
    text = (
        f"In the last 7 days you {_trained(done)}; you planned {per_week} sessions a week."
        f" The last one was {workouts[0]['name']}, on {_day(days[0])}."
    )
    return Note("missed", text, [source(workouts[0])])


def weekly_report(
    week: Json, before: Json, records: int, weights: Sequence[Weight], monday: date, units: str
) -> str | None:
    """Return the lines of the report on the week that ended; None when neither it nor the one before has anything."""
    recent, older = (
        [each.kg for each in weights if start <= each.day < start + timedelta(days=7)]
        for start in (monday - timedelta(days=7), monday - timedelta(days=14))
    )
    if not (week["workouts"] or before["workouts"] or recent):
        return None
    volume = _amount(week["volume_kg"], "weight_kg", units, digits=0)
    lines = [
        f"Your week from {_day(monday - timedelta(days=7))} to {_day(monday - timedelta(days=1))}:",
        f"- Workouts: {week['workouts']} (the week before: {before['workouts']})",
        f"- Working sets: {week['sets']} (the week before: {before['sets']}), {volume} lifted in all",
    ]
    lines += [f"- Records: {records}"] if records else []
    lines += [_weight_line(recent, older, units)] if recent else []
    return "\n".join(lines)


def source(workout: Json) -> Json:
    at = datetime.fromisoformat(workout["started_at"])
    return {"label": f"{workout['name']}, {_day(at.date())} {at.year}", "ref": f"workout:{workout['id']}"}


def _weight_line(recent: Sequence[float], older: Sequence[float], units: str) -> str:
    mean, count = _amount(fmean(recent), "weight_kg", units), len(recent)
    line = f"- Weight: {mean} on average of {count} {'weigh-in' if count == 1 else 'weigh-ins'}"
    if not older:
        return line
    change = fmean(recent) - fmean(older)
    return f"{line}, {_amount(abs(change), 'weight_kg', units)} {'more' if change > 0 else 'less'} than the week before"


def _amount(value: float, metric: str, units: str, digits: int = 1) -> str:
    if not metric.endswith("_kg"):
        return f"{round(value, 1):,g}"
    shown = lb_from_kg(value) if units == "imperial" else value
    return f"{round(shown, digits):,.{digits}f}".removesuffix(".0") + (" lb" if units == "imperial" else " kg")


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _trained(count: int) -> str:
    return {0: "did not train", 1: "trained once", 2: "trained twice"}.get(count, f"trained {count} times")
