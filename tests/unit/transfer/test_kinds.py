"""Every kind that a feature writes is in one of the tables: whoever adds one decides whether it goes out."""

import ast
from collections.abc import Iterator
from pathlib import Path

import fitzen
from fitzen.cycle.service import PRIVATE_KINDS
from fitzen.infra.storage.sql_kinds import TABLE_OF
from fitzen.transfer.derived import DERIVATIONS
from fitzen.transfer.kinds import DERIVED, INTERNAL, SOURCES, SYSTEM
from fitzen.transfer.models import ExportQuery

PACKAGE = Path(fitzen.__file__).parent
WRITERS = {"Put": 1, "Delete": 1, "Entity": 0}
"""What names a kind, and as which argument."""


def modules() -> dict[str, ast.Module]:
    """Return the package's modules by name, but for the stores, which write what they are given."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(("fitzen", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        if not name.startswith(("fitzen.infra.storage", "fitzen.transfer.re")):
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def constants(tree: ast.Module) -> dict[str, str]:
    """Return the module's names that stand for a text: `A = "a"`, `A, B = "a", "b"`, and `KEY = (A, "b")` for A's."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            for name, text in assigned(target, value):
                if isinstance(name, ast.Name) and isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found[name.id] = text.value
            if isinstance(target, ast.Name) and isinstance(value, ast.Tuple) and value.elts:
                first = value.elts[0]
                if isinstance(first, ast.Name) and first.id in found:
                    found[target.id] = found[first.id]
    return found


def assigned(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """Return each name with what it is given."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def imported(tree: ast.Module) -> dict[str, tuple[str, str]]:
    """Return the names that come from another module: (module, name there)."""
    return {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def kinds_written() -> Iterator[tuple[str, str]]:
    """Yield (kind, where it is written) of every put, delete and entity whose kind is a name or a text."""
    trees = modules()
    texts = {name: constants(tree) for name, tree in trees.items()}

    def resolved(module: str, name: str) -> str | None:
        if name in texts.get(module, {}):
            return texts[module][name]
        origin = imported(trees[module]).get(name) if module in trees else None
        return resolved(*origin) if origin else None

    for module, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in WRITERS:
                continue
            place = WRITERS[node.func.id]
            kind = node.args[place] if len(node.args) > place else None
            kind = kind.value if isinstance(kind, ast.Starred) else kind
            where = f"{module}:{node.lineno}"
            if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
                yield kind.value, where
            elif isinstance(kind, ast.Name) and (text := resolved(module, kind.id)):
                yield text, where
            elif isinstance(kind, ast.Attribute) and isinstance(kind.value, ast.Name):
                origin = imported(tree).get(kind.value.id)
                text = resolved(".".join(origin), kind.attr) if origin else None
                if text:
                    yield text, where


TABLES = [frozenset(SOURCES), DERIVED, INTERNAL, SYSTEM]


def test_every_kind_that_is_written_is_in_a_table() -> None:
    known = frozenset().union(*TABLES)
    written = dict(kinds_written())
    assert {"workout", "lift", "photo", "message", "user", "claim", "measurement", "recent"} <= written.keys(), (
        "the search finds"
    )
    assert {kind: where for kind, where in written.items() if kind not in known} == {}


def test_every_kind_that_the_store_names_is_in_a_table() -> None:
    assert TABLE_OF.keys() - frozenset().union(*TABLES) == set()


def test_no_kind_is_in_two_tables() -> None:
    assert sum(map(len, TABLES)) == len(frozenset().union(*TABLES))


def test_what_derives_is_made_again_after_an_import() -> None:
    """All but the coach's notes, which the jobs write in the morning."""
    assert {kind for derivation in DERIVATIONS for kind in derivation.kinds} == DERIVED - {"note"}


def test_what_is_private_is_known_and_can_be_asked_for() -> None:
    assert SOURCES.keys() >= PRIVATE_KINDS
    assert {ExportQuery(include=kind).include for kind in PRIVATE_KINDS} == PRIVATE_KINDS  # type: ignore[arg-type]
