"""`fitzen serve`: Granian's WSGI server, tuned by role (architecture.md, Server), with a stop that loses nothing."""

import contextlib
import gc
import logging
import os
import select
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

import click
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from fitzen import wiring
from fitzen.config import Settings, SettingsError
from fitzen.infra.base import Infra
from fitzen.infra.storage import pepper
from fitzen.infra.telemetry import logs

log = logging.getLogger(__name__)

SETTLE_S = 0.3
STOP_WITHIN_S = 25
"""Less than the 30 s that ECS gives a task between SIGTERM and SIGKILL."""


@dataclass(frozen=True, slots=True)
class Role:
    """Blocking threads a worker, and how many workers when nobody says."""

    threads: int
    workers: int


ROLES = {
    "all": Role(threads=32, workers=1),
    "api": Role(threads=1, workers=os.cpu_count() or 1),
    "chat": Role(threads=256, workers=1),
}


def serve(
    settings: Settings,
    *,
    host: str | None = None,
    port: int | None = None,
    role: str = "all",
    workers: int | None = None,
    threads: int | None = None,
    migrate: bool = True,
) -> None:
    """Migrate, say where everything is, and serve until told to stop. Raises SettingsError when the port is taken."""
    host, port = host or settings.api_host, port or settings.api_port
    _check_free(host, port)
    logs.install(settings)
    if migrate:
        _migrate(settings)
    tuned = ROLES[role]
    server = _Server(
        "fitzen.server:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers or tuned.workers,
        blocking_threads=threads or tuned.threads,
        backpressure=max(64, (threads or tuned.threads) * 2),
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN_S,
        log_level=LogLevels.error,
        websockets=False,
    )
    if logs.is_json(settings):
        log.info("Fitzen listens on %s:%d", host, port)
    else:
        _say_where(settings, host, port)
    if role == "all":
        _runs_jobs.set()
    if role != "api":
        _coaches.set()
    global _metrics_folder  # noqa: PLW0603 - as the events below: the workers are forked, and have it too
    with tempfile.TemporaryDirectory(prefix="fitzen-") as folder:
        _metrics_folder = Path(folder)
        server.serve()


_metrics_folder: Path | None = None
"""Where the workers leave their figures, for whichever of them Prometheus asks."""


def _migrate(settings: Settings) -> None:
    infra = wiring.build(settings)
    infra.store.migrate()
    if infra.chat_store is not infra.store:
        infra.chat_store.migrate()
    pepper.check(infra.store, settings.pepper, infra.clock())
    infra.store.close()
    infra.chat_store.close()
    infra.cache.close()


_runs_jobs = threading.Event()
"""Set before the workers are forked: their schedulers run the jobs, in one process at a time."""
_coaches = threading.Event()
"""Set in the same way: their built-in coach reads its rules before anybody waits for it."""
_stop_seen, _stop_told = os.pipe()
"""A byte for each worker when the server stops; workers are forked, so they have it too. (An Event of
multiprocessing waits for ever for a waiter that died.)"""


class Interrupt:
    """What Granian's main loop waits for, made of a pipe, so that a signal's handler may set it at any moment.

    Granian 2.8 uses a threading.Event. Its lock is not reentrant: a signal that comes while the main thread holds it, as
    it does for a moment after a worker's end has woken it, waits for itself for ever. And when a worker ends before the
    main process has seen its own signal (Ctrl-C reaches both), Granian clears the event after the signal has set it;
    `stopping` says that a signal has come, and then it stays set.
    """

    def __init__(self, stopping: Callable[[], bool]) -> None:
        self._seen, self._told = os.pipe()
        for end in (self._seen, self._told):
            os.set_blocking(end, False)
        self._stopping = stopping

    def set(self) -> None:
        with contextlib.suppress(BlockingIOError):  # a full pipe is set already
            os.write(self._told, b".")

    def wait(self) -> None:
        select.select([self._seen], [], [])

    def clear(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._seen, 65536)  # what is left wakes the loop once more, in vain
        if self._stopping():
            self.set()


class _Server(MPServer):
    """Granian waits for requests in flight; streams are told to end, with a hint to come back."""

    def __init__(self, target: str, **options: Any) -> None:
        super().__init__(target, **options)
        self.main_loop_interrupt = Interrupt(lambda: self.interrupt_signal)  # type: ignore[assignment] # Granian's own use of it

    def _respawn_workers(self, *args: Any, **kwargs: Any) -> None:
        """Replace workers that died, unless a signal to the whole group ended them and is about to end this one.

        A worker forked at that moment would keep this process's signal handler, and wait to be killed.
        """
        time.sleep(SETTLE_S)
        if not self.interrupt_signal:
            super()._respawn_workers(*args, **kwargs)

    def shutdown(self, exit_code: int = 0) -> None:
        os.write(_stop_told, b"." * self.workers)
        super().shutdown(exit_code)  # type: ignore[no-untyped-call] # granian is not typed here


def _check_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(
                f"Cannot listen on {host}:{port}: {error.strerror}. Set API_PORT to another port."
            ) from None


def _say_where(settings: Settings, host: str, port: int) -> None:
    base = f"http://{host}:{port}"
    click.echo(f"Fitzen listens on {base}  (documentation: {base}/docs)")
    if not settings.production:
        click.echo(f"Codes sent to users can be read at {base}/dev/inbox")
        click.echo("Talk to the coach in another terminal: .venv/bin/fitzen chat")


@contextlib.contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Let the collector search neither during the block nor, later, among what the block made.

    A start makes 145,000 objects that live as long as the process: modules, classes, rules. Searching them for garbage
    is a twelfth of the start, and would be most of each full collection after it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def application() -> object:
    """Build the WSGI application; Granian calls it once in each worker."""
    with _no_search_for_garbage():
        from fitzen import config
        from fitzen.app import create_app

        settings = config.load()
        logs.install(settings)
        infra = wiring.build(settings, shared_metrics=_metrics_folder)
        infra.telemetry.requests = logs.requests(settings)
        app = create_app(infra)
    if infra.reporter:
        infra.reporter.start()
        Finalize(None, infra.reporter.stop, exitpriority=1)  # as atexit, which multiprocessing's workers do not run
    threading.Thread(target=_beside, args=[infra], daemon=True).start()
    return app


def _beside(infra: Infra) -> None:
    """Run the jobs, if this server does, until it is told to stop; then tell streams and jobs to come to an end."""
    from fitzen.coach import service, streams

    if _coaches.is_set():
        threading.Thread(target=service.warm_up, daemon=True).start()
    if not _runs_jobs.is_set():
        os.read(_stop_seen, 1)
        streams.stopping.set()
        return
    from fitzen.jobs.scheduler import Scheduler

    scheduler = Scheduler(infra)
    scheduler.start()
    os.read(_stop_seen, 1)
    streams.stopping.set()
    scheduler.stop()
