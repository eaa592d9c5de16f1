"""What the tools that read figures share: words as arguments, spans of days, which figure of a lift is meant, sources."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from fitzen.coach import periods
from fitzen.coach.periods import Period
from fitzen.coach.series import Point
from fitzen.coach.subjects import Subject
from fitzen.coach.toolbox import ToolContext
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.records import Json

Words = Annotated[str, Field(min_length=1, max_length=100)]
SubjectWords = Annotated[
    Words,
    Field(
        description="In the person's words: weight, waist, sleep, steps, resting heart rate, calories, protein, water,"
        " workouts, sets, training volume, training time, chest sets, squat, squat volume, bench reps, or a habit's name."
    ),
]
PeriodWords = Annotated[
    Words,
    Field(
        description="In words: today, yesterday, friday, this week, last week (Monday to Sunday), last 7 days, past month,"
        " last month, october, this year, since 1 october, from 3 to 9 october, 2026-10-01..2026-10-31, ever."
    ),
]
MOST_SOURCES = 5


def period_of(context: ToolContext, words: str, field: str = "period") -> Period:
    """Return the days that a period means. Raises InvalidError naming `field`."""
    try:
        return periods.resolve(words, context.local_now)
    except ValueError as error:
        raise InvalidError.of(field, str(error)) from None


_MEASURES: Mapping[str, Mapping[str, str]] = {
    "reps_load": {"min": "weight_kg", "max": "weight_kg", "sum": "volume_kg"},
    "bodyweight": {"sum": "total_reps"},
    "time": {"sum": "total_duration_s"},
    "distance": {"sum": "total_distance_m", "mean": "total_distance_m"},
}
_MAIN = {"reps_load": "e1rm_kg", "bodyweight": "reps", "time": "duration_s", "distance": "distance_m"}
_TOTALS = {"reps": "total_reps", "distance_m": "total_distance_m", "duration_s": "total_duration_s"}


def with_measure(subject: Subject, statistic: str) -> Subject:
    """Choose which figure of an exercise is meant where it was not said: the heaviest of a maximum, the volume of a sum."""
    if subject.kind != "exercise":
        return subject
    metric = subject.metric or "reps_load"
    chosen = subject.measure or _MEASURES[metric].get(statistic, _MAIN[metric])
    if statistic in ("count", "share"):
        chosen = "sessions" if subject.measure is None else chosen
    if statistic == "sum":
        chosen = _TOTALS.get(chosen, chosen)
    return subject._replace(measure=chosen)


MEASURE_WORDS: Mapping[str, str] = {
    "weight_kg": "heaviest set", "e1rm_kg": "estimated 1RM", "volume_kg": "volume", "reps": "best set",
    "total_reps": "repetitions", "sets": "working sets", "sessions": "sessions", "distance_m": "farthest set",
    "total_distance_m": "distance", "duration_s": "longest set", "total_duration_s": "time",
}  # fmt: skip


COUNTED = {"metric": "measurements", "nutrient": "days", "water": "days", "meals": "days", "habit": "days"}


def weekday_and_day(day: date) -> str:
    return f"{day:%A}, {day_in_words(day.isoformat())}"


def sources(subject: Subject, points: Sequence[Point], data: Json) -> list[Json]:
    """Name where the figures are from: the metric, the days or the workouts, those first that the answer names."""
    if not points:
        return []
    if subject.kind in ("metric", "habit"):
        what = "check-ins" if subject.kind == "habit" else COUNTED["metric"]
        return [{"label": f"{subject.name[:1].upper()}{subject.name[1:]}: {len(points)} {what}", "ref": points[-1].ref}]
    named = [point for point in points if weekday_and_day(point.day) == data.get("day")]
    kept = {point.ref: point for point in [*named, *reversed(points)]}
    return [{"label": _label(point), "ref": ref} for ref, point in list(kept.items())[:MOST_SOURCES]]


def _label(point: Point) -> str:
    day = day_in_words(point.day.isoformat())
    return f"{point.label}, {day}" if point.label else f"Food diary, {day}"
