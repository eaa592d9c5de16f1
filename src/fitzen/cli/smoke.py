"""smoke: does what was just deployed answer as it should, from outside."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

import click

from fitzen.cli.common import example

if TYPE_CHECKING:
    import httpx

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TIMEOUT_S = 30
"""A function that starts cold takes its time; it must not take API Gateway's 29 seconds."""


class Check(NamedTuple):
    name: str
    ok: bool
    ms: float
    about: str


class _Failed(Exception):  # noqa: N818 - it says what happened
    """The answer is not what it should be."""


@click.command(epilog=example("fitzen smoke https://fitzen.example.com --email you@example.com"))
@click.argument("url")
@click.option("--email", help="Sign in too, as this person: you are asked for the code that they get.")
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
def smoke(url: str, email: str | None, *, as_json: bool) -> None:
    """Check a running Fitzen at URL from outside; exit 1 if something is wrong.

    It reads only. Where there is a developer's inbox, which no production has, somebody made up signs in, weighs
    themselves and is erased again.
    """
    import httpx

    parts = urlsplit(url)
    if not parts.hostname or (parts.scheme != "https" and parts.hostname not in LOOPBACK):
        raise click.UsageError("URL is https://host; http:// only on this machine.")
    with httpx.Client(base_url=url.rstrip("/"), timeout=TIMEOUT_S) as client:
        checks = [_run(client, name, check) for name, check in _PUBLIC.items()]
        if email is not None:
            checks.append(_run(client, "signing in", lambda http: _sign_in(http, email, _asked)))
            checks.append(_run(client, "Today", _today))
        elif checks[0].ok and _has_inbox(client):
            checks += [_run(client, name, check) for name, check in _IN_DEVELOPMENT.items()]
    if as_json:
        click.echo(json.dumps([check._asdict() for check in checks]))
    else:
        for check in checks:
            click.echo(f"{'ok' if check.ok else 'WRONG':6}{check.name:22}{check.ms:>7.0f} ms  {check.about}")
    if not all(check.ok for check in checks):
        sys.exit(1)


def _has_inbox(client: "httpx.Client") -> bool:
    answer = client.get("/dev/inbox.json")
    return answer.is_success and "json" in answer.headers.get("content-type", "")


def _run(client: "httpx.Client", name: str, check: Callable[["httpx.Client"], str]) -> Check:
    import httpx

    begun = time.perf_counter()
    try:
        about, ok = check(client), True
    except (_Failed, httpx.TransportError, ValueError, KeyError) as error:
        about, ok = str(error) or type(error).__name__, False
    return Check(name, ok, round((time.perf_counter() - begun) * 1000, 1), about)


def _expect(answer: "httpx.Response", *statuses: int) -> Any:
    """Return the JSON of an answer. Raises _Failed on another status, with the server's own words."""
    if answer.status_code not in statuses:
        raise _Failed(
            f"{answer.request.method} {answer.request.url.path} gave {answer.status_code}: {answer.text[:200]}"
        )
    return answer.json() if "json" in answer.headers.get("content-type", "") else None


def _health(client: "httpx.Client") -> str:
    _expect(client.get("/health"), 200)
    return "the process answers"


def _ready(client: "httpx.Client") -> str:
    found = _expect(client.get("/ready"), 200, 503)
    down = [name for name, each in found["dependencies"].items() if not each["ok"]]
    if not found["ok"]:
        raise _Failed(f"down: {', '.join(down)}")
    return f"{len(found['dependencies'])} dependencies" + (f"; done without: {', '.join(down)}" if down else "")


def _closed(client: "httpx.Client") -> str:
    answer = client.get("/api/users/me")
    problem = _expect(answer, 401)
    if not problem or problem.get("status") != 401:  # noqa: PLR2004 - the same as above
        raise _Failed("a 401 that does not say what is wrong: is another server in front?")
    return "nobody gets in without a token"


def _headers(client: "httpx.Client") -> str:
    answer = client.get("/health")
    wanted = ["x-content-type-options"]
    wanted += ["strict-transport-security"] if client.base_url.scheme == "https" else []
    missing = [name for name in wanted if name not in answer.headers]
    if missing:
        raise _Failed(f"missing: {', '.join(missing)}")
    return ", ".join(wanted)


def _web(client: "httpx.Client") -> str:
    answer = client.get("/", follow_redirects=True)
    _expect(answer, 200)
    if "text/html" not in answer.headers.get("content-type", ""):
        raise _Failed("the front page is no page")
    return "the front page"


_PUBLIC: dict[str, Callable[["httpx.Client"], str]] = {
    "health": _health,
    "dependencies": _ready,
    "closed to strangers": _closed,
    "security headers": _headers,
    "web": _web,
}


def _sign_in(client: "httpx.Client", email: str, code_of: Callable[["httpx.Client", str], str]) -> str:
    _expect(client.post("/api/auth/send-otp", json={"email": email}), 202)
    code = code_of(client, email)
    session = _expect(client.post("/api/auth/verify-otp", json={"email": email, "otp": code}), 200)
    client.headers["Authorization"] = f"Bearer {session['access_token']}"
    return f"as {session['user']['id']}"


def _asked(_client: "httpx.Client", email: str) -> str:
    code: str = click.prompt(f"The code that was sent to {email}", err=True)
    return code.strip()


def _in_the_inbox(client: "httpx.Client", email: str) -> str:
    items = _expect(client.get("/dev/inbox.json"), 200)["items"]
    text = next(item["text"] for item in items if item["to"] == email)
    return next(word for word in _words(text) if word.isdigit())


def _words(text: str) -> Iterator[str]:
    return (word.strip(".,:") for word in text.split())


def _somebody(client: "httpx.Client") -> str:
    return _sign_in(client, f"smoke-{uuid4().hex}@example.com", _in_the_inbox)


def _today(client: "httpx.Client") -> str:
    _expect(client.get("/api/users/me/today"), 200)
    return "the day at a glance"


def _weigh(client: "httpx.Client") -> str:
    body = {"taken_at": "2026-01-02T07:00:00Z", "metric": "weight_kg", "value": 71.4}
    made = _expect(client.post("/api/measurements", json=body), 201)
    answer = client.get(f"/api/measurements/me/{made['id']}")
    _expect(answer, 200)
    again = client.get(f"/api/measurements/me/{made['id']}", headers={"If-None-Match": answer.headers["ETag"]})
    _expect(again, 304)
    return "written, read, and read again by its ETag"


def _erase(client: "httpx.Client") -> str:
    _expect(client.delete("/api/users/me"), 200, 202, 204)
    return "the person is gone"


_IN_DEVELOPMENT: dict[str, Callable[["httpx.Client"], str]] = {
    "signing in": _somebody,
    "Today": _today,
    "logging": _weigh,
    "erasing": _erase,
}
