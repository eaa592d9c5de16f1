"""A reminder comes by each provider, over the wire; and other systems are told of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from tests.fixtures import expo, smtp
from tests.fixtures.api import Client, MovableClock, build_app, build_infra, client_of, close, settings_for, sign_in
from tests.fixtures.listening import free_port
from tests.fixtures.messaging import REGION, SENDER, aws, emails_sent, listened, sms_sent, smtp_at
from tests.fixtures.reminding import pass_time, phone, remind

from fitzen.infra.base import Infra
from fitzen.infra.messages import urls
from fitzen.infra.messages.aws import Service
from fitzen.infra.messages.expo import Expo
from fitzen.infra.messages.topics import SnsTopics
from fitzen.jobs import reminders, streaks
from fitzen.reminders.service import REMINDER

MIDNIGHT, MORNING = datetime(2026, 11, 24, 0, 1, tzinfo=UTC), datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture
def push_service() -> Iterator[expo.Service]:
    with expo.serving() as service:
        yield service


def test_a_reminder_comes_by_sns_ses_and_expo(
    client: Client, infra: Infra, clock: MovableClock, messages_endpoint: str, push_service: expo.Service
) -> None:
    aws("ses", messages_endpoint).verify_email_identity(EmailAddress=SENDER)
    place = f"region={REGION}&endpoint={messages_endpoint}"
    settings = replace(
        infra.settings,
        sms_url=f"sns:?{place}",
        mail_url=f"ses:{SENDER}?{place}",
        push_url=f"expo:?endpoint={push_service.url}",
    )
    push = urls.push(settings)
    assert isinstance(push, Expo)
    wired = replace(infra, sms=urls.sms(settings), mail=urls.mail(settings), push=push)
    address = f"{uuid4().hex}@example.com"
    ana = client.signed_in(sign_in(client, email=address))
    ben = client.signed_in(sign_in(client, phone="+34612345699"))
    token = phone(ana)
    remind(ana, title="Stretch", body="Ten minutes", channels=["push", "email"])
    remind(ben, title="Stretch", body="Ten minutes", channels=["sms"])
    assert pass_time(wired, clock, minutes=31).counts["sent"] == 2
    push.close()
    assert [(each["to"], each["body"]) for each in push_service.shown] == [(token, "Ten minutes")]
    mails = [each for each in emails_sent(messages_endpoint) if each["To"] == [address]]
    assert [(each["Subject"], each["BodyText"]) for each in mails] == [("Stretch", "Ten minutes")]
    texts = [each["Message"] for each in sms_sent(messages_endpoint) if each["PhoneNumber"] == "+34612345699"]
    assert texts == ["Stretch: Ten minutes"]


def test_a_reminder_comes_by_smtp(
    signed_in: Client, infra: Infra, clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with smtp.serving(tmp_path, user="fitzen", password="secret") as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        mailer = smtp_at(server)
        remind(signed_in, title="Stretch", channels=["email"])
        assert pass_time(replace(infra, mail=mailer), clock, minutes=31).counts["sent"] == 1
        mailer.close()
        assert [each["Subject"] for each in server.mails] == ["Stretch"]


def test_what_a_mail_client_reads_ends_the_mails(
    client: Client,
    signed_in: Client,
    infra: Infra,
    clock: MovableClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the letters that came over the wire: no client decodes or unfolds a link."""
    with smtp.serving(tmp_path) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        mailer = smtp_at(server)
        known = replace(infra.settings, public_url="https://fitzen.example")
        made = remind(signed_in, title="Stretch", channels=["email"])
        assert pass_time(replace(infra, mail=mailer, settings=known), clock, minutes=31).counts["sent"] == 1
        mailer.close()
        [source] = server.sources
    [link] = re.findall(rb"^List-Unsubscribe: <https://fitzen\.example(\S+)>\r$", source, re.MULTILINE)
    [post] = re.findall(rb"^List-Unsubscribe-Post: (\S+)\r$", source, re.MULTILINE)
    form = "application/x-www-form-urlencoded"
    assert client.post(link.decode(), data=post, content_type=form).status_code == 200
    kept = infra.store.get(signed_in.user_id, REMINDER, made["id"])
    assert kept is not None
    assert json.loads(kept.body)["enabled"] is False


def test_a_number_that_is_refused_for_good_is_not_tried_for_two_hours(
    signed_in: Client, infra: Infra, clock: MovableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with smtp.serving(tmp_path) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        server.answers = {"RCPT": "550 no such user"}
        mailer = smtp_at(server)
        remind(signed_in, channels=["email"])
        wired = replace(infra, mail=mailer)
        assert pass_time(wired, clock, minutes=31).counts["unreachable"] == 1
        pass_time(wired, clock, minutes=30)
        mailer.close()
        assert len([each for each in server.commands if each.endswith("RCPT")]) == 1


def test_topics_are_told_what_happened_by_ids_alone(
    signed_in: Client, infra: Infra, clock: MovableClock, messages_endpoint: str
) -> None:
    prefix, reminded = listened(messages_endpoint, "day", "reminders")
    _, achieved = listened(messages_endpoint, "day", "achievements")
    wired = replace(infra, topics=SnsTopics(Service("sns", REGION, messages_endpoint), prefix))
    user_id = signed_in.user_id
    phone(signed_in)
    made = remind(signed_in, title="Take the pill")
    entry = {"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 60}]}
    body = {"name": "First", "started_at": "2026-11-23T09:00:00Z", "exercises": [entry]}
    assert signed_in.post("/api/workouts", json=body).status_code == 201
    pass_time(wired, clock, minutes=31)
    for at in (clock.now, MIDNIGHT, MORNING):
        clock.now = at
        streaks.run(wired, at)
        reminders.run(wired, at)
    [(event, kind)] = reminded.heard()
    assert kind == "reminder.sent"
    assert event == {
        "event": "reminder.sent",
        "user_id": user_id,
        "reminder_id": made["id"],
        "due_at": "2026-11-23T12:30:00+00:00",
    }
    [(told, kind)] = achieved.heard()
    assert kind == "achievement.told"
    assert sorted(told) == ["awarded_at", "event", "user_id"]
    assert "pill" not in json.dumps([event, told])


def test_a_provider_that_is_away_is_said_and_makes_nothing_unready(tmp_path: Path) -> None:
    away = f"http://127.0.0.1:{free_port()}"
    others = {"sms_url": f"sns:?endpoint={away}", "mail_url": f"ses:{SENDER}?endpoint={away}"}
    infra = build_infra(settings_for(tmp_path, push_url=f"expo:?endpoint={away}", **others), MovableClock())
    ready = client_of(build_app(infra)).get("/ready")
    told = ready.get_json()["dependencies"]
    assert (ready.status_code, [told[name]["ok"] for name in ("sms", "mail", "push")]) == (200, [False] * 3)
    close(infra)
