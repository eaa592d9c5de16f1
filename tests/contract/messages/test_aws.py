"""What SNS and SES do beyond the contract: attributes, topics over the wire, and whatever can go wrong."""

import logging
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from tests.fixtures.aws_faults import Aws, Fault, serving
from tests.fixtures.messaging import REGION, SENDER, emails_sent, listened, sms_sent

from fitzen.errors import UnavailableError
from fitzen.infra.llm.breaker import Breaker
from fitzen.infra.messages import aws as service
from fitzen.infra.messages.aws import Service
from fitzen.infra.messages.base import Message, Messages, RefusedError
from fitzen.infra.messages.ses import REFUSALS as SES_REFUSALS
from fitzen.infra.messages.ses import Ses
from fitzen.infra.messages.sns import REFUSALS as SNS_REFUSALS
from fitzen.infra.messages.sns import Sns
from fitzen.infra.messages.topics import SnsTopics

NUMBER, ADDRESS, TEXT = "+34612345678", "ana@example.com", "Blood pressure at 7"
TO = {"sns": NUMBER, "ses": ADDRESS}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "PAUSE_S", 0.005)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Aws]:
    monkeypatch.setattr(service, "READ_TIMEOUT_S", 2.0)
    with serving() as made:
        yield made


@pytest.fixture(params=["sns", "ses"])
def provider(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def build(provider: str, url: str) -> Messages:
    if provider == "sns":
        return Sns(Service("sns", REGION, url, SNS_REFUSALS))
    return Ses(Service("sesv2", REGION, url, SES_REFUSALS), SENDER)


def test_an_sms_says_who_it_is_from_and_what_it_may_cost(messages_endpoint: str) -> None:
    sms = Sns(Service("sns", REGION, messages_endpoint), "Fitzen", "0.10", "+18005550100")
    sms.send(Message("+34600000001", "a" * 1601))
    [sent] = [each for each in sms_sent(messages_endpoint) if each["PhoneNumber"] == "+34600000001"]
    assert len(sent["Message"]) == 1600
    values = {
        name: (each.get("DataType") or each["Type"], each.get("StringValue") or each["Value"])
        for name, each in sent["MessageAttributes"].items()
    }
    assert values == {
        "AWS.SNS.SMS.SMSType": ("String", "Transactional"),
        "AWS.SNS.SMS.SenderID": ("String", "Fitzen"),
        "AWS.MM.SMS.OriginationNumber": ("String", "+18005550100"),
        "AWS.SNS.SMS.MaxPrice": ("Number", "0.10"),
    }


def test_an_email_has_a_sender_with_a_name_and_its_configuration_set(failing: Aws) -> None:
    Ses(Service("sesv2", REGION, failing.url), SENDER, "Fitzen — coach", "fitzen").send(Message(ADDRESS, TEXT))
    [asked] = failing.asked
    assert asked["FromEmailAddress"] == "=?utf-8?q?Fitzen_=E2=80=94_coach?= <coach@example.com>"
    assert (asked["ConfigurationSetName"], asked["Destination"]) == ("fitzen", {"ToAddresses": [ADDRESS]})
    simple = asked["Content"]["Simple"]
    assert (simple["Subject"]["Data"], simple["Body"]["Text"]["Data"]) == ("Fitzen", TEXT)


def test_an_email_has_the_link_that_ends_these_mails(failing: Aws) -> None:
    link = "https://fitzen.example/api/mail/unsubscribe?user_id=ana&key=k"
    mailer = Ses(Service("sesv2", REGION, failing.url), SENDER)
    for unsubscribe in (link, link.replace("https:", "http:"), None):
        mailer.send(Message(ADDRESS, TEXT, unsubscribe=unsubscribe))
    first, *others = [asked["Content"]["Simple"] for asked in failing.asked]
    assert first["Headers"] == [
        {"Name": "List-Unsubscribe", "Value": f"<{link}>"},
        {"Name": "List-Unsubscribe-Post", "Value": "List-Unsubscribe=One-Click"},
    ]
    assert not [each for each in others if "Headers" in each], "only by https (RFC 8058)"


def test_a_sender_that_is_not_verified_is_refused(messages_endpoint: str, ses_client: Any) -> None:
    before = len(emails_sent(messages_endpoint))
    mailer = Ses(Service("sesv2", REGION, messages_endpoint, SES_REFUSALS), SENDER)
    mailer.send(Message(ADDRESS, TEXT))
    assert len(emails_sent(messages_endpoint)) == before + 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=400, code="Throttling"),
        Fault(status=429, code="TooManyRequestsException"),
        Fault(status=500, code="InternalError"),
        Fault(status=503),
    ],
    ids=lambda fault: fault.code,
)
def test_what_was_certainly_not_taken_is_sent_again(failing: Aws, provider: str, fault: Fault) -> None:
    failing.faults = [fault, fault]
    build(provider, failing.url).send(Message(TO[provider], TEXT))
    assert len(failing.asked) == 3


