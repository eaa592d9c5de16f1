"""What Python code says: texts, f-strings and templates as patterns, with `{1}`, `{2}` for what varies. For tools/spoken.py."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

type Known = Mapping[str, ast.expr]
"""What names stand for."""
type Said = list[str | None]
"""One way of a sentence: its texts, and None for each place."""
type Texts = Iterator[tuple[str, int]]
"""Patterns, each with its line."""

MOST = 32
"""Ways of one sentence at most; a choice that would make more stays a place."""
LETTER = re.compile(r"[^\W\d_]{2}")
NAME = re.compile(r"[a-z0-9]+(?:[_.:/-][\w.:/#-]*)*|[\w-]+/[\w/-]+|[\w.]+@[\w.]+|#[\w/]+")
FIELD = re.compile(r"\{(\w*)(?:\[\w+\])?(?::[^{}]*)?\}")
QUIET = frozenset(
    {
        *("get", "pop", "setdefault", "replace", "removeprefix", "removesuffix", "startswith", "endswith", "split"),
        *(
            "rpartition",
            "partition",
            "strftime",
            "getattr",
            "Literal",
            "cast",
            "find",
            "match",
            "compile",
            "isinstance",
        ),
        *("loads", "list", "get_many", "fromisoformat", "casefold", "_ids", "frozenset"),
    }
)
"""Calls whose texts are names and forms."""
QUIET_WORDS = frozenset({"headers", "kind", "field", "ref", "rule", "id", "data", "metric", "unit", "where"})


def said(node: ast.expr, known: Known) -> list[Said] | None:
    """Return the ways of what an expression says; None when it is no text that can be seen here."""
    ways: list[Said] | None = None
    match node:
        case ast.Constant(value=str() as text):
            ways = [_fields(text)]
        case ast.JoinedStr(values=values):
            ways = _product([_value(each, known) for each in values])
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            sides = [said(left, known), said(right, known)]
            ways = _product([side or [[None]] for side in sides]) if any(sides) else None
        case ast.IfExp(body=body, orelse=orelse):
            ways = [way for side in (body, orelse) for way in said(side, known) or ()] or None
        case ast.Call(func=ast.Attribute(value=ast.expr() as template, attr="format")):
            ways = said(template, known)
        case ast.Subscript(value=ast.Name(id=name)) if isinstance(table := known.get(name), ast.Dict):
            ways = [way for each in table.values for way in said(each, {}) or ()] or None
        case ast.Name(id=name) if name in known:
            ways = said(known[name], _without(known, name))
        case ast.Attribute(attr=name) if name.isupper() and name in known:
            ways = said(known[name], _without(known, name))
    return ways


def _without(known: Known, name: str) -> Known:
    """A name may be made of itself: `why = f"{why}."`."""
    return {key: value for key, value in known.items() if key != name}


def _fields(text: str) -> Said:
    """Cut a template of `format`."""
    parts: Said = []
    at = 0
    for hole in FIELD.finditer(text):
        parts += [text[at : hole.start()], None]
        at = hole.end()
    return [*parts, text[at:]]


def _value(part: ast.expr, known: Known) -> list[Said]:
    """Return the ways of a part of an f-string: a short choice is all of its ways, anything else a place."""
    match part:
        case ast.Constant(value=value):
            return [[str(value)]]
        case ast.FormattedValue(value=ast.BinOp(left=ast.Constant(value=str() as text), op=ast.Mult())):
            return [[""], [text]]
        case ast.FormattedValue(value=ast.IfExp(body=body, orelse=orelse)):
            sides = [said(side, {}) for side in (body, orelse)]
            if any(sides):
                return [way for side in sides for way in side or [[None]]]
        case ast.FormattedValue(value=ast.Name(id=name) | ast.Attribute(attr=name)) if name.isupper():
            return said(part.value, known) or [[None]]
    return [[None]]


def _product(parts: Sequence[list[Said]]) -> list[Said]:
    count = 1
    held: list[list[Said]] = []
    for ways in parts:
        count *= len(ways)
        held.append(ways if count <= MOST else [[None]])
    return [[piece for way in ways for piece in way] for ways in product(*held)]


def pattern(parts: Said) -> str:
    """Write the parts down: places are numbered, and `{0}` is what goes before or after."""
    text, number = "", 0
    for part in parts:
        number += part is None
        text += f"{{{number}}}" if part is None else part
    if text[:1] in (" ", ","):
        return f"{{0}}{text}"
    return f"{text}{{0}}" if text.endswith(" ") else text


def words_of(call: ast.Call, names: frozenset[str], known: Known) -> list[ast.expr]:
    """Return what a call tells a person, where it makes an error of `names`, or tells what became of a record."""
    found = [each.value for each in call.keywords if each.arg in ("detail", "message")]
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="of"), args=[_, words]) if name in names:
            found = [words]
        case ast.Call(func=ast.Name(id="PydanticCustomError"), args=[_, words, *more]):
            given = [value for each in more if isinstance(each, ast.Dict) for value in each.values]
            found = [words, *(value for value in given if said(value, known))]
        case ast.Call(func=ast.Name(id="FieldError" | "Taken"), args=[_, words]):
            found = [words]
        case ast.Call(func=ast.Name(id="Entity"), args=[_, words, *_]):
            found = [words]
        case (
            ast.Call(func=ast.Name(id="Broken"), args=[_, _, _, words])
            | ast.Call(func=ast.Name(id="take"), args=[_, _, _, _, words])
        ):
            found = [words]
        case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"), args=[words, *_]):
            found = [words] if isinstance(words, ast.Constant | ast.JoinedStr) else found
        case ast.Call(func=ast.Name(id=name), args=[words, *_]) if name in names or name in ("Problem", "_no_export"):
            found = [words]
        case ast.Call(func=ast.Name(id=name)) if name in names:
            pass
        case _:
            found = []
    return found


def texts_in(node: ast.AST, known: Known) -> Texts:
    """Yield every text under a node that could be read by a person: no keys, no names, no documentation."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Compare() | ast.MatchValue() | ast.TypeAlias():
            return
        case ast.Expr(value=ast.Constant()) | ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError"))):
            return
        case ast.Constant(value=str()) | ast.JoinedStr() | ast.BinOp(op=ast.Add()):
            yield from _sentence(node, known)
        case ast.Call():
            yield from _call(node, known)
        case ast.Assign(value=ast.expr() as value) | ast.Return(value=ast.expr() as value):
            yield from _chosen(value, known)
        case ast.AnnAssign(value=value):
            yield from _chosen(value, known) if value else ()
        case _:
            for child in _children(node):
                yield from _chosen(child, known)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if not (isinstance(key, ast.Constant) and key.value == "es"):
                    yield value
        case ast.Subscript(value=value):
            yield value
        case ast.FunctionDef(body=body):
            yield from body
        case _:
            yield from ast.iter_child_nodes(node)


