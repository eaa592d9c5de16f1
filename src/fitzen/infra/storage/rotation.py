"""Credentials of a database that change while the process runs, as Secrets Manager rotates them every 30 days.

A rotation makes the next password (AWSPENDING), gives it to the role, and then names it the current one. Between the
last two steps the current one is refused already, so both are tried. Connections that are open are not affected.
"""

import logging
import time
from collections.abc import Callable, Sequence
from threading import Lock

from fitzen.errors import FitzenError

STAGES = ("AWSCURRENT", "AWSPENDING")
AT_MOST_EVERY_S = 1.0
"""While a database is down, each refused connection asks; so often are they really fetched."""

log = logging.getLogger(__name__)


class Rotation:
    """`fetch` gives the URL of the database at a stage, or raises FitzenError."""

    def __init__(self, fetch: Callable[[str], str], clock: Callable[[], float] = time.monotonic) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = Lock()
        self._found: Sequence[str] = ()
        self._fetched_at = float("-inf")

    def urls(self) -> Sequence[str]:
        """Return the URLs to try after a refusal, the current one first; those of the last second again."""
        with self._lock:
            if self._clock() - self._fetched_at >= AT_MOST_EVERY_S:
                self._found = [url for stage in STAGES if (url := self._url(stage))]
                self._fetched_at = self._clock()
            return self._found

    def _url(self, stage: str) -> str:
        try:
            return self._fetch(stage)
        except FitzenError as error:
            if stage == STAGES[0]:  # none is pending, except while a rotation runs
                log.warning("The credentials of the database could not be fetched anew: %s", error)
            return ""
