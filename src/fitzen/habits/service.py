"""Habits, check-ins and vacations: three kinds that a person writes, and the state that derives from them.

A check-in is a record of its own, `<habit_id>.<day>` in the group of its habit, so that a phone can send it at any time
and twice. Lists and Today read `habit_state`, one a habit (see state.py), and compute the rest for the day that it is:
a streak that ends by absence needs no write. Days are those of the profile's time zone; a day that was checked stays
that day when the person moves.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import InvalidError, NotFoundError, StaleError
from fitzen.habits import calendar
from fitzen.habits.deriving import (
    ACTIVE,
    ARCHIVED,
    CHECKIN,
    CHECKINS,
    HABIT,
    HABITS,
    MAX_HABITS,
    NO_HABIT,
    STATE,
    VACATION,
    VACATIONS,
    Known,
    known,
    local_day,
    periods,
    said,
    vacations,
)
from fitzen.habits.models import (
    VACATION_ID,
    CalendarQuery,
    CheckinBody,
    CheckinIn,
    HabitIn,
    HabitQuery,
    TimeOff,
    VacationBody,
)
from fitzen.habits.rules import WEEK, Plan, monday
from fitzen.infra.storage.base import Put, Record, Store
from fitzen.records import Json, Saved, all_records, load, loads, midnight, run_again
from fitzen.web.fields import Model
from fitzen.web.parsing import check

__all__ = ["CHECKINS", "HABITS", "MAX_HABITS", "STATE", "VACATION", "VACATIONS", "VACATION_ID"]

MAX_DAYS, USUAL_DAYS = 366, 35


def _checkin_id(habit_id: str, day: date) -> str:
    """Return what `CheckinBody.id` says, of a habit that need not be there."""
    return f"{habit_id}.{day.isoformat()}"


def make_habit(store: Store, user_id: str, body: HabitIn, now: datetime) -> Saved:
    """Save a habit; the same again changes nothing. Raises InvalidError (too many), ConflictError, GoneError."""
    return entities.save(store, HABITS, user_id, body, now)


def replace_habit(
    store: Store, user_id: str, id: str, body: HabitIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another habit in the place of one; its days are then judged by it. Raises as `entities.replace`."""
    return entities.replace(store, HABITS, user_id, id, body, now, if_match)


def patch_habit(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, HABITS, user_id, id, patch, now, if_match)


