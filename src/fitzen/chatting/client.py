"""The API as a conversation needs it: bearer tokens, errors as sentences, patience, and answers as streams."""

import json
import time
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

from fitzen.chatting.events import Json, clean, parse
from fitzen.chatting.sessions import Kept, SessionFile
from fitzen.errors import FitzenError

MAX_WAIT_S = 60.0
"""How long all the waits that a server asks for may take together, for one request."""
RESEND_AFTER_S = 1.0
WAITS = frozenset({409, 429, 503})
TIMEOUT = httpx.Timeout(30.0, connect=5.0)
SILENCE = httpx.Timeout(60.0, connect=5.0)
"""A stream says every 15 s that it lives; four times that in silence is a cut one."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class UnreachableError(FitzenError):
    """Nothing listens at the server's address."""


class CutError(FitzenError):
    """The connection ended before the answer did."""


class NotSignedInError(FitzenError):
    """There is no session, or it has ended."""


class AnsweredError(FitzenError):
    """The server answered `code`, which is not a success; the text is its problem's detail and fields."""

    def __init__(self, code: int, text: str, retry_after: float | None = None) -> None:
        again = f" Try again in {retry_after:g} s." if retry_after and code != httpx.codes.CONFLICT else ""
        super().__init__(text + again)
        self.code = code
        self.retry_after = retry_after


class Event(NamedTuple):
    """`start`, `delta`, `tool`, `card` or `done` of the API; `again` when the answer begins anew."""

    name: str
    data: Json


