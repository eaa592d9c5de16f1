"""Where a goal stands, read from what is logged: measurements, lifts, habits, or what the person said.

What is read is bounded however long the history: the newest hundred entries of a metric or an exercise, once for all the
goals that a call looks at.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.errors import NotFoundError
from fitzen.exercises.service import known_exercises
from fitzen.goals.models import GoalBody, Kind
from fitzen.goals.rules import WEEK, Rate, Reading
from fitzen.habits import service as habits
from fitzen.habits.models import CalendarQuery
from fitzen.infra.storage.base import Store
from fitzen.measurements import service as measurements
from fitzen.measurements.service import Taken
from fitzen.measurements.trends import Movement, metric_movement, movement
from fitzen.records import Json, midnight
from fitzen.users.service import profile
from fitzen.words import counted
from fitzen.workouts import service as workouts

FORM = timedelta(days=56)
"""So far before its start a goal looks back: what somebody lifted or weighed longer ago is not where they are."""
MAX_SMOOTHED = 60
"""Older readings say next to nothing of where a value is now."""
FORM_SHARE = 0.03
"""By so much a lift goes up and down from one session to the next, with sleep, food and the day. Fitzen's figure."""
YEAR, MOST_YEARS = timedelta(days=365), 5
"""How far back check-ins are counted."""


class Readings:
    """What one call reads of a person: the profile, and of the log each metric, exercise and habit once."""

    def __init__(self, store: Store, user_id: str, now: datetime) -> None:
        self._store, self._owner, self._now = store, user_id, now
        self.profile = profile(store, user_id)
        self.today = now.astimezone(ZoneInfo(self.profile["time_zone"])).date()
        self.measured = cache(lambda metric: self.measured_until(metric, None))
        self.lifts = cache(lambda exercise_id: workouts.lifts(store, user_id, exercise_id))
        self.best = cache(lambda exercise_id: workouts.bests(store, user_id, [exercise_id]).get(exercise_id, {}))
        self.habit = cache(self._habit)
        self.exercise = cache(lambda exercise_id: known_exercises(store, user_id, [exercise_id]).get(exercise_id))

    def of(self, goal: GoalBody, history: Sequence[Json] = ()) -> Reading:
        """Return where a goal stands, whose `start_on` is known. `history` is what was said of a custom one."""
        return _SOURCES[goal.kind].now(self, goal, history)

    def start_of(self, goal: GoalBody) -> float | None:
        """Return what the records say of the day that a goal starts; None where they say nothing up to it."""
        return _SOURCES[goal.kind].start(self, goal)

    def measured_until(self, metric: str, before: datetime | None) -> list[Taken]:
        """Return the newest values of a metric, the oldest of them first."""
        return measurements.newest_values(self._store, self._owner, metric, before)[::-1]

    def lifts_until(self, exercise_id: str, before: datetime) -> Sequence[Json]:
        return workouts.lifts(self._store, self._owner, exercise_id, before)

    def checkins(self, habit_id: str, since: date) -> int:
        """Count the days on which a habit was done, year by year from the newest back."""
        count, last = 0, self.today
        for _ in range(MOST_YEARS):
            if since > last:
                break
            first = max(since, last - YEAR)
            query = CalendarQuery.model_validate({"from": first, "to": last})
            days = habits.calendar_of(self._store, self._owner, habit_id, query, self._now)["days"]
            count += sum(day["done"] for day in days)
            last = first - timedelta(days=1)
        return count

    def _habit(self, habit_id: str) -> Json | None:
        try:
            return habits.get_habit(self._store, self._owner, habit_id, self._now)[0]
        except NotFoundError:
            return None


class _Source(NamedTuple):
    """How a kind of goal is read: where it stands now, and where it stood at the start."""

    now: Callable[[Readings, GoalBody, Sequence[Json]], Reading]
    start: Callable[[Readings, GoalBody], float | None]


def _measured_now(readings: Readings, goal: GoalBody, _: object) -> Reading:
    points = readings.measured(goal.metric)
    if not points:
        return Reading()
    since = [point for point in points if point.day >= _start(goal) - FORM]
    found = metric_movement(str(goal.metric), since[-MAX_SMOOTHED:])
    value = found.trend.level if found else points[-1].value
    first = next((point.value for point in since if point.day >= _start(goal)), None)
    return Reading(value, points[-1].day, first, _rate(found), _basis(len(since[-MAX_SMOOTHED:])))


def _basis(count: int) -> str:
    return f"the trend of {count} measurements" if count > 1 else "your last measurement"


def _measured_at_start(readings: Readings, goal: GoalBody) -> float | None:
    points = _up_to_start(goal, readings.measured_until(str(goal.metric), _after(goal)))
    if not points:
        return None
    found = metric_movement(
        str(goal.metric), [point for point in points if point.day >= _start(goal) - FORM][-MAX_SMOOTHED:]
    )
    return round(found.trend.level, 2) if found else points[-1].value


def _lifted_now(readings: Readings, goal: GoalBody, _: object) -> Reading:
    points = _lifted(goal, readings.lifts(goal.exercise_id))
    since = [point for point in points if point.day >= _start(goal)]
    if not since:
        return Reading(goal.start_value, basis="what you did before the goal began")
    best = _best(goal, since)
    held = readings.best(goal.exercise_id).get("metrics", {}).get(str(goal.metric))
    if held and held["value"] > best.value and date.fromisoformat(held["at"][:10]) >= _start(goal):
        best = Taken(best.at, date.fromisoformat(held["at"][:10]), held["value"])
    rate = _rate(
        movement(
            [point for point in points if point.day >= _start(goal) - FORM][-MAX_SMOOTHED:],
            FORM_SHARE * abs(best.value),
        )
    )
    return Reading(best.value, best.day, since[0].value, rate, counted(len(since), "session"))


