"""A partition for what is remembered of the active training plan; what `other_records` has of it moves over."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """A database that was made since has it already, from 0001 on."""
    if op.get_context().dialect.name != "postgresql":
        return
    connection = op.get_bind()
    if connection.exec_driver_sql("SELECT to_regclass('active_plans')").scalar() is not None:
        return
    for statement in (
        "CREATE TABLE active_plans (LIKE records INCLUDING DEFAULTS INCLUDING CONSTRAINTS)",
        "WITH moved AS (DELETE FROM other_records WHERE kind = 'active_plan' RETURNING *) INSERT INTO active_plans SELECT * FROM moved",
        "ALTER TABLE records ATTACH PARTITION active_plans FOR VALUES IN ('active_plan')",
    ):
        connection.exec_driver_sql(statement)
