"""Spanish as people type it: its words in one form, and the files beside the English ones that say things in it.

A file has lines of `=word<TAB>words` first (what people call a thing here and there), of `+tag<TAB>words` (what a tag is
called), then a line for each thing: its id, its name, what people type, and what more there is. Nothing is read before somebody asks in Spanish.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from fitzen.words import plain

Language = Literal["en", "es"]


def language_of(locale: str | None) -> Language:
    """Return the language that is spoken to whoever has a locale such as `es-MX`; English where it is another."""
    return "es" if locale is not None and locale.partition("-")[0] == "es" else "en"


FILLERS = frozenset("a al con de del e el en la las lo los me mi mis o para por su unas unos y".split())  # noqa: SIM905
SHORTEST = 4
"""Letters from which on a word loses its plural: not `pie`, `gas`."""
_WORD = re.compile(r"\d+(?:[.,]\d+)?\s?%|\d+|[^\W\d_]+")


class Sheet(NamedTuple):
    """What a file says: words that are others, each in one form, what tags are called, and its rows."""

    same: Mapping[str, tuple[str, ...]]
    tags: Mapping[str, str]
    rows: Sequence[Sequence[str]]


@cache
def read(name: str) -> Sheet:
    """Read a file of `fitzen.data`, once."""
    text = files("fitzen.data").joinpath(name).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    same = {form(line[0][1:]): words(line[1]) for line in lines if line[0].startswith("=")}
    tags = {line[0][1:]: line[1] for line in lines if line[0].startswith("+")}
    return Sheet(same, tags, [line for line in lines if line[0][0] not in "=+"])


def parts(cell: str, mark: str = ";") -> list[str]:
    """Cut what several things stand in; an empty one has none."""
    return cell.split(mark) if cell else []


def words(text: str, same: Mapping[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """Cut a phrase into words in one form, without those that say nothing; those that are others become them."""
    found = [form(word) for word in _WORD.findall(plain(text).replace("\u2019", "").replace("'", ""))]
    kept = [word for word in found if word not in FILLERS]
    return tuple(part for word in kept for part in (same or {}).get(word, (word,)))


def form(word: str) -> str:
    """Return one form for singular and plural, which need not be a word: `carne`, `carnes` are `carn`, `nuez` is `nuec`."""
    word = plain(word).replace(" ", "").replace(",", ".")
    if len(word) >= SHORTEST and word.endswith("s"):
        word = word[:-1]
    if len(word) >= SHORTEST and word.endswith("e") and word[-2] not in "aeiou":
        word = word[:-1]
    return word[:-1] + "c" if word.endswith("z") else word
