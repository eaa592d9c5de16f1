"""The functions of the user pool, by events as AWS documents them: nothing is sent, but by SNS's and SES's stand-in."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from string import ascii_letters, digits
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest

from fitzen.auth import triggers
from fitzen.infra.identity.codes import CODE_TRIES, TEXTS

type Json = dict[str, Any]

EMAIL = {"channel": "email", "to": "ana@example.com", "text": "sign_in", "slot": "sign_in"}
PHONE = {"channel": "phone", "to": "+34612345678", "text": "reset", "slot": "reset"}
CODE = "123456"
PRIVATE = {"code": CODE, "expires": "4000000000", "purpose": "sign_in"}


def event(trigger: str, *, response: Json, **request: Any) -> Json:
    """Return what Cognito gives a function, with the parameters that all have in common."""
    return {
        "version": "1",
        "triggerSource": f"{trigger}_Authentication",
        "region": "eu-central-1",
        "userPoolId": "eu-central-1_aBcDeFgHi",
        "userName": "5a6c1e4b",
        "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "3a1b2c"},
        "request": {"userAttributes": {"sub": "5a6c1e4b", "cognito:user_status": "FORCE_CHANGE_PASSWORD"}, **request},
        "response": response,
    }


def round_(
    right: bool | None, metadata: str | None = "CODE 123456 4000000000 sign_in", name: str = "CUSTOM_CHALLENGE"
) -> Json:
    return {"challengeName": name, "challengeResult": right, "challengeMetadata": metadata}


ASKED = round_(True, "ASK")


def defined(*session: Json, **request: Any) -> Json:
    empty = {"challengeName": None, "issueTokens": None, "failAuthentication": None}
    given = event("DefineAuthChallenge", response=empty, session=[*session], **request)
    response: Json = triggers.define(given)["response"]
    return response


def created(*session: Json, **request: Any) -> Json:
    empty = {"publicChallengeParameters": None, "privateChallengeParameters": None, "challengeMetadata": None}
    given = event(
        "CreateAuthChallenge", response=empty, session=[*session], challengeName="CUSTOM_CHALLENGE", **request
    )
    response: Json = triggers.create(given)["response"]
    return response


def verified(private: Json, answer: Any, **request: Any) -> Any:
    given = event(
        "VerifyAuthChallengeResponse",
        response={"answerCorrect": None},
        privateChallengeParameters=private,
        challengeAnswer=answer,
        **request,
    )
    return triggers.verify(given)["response"]["answerCorrect"]


@pytest.mark.parametrize(
    ("session", "next_"),
    [
        ([], "ask"),
        ([ASKED], "ask"),
        ([ASKED, round_(False)], "ask"),
        ([ASKED, *[round_(False)] * (CODE_TRIES - 1)], "ask"),
        ([ASKED, *[round_(False)] * CODE_TRIES], "end"),
        ([ASKED, round_(True)], "tokens"),
        ([ASKED, *[round_(False)] * (CODE_TRIES - 1), round_(True)], "tokens"),
        ([round_(False, "ASK")], "end"),
        ([round_(None, "ASK")], "end"),
        ([round_(True)], "end"),  # a code that was never asked for
        ([ASKED, round_(True, "ASK")], "end"),
        ([ASKED, round_(True, None)], "end"),
        ([ASKED, round_(True, name="PASSWORD_VERIFIER")], "end"),
        ([round_(True, None, "SRP_A")], "end"),
        ([ASKED, round_(None)], "ask"),
    ],
)
def test_what_comes_next(session: list[Json], next_: str) -> None:
    response = defined(*session)
    assert response["issueTokens"] is (next_ == "tokens")
    assert response["failAuthentication"] is (next_ == "end")
    assert response["challengeName"] == ("CUSTOM_CHALLENGE" if next_ == "ask" else None)


@pytest.mark.parametrize("session", [[], [ASKED], [ASKED, round_(True)]])
def test_nobody_signs_in_as_a_user_who_is_not_there(session: list[Json]) -> None:
    assert defined(*session, userNotFound=True)["failAuthentication"] is True
    assert verified(PRIVATE, CODE, clientMetadata=EMAIL, userNotFound=True) is False


def test_a_history_that_is_not_there_is_an_empty_one() -> None:
    given = event("DefineAuthChallenge", response={}, session=None)
    assert triggers.define(given)["response"]["challengeName"] == "CUSTOM_CHALLENGE"


class Sent:
    """What SNS and SES were given: paths and bodies."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        self.status = 200


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sent]:
    seen = Sent()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            seen.calls.append((self.path, self.rfile.read(int(self.headers["Content-Length"])).decode()))
            email = self.path.startswith("/v2/")
            body = b'{"MessageId": "1"}' if email else b"<PublishResponse><PublishResult/></PublishResponse>"
            if seen.status != 200:
                body = b'{"message": "to ana@example.com"}' if email else b"<ErrorResponse><Error/></ErrorResponse>"
            self.send_response(seen.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_address[1]}",
            "AWS_ACCESS_KEY_ID": "local",
            "AWS_SECRET_ACCESS_KEY": "local",
            "AWS_REGION": "eu-central-1",
            "AWS_DEFAULT_REGION": "eu-central-1",
            "CODES_FROM": "coach@fitzen.example",
        }.items():
            monkeypatch.setenv(name, value)
        triggers._client.cache_clear()
        yield seen
        for client in [triggers._client(each) for each in ("sns", "sesv2")]:
            client.close()
        triggers._client.cache_clear()
        server.shutdown()
        thread.join()


