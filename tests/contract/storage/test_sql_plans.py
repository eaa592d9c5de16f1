"""Which index each statement of SqlStore goes by: what a person's records cost must not grow with everybody's."""

import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from fitzen.infra.storage.sql import FIRST, LAST, SqlStore
from fitzen.infra.storage.sql_engines import Engine

OWNERS, RECORDS = 50, 100_000
NOW = 1_800_000_000_000_000
KEYS = [("workout", f"i{n}") for n in range(1, RECORDS, RECORDS // 10)]

NEWEST, OLDEST = (FIRST, LAST, "", NOW, 21), (LAST, FIRST, "", NOW, 21)
READS: dict[str, tuple[Any, ...]] = {
    "get": ("o1", "workout", "i51", NOW),
    "newest": ("o1", "workout", *NEWEST),
    "oldest": ("o1", "workout", *OLDEST),
    "newest_of_group": ("o1", "workout", "g5", *NEWEST),
    "oldest_of_group": ("o1", "workout", "g5", *OLDEST),
    "due": ("workout", NOW, NOW, 100),
    "changes": ("o1", RECORDS - 1000, NOW, 100),
    "has_changed": ("o1", RECORDS),
    "users": (1, "o5", 1, 500),
}
INDEX = {
    "get": "workouts_pkey",
    "newest": "workouts_owner_kind_at_id_idx",
    "oldest": "workouts_owner_kind_at_id_idx",
    "newest_of_group": "workouts_owner_kind_grp_at_id_idx",
    "oldest_of_group": "workouts_owner_kind_grp_at_id_idx",
    "due": "workouts_kind_due_at_idx",
    "changes": "workouts_owner_seq_idx",
    "has_changed": "owners_pkey",
    "users": "owners_segment",
}
SQLITE_INDEX = {
    "get": "sqlite_autoindex_records_1 (owner=? AND kind=? AND id=?)",
    "newest": "records_at (owner=? AND kind=? AND at>? AND (at,id)<(?,?))",
    "oldest": "records_at (owner=? AND kind=? AND (at,id)>(?,?) AND at<?)",
    "newest_of_group": "records_group (owner=? AND kind=? AND grp=? AND at>? AND (at,id)<(?,?))",
    "oldest_of_group": "records_group (owner=? AND kind=? AND grp=? AND (at,id)>(?,?) AND at<?)",
    "due": "records_due (kind=? AND due_at<?)",
    "changes": "records_seq (owner=? AND seq>?)",
    "has_changed": "sqlite_autoindex_owners_1 (owner=?)",
    "users": "owners_segment ((segment,owner)>(?,?) AND segment<?)",
}


@pytest.fixture(scope="module")
def postgres(make_postgres_url: Callable[[], str]) -> Iterator[Engine]:
    """Workouts of many, one in ten deleted, one in a thousand due; the statistics as autovacuum makes them."""
    with closing(SqlStore(make_postgres_url())) as store:
        store.migrate()
        with store._engine.connection() as connection:
            connection.execute(
                "INSERT INTO records (owner, kind, id, at, version, seq, grp, due_at, deleted, body)"
                " SELECT 'o' || n %% %s, 'workout', 'i' || n, n::bigint * 7919 %% 1000003, 1, n, 'g' || n / 50 %% 20,"
                " CASE WHEN n %% 1000 = 0 THEN n END, n %% 10 = 0, '{}' FROM generate_series(1, %s) n",
                (OWNERS, RECORDS),
            )
            connection.execute(
                "INSERT INTO owners SELECT 'o' || n, n %% 16, n, FALSE FROM generate_series(1, %s) n", (RECORDS,)
            )
            connection.execute("ANALYZE")
        yield store._engine


def explain(engine: Engine, sql: str, params: tuple[Any, ...], how: str = "ANALYZE, COSTS OFF, TIMING OFF") -> str:
    """The plan of the prepared statement, for any parameters, as the store's connections use it."""
    numbers = itertools.count(1)
    with engine.connection() as connection:
        connection.execute("PREPARE it AS " + re.sub("%s", lambda _: f"${next(numbers)}", sql))
        try:
            cursor = psycopg.ClientCursor(connection)
            cursor.execute(f"EXPLAIN ({how}) EXECUTE it ({', '.join(['%s'] * len(params))})", params)
            plan = "\n".join(row[0] for row in cursor)
        finally:
            connection.execute("DEALLOCATE it")
    assert re.search(r"\$\d", plan), "made for any parameters"
    return plan


@pytest.mark.parametrize("name", READS)
def test_postgresql_reads_by_the_index_in_its_order(postgres: Engine, name: str) -> None:
    statements = postgres.statements("" if name == "changes" else "workout")
    plan = explain(postgres, getattr(statements, name), READS[name])
    scans = re.findall(r"(\w.* Scan.*) on (?:workouts|owners)\b", plan)
    assert [scan.removeprefix("Index Only ").partition(" using ")[2] for scan in scans] == [INDEX[name]], plan
    # `due` sorts those of one microsecond, `changes` merges tables; where a table is empty, anything will do.
    assert name == "changes" or not re.search(r"^[ >-]*Sort\b(?! Key)", plan, re.MULTILINE), plan


def test_postgresql_reads_records_of_one_kind_in_its_own_table(postgres: Engine) -> None:
    sql = postgres.statements("workout").get_many
    plan = explain(postgres, sql, (postgres.keys(KEYS), "o1", NOW))
    assert set(re.findall(r"Scan.* on (\w+)", plan)) == {"json_array_elements", "workouts"}, plan
    assert "workouts_pkey" in plan


def test_postgresql_reads_records_of_several_kinds_by_their_keys(postgres: Engine) -> None:
    sql = postgres.statements("").get_many
    plan = explain(postgres, sql, (postgres.keys([*KEYS, ("meal", "i1")]), "o1", NOW))
    executed = {
        table for table, rest in re.findall(r" on (\w+)[^\n]*\(([^\n]*)\)", plan) if "never executed" not in rest
    }
    assert executed == {"json_array_elements", "workouts", "meals"}, plan


@pytest.mark.parametrize("name", ["update", "bury", "remove"])
def test_postgresql_writes_by_the_primary_key(postgres: Engine, name: str) -> None:
    plan = explain(postgres, getattr(postgres.statements("workout"), name), ("[]", NOW), how="COSTS OFF")
    assert "Index Scan using workouts_pkey" in plan, plan


@pytest.mark.parametrize("name", [*READS, "get_many"])
def test_sqlite_reads_by_the_index_in_its_order(tmp_path: Path, name: str) -> None:
    with closing(SqlStore(f"sqlite:///{tmp_path}/store.db")) as store:
        store.migrate()
        engine = store._engine
        params = READS.get(name) or (engine.keys(KEYS), "o1", NOW)
        rows = engine.read(f"EXPLAIN QUERY PLAN {getattr(engine.statements(''), name)}", params)
    plan = [row[3] for row in rows]
    searches = [step for step in plan if step.startswith("SEARCH")]
    assert [step.partition(" INDEX ")[2] for step in searches] == [SQLITE_INDEX.get(name, SQLITE_INDEX["get"])], plan
    sorts = [step for step in plan if "TEMP B-TREE" in step]
    assert sorts == (["USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"] if name == "due" else []), plan
