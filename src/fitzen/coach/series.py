"""What the log holds of a subject, day by day. Reads are bounded: the newest MOST records of one list.

A day on which nothing was logged is missing, never 0; only of training is a day without an entry a day of rest. A day
of the diary that is marked as not complete, and a day that is not over, are not `whole`: they count in sums and
maxima, and not in means, minima and shares.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from fitzen.coach.periods import DAY, Period
from fitzen.coach.subjects import ADDING_METRICS, Subject
from fitzen.coach.toolbox import ToolContext
from fitzen.habits.models import CalendarQuery
from fitzen.habits.service import calendar_of
from fitzen.measurements.service import values_between
from fitzen.nutrition.summary import days_between as days_eaten
from fitzen.records import Json
from fitzen.workouts.history import days_between as days_trained
from fitzen.workouts.history import lifts_between

MOST = 400
"""Records of one list: a year of days, and some."""


class Point(NamedTuple):
    """One value, as stored; `ref` names the record that it is from, `label` how a person would call that."""

    day: date
    value: float
    ref: str = ""
    label: str = ""
    whole: bool = True


class Series(NamedTuple):
    """`points` are the oldest first. `since`: where what was read begins, where there is more before it.

    `rests`: a day without an entry is a true 0, so that sums by week can be 0. `due` are the days on which a habit was
    due, and over or done.
    """

    points: Sequence[Point]
    period: Period
    since: date | None = None
    rests: bool = False
    due: Sequence[date] | None = None

    @property
    def days(self) -> int:
        return len({point.day for point in self.points})

    @property
    def begins(self) -> date:
        """Return the first day that it tells of: that of the period, or of the first entry where it is of ever."""
        first = self.points[0].day if self.points else self.period.last
        if self.since is not None:
            return max(self.since, self.period.first)
        return first if self.period.is_ever else self.period.first


def read(context: ToolContext, subject: Subject, period: Period) -> Series:
    """Return what is logged of a subject in a period."""
    return _READERS[subject.kind](context, subject, period)


def _since(records: Sequence[object], oldest: date | None) -> date | None:
    return oldest if len(records) >= MOST else None


def _metric(context: ToolContext, subject: Subject, period: Period) -> Series:
    taken = values_between(context.store, context.user_id, subject.key, *period, MOST)[::-1]
    since = _since(taken, taken[0].day if taken else None)
    ref = f"metric:{subject.key}"
    if subject.key not in ADDING_METRICS:
        return Series([Point(each.day, each.value, ref) for each in taken], period, since)
    most: dict[date, float] = {}
    for each in taken:
        most[each.day] = max(each.value, most.get(each.day, 0.0))
    today = _today(context)
    return Series(
        [Point(day, value, ref, whole=_over(day, today, period)) for day, value in most.items()], period, since
    )


def _today(context: ToolContext) -> date:
    return context.local_now.date()


def _over(day: date, today: date, period: Period) -> bool:
    """Say whether a day counts as whole: it is over, or it is all that was asked for."""
    return day < today or period.days == 1


def _eaten(context: ToolContext, subject: Subject, period: Period) -> Series:
    records = days_eaten(context.store, context.user_id, *period, MOST)[::-1]
    value, today = _EATEN[subject.kind], _today(context)
    points = [
        Point(day, found, f"day:{day}", whole=_complete(record, day, today, period))
        for record in records
        if (found := value(record, subject.key)) is not None
        for day in (date.fromisoformat(record["day"]),)
    ]
    return Series(points, period, _since(records, date.fromisoformat(records[0]["day"]) if records else None))


def _complete(record: Json, day: date, today: date, period: Period) -> bool:
    said: bool | None = record.get("complete")
    return _over(day, today, period) if said is None else said


_EATEN: Mapping[str, Callable[[Json, str], float | None]] = {
    "nutrient": lambda record, key: record["totals"].get(key) if record["items"] else None,
    "water": lambda record, _: record["water_ml"] or None,
    "meals": lambda record, _: float(len(record["meals"])) or None,
}


def _training(context: ToolContext, subject: Subject, period: Period) -> Series:
    records = days_trained(context.store, context.user_id, *period, MOST)[::-1]
    points = [
        Point(date.fromisoformat(record["day"]), value, f"workout:{next(iter(record['workouts']))}", _names(record))
        for record in records
        if (value := _trained(record, subject.key)) is not None
    ]
    since = _since(records, date.fromisoformat(records[0]["day"]) if records else None)
    return Series(points, period, since, rests=True)


def _names(record: Json) -> str:
    return ", ".join(each["name"] for each in record["workouts"].values())


def _trained(record: Json, key: str) -> float | None:
    """Return a figure of a day of training; None where the workout has no such figure, as a length that was not logged."""
    if key == "workouts":
        return float(len(record["workouts"]))
    if key.startswith("muscle:"):
        return float(record["muscles"].get(key.removeprefix("muscle:"), 0.0)) or None
    return float(record[key]) or None


def _exercise(context: ToolContext, subject: Subject, period: Period) -> Series:
    lifts = lifts_between(context.store, context.user_id, subject.key, *period, MOST)[::-1]
    measure = subject.measure or "sessions"
    points = [
        Point(date.fromisoformat(lift["day"]), value, f"workout:{lift['workout_id']}", lift["workout_name"])
        for lift in lifts
        if (value := _lifted(lift, measure)) is not None
    ]
    since = _since(lifts, date.fromisoformat(lifts[0]["day"]) if lifts else None)
    return Series(points, period, since, rests=True)


def _lifted(lift: Json, measure: str) -> float | None:
    """Return a figure of a session of an exercise: a best as it is kept, or a sum over its working sets."""
    if measure not in _SUMS:
        best: float | None = lift.get(measure)
        return best
    work = [each for each in lift["sets"] if each.get("done", True) and each["kind"] != "warmup"]
    return _SUMS[measure](work) or None


_SUMS: Mapping[str, Callable[[Sequence[Json]], float]] = {
    "sessions": lambda work: float(bool(work)),
    "sets": lambda work: float(len(work)),
    "total_reps": lambda work: float(sum(each.get("reps", 0) for each in work)),
    "total_distance_m": lambda work: fsum(each.get("distance_m", 0.0) for each in work),
    "total_duration_s": lambda work: fsum(each.get("duration_s", 0.0) for each in work),
}


def _habit(context: ToolContext, subject: Subject, period: Period) -> Series:
    """Read the days of a habit, a year at most: 1 where it was done, and which were due."""
    first = max(period.first, period.last - timedelta(days=365))
    query = CalendarQuery.model_validate({"from": first, "to": period.last})
    days = calendar_of(context.store, context.user_id, subject.key, query, context.now)["days"]
    done = [date.fromisoformat(each["day"]) for each in days if each["done"]]
    due = [date.fromisoformat(each["day"]) for each in days if each["done"] or each["missed"]]
    points = [Point(day, 1.0, f"habit:{subject.key}", subject.name) for day in done]
    return Series(points, Period(first, period.last), first if first > period.first else None, rests=True, due=due)


type Reader = Callable[[ToolContext, Subject, Period], Series]
_READERS: Mapping[str, Reader] = {
    "metric": _metric,
    "nutrient": _eaten,
    "water": _eaten,
    "meals": _eaten,
    "training": _training,
    "exercise": _exercise,
    "habit": _habit,
}


def grouped(series: Series, by: str) -> Mapping[date | int, Sequence[Point]]:
    """Put the points into days, weeks (by Monday), months (by their first) or weekdays (0 Monday), in order.

    Where a day without an entry is a 0, so is a week: all of the period are there.
    """
    groups: dict[date | int, list[Point]] = {}
    if series.rests and by != "day":
        for number in range((series.period.last - series.begins).days + 1):
            groups.setdefault(_GROUPS[by](series.begins + number * DAY), [])
    for point in series.points:
        groups.setdefault(_GROUPS[by](point.day), []).append(point)
    return dict(sorted(groups.items(), key=lambda each: str(each[0])))


_GROUPS: Mapping[str, Callable[[date], date | int]] = {
    "day": lambda day: day,
    "week": lambda day: day - day.weekday() * DAY,
    "month": lambda day: day.replace(day=1),
    "weekday": lambda day: day.weekday(),
}
