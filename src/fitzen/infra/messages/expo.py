"""Push by Expo's service, which hands on to Apple and Google: up to a hundred messages a request, receipts later.

https://docs.expo.dev/push-notifications/sending-notifications/. A push of the same key takes the first one's place on the
phone (`collapseId` for Apple, `tag` for Android), so that a request whose answer was lost may be repeated.
"""

import gzip
import json
import logging
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import batched
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from fitzen.errors import UnavailableError
from fitzen.infra.messages.base import MOST_AT_ONCE, DeadTokenError, Handed, Message, RefusedError

URL = "https://exp.host"
API = "/--/api/v2/push"
LIMIT_S = 6.0
"""For everything that one call takes, and one last silence more where an answer comes bit by bit: 9.5 seconds at most."""
CONNECT_TIMEOUT_S, READ_TIMEOUT_S = 2.0, 3.5
PAUSE_S = 0.3
AT_ONCE = 6
"""Connections: as many as Expo's own client has."""
RECEIPTS = 300
"""Of one request, as Expo's own client asks; the service takes 1000."""
PACKED = 1024
"""From so many bytes on a request is compressed."""
MAX_BYTES = 1_000_000
TTL_S = 2 * 3600
"""Later than this a reminder is left out (reminders/delivery.py), and a phone that was off is not to make up for it."""
MAX_TEXT, MAX_TITLE = 1000, 200
"""Characters: what goes to a phone has at most 4096 bytes."""
OK, BAD, DENIED, TOO_LARGE, TOO_MANY, SERVER_FAULT = 200, 400, (401, 403), 413, 429, 500
DEAD = "DeviceNotRegistered"
FOR_GOOD = frozenset({"MessageTooBig"})
LOOPBACK = ("127.0.0.1", "localhost", "::1")

type Json = dict[str, Any]

log = logging.getLogger(__name__)


class Answer(NamedTuple):
    status: int
    body: Json


class _WrongError(Exception):
    """The whole request was refused: `codes` of its errors, `details` of the first."""

    def __init__(self, status: int, errors: Sequence[Json]) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.codes = [str(error.get("code")) for error in errors]
        details = errors[0].get("details") if errors else None
        self.details: Json = details if isinstance(details, dict) else {}


