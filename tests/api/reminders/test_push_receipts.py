"""Pushes by Expo's wire, on each store: many in a request, dead tokens dropped by ticket and by receipt."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tests.fixtures import expo
from tests.fixtures.api import Client, Json, MovableClock, settings_for, sign_in, together
from tests.fixtures.expo import RECEIPTS, Fault, Service
from tests.fixtures.reminding import pass_time, phone, remind

from fitzen.config import Settings
from fitzen.devices.service import TICKETS, devices
from fitzen.infra.base import Infra
from fitzen.infra.messages import expo as adapter
from fitzen.jobs import reminders
from fitzen.reminders.service import DELIVERY

ONCE: Json = {"at_local": None, "once_at": "2026-11-23T12:10:00Z"}
"""Before the session of the tests ends."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setattr(adapter, "PAUSE_S", 0.005)
    monkeypatch.setattr(adapter, "LIMIT_S", 1)
    with expo.serving() as made:
        yield made


@pytest.fixture(params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def settings(request: pytest.FixtureRequest, tmp_path: Path, service: Service) -> Settings:
    store_url = request.getfixturevalue(request.param)
    return settings_for(tmp_path, store_url, push_url=f"expo:?endpoint={service.url}")


@pytest.fixture
def ana(client: Client) -> Client:
    return client.signed_in(sign_in(client, email=f"{uuid4().hex}@example.com"))


@pytest.fixture(autouse=True)
def over(infra: Infra, clock: MovableClock) -> Iterator[None]:
    """Let what a test has left be over before the next, on a store that the module's tests share.

    The clock goes back first: what has expired by it would be there again for the next test.
    """
    began = clock.now
    yield
    clock.now = began
    for kind in (TICKETS, DELIVERY):
        for owner in {record.owner for record in infra.store.due(kind, began + timedelta(days=60), 1000)}:
            while not infra.store.erase(owner):
                pass


def ids(infra: Infra, client: Client) -> list[str]:
    return sorted(device.id for device in devices(infra.store, client.user_id))


def to(service: Service, *tokens: str) -> list[str]:
    return [each["to"] for each in service.shown if each["to"] in tokens]


def test_pushes_of_many_reminders_go_in_requests_of_a_hundred(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    tokens = [phone(ana, "phone"), phone(ana, "tablet")]
    for number in range(60):
        remind(ana, title=f"Reminder {number}")
    assert pass_time(infra, clock, minutes=31).counts["sent"] >= 60
    assert [len(each) for each in service.sends] == [100, 20]
    assert sorted(to(service, *tokens)) == sorted(tokens * 60)
    assert len(infra.store.due(TICKETS, clock.now + timedelta(hours=1))) == 2, "one record a request"


def test_a_token_that_is_dead_at_once_costs_no_other_device(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    dead, alive = phone(ana, "old"), phone(ana, "new")
    service.dead = {dead}
    remind(ana)
    assert pass_time(infra, clock, minutes=31).counts["sent"] >= 1
    assert (to(service, dead, alive), ids(infra, ana)) == ([alive], ["new"])


def test_a_token_that_a_receipt_says_is_dead_is_dropped_later(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    dead, alive = phone(ana, "old"), phone(ana, "new")
    service.gone = {dead}
    remind(ana)
    pass_time(infra, clock, minutes=31)
    assert sorted(to(service, dead, alive)) == sorted([dead, alive])
    pass_time(infra, clock, minutes=10)
    assert ids(infra, ana) == ["new", "old"], "Expo is asked after a quarter of an hour"
    assert pass_time(infra, clock, minutes=10).counts["checked"] == 1
    assert ids(infra, ana) == ["new"]
    assert pass_time(infra, clock, minutes=60).counts.get("checked", 0) == 0
    assert len([each for each in service.requests if each["path"] == RECEIPTS]) == 1


def test_who_registers_again_after_the_push_is_kept(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    token = phone(ana)
    service.gone = {token}
    remind(ana, **ONCE)
    pass_time(infra, clock, minutes=11)
    clock.advance(minutes=1)
    phone(ana, token=token)
    assert pass_time(infra, clock, minutes=20).counts["checked"] == 1
    assert ids(infra, ana) == ["phone"]


def test_a_device_that_has_another_token_meanwhile_stays(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    service.gone = {phone(ana, "first")}
    remind(ana, **ONCE)
    pass_time(infra, clock, minutes=11)
    phone(ana, "first")
    pass_time(infra, clock, minutes=20)
    assert ids(infra, ana) == ["first"]


def test_a_receipt_that_is_not_there_yet_is_asked_for_again_for_a_day(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    slow, quick = phone(ana, "slow"), phone(ana, "quick")
    service.gone, service.unknown_yet = {slow}, {slow}
    remind(ana, **ONCE)
    pass_time(infra, clock, minutes=11)
    assert pass_time(infra, clock, minutes=16).counts["waiting"] == 1
    service.unknown_yet = set()
    assert pass_time(infra, clock, minutes=60).counts.get("checked", 0) == 0
    assert pass_time(infra, clock, minutes=61).counts["checked"] == 1
    assert ids(infra, ana) == ["quick"]
    asked = [len(each["ids"]) for each in service.requests if each["path"] == RECEIPTS]
    assert (asked, to(service, quick)) == ([2, 1], [quick])


def test_tickets_are_given_up_after_a_day(ana: Client, infra: Infra, clock: MovableClock, service: Service) -> None:
    service.unknown_yet = {phone(ana)}
    remind(ana, **ONCE)
    pass_time(infra, clock, minutes=11)
    for _ in range(15):
        pass_time(infra, clock, hours=2)
    assert infra.store.due(TICKETS, clock.now + timedelta(days=2)) == []
    assert len([each for each in service.requests if each["path"] == RECEIPTS]) <= 13


def test_receipts_that_cannot_be_had_are_asked_for_later(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    service.gone = {phone(ana)}
    remind(ana)
    pass_time(infra, clock, minutes=31)
    service.faults = [Fault()] * 1000
    assert pass_time(infra, clock, minutes=16).counts["later"] == 1
    assert ids(infra, ana) == ["phone"]
    service.faults = []
    assert pass_time(infra, clock, minutes=16).counts["checked"] == 1
    assert ids(infra, ana) == []


def test_two_at_once_ask_for_receipts_without_harm(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    service.gone = {phone(ana)}
    phone(ana, "tablet")
    remind(ana)
    pass_time(infra, clock, minutes=31)
    clock.advance(minutes=16)
    together(*[lambda: reminders.run(infra, clock.now)] * 3)
    assert ids(infra, ana) == ["tablet"]
    assert infra.store.due(TICKETS, clock.now + timedelta(days=2)) == []


def test_while_expo_is_down_all_are_tried_again_and_shown_once(
    ana: Client, infra: Infra, clock: MovableClock, service: Service
) -> None:
    token = phone(ana)
    for number in range(5):
        remind(ana, title=f"Reminder {number}", channels=["push", "email"])
    service.faults = [Fault("cut", taken=True)] + [Fault()] * 1000
    assert pass_time(infra, clock, minutes=31).counts["later"] >= 5
    service.faults = []
    pass_time(infra, clock, minutes=2)
    pass_time(infra, clock, minutes=2)
    assert to(service, token) == [token] * 5, "the first request was taken, and its answer lost"


def test_tickets_name_no_person_and_no_token(ana: Client, infra: Infra, clock: MovableClock, service: Service) -> None:
    token = phone(ana)
    remind(ana)
    pass_time(infra, clock, minutes=31)
    [record] = infra.store.due(TICKETS, clock.now + timedelta(hours=1))
    assert not [each for each in (token, token[18:-1], ana.user_id) if each in record.body + record.owner]
