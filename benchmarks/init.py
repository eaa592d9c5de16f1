"""What a start costs, as Lambda starts the image: process start until readiness is answered, and a job's import and build.

`PYTHONPATH=. python benchmarks/init.py` (`--json`, `--rounds 5`). Wall time as the Lambda Web Adapter sees it, which
asks /health every 10 ms; CPU time of the process and its worker. The least of the rounds counts, for other work on the
machine only adds. Beside it, in turn: bare Python, `import flask`, and a Flask hello on the same server, so that the
ratio says how another machine would do. Bytecode is compiled before, as it is in the image. DynamoDB is configured and
not asked, as in the serverless profile.
"""

import argparse
import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from servers import free_port

GOAL_MS = 700.0
POLL_S = 0.01
START_S = 60
FITZEN = str(Path(sys.executable).with_name("fitzen"))
GRANIAN = str(Path(sys.executable).with_name("granian"))
JOB = "import fitzen.functions as f; f._infra(); import fitzen.jobs.reminders"
HERE = Path(__file__).parent


class Start(NamedTuple):
    """Milliseconds, the least of some rounds; `ratio` is CPU time against the Flask hello's."""

    name: str
    wall_ms: float
    cpu_ms: float
    ratio: float


def environment(folder: Path) -> dict[str, str]:
    """Return what the serverless profile sets, with bytecode in `folder` where the source's own folder takes none."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "FITZEN_DATA_DIR": str(folder / "data"),
        "STORE_URL": "dynamodb://us-east-1/fitzen",
        "SECRET_KEY": "x" * 48,
    }


def ran(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Return wall and CPU time of a command, in ms."""
    before, started = _children_s(), time.perf_counter()
    subprocess.run(command, env=env, check=True)
    return (time.perf_counter() - started) * 1000, (_children_s() - before) * 1000


def ready(command: list[str], env: dict[str, str], port: int, path: str) -> tuple[float, float]:
    """Return wall time until a server answers and the CPU time that it used until it ended right after, in ms."""
    before, started = _children_s(), time.perf_counter()
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        while not _answers(port, path):
            if server.poll() is not None or time.perf_counter() - started > START_S:
                raise RuntimeError(f"{command} does not answer")
            time.sleep(POLL_S)
        wall = time.perf_counter() - started
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
    return wall * 1000, (_children_s() - before) * 1000


def _answers(port: int, path: str) -> bool:
    with contextlib.suppress(OSError):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        with contextlib.closing(connection):
            connection.request("GET", path)
            return connection.getresponse().status == 200
    return False


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def figures(rounds: int = 5) -> list[Start]:
    """Start each in turn, once more than `rounds`: the first time writes bytecode."""
    with TemporaryDirectory() as folder:
        env = environment(Path(folder))

        def serve(role: str) -> Callable[[], tuple[float, float]]:
            def start() -> tuple[float, float]:
                port = free_port()
                flags = ["--role", role, "--workers", "1", "--no-migrate", "--host", "127.0.0.1", "--port", str(port)]
                return ready([FITZEN, "serve", *flags], env, port, "/health")

            return start

        def hello() -> tuple[float, float]:
            port = free_port()
            flags = ["--interface", "wsgi", "--port", str(port), "--blocking-threads", "1", "--log-level", "error"]
            return ready([GRANIAN, *flags, "--working-dir", str(HERE), "hello:app"], env, port, "/")

        starts: dict[str, Callable[[], tuple[float, float]]] = {
            "python": lambda: ran([sys.executable, "-c", "pass"], env),
            "import flask": lambda: ran([sys.executable, "-c", "import flask"], env),
            "Flask hello, ready": hello,
            "fitzen serve --role api, ready": serve("api"),
            "fitzen serve --role chat, ready": serve("chat"),
            "job reminders, built": lambda: ran([sys.executable, "-c", JOB], env),
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in starts}
        for number in range(rounds + 1):
            for name, start in starts.items():
                taken = start()
                if number:
                    found[name].append(taken)
    least = {name: [min(times) for times in zip(*taken, strict=True)] for name, taken in found.items()}
    unit = least["Flask hello, ready"][1]
    return [Start(name, round(wall, 1), round(cpu, 1), round(cpu / unit, 2)) for name, (wall, cpu) in least.items()]


def show(starts: list[Start]) -> None:
    print(f"{'start':<34}{'wall ms':>9}{'CPU ms':>9}{'ratio':>7}   (goal {GOAL_MS:.0f} ms)")
    for each in starts:
        over = "  over" if each.wall_ms > GOAL_MS else ""
        print(f"{each.name:<34}{each.wall_ms:>9.0f}{each.cpu_ms:>9.0f}{each.ratio:>7.2f}{over}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is started (default 5)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    starts = figures(given.rounds)
    if given.json:
        print(json.dumps([each._asdict() for each in starts], indent=1))
    else:
        show(starts)


if __name__ == "__main__":
    main()