def _lifted_at_start(readings: Readings, goal: GoalBody) -> float | None:
    points = _up_to_start(goal, _lifted(goal, readings.lifts_until(str(goal.exercise_id), _after(goal))))
    recent = [point for point in points if point.day >= _start(goal) - FORM]
    return _best(goal, recent or points[-1:]).value if points else None


def _lifted(goal: GoalBody, lifts: Sequence[Json]) -> list[Taken]:
    """Return what each session gave of the goal's metric, the oldest first."""
    found = (
        (lift, _time_over(lift, goal.distance_m) if goal.distance_m else lift.get(str(goal.metric))) for lift in lifts
    )
    return [
        Taken(datetime.fromisoformat(lift["at"]), date.fromisoformat(lift["day"]), value)
        for lift, value in reversed([*found])
        if value is not None
    ]


def _time_over(lift: Json, distance_m: float) -> float | None:
    """Return the least time over a distance, of the sets that went as far, each at its mean speed."""
    times = [
        each["duration_s"] * distance_m / each["distance_m"]
        for each in lift["sets"]
        if each["done"]
        and each["kind"] != "warmup"
        and each.get("duration_s")
        and each.get("distance_m", 0) >= distance_m
    ]
    return round(min(times), 3) if times else None


def _best(goal: GoalBody, points: Sequence[Taken]) -> Taken:
    """Return the best, of equal ones the earliest; a time is better the shorter it is."""
    better = min if goal.metric == "time_s" else max
    return better(points, key=lambda point: point.value)


def _habit_now(readings: Readings, goal: GoalBody, _: object) -> Reading:
    habit = readings.habit(goal.habit_id)
    return Reading() if habit is None else _KEPT[str(goal.metric)](readings, goal, habit)


def _streak(readings: Readings, _: GoalBody, habit: Json) -> Reading:
    streak = habit["streak"]
    due_a_week = 1 if streak["unit"] == "weeks" else len(habit["schedule"].get("days") or range(WEEK))
    basis = f"a streak that grows by {due_a_week} a week while it lasts"
    return Reading(float(streak["current"]), readings.today, None, Rate(float(due_a_week)), basis)


def _strength(readings: Readings, _: GoalBody, habit: Json) -> Reading:
    """Tell the strength, whose growth slows down: a straight line would promise too much."""
    return Reading(habit["strength"], readings.today, basis="your check-ins")


def _checkins(readings: Readings, goal: GoalBody, _: Json) -> Reading:
    count = readings.checkins(str(goal.habit_id), _start(goal))
    weeks = ((readings.today - _start(goal)).days + 1) / WEEK
    return Reading(
        float(count), readings.today, 0.0, Rate(count / weeks) if weeks >= 1 else None, counted(count, "check-in")
    )


_KEPT: dict[str, Callable[[Readings, GoalBody, Json], Reading]] = {
    "streak": _streak,
    "strength": _strength,
    "checkins": _checkins,
}


def _habit_at_start(readings: Readings, goal: GoalBody) -> float | None:
    """Take what holds now: the goal is made now, or it started before, with nothing of it done."""
    return _habit_now(readings, goal, ()).value if goal.metric != "checkins" and _start(goal) >= readings.today else 0.0


def _custom_now(_: Readings, goal: GoalBody, history: Sequence[Json]) -> Reading:
    if not history:
        return Reading(goal.current_value)
    value, day = history[-1]["value"], date.fromisoformat(history[-1]["on"])
    return Reading(value, day, rate=_since_start(goal, value, day), basis="what you said")


def _since_start(goal: GoalBody, value: float, day: date) -> Rate | None:
    """Return the plain rate since the start, once that is a week ago: in what somebody counts there is no noise."""
    weeks = (day - _start(goal)).days / WEEK
    return Rate((value - goal.start_value) / weeks) if goal.start_value is not None and weeks >= 1 else None


def _custom_at_start(_: Readings, goal: GoalBody) -> float:
    return 0.0 if goal.current_value is None else goal.current_value


_MEASURED = _Source(_measured_now, _measured_at_start)
_LIFTED = _Source(_lifted_now, _lifted_at_start)
_SOURCES: dict[Kind, _Source] = {
    "weight": _MEASURED,
    "measurement": _MEASURED,
    "strength": _LIFTED,
    "cardio": _LIFTED,
    "habit": _Source(_habit_now, _habit_at_start),
    "custom": _Source(_custom_now, _custom_at_start),
}


def _start(goal: GoalBody) -> date:
    if goal.start_on is None:
        raise ValueError("a goal that is kept has a start")
    return goal.start_on


def _up_to_start(goal: GoalBody, points: Sequence[Taken]) -> list[Taken]:
    return [point for point in points if point.day <= _start(goal)]


def _after(goal: GoalBody) -> datetime:
    """Return a time by which the day of the start is over, wherever on earth."""
    return midnight((_start(goal) + timedelta(days=1)).isoformat()) + timedelta(hours=12)


def _rate(found: Movement | None) -> Rate | None:
    return Rate(*found.rate) if found and found.rate else None
