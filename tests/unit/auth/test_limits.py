"""Rate limits against what they say: at most so many events within any window."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.api import MovableClock

from fitzen.errors import TooManyError
from fitzen.infra.storage import limits
from fitzen.infra.storage.limits import Rule
from fitzen.infra.storage.sql import SqlStore

RULES = (Rule(1, timedelta(seconds=60)), Rule(5, timedelta(hours=1)))
OWNER = "sys:counter:test"


@pytest.fixture(scope="module")
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(scope="module")
def store(clock: MovableClock) -> Iterator[SqlStore]:
    store = SqlStore("sqlite://", clock=clock)
    store.migrate()
    yield store
    store.close()


def taken(store: SqlStore, clock: MovableClock) -> bool:
    """Say whether an event was let in; where it was not, the answer says how long to wait."""
    wait = limits.wait(store, OWNER, RULES, clock())
    if wait:
        with pytest.raises(TooManyError) as refused:
            limits.take(store, OWNER, RULES, clock())
        assert refused.value.retry_after == wait
        return False
    limits.take(store, OWNER, RULES, clock())
    return True


@given(steps=st.lists(st.floats(0, 1200), min_size=1, max_size=25))
def test_no_window_holds_more_than_its_rule_allows_nor_refuses_less(
    store: SqlStore, clock: MovableClock, steps: list[float]
) -> None:
    store.erase(OWNER)
    times: list[datetime] = []
    for seconds in steps:
        clock.advance(seconds=seconds)
        now = clock()
        room = all(sum(now - time < rule.window for time in times) < rule.at_most for rule in RULES)
        assert taken(store, clock) is room
        if room:
            times.append(now)


@given(steps=st.lists(st.floats(0, 300), min_size=1, max_size=12))
def test_who_waits_as_told_is_let_in_and_not_a_second_sooner(
    store: SqlStore, clock: MovableClock, steps: list[float]
) -> None:
    store.erase(OWNER)
    for seconds in steps:
        clock.advance(seconds=seconds)
        taken(store, clock)
    told = limits.wait(store, OWNER, RULES, clock())
    if told > 1:
        clock.advance(seconds=told - 1)
        assert not taken(store, clock)
        clock.advance(seconds=1)
    else:
        clock.advance(seconds=told)
    assert taken(store, clock)


def test_what_is_given_back_does_not_count(store: SqlStore, clock: MovableClock) -> None:
    store.erase(OWNER)
    for _ in range(10):
        assert taken(store, clock)
        limits.give_back(store, OWNER, clock())
    limits.give_back(store, OWNER, clock())
    assert limits.wait(store, OWNER, RULES, clock()) == 0