def delete_habit(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a habit and its check-ins; one that is not there is deleted already."""
    entities.remove(store, HABITS, user_id, id, now, if_match)


@run_again
def check_in(
    store: Store,
    user_id: str,
    habit_id: str,
    day: date,
    sent: CheckinIn,
    now: datetime,
    if_match: int | None = None,
) -> Saved:
    """Say what was done on a day, in place of what was said of it; the same again writes nothing.

    Raises NotFoundError (no such habit), InvalidError (a day to come, or before the start), StaleError.
    """
    id_ = _checkin_id(habit_id, day)
    found = store.get_many(user_id, [(HABIT, habit_id), (CHECKIN, id_)])
    if (HABIT, habit_id) not in found:
        raise NotFoundError(NO_HABIT)
    record = found.get((CHECKIN, id_))
    _check_seen(record, if_match)
    body = check(CheckinBody, {"habit_id": habit_id, "day": day.isoformat(), **sent.model_dump(exclude_none=True)})
    if record and CHECKINS.given(record) == body:
        return Saved(record.body, record.version)
    return _written(store, CHECKINS, Change(user_id, id_, record, body, now))


@run_again
def take_back(store: Store, user_id: str, habit_id: str, day: date, now: datetime, if_match: int | None = None) -> None:
    """Take a check-in back; where there is none, that is so already. Raises StaleError."""
    record = store.get(user_id, CHECKIN, _checkin_id(habit_id, day))
    if record is None or CHECKINS.given(record).cleared:
        return
    _check_seen(record, if_match)
    _written(store, CHECKINS, Change(user_id, record.id, record, None, now))


@run_again
def go_on_vacation(store: Store, user_id: str, period: TimeOff, now: datetime, if_match: int | None = None) -> Saved:
    """Rest all habits from one day to another, or until further notice.

    It takes the place of vacations that it overlaps, and, unless it is over itself, of one that is not over yet.
    """
    today = local_day(store, user_id, now)
    record = store.get(user_id, VACATION, VACATION_ID)
    _check_seen(record, if_match)
    over = _is_over(period, today)
    kept = [each for each in periods(record) if not _overlap(each, period) and (over or _is_over(each, today))]
    return _keep_vacations(store, user_id, record, [*kept, period], now)


@run_again
def end_vacation(store: Store, user_id: str, now: datetime, if_match: int | None = None) -> None:
    """Go back to all habits from today on. What is planned is called off; where there is no vacation, nothing is written."""
    today = local_day(store, user_id, now)
    record = store.get(user_id, VACATION, VACATION_ID)
    if record is None or all(_is_over(each, today) for each in periods(record)):
        return
    _check_seen(record, if_match)
    yesterday = today - timedelta(days=1)
    kept = [
        each if _is_over(each, today) else each.model_copy(update={"to": yesterday})
        for each in periods(record)
        if each.from_ < today
    ]
    _keep_vacations(store, user_id, record, kept, now)


def _is_over(period: TimeOff, today: date) -> bool:
    return period.to is not None and period.to < today


def _overlap(one: TimeOff, other: TimeOff) -> bool:
    return (one.to is None or other.from_ <= one.to) and (other.to is None or one.from_ <= other.to)


def _keep_vacations(store: Store, user_id: str, record: Record | None, kept: list[TimeOff], now: datetime) -> Saved:
    body = check(VacationBody, {"periods": _json(sorted(kept, key=lambda each: each.from_))})
    if record and VACATIONS.given(record) == body:
        return Saved(record.body, record.version)
    return _written(store, VACATIONS, Change(user_id, VACATION_ID, record, body, now))


def _written[B: Model](store: Store, entity: Entity[B], change: Change[B]) -> Saved:
    ops = entity.ops(store, change)
    store.write(ops)
    own = ops[0]
    assert isinstance(own, Put)  # noqa: S101 - neither kind is ever deleted here
    return Saved(own.body, change.version + 1, created=change.record is None)


def _check_seen(record: Record | None, if_match: int | None) -> None:
    """Raise StaleError unless this version was seen; what was never written has version 0."""
    if if_match is not None and if_match != (record.version if record else 0):
        raise StaleError("It was changed elsewhere. Read it again, then repeat your change.")


def vacation(store: Store, user_id: str, now: datetime) -> tuple[Json, int]:
    """Return every vacation, and whether it is one today; and the record's version, 0 where there is none yet."""
    today = local_day(store, user_id, now)
    record = store.get(user_id, VACATION, VACATION_ID)
    every = periods(record)
    on = any(each.from_ <= today and not _is_over(each, today) for each in every)
    return {"periods": _json(every), "on": on}, record.version if record else 0


def _json(every: Iterable[TimeOff]) -> list[Json]:
    return [each.model_dump(mode="json", exclude_none=True) for each in every]


def get_habit(store: Store, user_id: str, id: str, now: datetime) -> tuple[Json, int]:
    """Return a habit as of today, and its version. Raises NotFoundError."""
    found = store.get_many(user_id, [(HABIT, id), (STATE, id), (VACATION, VACATION_ID)])
    if (HABIT, id) not in found or (STATE, id) not in found:
        raise NotFoundError(NO_HABIT)
    today = local_day(store, user_id, now).toordinal()
    one = known(found[STATE, id], periods(found.get((VACATION, VACATION_ID))))
    return calendar.habit_of(one, today), found[HABIT, id].version


def list_habits(store: Store, user_id: str, query: HabitQuery, now: datetime) -> Json:
    """Return a page of habits as of today, those that started last first; the archived ones apart. Three reads."""
    page = entities.listed(store, STATE, user_id, query, ARCHIVED if query.archived else ACTIVE)
    today = local_day(store, user_id, now).toordinal()
    away = vacations(store, user_id)
    items = [calendar.habit_of(known(record, away), today) for record in page.items]
    return {"items": items, "next_cursor": page.next_cursor}


class DueHabit(NamedTuple):
    """A habit on a day: `streak` counts days or weeks, as the habit does."""

    id: str
    name: str
    due: bool
    done: bool
    streak: int


def due_today(store: Store, user_id: str, day: date) -> list[DueHabit]:
    """Return the active habits that have started, by name, as of the person's `day`. Two reads."""
    return due_on(store, user_id, day, store.get(user_id, VACATION, VACATION_ID))


def due_on(store: Store, user_id: str, day: date, vacation: Record | None) -> list[DueHabit]:
    """Return the same, for whoever has read the record of vacations already. One read."""
    number = day.toordinal()
    away = periods(vacation)
    page = store.list(user_id, STATE, group=ACTIVE, before=midnight(str(day + timedelta(days=1))), limit=MAX_HABITS)
    found = [_due(known(record, away), number) for record in page.items]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def _due(found: Known, day: int) -> DueHabit:
    streak = calendar.standing(found, day).run
    return DueHabit(found.record.id, found.habit["name"], **calendar.due_and_done(found, day), streak=streak)


def done(store: Store, user_id: str, habit_id: str, day: date) -> bool:
    """Say whether a habit asks for nothing (more) on a day of the last weeks: done, not due, at rest, or gone. One read."""
    found = store.get_many(user_id, [(STATE, habit_id), (VACATION, VACATION_ID)])
    if (STATE, habit_id) not in found:
        return True
    one = known(found[STATE, habit_id], periods(found.get((VACATION, VACATION_ID))))
    today = calendar.due_and_done(one, day.toordinal())
    return today["done"] or not today["due"]


def calendar_of(store: Store, user_id: str, habit_id: str, query: CalendarQuery, now: datetime) -> Json:
    """Return what each day from one to another was. Raises NotFoundError, InvalidError (more than a year)."""
    habit = loads(load(store, user_id, HABIT, habit_id, "habit").body)
    today = local_day(store, user_id, now)
    last = query.to or max(today, query.from_ or today)
    first = query.from_ or last - timedelta(days=USUAL_DAYS - 1)
    if not first <= last < first + timedelta(days=MAX_DAYS):
        raise InvalidError.of("to", f"Ask for 1 to {MAX_DAYS} days: to is not before from.")
    plan = Plan(said(habit), vacations(store, user_id))
    bodies = _bodies(store, user_id, habit_id, monday(first.toordinal()), monday(last.toordinal()) + WEEK)
    span = (first.toordinal(), last.toordinal(), today.toordinal())
    days, weeks = calendar.days_of(plan, bodies, *span), calendar.weeks_of(plan, bodies, *span)
    return {"habit_id": habit_id, "days": days, "weeks": weeks}


def _bodies(store: Store, user_id: str, habit_id: str, first: int, until: int) -> dict[int, Json]:
    """Read the check-ins from a day on, up to another that is not included, by day."""
    after, before = midnight(calendar.iso(first)), midnight(calendar.iso(until))
    records = all_records(store, user_id, CHECKIN, group=habit_id, after=after, before=before)
    bodies: list[Json] = [loads(record.body) for record in records]
    return {date.fromisoformat(body["day"]).toordinal(): body for body in bodies if not body["cleared"]}
