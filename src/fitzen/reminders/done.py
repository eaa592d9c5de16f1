"""Whether what a reminder is about has been done already, as its owner's log says."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from fitzen.habits import service as habits
from fitzen.infra.storage.base import Store
from fitzen.local_time import Hours, local_day
from fitzen.measurements.models import MeasurementQuery
from fitzen.measurements.service import list_measurements
from fitzen.nutrition.service import list_meals, list_water
from fitzen.records import loads
from fitzen.reminders.models import ReminderBody
from fitzen.web.answers import MAX_LIMIT, ListQuery
from fitzen.web.parsing import check
from fitzen.workouts.service import list_workouts

SINCE_DRUNK = timedelta(hours=2)

type Check = Callable[[Store, str, ReminderBody, Hours, datetime], bool]


def is_done(store: Store, owner: str, reminder: ReminderBody, hours: Hours, now: datetime) -> bool:
    """Look into the person's day; one read. A kind that nothing is logged of is never done."""
    found = CHECKS.get(reminder.kind)
    return found is not None and found(store, owner, reminder, hours, now)


def _workout(store: Store, owner: str, _reminder: ReminderBody, hours: Hours, now: datetime) -> bool:
    _, start, end = local_day(now, hours.zone)
    return bool(list_workouts(store, owner, ListQuery(after=start, before=end, limit=1)).items)


def _measurement(store: Store, owner: str, reminder: ReminderBody, hours: Hours, now: datetime) -> bool:
    _, start, end = local_day(now, hours.zone)
    query = {"metric": reminder.target_id, "after": start.isoformat(), "before": end.isoformat(), "limit": 1}
    wanted = check(MeasurementQuery, {name: value for name, value in query.items() if value is not None})
    return bool(list_measurements(store, owner, wanted).items)


def _meal(store: Store, owner: str, reminder: ReminderBody, hours: Hours, now: datetime) -> bool:
    _, start, end = local_day(now, hours.zone)
    meals = list_meals(store, owner, ListQuery(after=start, before=end, limit=MAX_LIMIT)).items
    return any(reminder.target_id in (None, loads(meal.body)["slot"]) for meal in meals)


def _water(store: Store, owner: str, _reminder: ReminderBody, _hours: Hours, now: datetime) -> bool:
    return bool(list_water(store, owner, ListQuery(after=now - SINCE_DRUNK, limit=1)).items)


def _habit(store: Store, owner: str, reminder: ReminderBody, hours: Hours, now: datetime) -> bool:
    return habits.done(store, owner, str(reminder.target_id), local_day(now, hours.zone)[0])


CHECKS: Mapping[str, Check] = {
    "workout": _workout,
    "measurement": _measurement,
    "meal": _meal,
    "water": _water,
    "habit": _habit,
}
