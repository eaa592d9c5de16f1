"""AWS Lambda: `fitzen.functions.job`, which EventBridge Scheduler calls with `{"job": name}`.

The invocation fails, and Lambda tries again, when the event names no job, the configuration is wrong or the store is
away. What fails for one person is set aside by the job itself and counted in the report.

Logs are those of every process of Fitzen. The runtime client's own have the messages of errors, which may quote what
somebody keeps; it also writes down whatever is raised here, so that is an error of ours.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from threading import Timer
from typing import Protocol

from fitzen import config
from fitzen.errors import FitzenError
from fitzen.infra.base import Infra
from fitzen.infra.telemetry import logs
from fitzen.jobs import turns
from fitzen.jobs.base import stopping
from fitzen.jobs.table import JOBS
from fitzen.records import Json

TO_FINISH_S = 30.0
"""What was begun has so long to come to its end before Lambda ends the function; half of what is left, where that is less."""


class Context(Protocol):
    """What Lambda tells of an invocation. Its tries have the same id."""

    aws_request_id: str

    def get_remaining_time_in_millis(self) -> int: ...


class EventError(FitzenError):
    """The event names no job. What it holds instead is not repeated."""


def job(event: object, context: Context) -> Json:
    """Run a job until nothing is due or the time is over; return its report. What is left (`more`) is the next minute's."""
    name = _name(event)
    infra = _infra()
    with _until_nearly(context), _named(context.aws_request_id):
        return turns.take(infra, name, context.aws_request_id)


def _name(event: object) -> str:
    name = event.get("job") if isinstance(event, Mapping) else None
    if not isinstance(name, str) or name not in JOBS:
        raise EventError(f'The event must be {{"job": name}}, where name is one of {", ".join(JOBS)}.')
    return name


@cache
def _infra() -> Infra:
    """Build once in a container. What fails is not kept: the next invocation tries again."""
    from fitzen import wiring

    settings = config.load()
    logging.getLogger().handlers.clear()
    logs.install(settings)
    return wiring.build(settings)


@contextmanager
def _named(request_id: str) -> Iterator[None]:
    """Let each line within the block say which invocation it is of."""
    token = logs.request.set({logs.REQUEST_ID: request_id})
    try:
        yield
    finally:
        logs.request.reset(token)


@contextmanager
def _until_nearly(context: Context) -> Iterator[None]:
    """Tell jobs to stop, within the block, a while before Lambda's deadline."""
    left = context.get_remaining_time_in_millis() / 1000
    timer = Timer(left - min(TO_FINISH_S, left / 2), stopping.set)
    timer.daemon = True
    stopping.clear()
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
