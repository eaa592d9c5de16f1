"""Mails are ended by the link in them: by one click of a mail client, or by a person's hand, without signing in."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    settings_for,
    sign_in,
    together,
)
from tests.fixtures.reminding import arrived, pass_time, phone, remind

from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message, Messages
from fitzen.infra.storage.base import Op, Store
from fitzen.jobs import digest, reminders
from fitzen.mail import links, service
from fitzen.mail.links import Mails
from fitzen.users.service import USER

PUBLIC = "https://fitzen.example"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}
NOON, MONDAY = datetime(2026, 11, 29, 12, tzinfo=UTC), datetime(2026, 11, 30, 7, tzinfo=UTC)
NO_MORE = "you get no more of these mails"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(tmp_path, public_url=PUBLIC)


def train(person: Client, day: str) -> None:
    entry = {"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 80}]}
    body = {"name": "Push", "started_at": f"{day}T10:00:00Z", "exercises": [entry]}
    assert person.post("/api/workouts", json=body).status_code == 201


def mailed_report(person: Client, infra: Infra, clock: MovableClock) -> Json:
    """Let a week pass in which somebody trained, and return the mail of its report."""
    train(person, "2026-11-23")
    reminders.run(infra, clock.now)
    for clock.now in (NOON, MONDAY):
        digest.run(infra, clock.now)
    [mail] = arrived(infra, person.session["user"]["email"])
    return mail


def mailed_reminder(person: Client, infra: Infra, clock: MovableClock, **fields: Any) -> tuple[Json, Json]:
    """Make a reminder, and let it come; return it and its mail."""
    made = remind(person, **fields)
    assert pass_time(infra, clock, minutes=31).counts["sent"] == 1
    [mail] = arrived(infra, person.session["user"]["email"])
    return made, mail


def path_of(link: str) -> str:
    assert link.startswith(f"{PUBLIC}/")
    return link.removeprefix(PUBLIC)


def link_of(infra: Infra, user_id: str, reminder_id: str | None = None) -> str:
    link = links.link(infra.settings, Mails(user_id, reminder_id))
    assert link is not None
    return path_of(link)


def later(person: Client) -> Client:
    """Return who signed in before the clock was moved, with a token that is valid now."""
    sent = {"refresh_token": person.session["refresh_token"]}
    answer = person.application.test_client().post("/api/auth/refresh", json=sent)
    assert answer.status_code == 200, answer.text
    return person.signed_in(answer.get_json())


def profile_of(person: Client) -> tuple[Json, str]:
    answer = person.get("/api/users/me")
    return answer.get_json(), answer.headers["ETag"]


def reminder_of(person: Client, id: str) -> tuple[Json, str]:
    answer = person.get(f"/api/reminders/me/{id}")
    assert answer.status_code == 200
    return answer.get_json(), answer.headers["ETag"]


def written(person: Client) -> int:
    """Return how much was written of somebody so far, as sync counts it."""
    return int(person.get("/api/sync?since=0&limit=100").get_json()["seq"])


def test_a_mail_client_ends_the_report_by_one_click(
    client: Client, signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    mail = mailed_report(signed_in, infra, clock)
    signed_in = later(signed_in)
    _, before = profile_of(signed_in)
    seq = written(signed_in)
    answer = client.post(path_of(mail["unsubscribe"]), data=ONE_CLICK)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert NO_MORE in answer.text
    assert "Set-Cookie" not in answer.headers
    profile, after = profile_of(signed_in)
    assert profile["notifications"] == {"digest": True, "weekly_report": False, "achievements": True}
    assert after != before, "whoever changes the profile with what they saw before is told"
    told = signed_in.get(f"/api/sync?since={seq}&limit=100").get_json()["changes"]
    assert [(each["kind"], each["body"]["notifications"]["weekly_report"]) for each in told] == [("user", False)]
    train(signed_in, "2026-11-30")
    for clock.now in (datetime(2026, 12, 6, 12, tzinfo=UTC), datetime(2026, 12, 7, 7, tzinfo=UTC)):
        digest.run(infra, clock.now)
    assert arrived(infra, "ana@example.com") == [mail]


def test_the_report_says_where_it_is_ended(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    mail = mailed_report(signed_in, infra, clock)
    assert mail["text"].endswith(f"{digest.FOOTER}\nOr end it here, without signing in: {mail['unsubscribe']}")


def test_and_in_the_language_of_the_person(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    signed_in.patch("/api/users/me", json={"locale": "es-ES"})
    mail = mailed_report(signed_in, infra, clock)
    assert mail["text"].endswith(f"\nO deja de recibirlo aquí, sin iniciar sesión: {mail['unsubscribe']}")


def test_a_reminders_mail_says_so_below_its_text(
    client: Client, signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    _, mail = mailed_reminder(signed_in, infra, clock, title="Insulin", body="Ten units", channels=["email"])
    end = f"End the mails of this reminder, without signing in: {mail['unsubscribe']}"
    assert mail["text"] == f"Ten units\n\n{end}"
    asked = parse_qs(urlsplit(mail["unsubscribe"]).query)
    assert sorted(asked) == ["key", "reminder_id", "user_id"]
    for secret in ("ana", "example.com", "Insulin", "units"):
        assert secret not in mail["unsubscribe"].removeprefix(PUBLIC)


def test_a_reminder_goes_on_by_its_other_channels(
    client: Client, signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(signed_in)
    made, mail = mailed_reminder(signed_in, infra, clock, channels=["push", "email"])
    signed_in = later(signed_in)
    before, etag = reminder_of(signed_in, made["id"])
    seq = written(signed_in)
    assert client.post(path_of(mail["unsubscribe"]), data=ONE_CLICK).status_code == 200
    after, other = reminder_of(signed_in, made["id"])
    assert after == before | {"channels": ["push"]}
    assert other != etag
    told = signed_in.get(f"/api/sync?since={seq}&limit=100").get_json()["changes"]
    assert [(each["kind"], each["body"]["channels"]) for each in told] == [("reminder", ["push"])]
    stale = signed_in.patch(f"/api/reminders/me/{made['id']}", json={"title": "X"}, headers={"If-Match": etag})
    assert stale.status_code == 412
    assert pass_time(infra, clock, days=1).counts["sent"] == 1
    assert len(arrived(infra, token)) == 2
    assert len(arrived(infra, "ana@example.com")) == 1


def test_a_reminder_without_another_channel_is_switched_off_and_keeps_it(
    client: Client, signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    made, mail = mailed_reminder(signed_in, infra, clock, channels=["email"])
    signed_in = later(signed_in)
    assert client.post(path_of(mail["unsubscribe"]), data=ONE_CLICK).status_code == 200
    after, _ = reminder_of(signed_in, made["id"])
    assert (after["enabled"], after["channels"]) == (False, ["email"])
    assert "next_due_at" not in after
    assert signed_in.get("/api/reminders/me/upcoming").get_json() == {"items": []}
    assert "sent" not in pass_time(infra, clock, days=1).counts
    assert len(arrived(infra, "ana@example.com")) == 1
    patch = {"enabled": True}
    signed_in = later(signed_in)
    assert signed_in.patch(f"/api/reminders/me/{made['id']}", json=patch).get_json()["next_due_at"]
    assert client.post(path_of(mail["unsubscribe"]), data=ONE_CLICK).status_code == 200
    assert reminder_of(signed_in, made["id"])[0]["enabled"] is False, "the link works as long as there are mails"


def test_one_that_is_switched_off_does_not_mail_again_when_it_is_switched_on(
    client: Client, signed_in: Client, infra: Infra
) -> None:
    made = remind(signed_in, channels=["email", "sms"], enabled=False)
    assert client.post(link_of(infra, signed_in.user_id, made["id"])).status_code == 200
    after, _ = reminder_of(signed_in, made["id"])
    assert (after["enabled"], after["channels"]) == (False, ["sms"])


def test_a_snooze_stays_where_the_reminder_goes_on(
    client: Client, signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(signed_in)
    made, mail = mailed_reminder(signed_in, infra, clock, channels=["push", "email"])
    signed_in = later(signed_in)
    assert signed_in.post(f"/api/reminders/me/{made['id']}/snooze", json={"minutes": 10}).status_code == 200
    client.post(path_of(mail["unsubscribe"]), data=ONE_CLICK)
    assert reminder_of(signed_in, made["id"])[0]["snoozed"] is True
    assert pass_time(infra, clock, minutes=10).counts["sent"] == 1
    assert (len(arrived(infra, token)), len(arrived(infra, "ana@example.com"))) == (2, 1)


class _Clicked:
    """Mail whose receiver clicks before the sender goes on."""

    def __init__(self, inner: Messages, client: Client) -> None:
        self._inner, self._client = inner, client

    def send(self, message: Message) -> None:
        self._inner.send(message)
        assert message.unsubscribe is not None
        assert self._client.post(path_of(message.unsubscribe), data=ONE_CLICK).status_code == 200

    def ping(self) -> None:
        self._inner.ping()


@pytest.mark.parametrize(("channels", "outcome", "texts"), [(["email", "sms"], "sent", 1), (["email"], "taken", 0)])
def test_a_click_while_a_delivery_is_under_way_loses_none_of_it(
    client: Client, infra: Infra, clock: MovableClock, channels: list[str], outcome: str, texts: int
) -> None:
    ana = client.signed_in(sign_in(client, phone="+34612345678"))
    verify = {"email": "ana@example.com"}
    client.post("/api/auth/send-otp", json=verify)
    assert infra.inbox is not None
    code = re.findall(r"\b\d{6}\b", infra.inbox.read()[0]["text"])[0]
    assert ana.post("/api/auth/verify-otp", json=verify | {"otp": code}).status_code == 200
    made = remind(ana, channels=channels)
    clicked = replace(infra, mail=_Clicked(infra.mail, client))
    assert pass_time(clicked, clock, minutes=31).counts == {"planned": 1, outcome: 1}
    assert len(arrived(infra, "ana@example.com")) == 1
    assert len([each for each in arrived(infra, "+34612345678") if each["text"] == "Stretch"]) == texts
    assert pass_time(infra, clock, days=1).counts == ({"sent": 1} if texts else {})
    assert len(arrived(infra, "ana@example.com")) == 1
    after, _ = reminder_of(later(ana), made["id"])
    assert (after["channels"], after["enabled"]) == ((["sms"], True) if texts else (["email"], False))


@pytest.mark.parametrize(
    "sent",
    [
        {"data": ONE_CLICK},
        {},
        {"data": ONE_CLICK, "content_type": "multipart/form-data"},
        {"data": b"{", "content_type": "application/json"},
        {"data": b"\xff\x00", "content_type": "nonsense"},
        {"data": b"x" * 2_000_000, "content_type": "application/x-www-form-urlencoded"},
        {"data": ONE_CLICK, "headers": {"Authorization": "Bearer nonsense", "Origin": "null", "Cookie": "a=b"}},
    ],
    ids=["form", "nothing", "multipart", "broken JSON", "nonsense", "much", "another's headers"],
)
def test_whatever_is_posted_the_link_counts(client: Client, signed_in: Client, infra: Infra, sent: Json) -> None:
    assert client.post(link_of(infra, signed_in.user_id), **sent).status_code == 200
    assert profile_of(signed_in)[0]["notifications"]["weekly_report"] is False


def test_looking_changes_nothing(client: Client, signed_in: Client, infra: Infra) -> None:
    """Scanners of mail follow every link."""
    made = remind(signed_in, channels=["email"])
    before = profile_of(signed_in), reminder_of(signed_in, made["id"]), written(signed_in)
    for path in (link_of(infra, signed_in.user_id), link_of(infra, signed_in.user_id, made["id"])):
        for method in ("GET", "HEAD", "OPTIONS"):
            assert client.open(path, method=method).status_code == 200
    assert (profile_of(signed_in), reminder_of(signed_in, made["id"]), written(signed_in)) == before


def test_the_page_has_one_button_that_posts_to_where_it_is(client: Client, signed_in: Client, infra: Infra) -> None:
    answer = client.get(link_of(infra, signed_in.user_id))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "script" not in answer.text
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.text.count("<button") == answer.text.count("<form") == 1
    assert '<form method="post"><button name="List-Unsubscribe" value="One-Click">' in answer.text
    assert not re.search(r"(?:action|src|href)=", answer.text)
    assert not [secret for secret in ("ana@", signed_in.user_id, "key") if secret in answer.text]


@pytest.mark.parametrize(
    ("locale", "accepted", "language"),
    [("en", "es", "en"), ("es-MX", "en", "es"), (None, "es-ES,en;q=0.5", "es"), (None, "fr", "en"), (None, None, "en")],
)
def test_the_page_speaks_as_the_person_does_or_else_the_browser(
    client: Client, signed_in: Client, infra: Infra, locale: str | None, accepted: str | None, language: str
) -> None:
    path = link_of(infra, signed_in.user_id)
    if locale:
        signed_in.patch("/api/users/me", json={"locale": locale})
    else:
        assert signed_in.delete("/api/users/me").status_code == 204
    headers = {"Accept-Language": accepted} if accepted else {}
    for answer in (client.get(path, headers=headers), client.post(path, headers=headers)):
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.text
        assert ("Correos" in answer.text) is (language == "es")


def test_what_has_ended_is_said_and_written_once(client: Client, signed_in: Client, infra: Infra) -> None:
    made = remind(signed_in, channels=["push", "email"])
    for path in (link_of(infra, signed_in.user_id), link_of(infra, signed_in.user_id, made["id"])):
        assert NO_MORE not in client.get(path).text
        assert NO_MORE in client.post(path).text
        seq = written(signed_in)
        assert NO_MORE in client.post(path).text
        assert NO_MORE in client.get(path).text
        assert "<button" not in client.get(path).text
        assert written(signed_in) == seq


def test_what_is_gone_has_ended(client: Client, signed_in: Client, infra: Infra) -> None:
    made = remind(signed_in, channels=["email"])
    paths = [link_of(infra, signed_in.user_id), link_of(infra, signed_in.user_id, made["id"])]
    signed_in.delete(f"/api/reminders/me/{made['id']}")
    for method in ("GET", "POST"):
        answer = client.open(paths[1], method=method)
        assert (answer.status_code, "ended already" in answer.text, "<button" in answer.text) == (200, True, False)
    assert signed_in.delete("/api/users/me").status_code == 204
    for path in [*paths, link_of(infra, str(uuid4()))]:
        for method in ("GET", "POST"):
            answer = client.open(path, method=method)
            assert (answer.status_code, "ended already" in answer.text) == (200, True)
    assert infra.store.get(signed_in.user_id, USER, signed_in.user_id) is None


def changed(path: str, **parts: str | None) -> str:
    """Return a link with other parts; None leaves one out."""
    place, _, query = path.partition("?")
    asked: dict[str, str | None] = {name: values[0] for name, values in parse_qs(query).items()}
    return f"{place}?{urlencode({name: value for name, value in (asked | parts).items() if value is not None})}"


def test_without_its_key_a_link_does_nothing_and_tells_nothing(
    client: Client, signed_in: Client, another: Client, infra: Infra
) -> None:
    """The same 404 to all of them: whether there is such a person or such a reminder is nobody's to know."""
    made = remind(signed_in, channels=["email"])
    report, reminder = link_of(infra, signed_in.user_id), link_of(infra, signed_in.user_id, made["id"])
    key = parse_qs(urlsplit(report).query)["key"][0]
    wrong = [
        changed(report, key=key[:-1]),
        changed(report, key=f"{key}A"),
        changed(report, key=key.swapcase()),
        changed(report, key="ñ💪\0"),
        changed(report, user_id=another.user_id),
        changed(report, user_id=str(uuid4())),
        changed(report, user_id="\0"),
        changed(report, reminder_id=made["id"]),
        changed(report, reminder_id="weekly_report"),
        changed(reminder, reminder_id=None),
        changed(reminder, reminder_id=str(uuid4())),
        changed(reminder, user_id=another.user_id),
    ]
    told = set()
    before = written(signed_in), written(another)
    for path in wrong:
        for method in ("GET", "POST"):
            answer = client.open(path, method=method, headers={"Accept-Language": "es"})
            assert (answer.status_code, answer.content_type) == (404, "application/problem+json"), path
            told.add(json.dumps(answer.get_json() | {"request_id": ""}))
    assert len(told) == 1
    assert (written(signed_in), written(another)) == before