class Client:
    """`notice` is told in a sentence why an answer takes longer. `sleep` takes seconds."""

    def __init__(
        self,
        url: str,
        sessions: SessionFile,
        notice: Callable[[str], None],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.url = url
        self.sessions = sessions
        self._notice = notice
        self._sleep = sleep
        # A proxy of the environment is for other hosts than this machine.
        self._http = httpx.Client(base_url=url, timeout=TIMEOUT, trust_env=urlsplit(url).hostname not in LOOPBACK)
        self._access_token: str | None = None

    def close(self) -> None:
        self._http.close()

    def get(self, path: str, **params: str | int | None) -> Json:
        """Raises UnreachableError, CutError, AnsweredError, NotSignedInError; so do the others."""
        given = {key: value for key, value in params.items() if value is not None}
        return self._json(self._send("GET", path, params=given))

    def post(self, path: str, body: Json | None = None) -> Json:
        return self._json(self._send("POST", path, body=body))

    def delete(self, path: str) -> None:
        self._send("DELETE", path)

    def get_public(self, path: str) -> Json:
        return self._json(self._send("GET", path, signed=False))

    def post_public(self, path: str, body: Json, *, patient: bool = True) -> Json:
        return self._json(self._send("POST", path, body=body, signed=False, patient=patient))

    def use(self, session: Json, addresses: tuple[str, ...] = ()) -> None:
        """Take a session of the API and keep its refresh token."""
        user = session.get("user", {})
        own = tuple(user[key] for key in ("email", "phone") if user.get(key))
        self._access_token = session["access_token"]
        self.sessions.keep(self.url, Kept(session["refresh_token"], tuple(dict.fromkeys((*addresses, *own)))))

    def refresh(self) -> None:
        """Get a new access token by the kept session; another terminal may have replaced its token meanwhile."""
        kept = self.sessions.read(self.url)
        if kept is None:
            raise NotSignedInError("You are not signed in.")
        try:
            session = self.post_public("/api/auth/refresh", {"refresh_token": kept.refresh_token})
        except AnsweredError as error:
            if error.code != httpx.codes.UNAUTHORIZED:
                raise
            self.sessions.forget(self.url)
            raise NotSignedInError("Your session has ended. Start `fitzen chat` again to sign in.") from None
        self.use(session, kept.addresses)

    def answer(self, body: Json) -> Generator[Event]:
        """Yield the events of an answer, `done` last. A cut stream is asked for once more, by the same id."""
        try:
            yield from self._attempt(body)
        except CutError as error:
            self._notice(f"{error} Asking again.")
            self._sleep(RESEND_AFTER_S)
        else:
            return
        yield Event("again", {})
        yield from self._attempt(body)

    def _attempt(self, body: Json) -> Generator[Event]:
        response = self._send("POST", "/api/chat/message", body=body, stream=True)
        try:
            if response.headers.get("Content-Type", "").partition(";")[0] == "text/event-stream":
                yield from self._events(response)
            else:  # an answer that was stored already may come whole
                response.read()
                yield Event("done", {"message": self._json(response)})
        except httpx.RequestError:
            raise CutError("The connection was cut.") from None
        finally:
            response.close()

    def _events(self, response: httpx.Response) -> Generator[Event]:
        for raw in parse(response.iter_bytes()):
            event = Event(raw.name, _object(raw.data))
            if event.name == "error":
                raise _of_stream(event.data)
            yield event
            if event.name == "done":
                return
        raise CutError("The connection was cut.")

    def _send(
        self,
        method: str,
        path: str,
        *,
        body: Json | None = None,
        params: Mapping[str, str | int] | None = None,
        signed: bool = True,
        stream: bool = False,
        patient: bool = True,
    ) -> httpx.Response:
        """Return a success. An access token that has expired is renewed once; a wait that is asked for, waited."""
        left, may_refresh = MAX_WAIT_S if patient else 0.0, signed
        if signed and self._access_token is None:
            self.refresh()
            may_refresh = False
        while True:
            response = self._once(method, path, body, params, signed=signed, stream=stream)
            if response.is_success:
                return response
            error = _error(response, self.url)
            if error.code == httpx.codes.UNAUTHORIZED and may_refresh:
                self.refresh()
                may_refresh = False
                continue
            if error.code not in WAITS or error.retry_after is None or error.retry_after > left:
                raise error
            self._notice(f"{error.args[0]} Waiting {error.retry_after:g} s.")
            self._sleep(error.retry_after)
            left -= error.retry_after

    def _once(
        self, method: str, path: str, body: Json | None, params: Any, *, signed: bool, stream: bool
    ) -> httpx.Response:
        headers = {"Accept": "text/event-stream" if stream else "application/json"}
        if signed:
            headers["Authorization"] = f"Bearer {self._access_token}"
        timeout = SILENCE if stream else TIMEOUT
        request = self._http.build_request(method, path, json=body, params=params, headers=headers, timeout=timeout)
        try:
            response = self._http.send(request, stream=stream)
            if not response.is_success:
                response.read()
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise UnreachableError(f"Nothing answers at {self.url}. Start it with `make run`.") from None
        except httpx.RequestError:
            raise CutError("The connection was cut.") from None
        return response

    def _json(self, response: httpx.Response) -> Json:
        if not response.content:
            return {}
        try:
            return _object(response.text)
        except CutError:
            raise AnsweredError(response.status_code, f"What answers at {self.url} is not Fitzen.") from None


def _object(text: str) -> Json:
    try:
        found = clean(json.loads(text))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise CutError("The answer cannot be read.")
    return found


def _error(response: httpx.Response, url: str) -> AnsweredError:
    """Read a problem+json; what is no problem of Fitzen's is named by its status."""
    try:
        text = _sentence(_object(response.text))
    except CutError:
        text = f"{url} answered {response.status_code} {response.reason_phrase}."
    after = response.headers.get("Retry-After", "")
    return AnsweredError(response.status_code, text, float(after) if after.isdecimal() else None)


def _of_stream(problem: Json) -> FitzenError:
    """A server that restarts says 503 within the stream; the same message sent again may be answered."""
    if problem.get("status") == httpx.codes.SERVICE_UNAVAILABLE:
        return CutError(_sentence(problem))
    return AnsweredError(int(problem.get("status", 500)), _sentence(problem))


def _sentence(problem: Json) -> str:
    detail = str(problem.get("detail") or problem.get("title") or "The server could not answer.")
    fields = [each for each in problem.get("errors") or () if each.get("message") != detail]
    return "\n  ".join([detail, *(f"{each.get('field')}: {each.get('message')}" for each in fields)])
