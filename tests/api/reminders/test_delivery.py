"""Delivery, on each store: once, to the right places, at the right time, whatever happens meanwhile."""

from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_infra,
    close,
    settings_for,
    sign_in,
    together,
)
from tests.fixtures.reminding import arrived, live, pass_time, phone, remind

from fitzen.config import Settings
from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message, Messages
from fitzen.jobs import reminders
from fitzen.records import loads
from fitzen.reminders import delivery
from fitzen.reminders.service import DELIVERY

ME = "/api/users/me"


@pytest.fixture(params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    return settings_for(tmp_path, request.getfixturevalue(request.param))


@pytest.fixture
def ana(client: Client) -> Client:
    """Somebody new, on a store that the module's tests share."""
    return client.signed_in(sign_in(client, email=f"{uuid4().hex}@example.com"))


def email_of(client: Client) -> str:
    return str(client.session["user"]["email"])


def state(infra: Infra, client: Client, id: str) -> Json:
    record = infra.store.get(client.user_id, DELIVERY, id)
    assert record is not None
    return loads(record.body)


def test_each_channel_and_each_device_has_it_once(ana: Client, infra: Infra, clock: MovableClock) -> None:
    tokens = [phone(ana, "phone"), phone(ana, "tablet")]
    made = remind(ana, title="Stretch", body="Ten minutes", channels=["push", "email", "sms"])
    live(infra, clock, hours=2)
    pushed = arrived(infra, *tokens)
    assert sorted(item["to"] for item in pushed) == sorted(tokens)
    assert {(item["subject"], item["text"], item["data"]["url"]) for item in pushed} == {
        ("Stretch", "Ten minutes", f"/reminders/{made['id']}")
    }
    [mail] = arrived(infra, email_of(ana))
    assert (mail["channel"], mail["subject"], mail["text"]) == ("email", "Stretch", "Ten minutes")
    assert {len(item["key"]) <= 64 for item in [*pushed, mail]} == {True}
    assert state(infra, ana, made["id"])["last"]["outcome"] == "sent"
    live(infra, clock, hours=24, step_minutes=60)
    assert len(arrived(infra, *tokens, email_of(ana))) == 6, "and again the next day"


def test_two_schedulers_at_once_deliver_each_exactly_once(
    ana: Client, infra: Infra, clock: MovableClock, tmp_path: Path
) -> None:
    """The second one's messages go to an inbox of its own, which drops nothing that the first one has."""
    token = phone(ana)
    for number in range(12):
        remind(ana, title=f"Reminder {number}")
    folder = tmp_path / "other"
    other = build_infra(settings_for(folder, infra.settings.store_url), clock)
    clock.advance(minutes=31)
    reports = together(*(lambda each=each: reminders.run(each, clock.now) for each in (infra, other)))
    try:
        both = [*arrived(infra, token), *arrived(other, token)]
        assert sorted(item["subject"] for item in both) == sorted(f"Reminder {number}" for number in range(12))
        assert sum(report.counts.get("sent", 0) for report in reports) >= 12
    finally:
        close(other)


class _Stuck:
    """A provider that does not come back until it is told to, as one process sees it; `reached` says that it was."""

    def __init__(self, inner: Messages) -> None:
        self.inner = inner
        self.reached, self.go = Event(), Event()

    def send(self, message: Message) -> None:
        self.inner.send(message)
        self.reached.set()
        self.go.wait(20)

    def ping(self) -> None:
        self.inner.ping()


def test_a_slow_sender_whose_lease_ran_out_does_not_undo_its_successor(
    ana: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(ana)
    made = remind(ana)
    slow = _Stuck(infra.push)
    clock.advance(minutes=31)

    def first() -> None:
        reminders.run(replace(infra, push=slow), clock.now)

    def second() -> None:
        assert slow.reached.wait(20)
        clock.advance(minutes=3)
        reminders.run(infra, clock.now)
        slow.go.set()

    together(first, second)
    assert len(arrived(infra, token)) == 1, "the key is the same, so the inbox has it once"
    kept = state(infra, ana, made["id"])
    assert (kept["due_at"][:16], kept["last"]["outcome"]) == ("2026-11-24T12:30", "sent")


class _Down:
    """A provider that cannot be reached for the first `times` sends."""

    def __init__(self, inner: Messages, times: int) -> None:
        self.inner, self.times = inner, times

    def send(self, message: Message) -> None:
        if self.times > 0:
            self.times -= 1
            raise UnavailableError
        self.inner.send(message)

    def ping(self) -> None:
        self.inner.ping()


def test_what_could_not_be_sent_is_tried_again_and_what_was_is_not(
    ana: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(ana)
    remind(ana, channels=["push", "email"])
    down = replace(infra, mail=_Down(infra.mail, 2))
    assert pass_time(down, clock, minutes=31).counts["later"] == 1
    assert (len(arrived(infra, token)), arrived(infra, email_of(ana))) == (1, [])
    live(down, clock, hours=0.5, step_minutes=1)
    assert (len(arrived(infra, token)), len(arrived(infra, email_of(ana)))) == (1, 1)


def test_a_change_of_the_profile_does_not_forget_what_is_being_tried_again(
    ana: Client, infra: Infra, clock: MovableClock
) -> None:
    made = remind(ana, at_local="12:05", channels=["email"])
    down = replace(infra, mail=_Down(infra.mail, 1))
    assert pass_time(down, clock, minutes=5).counts["later"] >= 1
    ana.patch(ME, json={"quiet_hours": {"start": "22:00", "end": "07:00"}})
    live(down, clock, hours=0.2, step_minutes=1)
    assert len(arrived(infra, email_of(ana))) == 1
    assert state(infra, ana, made["id"])["due_at"][:16] == "2026-11-24T12:05"


def test_a_provider_that_stays_down_is_given_up(ana: Client, infra: Infra, clock: MovableClock) -> None:
    made = remind(ana, channels=["email"])
    down = replace(infra, mail=_Down(infra.mail, 1000))
    live(down, clock, hours=3, step_minutes=6)
    kept = state(infra, ana, made["id"])
    assert (kept["last"]["outcome"], kept["due_at"][:16]) == ("failed", "2026-11-24T12:30")


class _Broken:
    """An adapter with a fault of ours in it."""

    def send(self, message: Message) -> None:
        raise RuntimeError("boom")

    def ping(self) -> None:
        """Nothing to reach."""


def test_a_fault_of_an_adapter_costs_one_lease_and_no_other_reminder(
    ana: Client, infra: Infra, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    token = phone(ana)
    remind(ana, title="Pushed")
    remind(ana, title="Mailed", channels=["email"])
    counts = pass_time(replace(infra, push=_Broken()), clock, minutes=31).counts
    assert (counts["failed"] >= 1, counts["sent"] >= 1) == (True, True)
    assert [item["subject"] for item in arrived(infra, email_of(ana))] == ["Mailed"]
    assert not any("Pushed" in record.getMessage() for record in caplog.records), "what is in it is nobody's business"
    pass_time(infra, clock, minutes=3)
    assert [item["subject"] for item in arrived(infra, token)] == ["Pushed"]


def test_nobody_to_send_to_is_no_error(ana: Client, infra: Infra, clock: MovableClock) -> None:
    made = remind(ana, channels=["push", "sms"])
    live(infra, clock, hours=1)
    assert state(infra, ana, made["id"])["last"]["outcome"] == "unreachable"


@pytest.mark.parametrize(("late_minutes", "comes"), [(119, True), (121, False)])
def test_after_an_outage_it_comes_within_two_hours_or_not(
    ana: Client, infra: Infra, clock: MovableClock, late_minutes: int, comes: bool
) -> None:
    token = phone(ana)
    made = remind(ana)
    pass_time(infra, clock, minutes=30 + late_minutes)
    assert len(arrived(infra, token)) == comes
    assert state(infra, ana, made["id"])["last"]["outcome"] == ("sent" if comes else "missed")
    assert state(infra, ana, made["id"])["due_at"][:16] == "2026-11-24T12:30"


def test_after_an_outage_nothing_comes_in_quiet_hours(ana: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(ana)
    ana.patch(ME, json={"quiet_hours": {"start": "12:45", "end": "13:30"}})
    pass_time(infra, clock)
    remind(ana)
    assert pass_time(infra, clock, minutes=60).counts["later"] == 1
    assert arrived(infra, token) == []
    live(infra, clock, hours=1)
    assert len(arrived(infra, token)) == 1


def test_a_one_off_comes_once_for_ever(ana: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(ana)
    made = remind(ana, at_local=None, once_at="2026-11-23T12:10:00Z")
    live(infra, clock, hours=30, step_minutes=90)
    assert len(arrived(infra, token)) == 1
    assert "due_at" not in state(infra, ana, made["id"])


def test_a_snooze_comes_and_then_the_regular_time(ana: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(ana)
    made = remind(ana, at_local="12:05")
    pass_time(infra, clock, minutes=5)
    ana.post(f"/api/reminders/me/{made['id']}/snooze", json={"minutes": 7})
    pass_time(infra, clock, minutes=6)
    assert len(arrived(infra, token)) == 1
    pass_time(infra, clock, minutes=1)
    assert len({item["key"] for item in arrived(infra, token)}) == 2
    assert state(infra, ana, made["id"])["due_at"][:16] == "2026-11-24T12:05"


def test_a_switched_off_or_deleted_one_does_not_come(ana: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(ana)
    off, gone = remind(ana), remind(ana)
    ana.patch(f"/api/reminders/me/{off['id']}", json={"enabled": False})
    ana.delete(f"/api/reminders/me/{gone['id']}")
    live(infra, clock, hours=2)
    assert arrived(infra, token) == []


def test_a_move_east_and_a_move_west_come_at_the_local_time(ana: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(ana)
    made = remind(ana, at_local="21:00")
    ana.patch(ME, json={"time_zone": "Asia/Tokyo"})  # it is 21:00 there, just now, so tomorrow
    pass_time(infra, clock, seconds=30)
    assert state(infra, ana, made["id"])["due_at"][:16] == "2026-11-24T12:00"
    ana.patch(ME, json={"time_zone": "Asia/Kolkata"})  # 17:30
    pass_time(infra, clock, seconds=30)
    assert state(infra, ana, made["id"])["due_at"][:16] == "2026-11-23T15:30"
    live(infra, clock, hours=12, step_minutes=30)
    assert len(arrived(infra, token)) == 1


def test_a_zone_changed_at_the_last_moment_is_looked_at_before_sending(
    ana: Client, infra: Infra, clock: MovableClock
) -> None:
    """The delivery was claimed before the jobs saw the new zone."""
    token = phone(ana)
    made = remind(ana)
    clock.advance(minutes=10)
    ana.patch(ME, json={"time_zone": "America/New_York"})
    clock.advance(minutes=21)
    [due] = [record for record in infra.store.due(DELIVERY, clock.now) if record.id == made["id"]]
    assert delivery.deliver(infra, due, clock) == "moved"
    assert state(infra, ana, made["id"])["due_at"][:16] == "2026-11-23T17:30"
    assert arrived(infra, token) == []
