"""The routes of the service itself: health, readiness, the documentation, and what a developer's inbox holds."""

import time
from collections.abc import Callable, Sequence

from flask import Response, request
from flask_swagger_ui import get_swaggerui_blueprint

from fitzen.config import Settings
from fitzen.errors import NotFoundError, UnavailableError
from fitzen.infra import keys
from fitzen.infra.telemetry import prometheus
from fitzen.web import answers
from fitzen.web.context import infra
from fitzen.web.fields import AnswerModel
from fitzen.web.routing import Blueprint, public

service = Blueprint("service", tag="Service")
docs = get_swaggerui_blueprint("/docs", "/api/openapi.json", config={"app_name": "Fitzen", "validatorUrl": None})


DONE_WITHOUT = frozenset({"cache", "sms", "mail", "push"})
"""What is said when it is down, and does not make the service unready: no other task would reach it any better."""
LOOPBACK = ("127.0.0.1", "::1")


class Alive(AnswerModel):
    ok: bool


class Dependency(AnswerModel):
    ok: bool
    ms: float


class Readiness(AnswerModel):
    ok: bool
    dependencies: dict[str, Dependency]


class InboxItem(AnswerModel):
    at: str
    to: str
    channel: str
    subject: str | None = None
    text: str
    key: str | None = None
    data: dict[str, str] | None = None
    unsubscribe: str | None = None


class InboxItems(AnswerModel):
    items: list[InboxItem]


@service.get("/health")
@service.output(Alive)
@public
def health() -> Response:
    """Say that the process answers."""
    return answers.plain({"ok": True})


@service.get("/ready")
@service.output(Readiness)
@public
def ready() -> Response:
    """Ask each dependency, and say how long it took; 503 when one is down."""
    parts = infra()
    checks = {
        "store": parts.store.ping,
        "chat_store": parts.chat_store.ping,
        "sms": parts.sms.ping,
        "mail": parts.mail.ping,
        "push": parts.push.ping,
        "identity": parts.identity.ping,
        "llm": parts.llm.ping,
        "files": parts.files.ping,
        "cache": parts.cache.ping,
    }
    found = {name: _timed(check) for name, check in checks.items()}
    ok = all(dependency["ok"] for name, dependency in found.items() if name not in DONE_WITHOUT)
    return answers.plain({"ok": ok, "dependencies": found}, 200 if ok else 503)


def _timed(check: Callable[[], None]) -> dict[str, bool | float]:
    start = time.perf_counter()
    try:
        check()
    except UnavailableError:
        ok = False
    else:
        ok = True
    return {"ok": ok, "ms": round((time.perf_counter() - start) * 1000, 2)}


@service.get("/metrics")
@service.doc(hide=True)
@public
def metrics() -> Response:
    """Give the figures of this server's processes to Prometheus: to whoever has METRICS_TOKEN, or on a laptop."""
    settings, reporter = infra().settings, infra().reporter
    _, _, token = request.headers.get("Authorization", "").partition(" ")
    known = bool(settings.metrics_token) and keys.same(token, settings.metrics_token)
    if reporter is None or not (known or _on_a_laptop(settings)):
        raise NotFoundError("There is nothing at this address.")
    return Response(reporter.text(), content_type=prometheus.CONTENT_TYPE)


def _on_a_laptop(settings: Settings) -> bool:
    """In production a proxy on the same machine makes everybody seem to come from it, so there the address says nothing."""
    alone = not settings.production and not settings.metrics_token
    return alone and request.remote_addr in LOOPBACK and "X-Forwarded-For" not in request.headers


@service.get("/dev/inbox.json")
@service.output(InboxItems)
@public
def inbox_json() -> Response:
    """Show what was sent to people, newest first (outside production only)."""
    return answers.plain({"items": _inbox()})


@service.get("/dev/inbox")
@service.doc(hide=True)
@public
def inbox() -> str:
    """Show the same as a page."""
    from flask import render_template_string

    return render_template_string(INBOX_PAGE, items=_inbox())


def _inbox() -> Sequence[dict[str, object]]:
    box = infra().inbox
    if box is None:
        raise NotFoundError("There is nothing at this address.")
    return box.read()


INBOX_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fitzen inbox</title><style>body{font:1rem/1.5 system-ui;margin:2rem auto;max-width:48rem;padding:0 1rem}
article{border-top:1px solid #ccc;padding:.5rem 0}small{color:#555}p{margin:.2rem 0;font-size:1.2rem}</style>
<h1>Inbox</h1>{% for item in items %}<article><small>{{ item.at }} · {{ item.channel }} to {{ item.to }}</small>
{% if item.subject %}<p><b>{{ item.subject }}</b></p>{% endif %}<p>{{ item.text }}</p>
{% if item.unsubscribe %}<p><a href="{{ item.unsubscribe }}">Unsubscribe</a></p>{% endif %}</article>{% else %}<p>Nothing was sent yet.</p>{% endfor %}</html>"""