class Expo:
    """`token` is an access token of the Expo account, where push security is switched on there."""

    def __init__(
        self,
        url: str = URL,
        token: str = "",
        limit_s: float = LIMIT_S,
        read_timeout_s: float = READ_TIMEOUT_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url.rstrip("/") + API
        self._token = token
        self._limit_s = limit_s
        self._read_timeout_s = read_timeout_s
        self._through_proxy = urlsplit(url).hostname not in LOOPBACK
        self._clock = clock
        self._creating = Lock()
        self._client: Any = None

    def send(self, message: Message) -> None:
        error = self.send_many([message])[0].error
        if error is not None:
            raise error

    def send_many(self, messages: Sequence[Message]) -> Sequence[Handed]:
        if len(messages) > MOST_AT_ONCE:
            raise ValueError(f"at most {MOST_AT_ONCE} messages at once")
        handed = [Handed(error=None if _is_token(message.to) else DeadTokenError()) for message in messages]
        good = [place for place, each in enumerate(handed) if each.error is None]
        if good:
            wire = [_wire(messages[place]) for place in good]
            for place, each in zip(good, self._sent(wire, self._clock() + self._limit_s), strict=True):
                handed[place] = each
        return handed

    def receipts(self, tickets: Sequence[str]) -> Mapping[str, bool]:
        until = self._clock() + self._limit_s
        found: dict[str, bool] = {}
        for some in batched(tickets, RECEIPTS, strict=False):
            try:
                data = self._ask("/getReceipts", {"ids": [*some]}, until)
            except _WrongError as wrong:
                raise _unavailable(f"refuses to give receipts: {wrong.status} {wrong.codes}") from None
            if not isinstance(data, dict):
                raise _unavailable("gave no receipts")
            found |= {id_: _dead(data[id_]) for id_ in some if isinstance(data.get(id_), dict)}
        return found

    def ping(self) -> None:
        """Ask for no receipts: that also tells whether the access token is taken."""
        try:
            self._ask("/getReceipts", {"ids": []}, self._clock() + CONNECT_TIMEOUT_S)
        except _WrongError as wrong:
            if wrong.status in DENIED:
                raise _unavailable("refuses EXPO_ACCESS_TOKEN") from None

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _sent(self, wire: Sequence[Json], until: float) -> list[Handed]:
        """Hand over, in parts where the whole is refused: by project, or by halves until the one that is wrong is alone."""
        try:
            data = self._ask("/send", list(wire), until)
        except UnavailableError as error:
            return [Handed(error=error)] * len(wire)
        except _WrongError as wrong:
            parts = _parts(wire, wrong)
            if len(parts) > 1:
                return self._sent_in_parts(wire, parts, until)
            return [Handed(error=_refusal(wrong))] * len(wire)
        if not isinstance(data, list) or len(data) != len(wire):
            return [Handed(error=_unavailable("did not answer for each message"))] * len(wire)
        return [_ticket(each) for each in data]

    def _sent_in_parts(self, wire: Sequence[Json], parts: Sequence[Sequence[int]], until: float) -> list[Handed]:
        found: dict[int, Handed] = {}
        for part in parts:
            found.update(zip(part, self._sent([wire[place] for place in part], until), strict=True))
        return [found[place] for place in range(len(wire))]

    def _ask(self, path: str, body: object, until: float) -> Any:
        """Return the `data` of an answer; asks again while that may help and there is time. Raises UnavailableError, _WrongError."""
        import httpx

        headers, content = _packed(body)
        attempt = 0
        while True:
            wait = 0.0
            try:
                answer = self._post(path, headers, content, until)
            except (httpx.TransportError, httpx.DecodingError, ValueError) as error:
                why = type(error).__name__
            else:
                if answer.status == OK and not answer.body.get("errors"):
                    return answer.body.get("data")
                if answer.status != TOO_MANY and answer.status < SERVER_FAULT:
                    raise _WrongError(answer.status, _objects(answer.body.get("errors")))
                why, wait = str(answer.status), answer.body.get("retry_after", 0.0)
            attempt += 1
            wait = max(wait, random.uniform(0.5, 1) * PAUSE_S * 2**attempt)  # noqa: S311 - jitter, not a secret
            if self._clock() + wait >= until:
                raise _unavailable(f"does not answer: {why}")
            time.sleep(wait)

    def _post(self, path: str, headers: dict[str, str], content: bytes, until: float) -> Answer:
        """Ask once. Raises what httpx raises, and ValueError where the answer is none of Expo's."""
        import httpx

        left = until - self._clock()
        if left <= 0:
            raise ValueError("too late")
        timeout = httpx.Timeout(min(self._read_timeout_s, left), connect=min(CONNECT_TIMEOUT_S, left))
        given = headers | ({"Authorization": f"Bearer {self._token}"} if self._token else {})
        with self._open().stream("POST", self._url + path, content=content, headers=given, timeout=timeout) as answer:
            received = b"".join(self._bounded(answer.iter_bytes(), until))
            return _read(answer.status_code, answer.headers.get("Retry-After", ""), received)

    def _bounded(self, chunks: Iterator[bytes], until: float) -> Iterator[bytes]:
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > MAX_BYTES or self._clock() > until:
                raise ValueError("too much, or too slow")
            yield chunk

    def _open(self) -> Any:
        if self._client is None:
            with self._creating:
                self._client = self._client or self._create()
        return self._client

    def _create(self) -> Any:
        import httpx

        logging.getLogger("httpcore").setLevel(logging.INFO)  # at DEBUG it writes headers, the access token too
        return httpx.Client(
            limits=httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE, keepalive_expiry=60),
            trust_env=self._through_proxy,
        )


