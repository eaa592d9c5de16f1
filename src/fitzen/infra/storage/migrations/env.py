"""Alembic's entry: runs the migrations on the connection that `sql_migrations.py` gives, within its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
