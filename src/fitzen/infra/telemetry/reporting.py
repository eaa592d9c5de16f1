"""What tells of a process's metrics while it runs: a thread that shares them for Prometheus and writes them for CloudWatch."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread

import orjson

from fitzen.infra.telemetry import logs
from fitzen.infra.telemetry.base import Telemetry
from fitzen.infra.telemetry.emf import Emf
from fitzen.infra.telemetry.prometheus import Shared, render

SHARE_S = 5.0

log = logging.getLogger(__name__)


class Reporter:
    """`folder` is shared by the processes of a server; `emf_s` is how often a line for CloudWatch is written, 0: never."""

    def __init__(
        self, telemetry: Telemetry, folder: Path | None, emf_s: float, write: Callable[[bytes], None] = logs.emit
    ) -> None:
        self._telemetry = telemetry
        self._shared = Shared(folder) if folder else None
        self._emf = Emf(telemetry.metrics) if emf_s > 0 else None
        self._emf_s = emf_s
        self._write = write
        self._ended = Event()
        self._lock = Lock()

    def start(self) -> None:
        """Begin; a process that is forked begins its own."""
        if self._shared or self._emf:
            Thread(target=self._run, name="telemetry", daemon=True).start()

    def stop(self) -> None:
        """Tell of the rest."""
        self._ended.set()
        self.flush()

    def flush(self) -> None:
        """Tell of what has happened until now; a function of Lambda calls it before it is frozen."""
        self.share()
        with self._lock:
            for line in self._emf.lines(int(time.time() * 1000)) if self._emf else ():
                self._write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        if self._telemetry.traces:
            self._telemetry.traces.flush()

    def share(self) -> None:
        with self._lock:
            if self._shared:
                self._shared.write(self._telemetry.metrics)

    def text(self) -> str:
        """Return the metrics of all the server's processes in Prometheus's format."""
        self.share()
        return render(self._shared.read() if self._shared else [self._telemetry.metrics.read()])

    def _run(self) -> None:
        written = time.monotonic()
        while not self._ended.wait(SHARE_S if self._shared else self._emf_s):
            try:
                self.share()
                if self._emf and time.monotonic() - written >= self._emf_s:
                    written = time.monotonic()
                    self.flush()
            except OSError as error:
                log.warning("Metrics could not be shared: %s", type(error).__name__)
