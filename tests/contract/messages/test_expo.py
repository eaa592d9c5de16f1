"""What Expo's adapter does beyond the contract, over the wire: batches, receipts, and whatever can go wrong."""

import logging
import socket
import time
from collections.abc import Iterator

import pytest
from tests.fixtures.expo import SEND, Fault, Service

from fitzen.errors import UnavailableError
from fitzen.infra.messages import expo
from fitzen.infra.messages.base import DeadTokenError, Message, RefusedError
from fitzen.infra.messages.expo import Expo

TEXT = "Blood pressure at 7"
ANA = "ExponentPushToken[ana]"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expo, "PAUSE_S", 0.005)


@pytest.fixture
def push(expo_service: Service) -> Iterator[Expo]:
    """One that waits long enough for a busy machine."""
    made = Expo(expo_service.url, limit_s=20, read_timeout_s=2)
    yield made
    made.close()


@pytest.fixture
def hasty(expo_service: Service) -> Iterator[Expo]:
    made = Expo(expo_service.url, limit_s=1.5, read_timeout_s=0.4)
    yield made
    made.close()


def message(to: str = ANA, key: str | None = "k", text: str = TEXT) -> Message:
    return Message(to, text, "Reminder", key, {"url": "/reminders/1"})


def tokens(number: int) -> list[str]:
    return [f"ExponentPushToken[{each:04}]" for each in range(number)]


def test_a_hundred_go_in_one_compressed_request(push: Expo, expo_service: Service) -> None:
    handed = push.send_many([message(to) for to in tokens(100)])
    assert all(each.error is None for each in handed)
    assert [expo_service.tickets[str(each.ticket)] for each in handed] == tokens(100)
    [request] = expo_service.requests
    assert (len(request["messages"]), request["gzip"]) == (100, True)
    assert request["bytes"] < 3000
    with pytest.raises(ValueError, match="at most 100"):
        push.send_many([message(to) for to in tokens(101)])


def test_what_is_sent_is_what_the_service_documents(push: Expo, expo_service: Service) -> None:
    push.send(message())
    [[sent]] = expo_service.sends
    assert sent == {
        "to": ANA,
        "title": "Reminder",
        "body": TEXT,
        "data": {"url": "/reminders/1"},
        "sound": "default",
        "priority": "high",
        "ttl": 7200,
        "collapseId": "k",
        "tag": "k",
    }
    assert expo_service.requests[0]["gzip"] is False


def test_a_connection_is_kept(push: Expo, expo_service: Service) -> None:
    for _ in range(5):
        push.send(message())
    assert len({each["connection"] for each in expo_service.requests}) == 1


def test_a_text_that_is_too_long_for_a_phone_is_cut(push: Expo, expo_service: Service) -> None:
    push.send(message(text="ü" * 5000))
    [[sent]] = expo_service.sends
    assert len(sent["body"]) == 1000
    assert sent["body"].endswith("ü…")


def test_in_a_batch_each_message_has_its_own_answer(push: Expo, expo_service: Service) -> None:
    expo_service.dead = {"ExponentPushToken[dead]"}
    expo_service.errors = {"ExponentPushToken[big]": "MessageTooBig", "ExponentPushToken[odd]": "InvalidCredentials"}
    to = [
        ANA,
        "ExponentPushToken[dead]",
        "ExponentPushToken[big]",
        "ExponentPushToken[odd]",
        '{"endpoint":"https://x"}',
    ]
    handed = push.send_many([message(each) for each in to])
    assert [type(each.error) for each in handed] == [
        type(None),
        DeadTokenError,
        RefusedError,
        UnavailableError,
        DeadTokenError,
    ]
    assert len(expo_service.sends[0]) == 4, "a browser's token would have spoiled the whole request"
    assert [each["to"] for each in expo_service.shown] == [ANA]


def test_tokens_of_several_projects_are_sent_apart(push: Expo, expo_service: Service) -> None:
    many = tokens(6)
    expo_service.elsewhere = {many[1]: "@other/app", many[4]: "@other/app"}
    handed = push.send_many([message(to) for to in many])
    assert [expo_service.tickets[str(each.ticket)] for each in handed] == many
    assert [len(each) for each in expo_service.sends] == [6, 4, 2]


def test_one_that_the_service_cannot_read_costs_no_other_one(push: Expo, expo_service: Service) -> None:
    many = tokens(100)
    handed = push.send_many([message(to, key="x" * (65 if to == many[63] else 3)) for to in many])
    assert [place for place, each in enumerate(handed) if each.error] == [63]
    assert type(handed[63].error) is RefusedError
    assert len(expo_service.shown) == 99
    assert len(expo_service.requests) <= 15


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500),
        Fault(status=502, body=b""),
        Fault(status=429, body=b'{"errors":[{"code":"TOO_MANY_REQUESTS"}]}'),
        Fault(status=429, headers=(("Retry-After", "0"),)),
        Fault("cut"),
        Fault("half"),
        Fault("silence"),
        Fault(status=200, body=b"<html>login to the wifi</html>"),
        Fault(status=200, body=b"[]"),
        Fault("cut", taken=True),
        Fault("half", taken=True),
    ],
    ids=lambda fault: f"{fault.how}-{fault.status}-{len(fault.body)}-{fault.taken}",
)
def test_what_may_pass_is_asked_again_and_shown_once(push: Expo, expo_service: Service, fault: Fault) -> None:
    expo_service.faults = [fault]
    push.send(message())
    assert len(expo_service.sends) == 2
    assert [each["body"] for each in expo_service.shown] == [TEXT]