def test_first_it_is_asked_what_to_send(sent: Sent) -> None:
    response = created()
    assert response["challengeMetadata"] == "ASK"
    assert response["privateChallengeParameters"] == {"purpose": "ASK"}
    assert sent.calls == []


def test_a_code_by_email(sent: Sent) -> None:
    response = created(ASKED, clientMetadata=EMAIL)
    code = response["privateChallengeParameters"]["code"]
    [(path, body)] = sent.calls
    mail = json.loads(body)
    assert path == "/v2/email/outbound-emails"
    assert (mail["FromEmailAddress"], mail["Destination"]) == ("coach@fitzen.example", {"ToAddresses": [EMAIL["to"]]})
    assert mail["Content"]["Simple"]["Body"]["Text"]["Data"] == TEXTS["en"]["sign_in"].format(code=code)
    assert code not in json.dumps(response["publicChallengeParameters"])


def test_a_code_by_sms(sent: Sent) -> None:
    response = created(ASKED, clientMetadata=PHONE)
    code = response["privateChallengeParameters"]["code"]
    [(path, body)] = sent.calls
    asked = parse_qs(body)
    assert (path, asked["Action"], asked["PhoneNumber"]) == ("/", ["Publish"], [PHONE["to"]])
    assert asked["Message"] == [TEXTS["en"]["reset"].format(code=code)]
    assert "Transactional" in body
    assert response["privateChallengeParameters"]["purpose"] == "reset"


def test_a_code_in_spanish(sent: Sent) -> None:
    response = created(ASKED, clientMetadata=EMAIL | {"language": "es"})
    code = response["privateChallengeParameters"]["code"]
    simple = json.loads(sent.calls[0][1])["Content"]["Simple"]
    assert simple["Subject"]["Data"] == "Tu clave de Fitzen"
    assert simple["Body"]["Text"]["Data"] == TEXTS["es"]["sign_in"].format(code=code)


GSM = set("@£$¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüà !\"#¤%&'()*+,-./:;<=>?¡") | set(ascii_letters + digits)
"""The basic letters of GSM 03.38, in which an SMS has 160; with any other it is sent in UCS-2, and has 70."""


@pytest.mark.parametrize("language", TEXTS)
def test_each_code_is_one_sms(language: str) -> None:
    said = [text.format(code=CODE) for text in TEXTS[language].values()]
    assert TEXTS[language].keys() == TEXTS["en"].keys()
    assert [text for text in said if len(text) > 160 or set(text) - GSM] == []


