"""Ask for 200 answers at once, slow word by word, of one process of `fitzen serve --role chat`: is each of them whole.

    PYTHONPATH=. .venv/bin/python benchmarks/streams.py [--streams 200] [--people 20] [--seconds 16] [--pause 0.5] [--store postgresql]

All of them are sent at one moment, by people who pay: what is held for ten answers at once is more than a free day. The words come over Bedrock's wire, from the fake of the tests in a process of its own. What is printed: how many answers
were whole, the memory of the server before and at its peak, and what a stream costs while it mostly waits. The status
is 1 if an answer was not whole, or the server took 1 GB.

All of one person are a test of their own (tests/e2e/test_chat_streams.py): every answer of theirs changes the one record of
what they spent. Of 200 at once 186 were refused there until those of a process took turns (coach/budget.py); of 200 people
at once none was: SQLite's writers wait for each other for 0.6 s at the most.
"""

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple
from uuid import uuid4

import servers
from fitzen.infra.storage.base import utc_now
from fitzen.users.subscription import subscribe
from fitzen.wiring import build_store
from run import Client
from servers import Served

PEOPLE = 20
LIMIT_MB = 1000
STEADY = (0.45, 0.7)
"""The part of the answers' time in which all of them run and none begins or ends."""


class Seen(NamedTuple):
    """What the server used at a moment."""

    at: float
    cpu_s: float
    rss_mb: float
    threads: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--people", type=int, default=PEOPLE, help="whose answers they are, in turn")
    parser.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seconds", type=float, default=16, help="how long an answer takes")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds from one word to the next")
    parser.add_argument("--be-the-model", action="store_true", help="serve the fake until standard input ends")
    asked = parser.parse_args()
    words = [
        f"Word {letter}. "
        for letter, _ in zip(cycle(ascii_lowercase), range(int(asked.seconds / asked.pause)), strict=False)
    ]
    if asked.be_the_model:
        return be_the_model(words, asked.pause)
    with (
        model(asked.seconds, asked.pause) as url,
        tempfile.TemporaryDirectory() as folder,
        store(asked.store, Path(folder)) as store_url,
        chat_server(url, store_url, Path(folder)) as served,
    ):
        people = [paying(served, store_url) for _ in range(asked.people)]
        return measure(served, people, asked.streams, "".join(words))


def be_the_model(words: Sequence[str], pause_s: float) -> int:
    from tests.fixtures.bedrock import serving
    from tests.fixtures.model_scripts import Say, Stop, Wait

    with serving([step for word in words for step in (Say(word), Wait(pause_s))] + [Stop()]) as fake:
        print(fake.url, flush=True)
        sys.stdin.read()
    return 0


@contextlib.contextmanager
def model(seconds: float, pause_s: float) -> Iterator[str]:
    command = [sys.executable, __file__, "--be-the-model", "--seconds", str(seconds), "--pause", str(pause_s)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdout.readline().strip()
        process.stdin.close()


@contextlib.contextmanager
def store(kind: str, folder: Path) -> Iterator[str]:
    """Yield the URL of an empty store."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/streams.db"
        return
    from run import stores

    with stores(folder) as urls:
        yield urls["PostgreSQL"]


@contextlib.contextmanager
def chat_server(model_url: str, store_url: str, folder: Path) -> Iterator[Served]:
    env = {
        "FITZEN_DATA_DIR": str(folder),
        "STORE_URL": store_url,
        "LLM_URL": f"bedrock://us-east-1/?endpoint={model_url}",
    }
    with servers.fitzen_chat(env) as served:
        yield served


def paying(served: Served, store_url: str) -> Client:
    """Sign in as somebody new, whose budget lasts."""
    client = Client(served)
    user_id = client.sign_in()
    client.hang_up()
    with contextlib.closing(build_store(store_url)) as there:
        subscribe(there, user_id, "premium", None, utc_now())
    return client


def measure(served: Served, people: Sequence[Client], streams: int, expected: str) -> int:
    say(served, people[0].headers)  # botocore and the rules of the coach are loaded once
    before = look(served)
    seen, ended = [before], threading.Event()
    watcher = threading.Thread(target=watch, args=(served, seen, ended))
    watcher.start()
    with ThreadPoolExecutor(streams) as pool:
        gate = threading.Barrier(streams)
        answers = list(pool.map(lambda number: begin(served, gate, people[number % len(people)]), range(streams)))
    ended.set()
    watcher.join()
    whole = sum(answer == expected for answer in answers)
    peak = max(seen, key=lambda each: each.rss_mb)
    report(before, peak, steady(seen), streams, whole)
    for broken in {answer[-200:] for answer in answers if answer != expected}:
        print("not whole:", broken)
    return int(whole < streams or peak.rss_mb >= LIMIT_MB)


def begin(served: Served, gate: threading.Barrier, person: Client) -> str:
    """Ask at the moment when all the others do."""
    gate.wait()
    return say(served, person.headers)


def say(served: Served, headers: dict[str, str]) -> str:
    """Ask, and read the stream to its end; the whole text, or what went wrong."""
    connection = HTTPConnection("127.0.0.1", served.port, timeout=120)
    body = json.dumps({"message": f"How is it going? {uuid4().hex[:4]}"})
    wanted = headers | {"Content-Type": "application/json", "Accept": "text/event-stream"}
    connection.request("POST", "/api/chat/message", body, wanted)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    if response.status != 200 or "event: done" not in text:
        return f"{response.status} {text}"
    deltas = [json.loads(part.split("data: ", 1)[1]) for part in text.split("\n\n") if part.startswith("event: delta")]
    return "".join(delta["text"] for delta in deltas)


def look(served: Served) -> Seen:
    return Seen(time.monotonic(), served.cpu_s(), served.rss_mb(), served.threads())


def watch(served: Served, seen: list[Seen], ended: threading.Event) -> None:
    while not ended.wait(0.25):
        seen.append(look(served))


def steady(seen: Sequence[Seen]) -> tuple[Seen, Seen]:
    first, last = (seen[int(len(seen) * share)] for share in STEADY)
    return first, last


def report(before: Seen, peak: Seen, part: tuple[Seen, Seen], streams: int, whole: int) -> None:
    seconds = part[1].at - part[0].at
    cpu_ms = (part[1].cpu_s - part[0].cpu_s) * 1000
    rows = {
        "answers that were whole": f"{whole} of {streams}",
        "memory before, at the peak": f"{before.rss_mb:.0f} MB, {peak.rss_mb:.0f} MB (limit {LIMIT_MB})",
        "memory a stream": f"{(peak.rss_mb - before.rss_mb) / streams * 1000:.0f} KB",
        "threads at the peak": str(peak.threads),
        "CPU a stream and second": f"{cpu_ms / seconds / streams:.2f} ms",
        "of one core, all of them": f"{cpu_ms / seconds / 10:.0f} %",
    }
    for name, value in rows.items():
        print(f"{name:<40} {value}")


if __name__ == "__main__":
    sys.exit(main())
