"""Partitions for the kinds that came with the whole domain; what `other_records` has of them moves over."""

from collections.abc import Iterator

from alembic import op

revision = "0003"
down_revision = "0002"

TABLES: dict[str, tuple[str, ...]] = {
    "workout_totals": ("workout_total",),
    "habit_states": ("habit_state",),
    "vacations": ("vacation",),
    "diary_days": ("diary_day",),
    "recent_foods": ("recent",),
    "target_weeks": ("target_week",),
    "pictures": ("picture",),
    "notes": ("note",),
    "agendas": ("replan", "digest", "midnight"),
    "analytics": ("analytics",),
    "trash": ("trash",),
}


def upgrade() -> None:
    """A database that was made since has them already, from 0001 on."""
    if op.get_context().dialect.name != "postgresql":
        return
    connection = op.get_bind()
    for table, kinds in TABLES.items():
        if connection.exec_driver_sql(f"SELECT to_regclass('{table}')").scalar() is None:
            for statement in _apart(table, kinds):
                connection.exec_driver_sql(statement)


def _apart(table: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """A partition cannot be made while the default one has rows of it: they move first, and it is attached with them."""
    values = ", ".join(f"'{kind}'" for kind in kinds)
    yield f"CREATE TABLE {table} (LIKE records INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
    yield f"WITH moved AS (DELETE FROM other_records WHERE kind IN ({values}) RETURNING *) INSERT INTO {table} SELECT * FROM moved"
    yield f"ALTER TABLE records ATTACH PARTITION {table} FOR VALUES IN ({values})"
