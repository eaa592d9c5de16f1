"""Whatever is said, changed and taken back in whatever order, a habit comes to what an independent count from scratch says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.habits.oracle import Story

from fitzen.errors import InvalidError
from fitzen.habits import rebuild, service
from fitzen.habits.models import CheckinIn, HabitIn, HabitQuery, TimeOff
from fitzen.infra.storage.base import Put, Store
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import all_records, dumps, loads, new_id
from fitzen.users.service import new_user, patch_user
from fitzen.web.parsing import check

type Json = dict[str, Any]

START = date(2026, 1, 1)
SPAN = 200
ZONES = ["UTC", "Pacific/Apia", "America/New_York", "Pacific/Honolulu", "Europe/Madrid", "Australia/Lord_Howe"]

days = st.integers(0, SPAN).map(lambda n: START + timedelta(days=n))
recent = st.integers(0, 20)


@st.composite
def times_off(draw: st.DrawFn) -> Json:
    first = draw(days)
    length = draw(st.one_of(st.none(), st.integers(0, 30)))
    end = {} if length is None else {"to": (first + timedelta(days=length)).isoformat()}
    return {"from": first.isoformat(), **end}


schedules = st.one_of(
    st.just({"type": "daily"}),
    st.lists(st.integers(1, 7), min_size=1, max_size=7, unique=True).map(lambda d: {"type": "weekdays", "days": d}),
    st.integers(1, 7).map(lambda n: {"type": "times_per_week", "count": n}),
)


@st.composite
def habits(draw: st.DrawFn) -> Json:
    schedule = draw(schedules)
    quits = schedule["type"] != "times_per_week" and draw(st.booleans())
    habit: Json = {
        "name": "Habit",
        "kind": "quit" if quits else "build",
        "schedule": schedule,
        "start_on": draw(st.integers(0, 60).map(lambda n: (START + timedelta(days=n)).isoformat())),
        "pauses": draw(st.lists(times_off(), max_size=2)),
    }
    if draw(st.booleans()):
        habit["target"] = {"value": draw(st.sampled_from([1.0, 2.0, 30.0])), "unit": "times"}
    if draw(st.integers(0, 5)) == 0:
        habit["archived_on"] = draw(days).isoformat()
    return habit


values = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.0, 3.0, 29.5, 30.0, 45.0]))
steps = st.one_of(
    st.tuples(st.just("check"), days, values),
    st.tuples(st.just("check"), days, values),
    st.tuples(st.just("check_recent"), recent, values),
    st.tuples(st.just("check_recent"), recent, values),
    st.tuples(st.just("run"), days, st.integers(3, 60)),
    st.tuples(st.just("clear"), days, st.none()),
    st.tuples(st.just("clear_latest"), st.integers(1, 30), st.none()),
    st.tuples(st.just("vacation"), times_off(), st.none()),
    st.tuples(st.just("vacations"), st.lists(times_off(), max_size=3), st.none()),
    st.tuples(st.just("replace"), habits(), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 25), st.none()),
    st.tuples(st.just("zone"), st.sampled_from(ZONES), st.none()),
)


class Play:
    """One person with one habit: the steps go to the service and to the story, and both are compared."""

    def __init__(self, store: Store, habit: Json) -> None:
        self.store = store
        self.now = datetime.combine(START + timedelta(days=120), time(22, 30), UTC)
        self.user = new_id()
        self.zone = "UTC"
        store.write([new_user(self.user, self.now)])
        self.story = Story(habit)
        saved = service.make_habit(store, self.user, check(HabitIn, habit), self.now)
        self.habit = loads(saved.body)["id"]

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    def check(self, day: date, value: float | None) -> None:
        allowed = date.fromisoformat(self.story.habit["start_on"]) <= day <= self.today
        sent = CheckinIn(value=value)
        if allowed:
            service.check_in(self.store, self.user, self.habit, day, sent, self.now)
            self.story.said[day] = value
        elif self.story.said.get(day, ...) != value:  # what was said before is not said again
            with pytest.raises(InvalidError):
                service.check_in(self.store, self.user, self.habit, day, sent, self.now)

    def check_recent(self, back: int, value: float | None) -> None:
        self.check(self.today - timedelta(days=back), value)

    def run(self, first: date, length: int) -> None:
        for n in range(length):
            day = first + timedelta(days=n)
            if date.fromisoformat(self.story.habit["start_on"]) <= day <= self.today:
                self.check(day, None)

    def clear(self, day: date, _: None) -> None:
        service.take_back(self.store, self.user, self.habit, day, self.now)
        self.story.said.pop(day, None)

    def clear_latest(self, count: int, _: None) -> None:
        for day in sorted(self.story.said)[-count:]:
            self.clear(day, None)

    def live(self, seed: int, share: float) -> None:
        """Fill the days so far, a share of them, as if they had been checked one after the other."""
        random = Random(seed)
        day = date.fromisoformat(self.story.habit["start_on"])
        while day <= self.today:
            if random.random() < share:
                self.check(day, random.choice([None, 0.0, 1.0, 30.0]))
            day += timedelta(days=1)

    def vacation(self, off: Json, _: None) -> None:
        saved = service.go_on_vacation(self.store, self.user, check(TimeOff, off), self.now)
        self.story.vacations = loads(saved.body)["periods"]
        assert off in self.story.vacations

    def vacations(self, every: list[Json], _: None) -> None:
        """The record as a whole, as sync would change it."""
        from fitzen import entities

        body = check(service.VACATIONS.body, {"periods": every})
        if self.store.get(self.user, "vacation", "vacation"):
            entities.replace(self.store, service.VACATIONS, self.user, "vacation", body, self.now)
            self.story.vacations = every

    def replace(self, habit: Json, _: None) -> None:
        service.replace_habit(self.store, self.user, self.habit, check(HabitIn, habit), self.now)
        self.story.habit = habit

    def wait(self, by: int, _: None) -> None:
        self.now += timedelta(days=by)

    def to_zone(self, zone: str, _: None) -> None:
        patch_user(self.store, self.user, {"time_zone": zone})
        self.zone = zone

    def step(self, name: str, *what: Any) -> None:
        (self.to_zone if name == "zone" else getattr(self, name))(*what)

    def compare(self) -> None:
        found, _ = service.get_habit(self.store, self.user, self.habit, self.now)
        wanted = self.story.standing(self.today)
        assert found["streak"]["current"] == wanted["current"]
        assert found["streak"]["longest"] == wanted["longest"]
        assert found["strength"] == pytest.approx(wanted["strength"], abs=0.0501)
        assert found.get("days_since_slip") == wanted["days_since_slip"]
        [listed] = service.list_habits(self.store, self.user, HabitQuery(archived="archived_on" in found), self.now)[
            "items"
        ]
        assert listed == found

    def compare_states(self) -> None:
        expected: list[Put] = list(rebuild.expected(self.store, self.user))
        stored = list(all_records(self.store, self.user, service.STATE))
        assert [(put.id, put.group, put.at, put.body) for put in expected] == [
            (record.id, record.group, record.at, dumps(loads(record.body))) for record in stored
        ]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    made = SqlStore("sqlite://")
    made.migrate()
    yield made
    made.close()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(
    habit=habits(),
    seed=st.integers(0, 10_000),
    share=st.sampled_from([0, 0.2, 0.6, 0.9, 1]),
    every=st.lists(steps, max_size=10),
)
def test_any_history_comes_to_what_a_count_from_scratch_says(
    store: Store, habit: Json, seed: int, share: float, every: list[Any]
) -> None:
    play = Play(store, habit)
    play.live(seed, share)
    play.compare()
    for step in every:
        play.step(*step)
        play.compare()
    play.compare_states()


def test_a_vacation_remembered_late_mends_a_streak_on_whichever_day(store: Store) -> None:
    """Each day around the one from which days are kept singly: summed-up days change with a vacation too."""
    play = Play(store, {"name": "Run", "kind": "build", "schedule": {"type": "daily"}, "start_on": START.isoformat()})
    for n in range(0, 121, 2):
        play.check(START + timedelta(days=n), None)
    for n in range(61, 97, 2):
        missed = (START + timedelta(days=n)).isoformat()
        play.vacation({"from": missed, "to": missed}, None)
        play.compare()
        play.compare_states()
    assert play.story.standing(play.today)["longest"] == 19
