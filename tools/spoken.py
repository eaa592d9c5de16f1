"""Find every sentence of the server that reaches a person, and compare them with their Spanish in src/fitzen/data/spoken_es.tsv.

    python tools/spoken.py            what has no Spanish yet, and what of the sheet is said nowhere any more
    python tools/spoken.py --list     all that is said, with the places

The API speaks English; the app says it in Spanish by that sheet. A sentence that is put together is a pattern: what
varies is `{1}`, `{2}`, … from left to right. Two ways of a short choice inside a sentence (`more` or `less`) are two
patterns. What begins or ends with a space or a comma goes on from something: that is `{0}`.

Two kinds of places speak: errors, wherever they are made (ERRORS), and what PLACES names, module by module.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parent.parent / "src" / "fitzen"
SHEET = SOURCE / "data" / "spoken_es.tsv"

SILENT = (
    *("config.py", "functions.py", "secret_store.py", "server.py", "wiring.py"),
    *("infra/telemetry/", "infra/storage/pepper.py", "nutrition/foods/archive.py", "nutrition/foods/fdc.py", "nutrition/foods/overlays.py"),
    *("cli/", "chatting/", "cost/", "backup/", "demo/", "transfer/legacy/", "coach/builtin/", "coach/tools/", "coach/safety/", "infra/messages/", "infra/llm/"),
)
"""What talks to who runs the server, or is the coach's own conversation."""

ALL = ("*",)
PLACES: Mapping[str, Sequence[str]] = {
    "achievements/kinds.py": ALL,
    "coach/explaining/recovering.py": ("METRIC_WORDS",),
    "cycle/rules.py": ALL,
    "auth/totp.py": ("TOO_MANY",),
    "infra/identity/limited.py": ALL,
    "photos/service.py": ("TOO_MANY",),
    "goals/readings.py": ("_basis", "_lifted_now", "_streak", "_strength", "_checkins", "_custom_now"),
    "goals/safety.py": ALL,
    "goals/setting.py": ALL,
    "goals/views.py": ALL,
    "goals/wording.py": ALL,
    "jobs/notes.py": ALL,
    "jobs/training_notes.py": ("plateau_note", "recovery_note", "_against"),
    "measurements/rules.py": ("METRICS", "question", "_ago", "moves"),
    "measurements/service.py": ("ASK",),
    "nutrition/availability.py": ("_low", "_text"),
    "nutrition/limits.py": ALL,
    "nutrition/meal_plans/answering.py": ("SAME_PROTEIN", "AGAIN"),
    "nutrition/meal_plans/clashes.py": ("WORDS", "TIMES", "_text"),
    "nutrition/meal_plans/given.py": ("FIELDS", "_lacking", "_targets"),
    "nutrition/meal_plans/offers.py": ALL,
    "nutrition/recipes/service.py": ("_not_nested",),
    "nutrition/targets.py": ("of_person", "set_aside", "_at_least"),
    "science/energy.py": ("expenditure",),
    "science/expenditure.py": ("_sentences", "_stores", "_paced", "_moved"),
    "science/progression.py": ("_Case", "_from_e1rm", "_after_layoff", "_at_top", "_far_short", "_too_heavy_twice", "_too_heavy_once", "_more_reps", "_reps"),
    "science/targets.py": ("PLANS", "energy_target", "_rate", "_no_deficit", "_floors", "divided", "_protein_reason"),
    "transfer/restoring.py": ALL,
    "users/screening.py": ("REASONS", "CLEARANCE", "QUESTIONS"),
    "web/parsing.py": ("MESSAGES", "invalid"),
    "web/problems.py": ("TITLES", "tell"),
    "workouts/next_session.py": ALL,
    "workouts/plans/adjust.py": ALL,
    "workouts/plans/diff.py": ALL,
    "workouts/plans/generate.py": ALL,
    "workouts/plans/injuries.py": ("AREAS", "said_of"),
    "workouts/plans/notes.py": ALL,
    "workouts/plans/splits.py": ALL,
    "workouts/plans/turns.py": ("shown",),
    "workouts/plans/validate.py": ALL,
    "workouts/plans/volume.py": ("NAMES",),
    "workouts/plans/why.py": ALL,
    "workouts/proposals.py": ("_proposal", "LIGHTER"),
}
ELSEWHERE = frozenset(
    {
        ("errors.py", "message"),
        ("goals/setting.py", "errors[0].message"),
        ("goals/setting.py", "each.message"),
        ("infra/identity/cognito_pool.py", "operation"),
        ("infra/storage/limits.py", "detail"),
        ("measurements/service.py", "each.message"),
        ("nutrition/items.py", "errors[0].message"),
        ("nutrition/meal_plans/figures.py", "error.message"),
        ("nutrition/meal_plans/figures.py", "error.detail"),
        ("nutrition/recipes/service.py", "message"),
        ("nutrition/recipes/service.py", "errors[0].message"),
        ("nutrition/targets.py", "refused"),
        ("transfer/archives.py", "first.message"),
        ("transfer/archives.py", "message"),
        ("transfer/importing.py", "taken.why"),
        ("transfer/importing.py", "line.message"),
        ("transfer/reports.py", "error.detail"),
        ("transfer/reports.py", "error.message"),
        ("web/parsing.py", "_message(problem)"),
        ("workouts/plans/people.py", "screening.CLEARANCE['any']['en']"),
    }
)
"""Errors whose words are another error's, or made where this does not follow them: what they say is found at PLACES."""