@pytest.mark.parametrize("part", ["user_id", "key"])
def test_a_part_that_is_missing_is_named(client: Client, signed_in: Client, infra: Infra, part: str) -> None:
    for method in ("GET", "POST"):
        answer = client.open(changed(link_of(infra, signed_in.user_id), **{part: None}), method=method)
        assert (answer.status_code, [each["field"] for each in answer.get_json()["errors"]]) == (422, [part])


def test_a_link_outlives_the_key_that_signs_tokens(signed_in: Client, infra: Infra) -> None:
    mails = Mails(signed_in.user_id)
    old = replace(infra.settings, pepper_key="p" * 32)
    link = links.link(old, mails)
    assert link is not None
    key = parse_qs(urlsplit(link).query)["key"][0]
    assert links.is_ours(replace(old, secret_key="another " * 5), mails, key)
    assert not links.is_ours(replace(old, pepper_key="q" * 32), mails, key)


def test_a_server_that_does_not_know_its_address_has_no_link(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    unknown = replace(infra, settings=replace(infra.settings, public_url=""))
    _, mail = mailed_reminder(signed_in, unknown, clock, channels=["email"])
    assert (mail["text"], "unsubscribe" in mail) == ("Stretch", False)


def test_mails_that_are_asked_for_have_none(client: Client, infra: Infra) -> None:
    sign_in(client, email="ana@example.com")
    assert infra.inbox is not None
    assert [("unsubscribe" in item, PUBLIC in item["text"]) for item in infra.inbox.read()] == [(False, False)]


def test_a_developer_sees_the_link(client: Client, signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    _, mail = mailed_reminder(signed_in, infra, clock, channels=["email"])
    [item] = [each for each in client.get("/dev/inbox.json").get_json()["items"] if each.get("unsubscribe")]
    assert item["unsubscribe"] == mail["unsubscribe"]
    assert f'<a href="{mail["unsubscribe"].replace("&", "&amp;")}">' in client.get("/dev/inbox").text


def clicked(client: Client, path: str) -> int:
    return client.application.test_client().post(path, data=ONE_CLICK).status_code


class TestOnEachStore:
    """Two at once, a lost race, somebody who is erased meanwhile."""

    @pytest.fixture(params=["sqlite_url", "postgresql_url", "dynamodb_url"])
    def settings(self, request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
        return settings_for(tmp_path, request.getfixturevalue(request.param), public_url=PUBLIC)

    @pytest.fixture
    def ana(self, client: Client) -> Client:
        return client.signed_in(sign_in(client, email=f"{uuid4().hex}@example.com"))

    def test_of_many_at_once_one_writes(self, client: Client, ana: Client, infra: Infra) -> None:
        made = remind(ana, channels=["push", "email"])
        for path in (link_of(infra, ana.user_id), link_of(infra, ana.user_id, made["id"])):
            seq = written(ana)
            assert together(*[partial(clicked, client, path)] * 6) == [200] * 6
            assert written(ana) == seq + 1
        assert profile_of(ana)[0]["notifications"]["weekly_report"] is False
        assert reminder_of(ana, made["id"])[0]["channels"] == ["push"]

    def test_what_somebody_changes_meanwhile_stays(self, ana: Client, infra: Infra, clock: MovableClock) -> None:
        made = remind(ana, channels=["email", "push"])
        for path, reminder_id, patch in (
            ("/api/users/me", None, {"name": "Ana", "notifications": {"digest": False}}),
            (f"/api/reminders/me/{made['id']}", made["id"], {"title": "Walk", "channels": ["email", "sms"]}),
        ):
            raced = _Raced(infra.store, partial(ana.patch, path, json=patch))
            assert service.end(raced, Mails(ana.user_id, reminder_id), clock.now).state == "ended"  # type: ignore[arg-type] # by __getattr__
            assert raced.tries == 2
        profile, _ = profile_of(ana)
        assert profile["notifications"] == {"digest": False, "weekly_report": False, "achievements": True}
        assert profile["name"] == "Ana"
        after, _ = reminder_of(ana, made["id"])
        assert (after["title"], after["channels"]) == ("Walk", ["sms"])

    def test_whoever_goes_meanwhile_gets_no_more_mails(self, ana: Client, infra: Infra, clock: MovableClock) -> None:
        made = remind(ana, channels=["email"])
        one = f"/api/reminders/me/{made['id']}"
        raced = _Raced(infra.store, lambda: ana.delete(one))
        assert service.end(raced, Mails(ana.user_id, made["id"]), clock.now).state == "gone"  # type: ignore[arg-type] # by __getattr__
        raced = _Raced(infra.store, lambda: ana.delete("/api/users/me"))
        assert service.end(raced, Mails(ana.user_id), clock.now).state == "gone"  # type: ignore[arg-type] # by __getattr__
        assert infra.store.get(ana.user_id, USER, ana.user_id) is None


class _Raced:
    """A Store in which something else is written just before the first write of whoever has it; `tries` counts theirs."""

    def __init__(self, store: Store, meanwhile: Callable[[], Any]) -> None:
        self._store, self._meanwhile, self.tries = store, meanwhile, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self, ops: Sequence[Op]) -> None:
        self.tries += 1
        if self.tries == 1:
            assert self._meanwhile().status_code in (200, 204)
        self._store.write(ops)
