"""Partitions for what the coach's models cost each person, and for answers that are kept for a week."""

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = {"coach_spend": "coach_spend", "coach_answers": "coach_answer"}


def upgrade() -> None:
    """Nothing wrote the kinds before, so `other_records` holds none of them."""
    if op.get_context().dialect.name == "postgresql":
        for table, kind in TABLES.items():
            op.get_bind().exec_driver_sql(
                f"CREATE TABLE IF NOT EXISTS {table} PARTITION OF records FOR VALUES IN ('{kind}')"
            )