PLACE = object()
MOST = 32
"""Ways of one sentence at most; a choice that would make more stays a place."""
LETTER = re.compile(r"[^\W\d_]{2}")
NAME = re.compile(r"[a-z0-9]+(?:[_.:/-][\w.:/#-]*)*|[\w-]+/[\w/-]+|[\w.]+@[\w.]+|#[\w/]+")
FIELD = re.compile(r"\{(\w*)(?:\[\w+\])?(?::[^{}]*)?\}")
QUIET_CALLS = frozenset(
    "get pop setdefault replace removeprefix removesuffix startswith endswith split rpartition partition strftime getattr Literal"
    " cast find match compile format_map isinstance within metrics_of loads list get_many list_page fromisoformat casefold _ids frozenset".split()
)
QUIET_WORDS = frozenset({"headers", "kind", "field", "ref", "rule", "id", "data", "metric", "unit", "name_of", "where"})
type Said = list[object]
"""The parts of one way of a sentence: texts, and PLACE."""


class Found(NamedTuple):
    """A pattern, and where it is said."""

    text: str
    where: str


class Loose(NamedTuple):
    """An error whose words are not seen here."""

    module: str
    line: int
    code: str


class Module(NamedTuple):
    path: str
    tree: ast.Module
    constants: Mapping[str, ast.expr]


@cache
def modules() -> Mapping[str, Module]:
    found = {}
    for file in sorted(SOURCE.rglob("*.py")):
        path = file.relative_to(SOURCE).as_posix()
        if not path.startswith(SILENT):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            found[path] = Module(path, tree, dict(_assigned(tree.body)))
    return found


