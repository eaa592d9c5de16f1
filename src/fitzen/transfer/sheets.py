"""Records as rows of a spreadsheet: one row a record, or one for each entry of a list within it (a set, a meal's item).

A cell is quoted by an apostrophe when it is text that a spreadsheet would run as a formula (OWASP, CSV injection).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fitzen.records import Json, dumps

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`columns` say for each header where in a record its value is, as a dotted path.

    `each` names the lists, one within the other, whose entries are rows; an empty one gives one row all the same. In a
    path an entry takes the place of its list, and `#` at its end is the entry's number, from 1.
    """

    columns: Mapping[str, str]
    each: tuple[str, ...] = field(default=())

    def rows(self, record: Json) -> Iterator[list[Any]]:
        for entry in _entries({"": record}, self.each):
            yield [cell(_at(entry, path)) for path in self.columns.values()]


def columns(*names: str, **others: str) -> dict[str, str]:
    """Return columns whose header is their path, and others by header."""
    return {name: name for name in names} | others


def cell(value: Any) -> Any:
    """Return what stands in the file for a value: numbers as they are, lists of words with semicolons between them."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return value
        case list() if all(isinstance(each, str) for each in value):
            text = "; ".join(value)
        case str():
            text = value
        case _:
            text = dumps(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _entries(entry: Json, each: tuple[str, ...]) -> Iterator[Json]:
    """Yield {path of a list: its entry} for all combinations; `""` is the record itself."""
    if not each:
        yield entry
        return
    path, *rest = each
    for number, value in enumerate(_at(entry, path) or [{}], 1):
        yield from _entries(entry | {path: value, f"{path}.#": number if value else None}, tuple(rest))


def _at(entry: Json, path: str) -> Any:
    """Return what is at a path, read from the longest part of it that an entry stands for."""
    parts = path.split(".")
    for length in range(len(parts), -1, -1):
        start = ".".join(parts[:length])
        if start in entry:
            value = entry[start]
            for part in parts[length:]:
                value = value.get(part) if isinstance(value, dict) else None
            return value
    return None
