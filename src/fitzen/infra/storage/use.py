"""What everything that keeps records in a Store needs: bodies as text, and to run again on a conflict."""

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson

from fitzen.errors import UnavailableError
from fitzen.infra.storage.base import WriteConflict

type Json = dict[str, Any]

ATTEMPTS = 5


def dumps(value: Any) -> str:
    return orjson.dumps(value).decode()


def loads(body: str) -> Json:
    value: Json = orjson.loads(body)
    return value


def run_again[**P, R](service: Callable[P, R]) -> Callable[P, R]:
    """Run the whole service call again when a record that it read has moved: up to five times, with jitter."""

    @wraps(service)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(ATTEMPTS):
            try:
                return service(*args, **kwargs)
            except WriteConflict:
                if attempt + 1 == ATTEMPTS:
                    break
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
        raise UnavailableError("Too much is being changed at once. Please try again.", retry_after=1)

    return wrapped