def _sentence(node: ast.expr, known: Known) -> Texts:
    for way in said(node, known) or []:
        literal = "".join(part for part in way if part is not None)
        if LETTER.search(literal) and not NAME.fullmatch(literal):
            yield pattern(way), node.lineno
    for each in ast.walk(node):
        if isinstance(each, ast.FormattedValue) and not _is_choice(each):
            yield from texts_in(each.value, known)


def _is_choice(part: ast.FormattedValue) -> bool:
    match part.value:
        case ast.IfExp(body=body, orelse=orelse):
            return any(isinstance(side, ast.Constant | ast.JoinedStr) for side in (body, orelse))
        case ast.BinOp(op=ast.Mult()):
            return True
    return False


def _call(node: ast.Call, known: Known) -> Texts:
    match node:
        case ast.Call(func=ast.Name(id="counted"), args=[_, ast.Constant(value=str() as noun)]):
            yield f"1 {noun}", node.lineno
            yield f"{{1}} {noun}s", node.lineno
        case ast.Call(func=ast.Attribute(attr="join"), args=args):
            for each in args:
                yield from texts_in(each, known)
        case ast.Call(func=ast.Name(id="Area"), keywords=keywords):  # its first are words by which it is known
            for word in keywords:
                yield from texts_in(word.value, known)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in QUIET:
            yield from texts_in(node.func, known)
        case ast.Call(func=func, args=args, keywords=keywords):
            yield from texts_in(func, known)
            for each in (*args, *(word.value for word in keywords if word.arg not in QUIET_WORDS)):
                yield from _chosen(each, known)


def _chosen(node: ast.AST, known: Known) -> Texts:
    """Yield texts where a single word may be one too, of a choice: `"fell" if … else "rose"`."""
    if not isinstance(node, ast.IfExp):
        yield from texts_in(node, known)
        return
    for side in (node.body, node.orelse):
        for each in side.elts if isinstance(side, ast.Tuple) else [side]:
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                yield pattern(_fields(each.value)), each.lineno
            else:
                yield from _chosen(each, known)