def _assigned(body: Iterable[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for each in body:
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value


def said(node: ast.expr, known: Mapping[str, ast.expr]) -> list[Said] | None:
    """Return the ways of what an expression says; None when it is no text that can be seen here."""
    match node:
        case ast.Constant(value=str() as text):
            return [_fields(text)]
        case ast.JoinedStr(values=values):
            return _product([_value(each, known) for each in values])
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            sides = [said(left, known), said(right, known)]
            return _product([side or [[PLACE]] for side in sides]) if any(sides) else None
        case ast.IfExp(body=body, orelse=orelse):
            ways = [way for side in (body, orelse) for way in said(side, known) or ()]
            return ways or None
        case ast.Call(func=ast.Attribute(value=ast.expr() as text, attr="format")):
            return said(text, known)
        case ast.Name(id=name) if name in known:
            return said(known[name], {key: value for key, value in known.items() if key != name})
        case ast.Subscript(value=ast.Name(id=name)) if isinstance(known.get(name), ast.Dict):
            ways = [way for each in known[name].values for way in said(each, {}) or ()]  # type: ignore[attr-defined]
            return ways or None
        case ast.Name(id=name) | ast.Attribute(attr=name) if name.isupper():
            texts = (said(each.constants[name], {}) for each in modules().values() if name in each.constants)
            return next(filter(None, texts), None)
    return None


def _fields(text: str) -> Said:
    """Cut a template of `format`."""
    parts: Said = []
    at = 0
    for hole in FIELD.finditer(text):
        parts += [text[at : hole.start()], PLACE]
        at = hole.end()
    return [*parts, text[at:]]


def _value(part: ast.expr, known: Mapping[str, ast.expr]) -> list[Said]:
    """Return the ways of a part of an f-string: a short choice is all of its ways, anything else a place."""
    match part:
        case ast.Constant(value=value):
            return [[str(value)]]
        case ast.FormattedValue(value=ast.BinOp(left=ast.Constant(value=str() as text), op=ast.Mult())):
            return [[""], [text]]
        case ast.FormattedValue(value=ast.IfExp(body=body, orelse=orelse)):
            sides = [said(side, {}) for side in (body, orelse)]
            if any(sides):
                return [way for side in sides for way in side or [[PLACE]]]
        case ast.FormattedValue(value=ast.Name(id=name) | ast.Attribute(attr=name)) if name.isupper():
            return said(part.value, known) or [[PLACE]]
    return [[PLACE]]


def _product(parts: Sequence[list[Said]]) -> list[Said]:
    count = 1
    held = []
    for ways in parts:
        count *= len(ways)
        held.append(ways if count <= MOST else [[PLACE]])
    return [[piece for way in ways for piece in way] for ways in product(*held)]


def pattern(parts: Said) -> str:
    """Write the parts down: places are numbered, and `{0}` is what goes before or after."""
    text, number = "", 0
    for part in parts:
        if part is PLACE:
            number += 1
        text += f"{{{number}}}" if part is PLACE else str(part)
    return f"{{0}}{text}" if text[:1] in (" ", ",") else f"{text}{{0}}" if text.endswith(" ") else text


def errors() -> frozenset[str]:
    """Return the names of all classes of errors that a person may see."""
    names = {"FitzenError"}
    classes = [each for module in modules().values() for each in ast.walk(module.tree) if isinstance(each, ast.ClassDef)]
    while True:
        more = {each.name for each in classes if any(isinstance(base, ast.Name) and base.id in names for base in each.bases)}
        if more <= names:
            return frozenset(names)
        names |= more


def words_of(call: ast.Call, names: frozenset[str], known: Mapping[str, ast.expr]) -> list[ast.expr]:
    """Return what a call tells a person, where it makes an error, or what is told of a record that was not taken."""
    at = [each.value for each in call.keywords if each.arg in ("detail", "message")]
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="of"), args=[_, words]) if name in names:
            return [words]
        case ast.Call(func=ast.Name(id="PydanticCustomError"), args=[_, words, *more]):
            return [words, *(value for each in more if isinstance(each, ast.Dict) for value in each.values if said(value, known))]
        case ast.Call(func=ast.Name(id="FieldError" | "Taken"), args=[_, words]) | ast.Call(func=ast.Name(id="Entity"), args=[_, words, *_]):
            return [words]
        case ast.Call(func=ast.Name(id="Broken"), args=[_, _, _, words]) | ast.Call(func=ast.Name(id="take"), args=[_, _, _, _, words]):
            return [words]
        case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"), args=[words, *_]):
            return [words] if isinstance(words, ast.Constant | ast.JoinedStr) else at
        case ast.Call(func=ast.Name(id=name), args=[words, *_]) if name in names or name in ("Problem", "_no_export"):
            return [words]
        case ast.Call(func=ast.Name(id=name)) if name in names:
            return at
    return []


def _functions(tree: ast.AST, known: Mapping[str, ast.expr]) -> Iterator[tuple[ast.AST, Mapping[str, ast.expr]]]:
    """Yield each function with the names that it knows, and the module without its functions."""
    own = {**known}
    inner: list[ast.AST] = []
    stack = [*ast.iter_child_nodes(tree)]
    nodes = []
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            inner.append(node)
        nodes.append(node)
        if node in inner:
            continue
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                own[name] = value
        stack += ast.iter_child_nodes(node)
    for node in nodes:
        yield node, own
    for each in inner:
        yield from _functions(each, own)


def told() -> tuple[list[Found], list[Loose]]:
    """Return what errors say wherever they are made, and those of which that cannot be seen."""
    names = errors()
    found, loose = [], []
    for module in modules().values():
        for node, known in _functions(module.tree, module.constants):
            if isinstance(node, ast.ClassDef) and node.name in names:
                titles = [said(value, {}) or [] for name, value in _assigned(node.body) if name == "title"]
                found += [Found(pattern(way), f"{module.path}:{node.lineno}") for ways in titles for way in ways]
            if not isinstance(node, ast.Call):
                continue
            for words in words_of(node, names, known):
                ways = said(words, known)
                if ways is None:
                    loose.append(Loose(module.path, node.lineno, ast.unparse(words)))
                found += [Found(pattern(way), f"{module.path}:{node.lineno}") for way in ways or ()]
    return found, loose


def spoken() -> list[Found]:
    """Return what PLACES say."""
    found = []
    for path, names in PLACES.items():
        module = modules()[path]
        parts: list[ast.AST] = [module.tree]
        if names != ALL:
            parts = [_named(module, name) for name in names]
        for part in parts:
            found += [Found(text, f"{path}:{line}") for text, line in _texts(part, module.constants)]
    return found


def _named(module: Module, name: str) -> ast.AST:
    for each in module.tree.body:
        match each:
            case ast.FunctionDef(name=own) | ast.ClassDef(name=own) if own == name:
                return each
            case ast.Assign(targets=[ast.Name(id=own)], value=value) if own == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=own), value=ast.expr() as value) if own == name:
                return value
    raise LookupError(f"{module.path} has no {name}")


