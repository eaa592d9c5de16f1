"""The providers that the one contract suite runs over; another is one more row."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.fixtures import expo, smtp
from tests.fixtures.messaging import REGION, SENDER, aws, emails_sent, sms_sent, smtp_at

from fitzen.infra.messages.aws import Service
from fitzen.infra.messages.base import Messages
from fitzen.infra.messages.expo import Expo
from fitzen.infra.messages.local import DEAD, Inbox
from fitzen.infra.messages.ses import REFUSALS as SES_REFUSALS
from fitzen.infra.messages.ses import Ses
from fitzen.infra.messages.smtp import Smtp
from fitzen.infra.messages.sns import REFUSALS as SNS_REFUSALS
from fitzen.infra.messages.sns import Sns

TO = {
    "sms": ("+34612345678", "+34612345679"),
    "email": ("ana@example.com", "ben@example.com"),
    "push": ("ExponentPushToken[a]", "ExponentPushToken[b]"),
}


class Sent(NamedTuple):
    to: str
    text: str
    subject: str | None


@dataclass
class Adapter:
    """`build` makes one for a channel of it, `sent` reads what arrived, oldest first; `once`: a key makes it one delivery.

    `dead` is a token that the service does not know.
    """

    channel: str
    build: Callable[[], Messages]
    sent: Callable[[], list[Sent]]
    once: bool = True
    subjects: bool = True
    dead: str = ""


@pytest.fixture(scope="session")
def ses_client(messages_endpoint: str) -> Any:
    client = aws("ses", messages_endpoint)
    client.verify_email_identity(EmailAddress=SENDER)
    return client


@pytest.fixture
def expo_service() -> Iterator[expo.Service]:
    with expo.serving() as service:
        yield service


@pytest.fixture
def mail_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[smtp.Server]:
    """A server with STARTTLS and a login, whose certificate is trusted."""
    with smtp.serving(tmp_path, user="fitzen", password="p@ss:word") as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        yield server


@pytest.fixture(params=["inbox-sms", "inbox-email", "inbox-push", "sns", "ses", "smtp", "expo"])
def adapter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Adapter]:
    """The row of a name; whatever it builds is closed at the end."""
    chosen = _adapter(request, tmp_path)
    with ExitStack() as built:

        def build() -> Messages:
            made = chosen.build()
            if isinstance(made, Smtp | Expo):
                built.callback(made.close)
            return made

        yield replace(chosen, build=build)


def _adapter(request: pytest.FixtureRequest, tmp_path: Path) -> Adapter:
    name, _, channel = str(request.param).partition("-")
    if name == "inbox":
        return _inbox(tmp_path / "box" / "inbox.jsonl", channel)
    if name == "smtp":
        server: smtp.Server = request.getfixturevalue("mail_server")
        return Adapter("email", lambda: smtp_at(server), lambda: _received(server), once=False)
    if name == "expo":
        service: expo.Service = request.getfixturevalue("expo_service")
        service.dead = {"ExponentPushToken[dead]"}
        return Adapter("push", lambda: Expo(service.url), lambda: _pushed(service), dead="ExponentPushToken[dead]")
    endpoint: str = request.getfixturevalue("messages_endpoint")
    if name == "ses":
        request.getfixturevalue("ses_client")
        before = len(emails_sent(endpoint))
        mailer = Service("sesv2", REGION, endpoint, SES_REFUSALS)
        return Adapter("email", lambda: Ses(mailer, SENDER, "Fitzen"), lambda: _mailed(endpoint)[before:], once=False)
    known = {each["MessageId"] for each in sms_sent(endpoint)}
    texter = Service("sns", REGION, endpoint, SNS_REFUSALS)
    return Adapter("sms", lambda: Sns(texter), lambda: _texted(endpoint, known), once=False, subjects=False)


def _inbox(path: Path, channel: str) -> Adapter:
    def sent() -> list[Sent]:
        items = Inbox(path, "any").read()
        return [Sent(item["to"], item["text"], item.get("subject")) for item in reversed(items)]

    return Adapter(channel, lambda: Inbox(path, channel), sent, dead=f"{DEAD}token" if channel == "push" else "")


def _received(server: smtp.Server) -> list[Sent]:
    texts = [each.get_content().replace("\r\n", "\n").removesuffix("\n") for each in server.mails]
    return [
        Sent(to, text, each["Subject"])
        for each, text, (_, to) in zip(server.mails, texts, server.envelopes, strict=True)
    ]


def _pushed(service: expo.Service) -> list[Sent]:
    return [Sent(each["to"], each["body"], each.get("title")) for each in service.shown]


def _mailed(endpoint: str) -> list[Sent]:
    return [Sent(each["To"][0], each["BodyText"], each["Subject"]) for each in emails_sent(endpoint)]


def _texted(endpoint: str, before: set[str]) -> list[Sent]:
    found = [each for each in sms_sent(endpoint) if each["MessageId"] not in before]
    return [Sent(each["PhoneNumber"], each["Message"], None) for each in found]
