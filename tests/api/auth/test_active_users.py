"""People are counted once in each hour that they use Fitzen in, whichever of its servers they come to."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    settings_for,
    sign_in,
)

from fitzen.infra.base import Infra

ANA, BEN = {"email": "ana@example.com"}, {"email": "ben@example.com"}


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 11, 23, 12, 5, tzinfo=UTC))


@pytest.fixture
def servers(tmp_path: Path, clock: MovableClock) -> Iterator[tuple[Infra, Infra]]:
    settings = settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db")
    one, other = build_infra(settings, clock), build_infra(settings, clock)
    yield one, other
    close(one)
    close(other)


def _counted(servers: tuple[Infra, Infra], name: str) -> float:
    return sum(infra.telemetry.metrics.read().counters.get((name, ()), 0) for infra in servers)


def _refresh(client: Client, session: Json) -> Json:
    answer = client.post("/api/auth/refresh", json={"refresh_token": session["refresh_token"]})
    assert answer.status_code == 200
    renewed: Json = answer.get_json()
    return renewed


def test_a_person_counts_once_an_hour_over_all_servers(servers: tuple[Infra, Infra], clock: MovableClock) -> None:
    one, other = (client_of(build_app(infra)) for infra in servers)
    phone = sign_in(one, **ANA)
    clock.advance(minutes=2)
    tablet = sign_in(other, **ANA)
    sign_in(other, **BEN)
    clock.advance(minutes=20)
    phone = _refresh(other, phone)
    assert _counted(servers, "ActiveUsers") == 2
    assert _counted(servers, "SignUps") == 2, "the second time she was known"
    clock.advance(minutes=40)
    phone, tablet = _refresh(one, phone), _refresh(other, tablet)
    assert _counted(servers, "ActiveUsers") == 3, "a new hour, and only she came back"
    clock.advance(minutes=10)
    _refresh(other, phone)
    _refresh(one, tablet)
    assert _counted(servers, "ActiveUsers") == 3
