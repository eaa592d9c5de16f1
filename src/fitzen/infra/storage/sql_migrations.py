"""Create and upgrade the tables, by Alembic, one process at a time; costs one small read when there is nothing to do."""

from typing import Any

from fitzen.infra.storage.sql_engines import Engine

HEAD = "0001"
"""The newest revision in migrations/versions; a test compares."""


def migrate(engine: Engine) -> None:
    if not _is_current(engine):
        _upgrade(engine)


def _is_current(engine: Engine) -> bool:
    held = engine.held()
    try:
        cursor = held.cursor()
        cursor.execute(_EXISTS[engine.dialect])
        if cursor.fetchone() is None:
            return False
        cursor.execute("SELECT version_num FROM alembic_version")
        return cursor.fetchone() == (HEAD,)
    finally:
        held.close()


_EXISTS = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'",
    "postgresql": "SELECT 1 WHERE to_regclass('alembic_version') IS NOT NULL",
}


def _upgrade(engine: Engine) -> None:
    """Run the migrations in a transaction of one connection of the pool (a database in memory has no other)."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    held = engine.held()
    driver = {"sqlite": "sqlite://", "postgresql": "postgresql+psycopg://"}[engine.dialect]
    alchemy = create_engine(driver, creator=lambda: held.dbapi_connection, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", "fitzen.infra.storage:migrations")
    try:
        with alchemy.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            cursor: Any = held.cursor()
            cursor.execute(engine.begin)
            engine.keep_others_out(cursor)
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except BaseException:
                held.rollback()
                raise
            held.commit()
    finally:
        held.close()