def _is_token(text: str) -> bool:
    """Say whether Expo could know it: the token of a browser, or of Apple or Google itself, spoils a whole request."""
    return text.startswith(("ExponentPushToken[", "ExpoPushToken[")) and text.endswith("]")


def _wire(message: Message) -> Json:
    key = {"collapseId": message.key, "tag": message.key} if message.key else {}
    title = {"title": _short(message.subject, MAX_TITLE)} if message.subject else {}
    data = {"data": dict(message.data)} if message.data else {}
    text = _short(message.text, MAX_TEXT)
    return {
        "to": message.to,
        **title,
        "body": text,
        **data,
        "sound": "default",
        "priority": "high",
        "ttl": TTL_S,
        **key,
    }


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _packed(body: object) -> tuple[dict[str, str], bytes]:
    content = json.dumps(body, ensure_ascii=False).encode()
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    if len(content) <= PACKED:
        return headers, content
    return headers | {"Content-Encoding": "gzip"}, gzip.compress(content)


def _read(status: int, retry_after: str, received: bytes) -> Answer:
    """Read an answer; one that is a fault, or too many, need not be JSON."""
    again = {"retry_after": float(retry_after)} if retry_after.isdigit() else {}
    if status == TOO_MANY or status >= SERVER_FAULT:
        return Answer(status, again)
    body = json.loads(received)
    if not isinstance(body, dict):
        raise ValueError("no object")  # noqa: TRY004 - what came is wrong, not what we did
    return Answer(status, body)


def _parts(wire: Sequence[Json], wrong: _WrongError) -> list[Sequence[int]]:
    """Return what to send apart from each other, by their places; one part where that would help nothing."""
    places = range(len(wire))
    if "PUSH_TOO_MANY_EXPERIENCE_IDS" in wrong.codes:
        whose = {token: name for name, tokens in wrong.details.items() if isinstance(tokens, list) for token in tokens}
        names = [whose.get(each["to"]) for each in wire]
        return [[place for place in places if names[place] == name] for name in dict.fromkeys(names)]
    if wrong.status in (OK, BAD, TOO_LARGE) and len(wire) > 1:
        return [places[: len(wire) // 2], places[len(wire) // 2 :]]
    return [places]


def _refusal(wrong: _WrongError) -> UnavailableError:
    if wrong.status in DENIED:
        return _unavailable(
            "refuses the request: set EXPO_ACCESS_TOKEN to a token of the account that the app belongs to"
        )
    if wrong.status == BAD and "PUSH_TOO_MANY_EXPERIENCE_IDS" not in wrong.codes:
        log.error("Expo refuses a message for good: %s", wrong.codes)
        return RefusedError("This message cannot be sent to that device.")
    return _unavailable(f"refuses a request: {wrong.status} {wrong.codes}")


def _ticket(given: object) -> Handed:
    ticket = given if isinstance(given, dict) else {}
    if ticket.get("status") == "ok" and isinstance(ticket.get("id"), str):
        return Handed(ticket["id"])
    code = _code(ticket)
    if code == DEAD:
        return Handed(error=DeadTokenError())
    if code in FOR_GOOD:
        log.error("Expo refuses a message for good: %s", code)
        return Handed(error=RefusedError("This message cannot be sent to that device."))
    return Handed(error=_unavailable(f"does not take a message: {code}"))


def _dead(receipt: Json) -> bool:
    """Say whether a receipt tells of a dead token; what else is wrong is the operator's to know."""
    if receipt.get("status") == "ok":
        return False
    code = _code(receipt)
    if code != DEAD:
        log.error("Expo could not deliver a push: %s", code)
    return code == DEAD


def _code(given: Json) -> str:
    """Return the name of an error; its message quotes the token."""
    details = given.get("details")
    return str(details.get("error", "unknown")) if isinstance(details, dict) else "unknown"


def _objects(given: object) -> list[Json]:
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _unavailable(why: str) -> UnavailableError:
    log.error("Expo %s", why)
    return UnavailableError("Pushes cannot be sent at the moment. They are tried again.")
