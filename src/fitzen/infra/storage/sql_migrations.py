"""Create and upgrade the tables, by Alembic, one process at a time; costs one small read when there is nothing to do."""

from fitzen.infra.storage.sql_engines import Engine

HEAD = "0005"
"""The newest revision in migrations/versions; a test compares."""


def migrate(engine: Engine) -> None:
    """Bring the tables to `HEAD`. Raises UnavailableError when the engine is down or another keeps it too long."""
    if not _is_current(engine):
        _upgrade(engine)


def _is_current(engine: Engine) -> bool:
    return bool(engine.read(_EXISTS[engine.dialect], ())) and engine.read(_VERSION, ()) == [(HEAD,)]


_EXISTS = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'",
    "postgresql": "SELECT 1 WHERE to_regclass('alembic_version') IS NOT NULL",
}
_VERSION = "SELECT version_num FROM alembic_version"
_DRIVERS = {"sqlite": "sqlite://", "postgresql": "postgresql+psycopg://"}


def _upgrade(engine: Engine) -> None:
    """Run the migrations, all in one transaction, on a connection of the pool (a database in memory has no other)."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    config = Config()
    config.set_main_option("script_location", "fitzen.infra.storage:migrations")
    with engine.connection() as driver:
        alchemy = create_engine(_DRIVERS[engine.dialect], creator=lambda: driver, poolclass=StaticPool)
        with alchemy.connect() as connection:
            connection.exec_driver_sql(engine.begin)
            engine.keep_others_out(driver.cursor())
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
