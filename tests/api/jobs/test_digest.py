"""The morning: a note when something matters, the week by email on Mondays, once each, when the person's day begins."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

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
    together,
)
from tests.fixtures.reminding import arrived

from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message, RefusedError
from fitzen.jobs import digest, reminders
from fitzen.jobs.agenda import DIGEST
from fitzen.records import loads
from fitzen.today.service import NOTE

EMAIL = "ana@example.com"
MONDAY = datetime(2026, 11, 30, 7, tzinfo=UTC)


def log(client: Client, day: str, weight_kg: float = 80, reps: int = 5) -> None:
    body = {
        "id": str(uuid4()),
        "name": "Push",
        "started_at": f"{day}T10:00:00Z",
        "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": reps, "weight_kg": weight_kg}] * 3}],
    }
    assert client.post("/api/workouts", json=body).status_code == 201


def weigh(client: Client, day: str, kilograms: float) -> None:
    body = {"taken_at": f"{day}T07:00:00Z", "metric": "weight_kg", "value": kilograms}
    assert client.post("/api/measurements", json=body).status_code == 201


def morning(infra: Infra, clock: MovableClock, at: datetime) -> Json:
    """Let the minutes' jobs and the digest run at a time; return the counts of the digest."""
    reminders.run(infra, clock.now)
    clock.now = at
    return dict(digest.run(infra, at).counts)


def notes(infra: Infra, client: Client) -> list[Json]:
    return [loads(record.body) for record in infra.store.list(client.user_id, NOTE).items]


