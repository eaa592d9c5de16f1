"""No kind of record is forgotten: it can be written by sync, comes down by it, or stays on the server for a reason."""

import pkgutil
from importlib import import_module

import fitzen
from fitzen.entities import Entity
from fitzen.infra.storage.sql_kinds import TABLES
from fitzen.sync.kinds import EVERYTHING, KEPT_BACK, READ_ONLY, WRITTEN

BELONG_TO_NOBODY = {"applied_op", "coach_answer", *TABLES["analytics"], *TABLES["system_records"]}


def entities() -> dict[str, Entity]:  # type: ignore[type-arg] # of any body
    """Find every Entity that a module of the package has."""
    names = [found.name for found in pkgutil.walk_packages(fitzen.__path__, "fitzen.")]
    modules = [import_module(name) for name in names if not name.startswith("fitzen.infra")]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Entity)]
    return {entity.kind: entity for entity in found}


def test_every_entity_of_a_feature_is_in_the_table() -> None:
    found = entities()
    assert {"workout", "measurement"} <= found.keys()
    assert found.keys() == WRITTEN.keys()
    assert all(WRITTEN[kind].entity is entity for kind, entity in found.items())


def test_every_kind_of_the_store_is_in_one_of_the_three() -> None:
    every = {kind for kinds in TABLES.values() for kind in kinds} - BELONG_TO_NOBODY
    assert every <= WRITTEN.keys() | READ_ONLY | KEPT_BACK


def test_no_kind_is_in_two_of_the_three() -> None:
    assert len({*WRITTEN, *READ_ONLY, *KEPT_BACK}) == len(WRITTEN) + len(READ_ONLY) + len(KEPT_BACK)


def test_what_a_phone_may_do_is_something() -> None:
    assert all(written.actions and written.actions <= EVERYTHING for written in WRITTEN.values())