@pytest.mark.parametrize(
    ("provider", "how"), [(name, how) for name in TO for how in ("cut", "silence")] + [("sns", "half")]
)
def test_what_may_have_been_taken_is_left_to_the_caller(
    failing: Aws, provider: str, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    failing.faults = [Fault(how)]
    start = time.monotonic()
    with caplog.at_level(logging.DEBUG), pytest.raises(UnavailableError) as raised:
        build(provider, failing.url).send(Message(TO[provider], TEXT))
    assert time.monotonic() - start < 8
    assert type(raised.value) is UnavailableError
    assert len(failing.asked) == 1
    silent(caplog, raised.value)


@pytest.mark.parametrize(
    ("provider", "code", "error"),
    [
        ("sns", "InvalidParameter", RefusedError),
        ("sns", "AuthorizationError", UnavailableError),
        ("sns", "OptedOut", RefusedError),
        ("ses", "MessageRejected", RefusedError),
        ("ses", "AccountSuspendedException", UnavailableError),
        ("ses", "SendingPausedException", UnavailableError),
    ],
)
def test_a_refusal_is_for_good_where_it_is_about_the_receiver(
    failing: Aws, provider: str, code: str, error: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    failing.faults = [Fault(status=400, code=code)]
    with caplog.at_level(logging.DEBUG), pytest.raises(UnavailableError) as raised:
        build(provider, failing.url).send(Message(TO[provider], TEXT))
    assert type(raised.value) is error
    assert len(failing.asked) == 1
    assert code in caplog.text
    silent(caplog, raised.value)


def test_a_service_that_stays_down_is_given_up_in_time(failing: Aws, provider: str) -> None:
    failing.faults = [Fault()] * 100
    start = time.monotonic()
    with pytest.raises(UnavailableError):
        build(provider, failing.url).send(Message(TO[provider], TEXT))
    assert time.monotonic() - start < 8
    assert 1 < len(failing.asked) <= service.ATTEMPTS


def test_all_that_one_send_may_take_is_within_the_ports_ten_seconds() -> None:
    """The last attempt begins before `LATEST_S`."""
    assert service.LATEST_S + service.CONNECT_TIMEOUT_S + service.READ_TIMEOUT_S < 10


def test_nobody_there_is_unavailable(provider: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        messages = build(provider, f"http://127.0.0.1:{probe.getsockname()[1]}")
    with pytest.raises(UnavailableError):
        messages.send(Message(TO[provider], TEXT))
    with pytest.raises(UnavailableError):
        messages.ping()


def test_without_credentials_the_operator_is_told(
    provider: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent")
    messages = build(provider, "https://127.0.0.1:1")
    for call in (messages.ping, lambda: messages.send(Message(TO[provider], TEXT))):
        caplog.clear()
        with pytest.raises(UnavailableError):
            call()
        assert "needs credentials" in caplog.text


def test_events_are_told_to_whoever_listens(messages_endpoint: str) -> None:
    prefix, queue = listened(messages_endpoint, "told", "reminders")
    events = [{"event": "reminder.sent", "user_id": "ana", "reminder_id": f"{number}"} for number in range(25)]
    SnsTopics(Service("sns", REGION, messages_endpoint), prefix).publish("reminders", events)
    heard = sorted(queue.heard(), key=lambda each: int(each[0]["reminder_id"]))
    assert [message for message, _ in heard] == events
    assert {kind for _, kind in heard} == {"reminder.sent"}


def test_events_that_cannot_be_told_are_left_out_and_keep_nobody_waiting(
    failing: Aws, caplog: pytest.LogCaptureFixture
) -> None:
    topics = SnsTopics(Service("sns", REGION, failing.url), f"arn:aws:sns:{REGION}:123456789012:fitzen", Breaker())
    event = {"event": "reminder.sent", "user_id": "ana"}
    failing.failed = ["1"]
    topics.publish("reminders", [event] * 2)
    assert "did not take 1 events of reminders" in caplog.text
    failing.faults = [Fault(status=403, code="AuthorizationError")] * 100
    topics.publish("reminders", [event] * 60)
    assert len(failing.asked) == 1 + 3, "after three failures it is left alone"
    assert "ana" not in caplog.text


def test_no_adapter_imports_what_it_does_not_need_before_it_sends() -> None:
    program = """
import sys
from fitzen.config import Settings
from fitzen.infra.messages import urls
made = Settings(sms_url="sns:", mail_url="ses:a@example.com", push_url="expo:",
                topics_url="sns:arn:aws:sns:us-east-1:123456789012:fitzen")
urls.sms(made), urls.mail(made), urls.push(made), urls.topics(made)
print([name for name in ("botocore", "boto3", "httpx", "smtplib") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]"


def silent(caplog: pytest.LogCaptureFixture, error: BaseException) -> None:
    """Assert that neither the log nor the error has anything of a message."""
    records = [each for each in caplog.records if each.name.startswith("fitzen")]
    assert records
    told = caplog.text + str(error) + repr(error.__cause__)
    assert not [secret for secret in (NUMBER, NUMBER[1:], ADDRESS, TEXT, TEXT.replace(" ", "+")) if secret in told]
