"""What the log says: an exercise over time, and the last weeks. Reads derived records, so years of log cost nothing."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from fitzen.entities import listed
from fitzen.exercises.service import get_exercise
from fitzen.infra.storage.base import Store
from fitzen.records import Json, all_records, loads, midnight
from fitzen.users.service import time_zone
from fitzen.web.answers import ListQuery
from fitzen.workouts import rules
from fitzen.workouts.service import BEST, DAY, LIFT

ZONES = timedelta(hours=14)
"""By so much at most a local day begins before, or ends after, that of UTC."""


def exercise_history(store: Store, user_id: str, exercise_id: str, query: ListQuery) -> Json:
    """Return an exercise's sessions, newest first, with its bests of all time and the trend over what is shown.

    Raises NotFoundError when there is no such exercise, shipped or own.
    """
    exercise = get_exercise(store, user_id, exercise_id)
    page = listed(store, LIFT, user_id, query, exercise_id)
    best = store.get(user_id, BEST, exercise_id)
    lifts = [loads(record.body) for record in page.items]
    found = {
        "exercise_id": exercise_id,
        "name": exercise.name,
        "bests": loads(best.body)["metrics"] if best else {},
        "sessions": [{key: value for key, value in lift.items() if key != "exercise_id"} for lift in lifts],
        "next_cursor": page.next_cursor,
    }
    trend = rules.trend(exercise.metric, lifts)
    return found | ({"trend": trend} if trend else {})


def stats(store: Store, user_id: str, weeks: int, now: datetime) -> Json:
    """Sum the last `weeks` weeks (Monday to Sunday in the user's time zone), newest first."""
    today = now.astimezone(ZoneInfo(time_zone(store, user_id))).date()
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=weeks - 1)
    days = _days(store, user_id, first)
    return {"weeks": [rules.week(monday - timedelta(weeks=back), days) for back in range(weeks)]}


def days_between(store: Store, user_id: str, first: date, last: date, most: int) -> list[Json]:
    """Return the days with workouts from one to another, newest first, at most so many: `rules.day_of` says what is in one."""
    found = all_records(store, user_id, DAY, after=midnight(first.isoformat()), before=_after(last))
    return [day for record in islice(found, most) if (day := loads(record.body))["workouts"]]


def lifts_between(store: Store, user_id: str, exercise_id: str, first: date, last: date, most: int) -> list[Json]:
    """Return the sessions of an exercise on the local days from one to another, newest first, at most so many."""
    after, before = midnight(first.isoformat()) - ZONES, _after(last) + ZONES
    found = all_records(store, user_id, LIFT, group=exercise_id, after=after, before=before)
    lifts = (loads(record.body) for record in islice(found, most))
    return [lift for lift in lifts if first.isoformat() <= lift["day"] <= last.isoformat()]


def _after(last: date) -> datetime:
    return midnight((last + timedelta(days=1)).isoformat())


def _days(store: Store, user_id: str, first: date) -> dict[str, Json]:
    after = datetime.combine(first, time(), UTC)
    return {record.id: loads(record.body) for record in all_records(store, user_id, DAY, after=after)}