def _texts(node: ast.AST, known: Mapping[str, ast.expr]) -> Iterator[tuple[str, int]]:
    """Yield every text under a node that could be read by a person: no keys, no names, no documentation."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Compare() | ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"))):
            return
        case ast.Constant(value=str()) | ast.JoinedStr() | ast.BinOp(op=ast.Add()):
            ways = said(node, known) or []
            for way in ways:
                text = pattern(way)
                literal = "".join(part for part in way if isinstance(part, str))
                if LETTER.search(literal) and not NAME.fullmatch(literal):
                    yield text, node.lineno
            for each in ast.walk(node):
                if isinstance(each, ast.FormattedValue) and not _expanded(each):
                    yield from _texts(each.value, known)
        case ast.Dict(keys=keys, values=values):
            for key, each in zip(keys, values, strict=True):
                if not (isinstance(key, ast.Constant) and key.value == "es"):
                    yield from _words(each, known)
        case ast.Call(func=ast.Name(id="Area"), keywords=keywords):
            for word in keywords:
                yield from _texts(word.value, known)
        case ast.Call(func=ast.Attribute(attr="join"), args=args):
            for each in args:
                yield from _texts(each, known)
        case ast.Subscript(value=value):
            yield from _texts(value, known)
        case ast.Call(func=ast.Name(id="counted"), args=[_, ast.Constant(value=noun)]):
            yield f"1 {noun}", node.lineno
            yield f"{{1}} {noun}s", node.lineno
        case ast.Call(func=func, args=args, keywords=keywords):
            yield from _texts(func, known)
            name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
            if name not in QUIET_CALLS:
                for each in args:
                    yield from _words(each, known)
                for word in keywords:
                    if word.arg not in QUIET_WORDS:
                        yield from _words(word.value, known)
        case ast.Assign(value=value) | ast.Return(value=ast.expr() as value):
            yield from _words(value, known)
        case ast.AnnAssign(value=value):
            if value is not None:
                yield from _words(value, known)
        case ast.FunctionDef(body=body, args=ast.arguments()):
            for each in body:
                yield from _texts(each, known)
        case ast.MatchValue() | ast.TypeAlias():
            return
        case _:
            for each in ast.iter_child_nodes(node):
                yield from _texts(each, known)


def _words(node: ast.AST, known: Mapping[str, ast.expr]) -> Iterator[tuple[str, int]]:
    """Yield texts where a single word may be one too, of a choice: `"fell" if … else "rose"`."""
    match node:
        case ast.IfExp(test=_, body=body, orelse=orelse):
            for side in (body, orelse):
                match side:
                    case ast.Constant(value=str() as text):
                        yield pattern(_fields(text)), side.lineno
                    case ast.Tuple(elts=elts):
                        for each in elts:
                            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                                yield each.value, each.lineno
                            else:
                                yield from _texts(each, known)
                    case _:
                        yield from _words(side, known)
        case _:
            yield from _texts(node, known)


def _expanded(value: ast.FormattedValue) -> bool:
    match value.value:
        case ast.IfExp(body=body, orelse=orelse):
            return any(isinstance(side, ast.Constant | ast.JoinedStr) for side in (body, orelse))
        case ast.BinOp(op=ast.Mult()):
            return True
    return False


def sentences() -> dict[str, str]:
    """Return every pattern with the first place that says it."""
    found: dict[str, str] = {}
    for text, where in (*told()[0], *spoken()):
        if LETTER.search(re.sub(r"\{\d\}", "", text)):
            found.setdefault(text, where)
    return found


def sheet() -> dict[str, str]:
    """Return the Spanish of the sheet by pattern; `-` is what nobody reads. Without what it has beside the source (`+`)."""
    return {english: spanish for english, spanish, more in rows() if not more}


def rows() -> Iterator[tuple[str, str, bool]]:
    for line in SHEET.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, spanish = line.removeprefix("+").split("\t")
            yield english, spanish, line.startswith("+")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--list", action="store_true", help="all that is said, with the places")
    if options.parse_args().list:
        for text, where in sentences().items():
            print(where, text, sep="\t")
        for each in told()[1]:
            print("not seen:", *each, sep="\t")
        return 0
    said_now, known = sentences(), sheet()
    for text in said_now.keys() - known.keys():
        print("no Spanish:", said_now[text], text, sep="\t")
    for text in known.keys() - said_now.keys():
        print("said nowhere:", text, sep="\t")
    print(f"{len(said_now)} sentences, {sum(spanish != '-' for spanish in known.values())} in Spanish")
    return int(said_now.keys() != known.keys())


if __name__ == "__main__":
    sys.exit(main())
