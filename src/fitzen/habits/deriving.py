"""Which records a change of a habit, a check-in or a vacation writes: its own, and the `habit_state` that follows.

A check-in writes two records. One of the last weeks reads nothing but the state; one before them, and a change of what
is due when, read the habit's check-ins through.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import batched
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.entities import Change, Entity, digest_of
from fitzen.errors import InvalidError
from fitzen.habits import state
from fitzen.habits.models import VACATION_ID, CheckinBody, HabitBody, TimeOff, VacationBody
from fitzen.habits.rules import Plan, first_difference, monday, spans
from fitzen.habits.state import State
from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.records import EPOCH, Json, all_records, dumps, loads, midnight
from fitzen.users.service import time_zone
from fitzen.web.parsing import check

HABIT, STATE, CHECKIN, VACATION = "habit", "habit_state", "checkin", "vacation"
ACTIVE, ARCHIVED = "active", "archived"
MAX_HABITS = 100
BATCH = 90
NO_HABIT = "There is no habit with this id."
COUNTS = ("kind", "schedule", "target", "start_on", "pauses", "archived_on")
"""The fields that say what is due when, and what is done."""


def local_day(store: Store, user_id: str, now: datetime) -> date:
    """Return the day that it is for a person, in the time zone of their profile."""
    return now.astimezone(ZoneInfo(time_zone(store, user_id))).date()


class Known(NamedTuple):
    """A habit's derived record, read: the habit as stored, its plan, and its state."""

    record: Record
    habit: Json
    plan: Plan
    state: State


def known(record: Record, vacations: Iterable[TimeOff]) -> Known:
    value = loads(record.body)
    return Known(record, value["habit"], Plan(said(value["habit"]), vacations), state.from_json(value))


def said(habit: Json) -> HabitBody:
    return check(HabitBody, {name: value for name, value in habit.items() if name in HabitBody.model_fields})


def periods(record: Record | None) -> list[TimeOff]:
    return check(VacationBody, {"periods": loads(record.body)["periods"]}).periods if record else []


def vacations(store: Store, user_id: str) -> list[TimeOff]:
    return periods(store.get(user_id, VACATION, VACATION_ID))


def put_state(owner: str, habit: Json, found: State, version: int) -> Put:
    group = ARCHIVED if "archived_on" in habit else ACTIVE
    body = dumps(state.to_json(habit, found))
    return Put(owner, STATE, habit["id"], body, midnight(habit["start_on"]), version, group)


def scratch(store: Store, owner: str, habit_id: str, plan: Plan) -> State:
    return state.from_scratch(plan, state.history(all_records(store, owner, CHECKIN, group=habit_id)))


def _habit_ops(store: Store, change: Change[HabitBody]) -> Sequence[Op]:
    body = change.after
    if body is None:
        return _deletion(store, change)
    if change.record is None and len(store.list(change.owner, HABIT, limit=MAX_HABITS).items) >= MAX_HABITS:
        raise InvalidError.of("body", f"You can keep {MAX_HABITS} habits. Delete one that you do not need.")
    dated = body if body.start_on else body.model_copy(update={"start_on": _start(store, change)})
    start = midnight(str(dated.start_on))
    own = HABITS.put(change._replace(after=dated), start)._replace(digest=digest_of(body))
    return [own, _state_of(store, change, dated, loads(own.body))]


def _start(store: Store, change: Change[HabitBody]) -> date:
    """A habit that does not say when it starts does so on the day that it is made."""
    if change.record:
        return change.record.at.date()
    return local_day(store, change.owner, change.now)


def _state_of(store: Store, change: Change[HabitBody], body: HabitBody, habit: Json) -> Put:
    keys = [(STATE, change.id), (VACATION, VACATION_ID)]
    found = store.get_many(change.owner, keys, deleted=True)
    before = found.get((STATE, change.id))
    version = before.version if before else 0
    if before and change.record and _counts(HABITS.given(change.record)) == _counts(body):
        return put_state(change.owner, habit, state.from_json(loads(before.body)), version)
    plan = Plan(body, periods(found.get((VACATION, VACATION_ID))))
    kept = scratch(store, change.owner, change.id, plan) if change.record else state.from_scratch(plan, {})
    return put_state(change.owner, habit, kept, version)


def _counts(body: HabitBody) -> list[object]:
    return [getattr(body, name) for name in COUNTS]


