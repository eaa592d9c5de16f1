"""Logs on standard output: a line of JSON each, or lines to be read where a person is watching.

A line has time, level and event; within a request its id, the trace's id, and a keyed hash of whose it was. It never
has what somebody sent or keeps: of an error it has the type and the places, not its message, which may quote a value.
Libraries are heard from warnings up, whatever LOG_LEVEL says: below, some write whole requests.
"""

import logging
import os
import random
import sys
import threading
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from types import TracebackType
from typing import Any, NamedTuple

import orjson

from fitzen.config import Settings, SettingsError
from fitzen.errors import FitzenError
from fitzen.infra import keys

FORMATS = ("auto", "json", "text")
REQUEST_ID, ROUTE, USER, TRACE = "fitzen.request_id", "fitzen.route", "fitzen.user", "fitzen.trace"
"""Where a request's environ has them; `USER` is the id, which is never written."""
HASH_LENGTH = 16
REMEMBERED = 20_000
FRAMES = 30
STDOUT = 1
QUIET = frozenset({"", "/health", "/ready", "/metrics"})
"""Files of the web app, and what machines ask for every few seconds: logged only when they fail."""
FAILED, BROKEN = 400, 500

request: ContextVar[Mapping[str, Any] | None] = ContextVar("request", default=None)
"""The environ of the request that runs here."""

log = logging.getLogger(__name__)
_writing = Lock()

type Line = dict[str, Any]


class Requests(NamedTuple):
    """Writes a line for each request, or for a sample of those that went well."""

    key: str
    sample: float
    json: bool

    def write(self, environ: Mapping[str, Any], status: int, seconds: float) -> None:
        route = environ.get(ROUTE, "")
        if status < FAILED and (
            route in QUIET or (self.sample < 1 and random.random() >= self.sample)  # noqa: S311 - a sample, not a secret
        ):
            return
        method, ms = environ["REQUEST_METHOD"], round(seconds * 1000, 2)
        if not self.json:
            emit(f"{_clock()} {method} {route or '-'} {status} in {ms} ms\n".encode())
            return
        line: Line = {
            "time": _now(),
            "level": "info" if status < BROKEN else "error",
            "event": "request",
            "method": method,
            "route": route,
            "status": status,
            "ms": ms,
            **_of_request(environ, self.key),
        }
        emit(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))


def install(settings: Settings) -> None:
    """Send what this process logs to standard output, once. Raises SettingsError."""
    as_json = is_json(settings)
    handler = _Handler(_Json(settings.pepper) if as_json else _Readable())
    handler.addFilter(_heard)
    root = logging.getLogger()
    for before in [each for each in root.handlers if isinstance(each, _Handler)]:
        root.removeHandler(before)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    threading.excepthook = _thread_failed
    try:
        logging.getLogger("fitzen").setLevel(settings.log_level.upper())
    except ValueError:
        raise SettingsError("LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR.") from None


def _heard(record: logging.LogRecord) -> bool:
    """Say whether a line is Fitzen's own or a warning: a library's logger may have a level of its own."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] == "fitzen"


def _thread_failed(args: threading.ExceptHookArgs) -> None:
    """Log what ends a thread, instead of Python's own way, which writes its message too."""
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        log.error("a thread failed", exc_info=args.exc_value)


def requests(settings: Settings) -> Requests:
    """Raises SettingsError."""
    if not 0 <= settings.log_sample <= 1:
        raise SettingsError("LOG_SAMPLE must be between 0 (only what failed) and 1 (every request).")
    return Requests(settings.pepper, settings.log_sample, is_json(settings))


def is_json(settings: Settings) -> bool:
    if settings.log_format not in FORMATS:
        raise SettingsError("LOG_FORMAT must be auto, json or text.")
    return settings.log_format == "json" or (settings.log_format == "auto" and not sys.stdout.isatty())


@lru_cache(REMEMBERED)
def person(key: str, user_id: str) -> str:
    """Return what stands for a person in logs: who has them cannot tell whose lines they are without the key."""
    return keys.mac(key, "log", user_id)[:HASH_LENGTH]


def emit(line: bytes) -> None:
    """Write a whole line; the lines of threads do not mix, nor those of processes up to a pipe's 4 KB."""
    with _writing:
        try:
            while line:
                line = line[os.write(STDOUT, line) :]
        except OSError:  # nobody reads any more: that is no reason to fail a request
            return


class _Handler(logging.Handler):
    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            emit(self.format(record).encode() + b"\n")
        except Exception:  # noqa: BLE001 - logging's own way: a line that cannot be written stops nothing
            self.handleError(record)


class _Json(logging.Formatter):
    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def format(self, record: logging.LogRecord) -> str:
        line: Line = {
            "time": _now(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_of_request(request.get(), self._key),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = _errors(record.exc_info[1])
        return orjson.dumps(line).decode()


class _Readable(logging.Formatter):
    """As a developer reads it, with the whole error: nothing is on this machine but their own."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%H:%M:%S")


def _of_request(environ: Mapping[str, Any] | None, key: str) -> Line:
    if environ is None:
        return {}
    line: Line = {"request": environ.get(REQUEST_ID, "")}
    if user := environ.get(USER):
        line["user"] = person(key, user)
    if trace := environ.get(TRACE):
        line["trace"] = trace
    return line


def _errors(error: BaseException) -> list[Line]:
    """Say of an error and of those behind it which type they are and where they were raised, outermost first."""
    found: list[Line] = []
    each: BaseException | None = error
    while each is not None and len(found) < FRAMES:
        name = f"{type(each).__module__}.{type(each).__qualname__}"
        said = {"why": str(each)} if isinstance(each, FitzenError) and each.status >= BROKEN else {}
        found.append({"type": name, "at": _frames(each.__traceback__), **said})
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return found


def _frames(traceback: TracebackType | None) -> list[str]:
    frames = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{_short(code.co_filename)}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return frames[-FRAMES:]


def _short(path: str) -> str:
    """Return a module's path as it is imported, without where Python is installed."""
    for root in ("site-packages/", "/src/"):
        if root in path:
            return path.rpartition(root)[2]
    return path.rpartition("/")[2]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _clock() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")
