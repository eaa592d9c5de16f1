"""The ledger: by the person's own days and months, never spent twice, never held for ever, told of once a day."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.api import together

from fitzen.coach.budget import (
    HELD,
    SETTLED_WITHIN,
    SPEND,
    BudgetSpentError,
    Reservation,
    admit,
    counted,
    estimate,
    reserve,
    settle,
    spent,
)
from fitzen.errors import UnavailableError
from fitzen.infra.llm.base import Budget, Turn, Usage
from fitzen.infra.storage.base import Store
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import loads, new_id
from fitzen.users.subscription import FREE
from fitzen.wiring import build_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY, MONTH = FREE.coach_tokens_day, FREE.coach_tokens_month


@pytest.fixture(scope="module", params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    built = build_store(request.getfixturevalue(request.param))
    built.migrate()
    yield built
    built.close()


def ana(**fields: Any) -> dict[str, Any]:
    return {"id": new_id(), "time_zone": "UTC", **fields}


def spend(store: Store, user: dict[str, Any], tokens: int, now: datetime = NOW) -> None:
    held = reserve(store, user, 1, now)
    assert held
    settle(store, held, Usage(input_tokens=tokens, cost_usd=0.5), now)


def test_what_was_used_takes_the_place_of_what_was_held(store: Store) -> None:
    user = ana()
    held = reserve(store, user, 5000, NOW)
    assert held
    assert (held.tokens, held.day, held.month) == (5000, "2026-11-23", "2026-11")
    assert spent(store, user, NOW) == (0, 0, 0)
    settle(store, held, Usage(300, 200, 1005, 0.02, 50), NOW)
    assert spent(store, user, NOW) == (300 + 200 + 101 + 50, 651, 0.02)


def test_settling_again_changes_nothing(store: Store) -> None:
    user = ana()
    held = reserve(store, user, 5000, NOW)
    assert held
    for _ in range(3):
        settle(store, held, Usage(100), NOW)
    assert spent(store, user, NOW).day == 100


def test_what_nobody_knows_counts_as_it_was_held(store: Store) -> None:
    user = ana()
    held = reserve(store, user, 5000, NOW)
    assert held
    settle(store, held, None, NOW)
    assert spent(store, user, NOW).day == 5000


def test_when_the_day_is_spent_it_is_said_once_and_then_the_answer_is_none(store: Store) -> None:
    user = ana(time_zone="Europe/Madrid")
    spend(store, user, DAY)
    with pytest.raises(BudgetSpentError) as told:
        admit(store, user, 10, NOW)
    assert (told.value.status, told.value.headers["Retry-After"]) == (429, str(11 * 3600)), "Madrid is an hour ahead"
    assert "today" in told.value.detail
    assert [admit(store, user, 10, NOW + timedelta(hours=hour)) for hour in range(3)] == [None] * 3


def test_the_next_day_is_new_by_the_clock_of_the_person(store: Store) -> None:
    user = ana(time_zone="Pacific/Auckland")
    spend(store, user, DAY, datetime(2026, 11, 23, 10, 59, tzinfo=UTC))
    assert reserve(store, user, 10, datetime(2026, 11, 23, 10, 59, 59, tzinfo=UTC)) is None
    held = reserve(store, user, 10, datetime(2026, 11, 23, 11, 0, tzinfo=UTC))
    assert held
    assert held.day == "2026-11-24"


def test_the_month_is_a_limit_of_its_own_and_says_so(store: Store) -> None:
    user = ana()
    for day in range(1, 11):
        spend(store, user, MONTH // 10, datetime(2026, 11, day, 12, tzinfo=UTC))
    with pytest.raises(BudgetSpentError, match="this month") as told:
        admit(store, user, 10, NOW)
    assert told.value.retry_after == (datetime(2026, 12, 1, tzinfo=UTC) - NOW).total_seconds()
    assert admit(store, user, 10, datetime(2026, 12, 1, tzinfo=UTC)) is not None


def test_who_pays_has_more(store: Store) -> None:
    user = ana(subscription_status="premium", subscription_expires_at="2026-11-24T00:00:00+00:00")
    spend(store, user, DAY + 1)
    assert reserve(store, user, 10, NOW) is not None
    assert reserve(store, user, 10, datetime(2026, 11, 24, 1, tzinfo=UTC)) is not None, "a day of the free ones"


def test_a_crash_holds_nothing_for_ever(store: Store) -> None:
    user = ana()
    assert reserve(store, user, DAY, NOW)
    assert reserve(store, user, 10, NOW + HELD - timedelta(seconds=1)) is None
    assert reserve(store, user, 10, NOW + HELD) is not None


def test_who_was_slow_is_still_counted_after_the_reservation_ran_out(store: Store) -> None:
    user = ana()
    held = reserve(store, user, 100, NOW)
    assert held
    later = NOW + HELD + timedelta(minutes=1)
    other = reserve(store, user, 100, later)
    assert other
    settle(store, held, Usage(70), later)
    settle(store, other, Usage(5), later)
    assert spent(store, user, later).day == 75


def test_many_at_once_exceed_the_limit_by_one_answer_at_the_most(store: Store) -> None:
    user = ana()
    size = DAY // 3
    asks = [lambda: _reserved(store, user, size) for _ in range(6)]
    held = [each for each in together(*asks) if each]
    assert len(held) == 4, "three thirds and, with one token left of the division, one more"
    for each in held:
        settle(store, each, Usage(size), NOW)
    assert DAY <= spent(store, user, NOW).day <= DAY + size


def _reserved(store: Store, user: dict[str, Any], tokens: int) -> Reservation | None:
    while True:
        try:
            return reserve(store, user, tokens, NOW)
        except UnavailableError:  # six at one record: whoever lost five times asks again, as a client would
            continue


def test_two_at_once_are_told_once(store: Store) -> None:
    user = ana()
    spend(store, user, DAY)

    def ask() -> str:
        try:
            return str(admit(store, user, 10, NOW))
        except BudgetSpentError:
            return "told"

    assert sorted(together(*[ask] * 4)) == ["None"] * 3 + ["told"]


def test_a_month_is_kept_for_a_year_and_has_no_more_than_figures(store: Store) -> None:
    user = ana()
    spend(store, user, 5)
    record = store.get(user["id"], SPEND, "2026-11")
    assert record
    assert record.expires_at == datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=400)
    assert loads(record.body) == {
        "days": {"2026-11-23": {"tokens": 5, "cost_usd": 0.5, "answers": 1}},
        "held": {},
        "told_on": None,
    }


def test_an_estimate_has_what_is_read_and_what_may_be_written() -> None:
    turns = [Turn("user", "x" * 3500)]
    assert estimate(turns, [], Budget(max_tokens=500)) == 1000 + 100 + 500
    assert counted(Usage(1, 2, 30, 0.0, 4)) == 1 + 2 + 3 + 4


@given(st.integers(0, 2**32))
def test_whatever_happens_the_ledger_adds_up(seed: int) -> None:
    """Answers begin, end, are cancelled or lost, at random, over days; what is spent is what was told of."""
    rng = random.Random(seed)
    store = SqlStore("sqlite://")
    store.migrate()
    user, now, total = ana(), NOW.replace(day=1), 0
    running: list[tuple[Reservation, datetime]] = []
    for _ in range(60):
        now += timedelta(minutes=rng.randrange(1, 300))
        if rng.random() < 0.6 and (held := reserve(store, user, rng.randrange(1, DAY // 3), now)):
            running.append((held, now))
        elif running:
            held, since = running.pop(rng.randrange(len(running)))
            usage = rng.choice([None, Usage(rng.randrange(held.tokens + 1))])
            if rng.random() < 0.8 and now < since + SETTLED_WITHIN:
                total += held.tokens if usage is None else counted(usage)
                settle(store, held, usage, now)
    assert spent(store, user, now).month == total
    days = [spent(store, user, NOW.replace(day=day)).day for day in range(1, 31)]
    assert sum(days) == total
    store.close()
