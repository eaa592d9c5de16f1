"""The tables: records and each owner's counter; on PostgreSQL a partition a kind, and views for analysts."""

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

TIME = "to_timestamp({} / 1e6)"
VIEWS = f"""
CREATE VIEW v_workout_sets AS
SELECT w.owner, w.id AS workout_id, w.body ->> 'name' AS workout, {TIME.format("w.at")} AS started_at,
    (w.body ->> 'day')::date AS day, e.value ->> 'exercise_id' AS exercise_id, e.number AS exercise_number,
    e.value ->> 'superset' AS superset, s.number AS set_number, s.value ->> 'kind' AS kind,
    (s.value ->> 'reps')::numeric AS reps, (s.value ->> 'weight_kg')::numeric AS weight_kg,
    (s.value ->> 'rpe')::numeric AS rpe, (s.value ->> 'rir')::numeric AS rir,
    (s.value ->> 'duration_s')::numeric AS duration_s, (s.value ->> 'distance_m')::numeric AS distance_m,
    (s.value ->> 'done')::boolean AS done
FROM workouts w
CROSS JOIN LATERAL jsonb_array_elements(coalesce(w.body -> 'exercises', '[]')) WITH ORDINALITY e (value, number)
CROSS JOIN LATERAL jsonb_array_elements(coalesce(e.value -> 'sets', '[]')) WITH ORDINALITY s (value, number)
WHERE NOT w.deleted;
CREATE VIEW v_meal_items AS
SELECT m.owner, m.id AS meal_id, {TIME.format("m.at")} AS eaten_at, (m.body ->> 'day')::date AS day,
    m.body ->> 'slot' AS slot, i.number AS item_number, i.value ->> 'food_id' AS food_id,
    i.value ->> 'recipe_id' AS recipe_id, i.value ->> 'name' AS name, (i.value ->> 'grams')::numeric AS grams,
    (i.value -> 'nutrients' ->> 'energy_kcal')::numeric AS energy_kcal,
    (i.value -> 'nutrients' ->> 'protein_g')::numeric AS protein_g,
    (i.value -> 'nutrients' ->> 'carbs_g')::numeric AS carbs_g,
    (i.value -> 'nutrients' ->> 'fat_g')::numeric AS fat_g,
    (i.value -> 'nutrients' ->> 'fiber_g')::numeric AS fiber_g
FROM meals m
CROSS JOIN LATERAL jsonb_array_elements(coalesce(m.body -> 'items', '[]')) WITH ORDINALITY i (value, number)
WHERE NOT m.deleted;
CREATE VIEW v_measurements AS
SELECT m.owner, m.id AS measurement_id, {TIME.format("m.at")} AS taken_at, (m.body ->> 'day')::date AS day,
    m.body ->> 'metric' AS metric, (m.body ->> 'value')::numeric AS value, m.body ->> 'source' AS source
FROM measurements m
WHERE NOT m.deleted
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