def test_codes_differ(sent: Sent) -> None:
    codes = {created(ASKED, clientMetadata=EMAIL)["privateChallengeParameters"]["code"] for _ in range(8)}
    assert len(codes) > 1
    assert all(len(code) == 6 and code.isdigit() for code in codes)


def test_after_a_wrong_answer_it_is_the_same_code_and_nothing_is_sent(sent: Sent) -> None:
    first = created(ASKED, clientMetadata=EMAIL)
    again = created(ASKED, round_(False, first["challengeMetadata"]), clientMetadata={"slot": "sign_in"})
    assert again == first
    assert len(sent.calls) == 1


@pytest.mark.parametrize("session", [[round_(False, "ASK")], [round_(True)]])
def test_nothing_is_sent_that_was_not_asked_for(sent: Sent, session: list[Json]) -> None:
    with pytest.raises(RuntimeError):
        created(*session, clientMetadata=EMAIL)
    assert sent.calls == []


@pytest.mark.parametrize("asked", [EMAIL, PHONE], ids=["email", "phone"])
@pytest.mark.parametrize("status", [400, 500])
def test_what_cannot_be_sent_is_said_without_whom(sent: Sent, asked: Json, status: int) -> None:
    sent.status = status
    with pytest.raises(RuntimeError) as error:
        created(ASKED, clientMetadata=asked)
    assert asked["to"] not in str(error.value)
    assert len(sent.calls) == 1
    assert error.value.__suppress_context__


@pytest.mark.parametrize(
    ("answer", "asked", "right"),
    [
        ("SEND", EMAIL, True),
        ("SEND", PHONE, True),
        ("", EMAIL, False),
        (None, EMAIL, False),
        ("123456", EMAIL, False),
        ("SEND", {}, False),
        ("SEND", None, False),
        ("SEND", EMAIL | {"to": "+34612345678"}, False),
        ("SEND", EMAIL | {"to": "ana@example.com\nBcc: all@example.com"}, False),
        ("SEND", PHONE | {"to": "ana@example.com"}, False),
        ("SEND", PHONE | {"to": "112"}, False),
        ("SEND", EMAIL | {"channel": "push"}, False),
        ("SEND", EMAIL | {"text": "{0.__class__}"}, False),
        ("SEND", EMAIL | {"slot": "ASK"}, False),
        ("SEND", EMAIL | {"language": "es"}, True),
        ("SEND", EMAIL | {"language": "xx"}, False),
    ],
)
def test_what_may_be_sent(answer: Any, asked: Any, right: bool) -> None:
    assert verified({"purpose": "ASK"}, answer, clientMetadata=asked) is right


@pytest.mark.parametrize(
    ("private", "answer", "slot", "right"),
    [
        ({}, CODE, "sign_in", True),
        ({}, "123457", "sign_in", False),
        ({}, "SEND", "sign_in", False),
        ({}, "", "sign_in", False),
        ({}, None, "sign_in", False),
        ({}, "１２３４５６", "sign_in", False),  # noqa: RUF001 - full-width figures
        ({}, CODE, "reset", False),
        ({"purpose": "reset"}, CODE, "sign_in", False),
        ({"expires": "1000000000"}, CODE, "sign_in", False),
    ],
)
def test_what_is_a_right_code(private: Json, answer: Any, slot: str, right: bool) -> None:
    assert verified(PRIVATE | private, answer, clientMetadata={"slot": slot}) is right


@pytest.mark.parametrize("answer", ["", "None", None])
def test_a_challenge_without_a_code_has_no_right_answer(answer: Any) -> None:
    assert verified({}, answer, clientMetadata={"slot": "sign_in"}) is False
    assert verified({"purpose": "sign_in"}, answer, clientMetadata={"slot": "sign_in"}) is False


def test_they_need_nothing_but_python_s_library_before_they_send() -> None:
    code = (
        "import sys; import fitzen.auth.triggers;"
        "print(sorted({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path = {sys.path!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(json.loads(run.stdout.replace("'", '"'))) <= {"__main__", "fitzen"}