def test_a_record_is_what_the_next_morning_opens_with(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    log(signed_in, "2026-11-20")
    log(signed_in, "2026-11-23", weight_kg=85)
    assert morning(infra, clock, datetime(2026, 11, 24, 6, 59, tzinfo=UTC)) == {}
    assert morning(infra, clock, datetime(2026, 11, 24, 7, tzinfo=UTC)) == {"noted": 1}
    [note] = notes(infra, signed_in)
    assert (note["id"], note["topic"]) == ("2026-11-24", "record")
    assert "Barbell bench press: an estimated" in note["text"] or "Bench Press: an estimated" in note["text"]
    assert note["sources"][0]["ref"].startswith("workout:")
    assert morning(infra, clock, datetime(2026, 11, 24, 8, tzinfo=UTC)) == {}, "once a day"
    assert morning(infra, clock, datetime(2026, 11, 25, 7, tzinfo=UTC)) == {"nothing": 1}, "and nothing has to be said"
    assert len(notes(infra, signed_in)) == 1


@pytest.mark.parametrize(
    ("profile", "due"),
    [
        ({}, "2026-11-24T07:00"),
        ({"time_zone": "Asia/Tokyo"}, "2026-11-23T22:00"),
        ({"quiet_hours": {"start": "22:00", "end": "09:30"}}, "2026-11-24T09:30"),
        ({"quiet_hours": {"start": "08:00", "end": "16:00"}}, "2026-11-24T07:00"),
    ],
)
def test_the_morning_is_the_persons(
    signed_in: Client, infra: Infra, clock: MovableClock, profile: Json, due: str
) -> None:
    reminders.run(infra, clock.now)
    signed_in.patch("/api/users/me", json=profile)
    reminders.run(infra, clock.now)
    record = infra.store.get(signed_in.user_id, DIGEST, DIGEST)
    assert record is not None
    assert record.due_at is not None
    assert record.due_at.isoformat()[:16] == due


def test_the_same_topic_is_not_raised_every_morning(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    signed_in.patch("/api/users/me", json={"goal": "lose"})
    for number in range(16):
        weigh(signed_in, f"2026-11-{8 + number:02}", 80 + number / 10)
    counts = [morning(infra, clock, datetime(2026, 11, day, 7, tzinfo=UTC)) for day in (24, 25, 26)]
    assert counts == [{"noted": 1}, {"nothing": 1}, {"nothing": 1}]
    assert notes(infra, signed_in)[0]["topic"] == "weight"


@pytest.mark.parametrize("who", [{"birth_date": "2010-05-17"}, {"birth_date": "1990-05-17", "height_cm": 215}])
def test_nobody_is_reminded_to_lose_weight_who_may_not(
    signed_in: Client, infra: Infra, clock: MovableClock, who: Json
) -> None:
    assert signed_in.patch("/api/users/me", json={"goal": "lose", **who}).status_code == 200
    for day in range(1, 23):
        weigh(signed_in, f"2026-11-{day:02}", 80 + day / 10)
    morning(infra, clock, datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert notes(infra, signed_in) == []


def test_a_streak_that_comes_to_a_round_number_today(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    for name, first in (("Read", 18), ("Walk", 21)):
        habit = {"name": name, "schedule": {"type": "daily"}, "start_on": "2026-11-01"}
        id_ = signed_in.post("/api/habits", json=habit).get_json()["id"]
        for day in range(first, 24):
            signed_in.put(f"/api/habits/me/{id_}/checkins/2026-11-{day}", json={})
    assert morning(infra, clock, datetime(2026, 11, 24, 7, tzinfo=UTC)) == {"noted": 1}
    assert notes(infra, signed_in)[0]["text"] == "Read: 6 days in a row. With today's it would be 7."


@pytest.mark.parametrize("name", ["digest", "weekly_report"])
def test_each_is_switched_off_by_itself(signed_in: Client, infra: Infra, clock: MovableClock, name: str) -> None:
    signed_in.patch("/api/users/me", json={"notifications": {name: False}})
    log(signed_in, "2026-11-20")
    log(signed_in, "2026-11-29", weight_kg=85)
    reminders.run(infra, clock.now)
    clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    digest.run(infra, clock.now)
    morning(infra, clock, MONDAY)
    assert bool(notes(infra, signed_in)) is (name != "digest")
    assert bool(arrived(infra, EMAIL)) is (name != "weekly_report")


def test_the_week_comes_by_email_on_monday(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    for day in ("2026-11-16", "2026-11-18", "2026-11-23"):
        log(signed_in, day)
    weigh(signed_in, "2026-11-23", 71)
    reminders.run(infra, clock.now)
    clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    digest.run(infra, clock.now)
    assert morning(infra, clock, MONDAY) == {"reported": 1}
    assert morning(infra, clock, MONDAY.replace(hour=9)) == {}
    [mail] = arrived(infra, EMAIL)
    assert mail["subject"] == "Your week with Fitzen"
    assert "Workouts: 1 (the week before: 2)" in mail["text"]
    assert "Weight: 71.0 kg on average of 1 weigh-ins" in mail["text"] or "Weight: 71 kg" in mail["text"]
    assert mail["text"].endswith(digest.FOOTER)


def test_the_week_comes_in_the_language_of_the_person(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    for day in ("2026-11-16", "2026-11-23", "2026-11-25"):
        log(signed_in, day)
    weigh(signed_in, "2026-11-16", 71.4)
    weigh(signed_in, "2026-11-23", 71)
    assert signed_in.patch("/api/users/me", json={"locale": "es-ES"}).status_code == 200
    reminders.run(infra, clock.now)
    clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    digest.run(infra, clock.now)
    assert morning(infra, clock, MONDAY) == {"reported": 1}
    [mail] = arrived(infra, EMAIL)
    assert mail["subject"] == "Tu semana con Fitzen"
    assert mail["text"].splitlines() == [
        "Tu semana del 23 nov al 29 nov:",
        "- Entrenamientos: 2 (la semana anterior: 1)",
        "- Series efectivas: 6 (la semana anterior: 3), 2400 kg levantados en total",
        "- Peso: 71 kg de media en 1 pesaje, 0,4 kg menos que la semana anterior",
        "",
        "Puedes desactivar este informe en la aplicaci\u00f3n, en Recordatorios.",
    ]


def test_a_week_of_nothing_is_not_mailed(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    reminders.run(infra, clock.now)
    clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    digest.run(infra, clock.now)
    assert morning(infra, clock, MONDAY) == {"nothing": 1}
    assert arrived(infra, EMAIL) == []


class _DownOnce:
    def __init__(self, infra: Infra, error: Exception) -> None:
        self._inner, self._times, self._error = infra.mail, 1, error

    def send(self, message: Message) -> None:
        if self._times:
            self._times -= 1
            raise self._error
        self._inner.send(message)

    def ping(self) -> None:
        self._inner.ping()


def test_mail_that_fails_is_sent_a_little_later(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    log(signed_in, "2026-11-23")
    reminders.run(infra, clock.now)
    clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    digest.run(infra, clock.now)
    down = replace(infra, mail=_DownOnce(infra, UnavailableError()))
    assert morning(down, clock, MONDAY) == {"later": 1}
    assert morning(down, clock, MONDAY.replace(minute=1)) == {}
    assert morning(down, clock, MONDAY.replace(minute=5)) == {"reported": 1}
    assert len(arrived(infra, EMAIL)) == 1


def test_a_mailbox_that_is_not_there_is_not_written_to_again(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    log(signed_in, "2026-11-23")
    reminders.run(infra, clock.now)
    clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    digest.run(infra, clock.now)
    refusing = replace(infra, mail=_DownOnce(infra, RefusedError()))
    assert morning(refusing, clock, MONDAY) == {"nothing": 1}
    assert morning(refusing, clock, MONDAY.replace(minute=5)) == {}
    assert arrived(infra, EMAIL) == []


def test_a_morning_that_was_missed_is_not_made_up_for(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    log(signed_in, "2026-11-20")
    log(signed_in, "2026-11-23", weight_kg=85)
    assert morning(infra, clock, datetime(2026, 11, 26, 3, tzinfo=UTC)) == {"missed": 1}
    assert notes(infra, signed_in) == []


def test_two_at_once_report_once(tmp_path_factory: pytest.TempPathFactory, sqlite_url: str) -> None:
    """Each has an inbox of its own, so that neither's mail is dropped because the other has it."""
    clock = MovableClock()
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    pair = [build_infra(settings_for(folder, sqlite_url), clock) for folder in folders]
    try:
        client = client_of(build_app(pair[0]))
        people = [client.signed_in(sign_in(client, email=f"p{number}@example.com")) for number in range(6)]
        for person in people:
            log(person, "2026-11-23")
        reminders.run(pair[0], clock.now)
        clock.now = datetime(2026, 11, 29, 12, tzinfo=UTC)
        digest.run(pair[0], clock.now)
        clock.now = MONDAY
        together(*(lambda each=each: digest.run(each, MONDAY) for each in pair))
        for number in range(6):
            assert sum(len(arrived(each, f"p{number}@example.com")) for each in pair) == 1
    finally:
        for each in pair:
            close(each)


def test_nobody_who_is_gone_has_an_agenda(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    reminders.run(infra, clock.now)
    assert signed_in.delete("/api/users/me").status_code == 204
    assert morning(infra, clock, datetime(2026, 11, 25, 7, tzinfo=UTC)) == {}
