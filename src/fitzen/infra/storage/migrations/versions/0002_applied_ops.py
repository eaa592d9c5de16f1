"""A partition for the operations that sync applied: each expires, so they come and go by the thousand."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing wrote the kind before, so `other_records` holds none of it."""
    if op.get_context().dialect.name == "postgresql":
        op.get_bind().exec_driver_sql(
            "CREATE TABLE IF NOT EXISTS applied_ops PARTITION OF records FOR VALUES IN ('applied_op')"
        )
