"""The three functions by which a Cognito user pool sends and checks codes (CUSTOM_AUTH).

They run alone on Lambda, with Python's library and the AWS SDK that is there; `infra/identity/cognito.py` is the only
caller, and the pool's client has a secret so that nobody else can be. The first challenge of a sign-in asks what to
send and where to: Cognito gives these functions no metadata of InitiateAuth, but that of each answer. Its answer
sends the code, which the second and later challenges ask for:

    define -> create (ask) -> verify (SEND) -> define -> create (code) -> verify (123456) -> define -> tokens

The code is in the private parameters of its challenge, and in the challenge's metadata, from where a wrong answer
takes it over into the next challenge; Cognito shows both to these functions only. Nothing is logged but how it failed.

Environment, which is not Fitzen's own (`config.py` does not run here): `CODES_FROM`, the address that email comes from.
"""

import hmac
import os
import re
import secrets
import time
from functools import cache
from typing import Any

from fitzen.infra.identity.codes import CODE_LIFETIME, CODE_TRIES, SLOTS, SUBJECTS, TEXTS

ASK = "ASK"
SEND = "SEND"
"""The answer to the first challenge."""
ENGLISH = "en"
"""What an API from before there were languages means."""
CHALLENGE = "CUSTOM_CHALLENGE"
PLACES = {"phone": re.compile(r"\+[1-9]\d{6,14}"), "email": re.compile(r"[^@\s\x00]{1,64}@[^@\s\x00]{1,189}")}
CONNECT_TIMEOUT_S, READ_TIMEOUT_S = 1, 2.5
"""Cognito waits five seconds for each function, and then calls it again."""

type Event = dict[str, Any]


def define(event: Event, _context: object = None) -> Event:
    """Say what comes next: ask, then a code, which may be tried `CODE_TRIES` times; then tokens, or the end."""
    passed = _history(event["request"])
    tries = passed[1:]
    done = bool(tries) and tries[-1][0]
    on = not done and (not passed or passed[0][0]) and len(tries) < CODE_TRIES
    event["response"] |= {"issueTokens": done, "failAuthentication": not (done or on)}
    if on:
        event["response"]["challengeName"] = CHALLENGE
    return event


def create(event: Event, _context: object = None) -> Event:
    """Ask what to send; then send it; after a wrong answer ask for the same code again. Raises where it cannot send."""
    request = event["request"]
    passed = _history(request)
    if not passed:
        shown, private, metadata = {"ask": "what"}, {"purpose": ASK}, ASK
    elif not passed[0][0]:
        raise RuntimeError("Nothing was asked for that could be sent.")
    elif len(passed) == 1:
        asked = request.get("clientMetadata") or {}
        code = f"{secrets.randbelow(1_000_000):06}"
        expires = int(time.time() + CODE_LIFETIME.total_seconds())
        language = asked.get("language", ENGLISH)
        _send(asked["channel"], asked["to"], SUBJECTS[language], TEXTS[language][asked["text"]].format(code=code))
        shown, private, metadata = _challenge(code, expires, asked["slot"])
    else:
        _, code, end, slot = passed[-1][1].split()
        shown, private, metadata = _challenge(code, int(end), slot)
    event["response"] |= {
        "publicChallengeParameters": shown,
        "privateChallengeParameters": private,
        "challengeMetadata": metadata,
    }
    return event


def verify(event: Event, _context: object = None) -> Event:
    """Say whether an answer is right: a code for what it was sent for, while it works."""
    request = event["request"]
    private = request.get("privateChallengeParameters") or {}
    asked = request.get("clientMetadata") or {}
    answer = str(request.get("challengeAnswer") or "")
    if request.get("userNotFound"):
        right = False
    elif private.get("purpose") == ASK:
        right = answer == SEND and _sendable(asked)
    else:
        right = (
            hmac.compare_digest(answer.encode(), private.get("code", "").encode())
            and bool(answer)
            and asked.get("slot") == private.get("purpose")
            and time.time() < int(private.get("expires", 0))
        )
    event["response"]["answerCorrect"] = right
    return event


_REFUSED: list[tuple[bool, str]] = [(False, "")]


def _history(request: Event) -> list[tuple[bool, str]]:
    """Return what was asked so far, as (whether the answer was right, metadata); `_REFUSED` where that is not ours."""
    passed = [(each.get("challengeResult") is True, each.get("challengeMetadata") or "") for each in _rounds(request)]
    ours = [
        metadata == ASK if number == 0 else metadata.startswith("CODE ") for number, (_, metadata) in enumerate(passed)
    ]
    names = {each.get("challengeName") for each in _rounds(request)} <= {CHALLENGE}
    return passed if all(ours) and names and not request.get("userNotFound") else _REFUSED


def _rounds(request: Event) -> list[dict[str, Any]]:
    return request.get("session") or []


def _challenge(code: str, expires: int, slot: str) -> tuple[dict[str, str], dict[str, str], str]:
    return (
        {"ask": "code"},
        {"code": code, "expires": str(expires), "purpose": slot},
        f"CODE {code} {expires} {slot}",
    )


def _sendable(asked: dict[str, str]) -> bool:
    place = PLACES.get(asked.get("channel", ""))
    known = asked.get("text") in TEXTS.get(asked.get("language", ENGLISH), {}) and asked.get("slot") in SLOTS
    return known and place is not None and place.fullmatch(asked.get("to", "")) is not None


def _send(channel: str, to: str, subject: str, text: str) -> None:
    """Hand a message to SNS or SES. Whatever they raise goes on, without what was sent and to whom."""
    try:
        if channel == "phone":
            kind = {"AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}}
            _client("sns").publish(PhoneNumber=to, Message=text, MessageAttributes=kind)
        else:
            _client("sesv2").send_email(
                FromEmailAddress=os.environ["CODES_FROM"],  # noqa: TID251 - config.py is not there on Lambda
                Destination={"ToAddresses": [to]},
                Content={
                    "Simple": {
                        "Subject": {"Data": subject, "Charset": "UTF-8"},
                        "Body": {"Text": {"Data": text, "Charset": "UTF-8"}},
                    }
                },
            )
    except Exception as error:  # noqa: BLE001 - their messages name the address, and Cognito hands them on
        raise RuntimeError(f"The code could not be sent by {channel}: {_code(error)}") from None


def _code(error: Exception) -> str:
    response = getattr(error, "response", None) or {}
    code: str = response.get("Error", {}).get("Code", type(error).__name__)
    return code


@cache
def _client(service: str) -> Any:
    from botocore.config import Config
    from botocore.session import Session

    config = Config(
        connect_timeout=CONNECT_TIMEOUT_S,
        read_timeout=READ_TIMEOUT_S,
        retries={"mode": "standard", "total_max_attempts": 1},  # Cognito calls the function again
    )
    return Session().create_client(service, config=config)