def _deletion(store: Store, change: Change[HabitBody]) -> Sequence[Op]:
    """Delete the check-ins first, in writes of bounded size, and the rest of them with the habit itself.

    What is interrupted leaves the habit there, so that the same call goes on with it. The state is read first: a
    check-in that comes meanwhile moves it, and the deletion runs again.
    """
    kept = store.get(change.owner, STATE, change.id)
    deletes: list[Op] = [
        Delete(change.owner, CHECKIN, record.id, record.version)
        for record in all_records(store, change.owner, CHECKIN, group=change.id)
    ]
    *full, last = [*batched(deletes, BATCH, strict=False)] or [()]
    for batch in full:
        store.write(batch)
    states = [Delete(change.owner, STATE, change.id, kept.version)] if kept else []
    return [HABITS.delete(change), *states, *last]


def _checkin_ops(store: Store, change: Change[CheckinBody]) -> Sequence[Op]:
    """Of a check-in that is deleted a `cleared` one stays, so that the day can be checked again."""
    body = change.after or _cleared(change)
    if change.id != body.id:
        raise InvalidError.of("id", "The id of a check-in is <habit_id>.<day>.")
    keys = [(STATE, body.habit_id), (VACATION, VACATION_ID)]
    records = store.get_many(change.owner, keys)
    if (STATE, body.habit_id) not in records:
        raise InvalidError.of("habit_id", NO_HABIT)
    found = known(records[STATE, body.habit_id], periods(records.get((VACATION, VACATION_ID))))
    if not body.cleared:
        _check_day(store, change, body.day, found.plan)
    own = CHECKINS.put(change._replace(after=body), midnight(body.day.isoformat()), group=body.habit_id)
    after = _after(store, change.owner, found, body)
    return [own, put_state(change.owner, found.habit, after, found.record.version)]


def _cleared(change: Change[CheckinBody]) -> CheckinBody:
    assert change.record is not None  # noqa: S101 - what is deleted is there
    given = CHECKINS.given(change.record)
    return CheckinBody(habit_id=given.habit_id, day=given.day, cleared=True)


def _check_day(store: Store, change: Change[CheckinBody], day: date, plan: Plan) -> None:
    if day > local_day(store, change.owner, change.now):
        raise InvalidError.of("day", "This day has not come yet where you are.")
    if day.toordinal() < plan.first:
        start = date.fromordinal(plan.first).isoformat()
        raise InvalidError.of("day", f"The habit starts on {start}; move its start to check an earlier day.")


def _after(store: Store, owner: str, found: Known, body: CheckinBody) -> State:
    """Return the state after a check-in, out of the last one, or out of the whole history where that says too little."""
    day = body.day.toordinal()
    what: dict[int, float | None] = {} if body.cleared else {day: body.value}
    after = state.changed(found.plan, found.state, day, what)
    if after is not None:
        return after
    days = state.history(all_records(store, owner, CHECKIN, group=body.habit_id))
    days.pop(day, None)
    return state.from_scratch(found.plan, days | what)


def _vacation_ops(store: Store, change: Change[VacationBody]) -> Sequence[Op]:
    """Write what is said of vacations; only habits that have summed up a day that changes are written too."""
    if change.id != VACATION_ID:
        raise InvalidError.of("id", f"A person has one record of vacations: its id is {VACATION_ID}.")
    body = change.after or VacationBody()
    first = first_difference(spans(periods(change.record)), spans(body.periods))
    stale = [] if first is None else _summed_up(store, change.owner, body, first)
    if len(stale) > BATCH:
        raise InvalidError.of(
            "periods", f"This changes days long past of more than {BATCH} habits; pause those instead."
        )
    own = VACATIONS.put(change._replace(after=body), EPOCH)
    states = [
        put_state(
            change.owner, each.habit, scratch(store, change.owner, each.record.id, each.plan), each.record.version
        )
        for each in stale
    ]
    return [own, *states]


def _summed_up(store: Store, owner: str, body: VacationBody, first: int) -> list[Known]:
    every = (known(record, body.periods) for record in all_records(store, owner, STATE))
    return [each for each in every if max(first, monday(each.plan.first)) < each.state.since]


HABITS = Entity(HABIT, "habit", HabitBody, _habit_ops)
CHECKINS = Entity(CHECKIN, "check-in", CheckinBody, _checkin_ops)
VACATIONS = Entity(VACATION, "vacation", VacationBody, _vacation_ops)
