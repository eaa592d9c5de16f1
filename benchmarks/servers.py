"""Start the servers to measure, and read the CPU time that their processes used, from /proc, in nanoseconds."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

START_S = 60


class Served(NamedTuple):
    pid: int
    port: int

    def cpu_ns(self) -> int:
        """CPU time of the server and its workers, every thread of them."""
        return sum(_thread_ns(task) for pid in self._family() for task in Path(f"/proc/{pid}/task").iterdir())

    def rss_mb(self) -> float:
        pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._family())
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def cpu_s(self) -> float:
        """The same in seconds, to a hundredth only, with what the threads used that have ended."""
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._family()]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")

    def threads(self) -> int:
        return sum(1 for pid in self._family() for _ in Path(f"/proc/{pid}/task").iterdir())

    def _family(self) -> list[int]:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [self.pid, *map(int, children)]


def _thread_ns(task: Path) -> int:
    return int((task / "schedstat").read_text().split()[0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def hello() -> Iterator[Served]:
    port = free_port()
    command = ["granian", "--interface", "wsgi", "--port", str(port), "--blocking-threads", "1", "--log-level", "error"]
    folder = Path(__file__).parent
    with _running(
        [_tool(command[0]), *command[1:], "--working-dir", str(folder), "hello:app"], {}, port, "/"
    ) as served:
        yield served


@contextlib.contextmanager
def fitzen(store_url: str, folder: Path) -> Iterator[Served]:
    port = free_port()
    command = [_tool("fitzen"), "serve", "--role", "api", "--workers", "1", "--threads", "1", "--port", str(port)]
    env = {"STORE_URL": store_url, "FITZEN_DATA_DIR": str(folder)}
    with _running(command, env, port, "/health") as served:
        yield served


@contextlib.contextmanager
def fitzen_chat(env: Mapping[str, str]) -> Iterator[Served]:
    """One process of the role that streams; what it costs is measured by `streams.py`."""
    port = free_port()
    command = [_tool("fitzen"), "serve", "--role", "chat", "--workers", "1", "--port", str(port)]
    with _running(command, env, port, "/health") as served:
        yield served


@contextlib.contextmanager
def role(name: str, env: Mapping[str, str]) -> Iterator[Served]:
    """One worker of a role, as it is tuned; two roles share a store."""
    port = free_port()
    command = [_tool("fitzen"), "serve", "--role", name, "--workers", "1", "--port", str(port)]
    with _running(command, env, port, "/health") as served:
        yield served


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


@contextlib.contextmanager
def _running(command: list[str], env: Mapping[str, str], port: int, path: str) -> Iterator[Served]:
    process = subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL)
    try:
        _wait_until_up(process, port, path)
        yield Served(process.pid, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait_until_up(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError(f"no server: {process.args!r} ended with {process.poll()}")
