"""What the log says: an exercise over time, and the last weeks. Reads derived records, so years of log cost nothing."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fitzen.entities import listed
from fitzen.exercises.service import get_exercise
from fitzen.infra.storage.base import Store
from fitzen.records import Json, all_records, loads
from fitzen.users.service import time_zone
from fitzen.web.answers import ListQuery
from fitzen.workouts import rules
from fitzen.workouts.service import BEST, DAY, LIFT


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


def _days(store: Store, user_id: str, first: date) -> dict[str, Json]:
    after = datetime.combine(first, time(), UTC)
    return {record.id: loads(record.body) for record in all_records(store, user_id, DAY, after=after)}
