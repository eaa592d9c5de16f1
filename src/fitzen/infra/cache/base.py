"""The cache: what may be lost at any moment, shared by every process that has the same one.

A cache that is away is no failure: nothing is found, nothing is kept, and nobody is held up (it falls open). So what
must hold (codes that were sent, passwords that were tried) is counted in the Store, in the write that it guards, and
never here. A key tells nothing of anybody: it is a word for what it is of, and a keyed hash (`infra/keys.py`).
"""

from datetime import timedelta
from typing import NamedTuple, Protocol


class Rate(NamedTuple):
    """At most `at_most` at once; each one that was taken comes back after `window / at_most`."""

    at_most: int
    window: timedelta


class Cache(Protocol):
    """All methods may be called from many threads; all but `ping` answer within a moment and raise nothing."""

    def get(self, key: str) -> str | None:
        """Return what was put under a key; None when there is nothing (any more), or the cache is away."""

    def put(self, key: str, value: str, kept: timedelta) -> None:
        """Keep a value for so long; where there is one already, that one stands."""

    def take(self, key: str, rate: Rate) -> int:
        """Count one event. Return 0, or the whole seconds until there may be one, and then it was not counted."""

    def ping(self) -> None:
        """Return when the cache answers. Raises UnavailableError."""

    def close(self) -> None:
        """Let go of connections."""
