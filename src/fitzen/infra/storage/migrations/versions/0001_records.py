"""The tables: records and each owner's counter; on PostgreSQL a partition a kind, and views for analysts.

A view leaves out what is deleted or expired, and takes a field that is missing or of another type for NULL, so that
one odd record spoils no report. Times there are timestamptz.
"""

from collections.abc import Iterator

from alembic import op

from fitzen.infra.storage.sql_kinds import OTHER, TABLES

revision = "0001"
down_revision = None

SQLITE = """
CREATE TABLE owners (owner TEXT PRIMARY KEY, segment INTEGER NOT NULL, seq INTEGER NOT NULL, erased INTEGER NOT NULL);
CREATE INDEX owners_segment ON owners (segment, owner) WHERE NOT erased;
CREATE TABLE records (
    owner TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL,
    seq INTEGER NOT NULL, grp TEXT, due_at INTEGER, expires_at INTEGER, digest TEXT, deleted INTEGER NOT NULL, body TEXT,
    PRIMARY KEY (owner, kind, id)
);
CREATE INDEX records_at ON records (owner, kind, at, id) WHERE NOT deleted;
CREATE INDEX records_group ON records (owner, kind, grp, at, id) WHERE grp IS NOT NULL AND NOT deleted;
CREATE INDEX records_seq ON records (owner, seq);
CREATE INDEX records_due ON records (kind, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX records_expires ON records (expires_at) WHERE expires_at IS NOT NULL
"""

POSTGRES = """
CREATE TABLE owners (
    owner text COLLATE "C" PRIMARY KEY, segment bigint NOT NULL, seq bigint NOT NULL, erased boolean NOT NULL
);
CREATE INDEX owners_segment ON owners (segment, owner) WHERE NOT erased;
CREATE TABLE records (
    owner text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, at bigint NOT NULL,
    version bigint NOT NULL, seq bigint NOT NULL, grp text COLLATE "C", due_at bigint, expires_at bigint, digest text,
    deleted boolean NOT NULL, body jsonb,
    PRIMARY KEY (owner, kind, id)
) PARTITION BY LIST (kind);
CREATE INDEX records_at ON records (owner, kind, at, id) WHERE NOT deleted;
CREATE INDEX records_group ON records (owner, kind, grp, at, id) WHERE grp IS NOT NULL AND NOT deleted;
CREATE INDEX records_seq ON records (owner, seq);
CREATE INDEX records_due ON records (kind, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX records_expires ON records (expires_at) WHERE expires_at IS NOT NULL
"""

PRESENT = "NOT {0}.deleted AND ({0}.expires_at IS NULL OR {0}.expires_at > extract(epoch FROM now()) * 1000000)"


def _time(column: str) -> str:
    return f"timestamptz 'epoch' + {column} * interval '1 microsecond'"


def _each(value: str, path: str, alias: str) -> str:
    """Number the elements of an array, from 1. Lax paths: none where the array is missing."""
    return (
        f"CROSS JOIN LATERAL jsonb_path_query({value}, 'lax $.{path}[*]', '{{}}', true)"
        f" WITH ORDINALITY {alias} (value, number)"
    )


def _numbers(value: str, *names: str) -> str:
    """NULL where it is missing or no number."""
    return ", ".join(
        f"(jsonb_path_query_first({value}, 'lax $.{name} ? (@.type() == \"number\")'))::numeric AS {name}"
        for name in names
    )


def _texts(value: str, *names: str) -> str:
    return ", ".join(f"{value} ->> '{name}' AS {name}" for name in names)


VIEWS = f"""
CREATE VIEW v_workout_sets AS
SELECT w.owner, w.id AS workout_id, {_time("w.at")} AS started_at, {_texts("w.body", "day", "name")},
    e.number AS exercise_number, {_texts("e.value", "exercise_id")}, s.number AS set_number, {_texts("s.value", "kind")},
    {_numbers("s.value", "reps", "weight_kg", "rpe", "rir", "duration_s", "distance_m")},
    s.value -> 'done' = 'true' AS done
FROM workouts w
{_each("w.body", "exercises", "e")}
{_each("e.value", "sets", "s")}
WHERE {PRESENT.format("w")};
CREATE VIEW v_meal_items AS
SELECT m.owner, m.id AS meal_id, {_time("m.at")} AS eaten_at, {_texts("m.body", "day", "slot")},
    i.number AS item_number, {_texts("i.value", "food_id", "recipe_id", "name", "unit")},
    {_numbers("i.value", "amount", "grams")},
    {_numbers("i.value -> 'nutrients'", "energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g")}
FROM meals m
{_each("m.body", "items", "i")}
WHERE {PRESENT.format("m")};
CREATE VIEW v_measurements AS
SELECT m.owner, m.id AS measurement_id, {_time("m.at")} AS taken_at, {_texts("m.body", "day", "metric", "source")},
    {_numbers("m.body", "value")}
FROM measurements m
WHERE {PRESENT.format("m")}
"""


def upgrade() -> None:
    postgres = op.get_context().dialect.name == "postgresql"
    script = [POSTGRES, *_partitions(), VIEWS] if postgres else [SQLITE]
    for statement in ";".join(script).split(";"):
        op.get_bind().exec_driver_sql(statement)


def _partitions() -> Iterator[str]:
    for table, kinds in TABLES.items():
        values = ", ".join(f"'{kind}'" for kind in kinds)
        yield f"CREATE TABLE {table} PARTITION OF records FOR VALUES IN ({values})"
    yield f"CREATE TABLE {OTHER} PARTITION OF records DEFAULT"