@pytest.mark.parametrize("how", ["status", "cut", "half", "drip", "silence"])
def test_what_does_not_pass_is_given_up_in_time(
    hasty: Expo, expo_service: Service, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    expo_service.faults = [Fault(how)] * 1000
    start = time.monotonic()
    with caplog.at_level(logging.DEBUG), pytest.raises(UnavailableError) as raised:
        hasty.send(message())
    assert time.monotonic() - start < 6, "1.5 s and what a busy machine adds"
    told = caplog.text + repr(raised.value) + repr(raised.value.__cause__)
    assert not [secret for secret in (ANA, "ana]", TEXT) if secret in told]
    assert any("Expo does not answer" in each.getMessage() for each in caplog.records)


def test_a_long_wait_that_the_service_asks_for_is_left_to_the_caller(push: Expo, expo_service: Service) -> None:
    expo_service.faults = [Fault(status=429, headers=(("Retry-After", "60"),))]
    start = time.monotonic()
    with pytest.raises(UnavailableError):
        push.send(message())
    assert time.monotonic() - start < 10
    assert len(expo_service.sends) == 1


@pytest.mark.parametrize("body", [b'{"data": []}', b'{"data": {"status": "ok"}}', b"{}", b'{"data": null}'])
def test_an_answer_for_another_number_of_messages_is_none(push: Expo, expo_service: Service, body: bytes) -> None:
    expo_service.faults = [Fault(status=200, body=body)]
    assert type(push.send_many([message()])[0].error) is UnavailableError


@pytest.mark.parametrize(
    "ticket", [b"null", b'"ok"', b'{"status":"ok"}', b'{"status":"ok","id":7}', b'{"status":"error"}']
)
def test_a_malformed_ticket_is_no_success_and_no_dead_token(push: Expo, expo_service: Service, ticket: bytes) -> None:
    good = b'{"status":"ok","id":"a"}'
    expo_service.faults = [Fault(status=200, body=b'{"data":[' + ticket + b"," + good + b"]}")]
    handed = push.send_many([message(), message("ExponentPushToken[b]")])
    assert (type(handed[0].error), handed[1].ticket) == (UnavailableError, "a")


def test_an_access_token_is_sent_and_never_said(expo_service: Service, caplog: pytest.LogCaptureFixture) -> None:
    expo_service.access_token = "right"
    with caplog.at_level(logging.DEBUG):
        for token, error in (("right", None), ("wrong-token", UnavailableError), ("", UnavailableError)):
            push = Expo(expo_service.url, token)
            assert type(push.send_many([message()])[0].error) is (error or type(None))
            if error:
                with pytest.raises(UnavailableError):
                    push.ping()
            else:
                push.ping()
            push.close()
    assert "EXPO_ACCESS_TOKEN" in caplog.text
    assert "wrong-token" not in caplog.text


def test_receipts_tell_of_dead_tokens_and_of_what_is_not_known_yet(
    push: Expo, expo_service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    many = tokens(4)
    tickets = [str(each.ticket) for each in push.send_many([message(to) for to in many])]
    expo_service.gone, expo_service.unknown_yet = {many[1]}, {many[2]}
    expo_service.receipt_errors = {many[3]: "InvalidCredentials"}
    assert push.receipts(tickets) == {tickets[0]: False, tickets[1]: True, tickets[3]: False}
    assert "InvalidCredentials" in caplog.text
    assert many[3] not in caplog.text


def test_many_receipts_are_asked_for_in_parts(push: Expo, expo_service: Service) -> None:
    handed = [
        each
        for start in range(0, 700, 100)
        for each in push.send_many([message(t) for t in tokens(700)[start : start + 100]])
    ]
    assert len(push.receipts([str(each.ticket) for each in handed])) == 700
    assert [len(each["ids"]) for each in expo_service.requests if each["path"] != SEND] == [300, 300, 100]


@pytest.mark.parametrize("fault", [Fault(), Fault(status=200, body=b'{"data": []}'), Fault(status=403, body=b"{}")])
def test_receipts_that_do_not_come_are_unavailable(hasty: Expo, expo_service: Service, fault: Fault) -> None:
    expo_service.faults = [fault] * 1000
    with pytest.raises(UnavailableError):
        hasty.receipts(["a"])


def test_nobody_there_is_unavailable_at_once() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    push = Expo(url, limit_s=1)
    with pytest.raises(UnavailableError):
        push.send(message())
    with pytest.raises(UnavailableError):
        push.ping()
    push.close()
