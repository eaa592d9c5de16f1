"""What habits read and write: few records, once each, in whatever order a phone sends them; on every engine."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.fixtures.api import Json, together

from fitzen import entities
from fitzen.entities import Change
from fitzen.errors import ConflictError, GoneError, InvalidError
from fitzen.habits import rebuild, service
from fitzen.habits.models import CheckinBody, CheckinIn, HabitBody, HabitIn, HabitQuery, TimeOff, VacationBody
from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import Saved, all_records, dumps, loads, new_id
from fitzen.users.service import new_user
from fitzen.web.parsing import check
from fitzen.wiring import build_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


class Counted(SqlStore):
    """A store that counts what it is asked."""

    reads = 0
    written: tuple[Op, ...] = ()

    def get(self, *args: Any, **kwargs: Any) -> Record | None:
        self.reads += 1
        return super().get(*args, **kwargs)

    def get_many(self, *args: Any, **kwargs: Any) -> dict[tuple[str, str], Record]:
        self.reads += 1
        return super().get_many(*args, **kwargs)

    def list(self, *args: Any, **kwargs: Any) -> Any:
        self.reads += 1
        return super().list(*args, **kwargs)

    def write(self, ops: Any) -> None:
        self.written = tuple(ops)
        super().write(ops)


@pytest.fixture
def store() -> Iterator[Counted]:
    made = Counted("sqlite://")
    made.migrate()
    yield made
    made.close()


@pytest.fixture
def ana(store: Counted) -> str:
    return person(store)


def person(store: Store) -> str:
    user_id = new_id()
    store.write([new_user(user_id, NOW)])
    return user_id


def make(store: Store, owner: str, start: date = TODAY - 30 * DAY, **fields: Any) -> str:
    habit = {"name": "Run", "schedule": {"type": "daily"}, "start_on": start.isoformat(), **fields}
    return str(loads(service.make_habit(store, owner, check(HabitIn, habit), NOW).body)["id"])


def checkin(habit: str, day: date = TODAY, **said: Any) -> CheckinBody:
    return CheckinBody(habit_id=habit, day=day, **said)


def create(store: Store, owner: str, body: CheckinBody) -> Saved:
    """Save it as sync does."""
    return entities.save(store, service.CHECKINS, owner, body, NOW)


def streak(store: Store, owner: str, habit: str) -> int:
    return int(service.get_habit(store, owner, habit, NOW)[0]["streak"]["current"])


def states(store: Store, owner: str) -> list[Json]:
    return sorted((loads(each.body) for each in all_records(store, owner, service.STATE)), key=lambda each: each["id"])


def rebuilt(store: Store, owner: str) -> list[Json]:
    return sorted((loads(put.body) for put in rebuild.expected(store, owner)), key=lambda each: each["id"])


def test_what_lists_and_today_read_does_not_grow_with_the_years(store: Counted, ana: str) -> None:
    start = TODAY - 3650 * DAY
    old, new = make(store, ana, start, name="Old"), make(store, ana, name="New")
    for n in range(0, 3650, 3):
        service.check_in(store, ana, old, start + n * DAY, CheckinIn(), NOW)
    for habit in (old, new):
        store.reads = 0
        service.check_in(store, ana, habit, TODAY, CheckinIn(), NOW)
        assert store.reads == 3, "the check-in and its habit, the state and vacations, the time zone"
        assert [op.kind for op in store.written] == ["checkin", "habit_state"]
    store.reads = 0
    found = service.due_today(store, ana, TODAY)
    assert store.reads == 2
    assert [(each.name, each.done, each.streak) for each in found] == [("New", True, 1), ("Old", True, 1)]
    store.reads = 0
    service.list_habits(store, ana, HabitQuery(), NOW)
    assert store.reads == 3
    store.reads = 0
    assert service.done(store, ana, old, TODAY)
    assert store.reads == 1
    assert max(len(each["checkins"]) for each in states(store, ana)) < 50
    assert states(store, ana) == rebuilt(store, ana)


def test_check_ins_come_in_any_order_and_twice(store: Counted, ana: str) -> None:
    habit = make(store, ana)
    bodies = [checkin(habit, TODAY - n * DAY, value=float(n)) for n in (3, 0, 2, 1)]
    for body in [*bodies, *reversed(bodies)]:
        create(store, ana, body)
    assert streak(store, ana, habit) == 4
    assert [record.version for record in all_records(store, ana, "checkin")] == [1] * 4
    assert states(store, ana) == rebuilt(store, ana)


def test_two_phones_that_check_one_day_mean_one_record(store: Counted, ana: str) -> None:
    habit = make(store, ana)
    first, second = (create(store, ana, checkin(habit)) for _ in range(2))
    assert (first.created, second.created, second.version) == (True, False, 1)
    with pytest.raises(ConflictError):
        create(store, ana, checkin(habit, value=2.0))
    resolved = entities.replace(store, service.CHECKINS, ana, checkin(habit).id, checkin(habit, value=2.0), NOW, 1)
    assert resolved.version == 2
    assert service.check_in(store, ana, habit, TODAY, CheckinIn(value=2.0), NOW).version == 2, "the route says the same"


def test_an_old_create_does_not_bring_back_what_was_taken_back_and_a_change_does(store: Counted, ana: str) -> None:
    habit = make(store, ana)
    id_ = checkin(habit).id
    create(store, ana, checkin(habit, note="x"))
    entities.remove(store, service.CHECKINS, ana, id_, NOW)
    again = create(store, ana, checkin(habit, note="x"))
    assert loads(again.body)["cleared"]
    assert "note" not in loads(again.body)
    assert streak(store, ana, habit) == 0
    entities.replace(store, service.CHECKINS, ana, id_, checkin(habit), NOW, again.version)
    assert streak(store, ana, habit) == 1


@pytest.mark.parametrize("id_", ["01a20846-fe00-76a5-af6f-c064dbdc87ec.2026-11-23", "2026-11-23"])
def test_a_check_in_under_another_id_is_refused(store: Counted, ana: str, id_: str) -> None:
    body = checkin(make(store, ana))
    with pytest.raises(InvalidError, match="<habit_id>"):
        service.CHECKINS.ops(store, Change(ana, id_, None, body, NOW))


def test_a_check_in_of_a_habit_that_is_gone_is_refused_or_gone(store: Counted, ana: str) -> None:
    habit = make(store, ana)
    create(store, ana, checkin(habit))
    entities.remove(store, service.HABITS, ana, habit, NOW)
    with pytest.raises(GoneError):
        create(store, ana, checkin(habit))
    with pytest.raises(InvalidError) as refused:
        create(store, ana, checkin(habit, TODAY - DAY))
    assert refused.value.errors[0].field == "habit_id"


def test_what_interrupts_a_deletion_is_gone_on_with(store: Counted, ana: str) -> None:
    start = TODAY - 150 * DAY
    habit = make(store, ana, start)
    for n in range(150):
        service.check_in(store, ana, habit, start + n * DAY, CheckinIn(), NOW)
    record = entities.get(store, service.HABITS, ana, habit)
    ops = service.HABITS.ops(store, Change[HabitBody](ana, habit, record, None, NOW))
    assert len(store.written) == 90
    assert [type(op) for op in ops] == [Delete] * 62
    assert store.get(ana, "habit", habit) is not None, "interrupted here"
    entities.remove(store, service.HABITS, ana, habit, NOW)
    assert {record.kind for record in store.changes(ana, 0, 1000) if not record.deleted} == {"user"}


def test_a_check_in_during_a_deletion_is_deleted_too(store: Counted, ana: str) -> None:
    habit = make(store, ana, TODAY - 7 * DAY)
    listed = store.list

    def list_then_check_in(*args: Any, **kwargs: Any) -> Any:
        page = listed(*args, **kwargs)
        if args[1] == "checkin" and store.get(ana, "checkin", f"{habit}.{TODAY.isoformat()}") is None:
            service.check_in(store, ana, habit, TODAY, CheckinIn(), NOW)
        return page

    store.list = list_then_check_in  # type: ignore[method-assign] # it comes between two reads
    entities.remove(store, service.HABITS, ana, habit, NOW)
    assert {record.kind for record in store.changes(ana, 0, 1000) if not record.deleted} == {"user"}


def test_vacations_have_one_record(store: Counted, ana: str) -> None:
    habit = make(store, ana)
    off = check(TimeOff, {"from": TODAY.isoformat()})
    entities.save(store, service.VACATIONS, ana, VacationBody(periods=[off]), NOW)
    assert service.done(store, ana, habit, TODAY)
    entities.remove(store, service.VACATIONS, ana, "vacation", NOW)
    assert not service.done(store, ana, habit, TODAY)
    entities.replace(store, service.VACATIONS, ana, "vacation", VacationBody(periods=[off]), NOW, 2)
    assert service.done(store, ana, habit, TODAY), "a deleted one can be said again"
    with pytest.raises(InvalidError):
        service.VACATIONS.ops(store, Change(ana, "another", None, VacationBody(), NOW))


def test_a_vacation_writes_the_habits_only_where_it_changes_summed_up_days(store: Counted, ana: str) -> None:
    start = TODAY - 100 * DAY
    habit = make(store, ana, start)
    make(store, ana)
    for n in range(100):
        if n not in (20, 95):
            service.check_in(store, ana, habit, start + n * DAY, CheckinIn(), NOW)
    for missed, kinds in ((start + 95 * DAY, ["vacation"]), (start + 20 * DAY, ["vacation", "habit_state"])):
        off = check(TimeOff, {"from": missed.isoformat(), "to": missed.isoformat()})
        service.go_on_vacation(store, ana, off, NOW)
        assert [op.kind for op in store.written] == kinds
    assert streak(store, ana, habit) == 98
    assert states(store, ana) == rebuilt(store, ana)


def test_done_is_what_a_reminder_asks(store: Counted, ana: str) -> None:
    weekly = make(store, ana, schedule={"type": "times_per_week", "count": 2})
    sunday = TODAY + 6 * DAY
    later = NOW + timedelta(days=6)
    assert not service.done(store, ana, weekly, TODAY)
    service.check_in(store, ana, weekly, TODAY, CheckinIn(), NOW)
    assert service.done(store, ana, weekly, TODAY)
    assert not service.done(store, ana, weekly, sunday)
    service.check_in(store, ana, weekly, TODAY + DAY, CheckinIn(), later)
    assert service.done(store, ana, weekly, sunday), "the week has enough"
    by_days = make(store, ana, schedule={"type": "weekdays", "days": [1]})
    assert [service.done(store, ana, by_days, day) for day in (TODAY, TODAY + DAY)] == [False, True]
    assert service.done(store, ana, new_id(), TODAY), "who is gone asks for nothing"


def test_today_leaves_out_what_has_not_started_and_what_is_archived(store: Counted, ana: str) -> None:
    make(store, ana, name="run")
    make(store, ana, name="Breathe", start=TODAY)
    make(store, ana, name="Soon", start=TODAY + DAY)
    make(store, ana, name="Past", archived_on=TODAY.isoformat())
    make(store, ana, name="Tuesdays", schedule={"type": "weekdays", "days": [2]})
    found = service.due_today(store, ana, TODAY)
    assert [(each.name, each.due) for each in found] == [("Breathe", True), ("run", True), ("Tuesdays", False)]


@pytest.mark.parametrize("engine", ["sqlite_url", "postgresql_url", "dynamodb_url"])
def test_every_engine_gives_the_same(engine: str, request: pytest.FixtureRequest) -> None:
    store = build_store(request.getfixturevalue(engine))
    try:
        store.migrate()
        ana = person(store)
        habit = make(store, ana, TODAY - 80 * DAY, target={"value": 2000, "unit": "ml"})
        for n in (80, 70, 69, 68, 3, 2, 60, 1, 0):
            service.check_in(store, ana, habit, TODAY - n * DAY, CheckinIn(value=2000.0 + n), NOW)
        service.take_back(store, ana, habit, TODAY - 60 * DAY, NOW)
        found, version = service.get_habit(store, ana, habit, NOW)
        assert (version, found["streak"]) == (1, {"current": 4, "longest": 4, "unit": "days"})
        assert states(store, ana) == rebuilt(store, ana)
        together(*(lambda n=n: service.check_in(store, ana, habit, TODAY - n * DAY, CheckinIn(), NOW) for n in (4, 5)))
        assert streak(store, ana, habit) == 6, "neither of two at once is lost"
        assert states(store, ana) == rebuilt(store, ana)
        service.delete_habit(store, ana, habit, NOW)
        assert {record.kind for record in store.changes(ana, 0, 1000) if not record.deleted} == {"user"}
    finally:
        store.close()


def test_expected_states_are_whole_puts(store: Counted, ana: str) -> None:
    habit = make(store, ana)
    [put] = rebuild.expected(store, ana)
    stored = store.get(ana, service.STATE, habit)
    assert stored is not None
    assert put == Put(ana, service.STATE, habit, dumps(loads(stored.body)), stored.at, 0, stored.group)
