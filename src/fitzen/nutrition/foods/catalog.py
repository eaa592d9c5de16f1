"""One file of foods and the words by which each is found."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock

from fitzen.nutrition.foods import archive, everyday
from fitzen.nutrition.foods.archive import Archive, FoodsFileError
from fitzen.nutrition.foods.index import Index, Phrase
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.words import words

SHOWN, ALIAS, NEAREST, SOURCE_NAME, MIXED, IMPORTED = 1.0, 0.99, 0.78, 0.86, 0.93, 0.92
"""What a match counts in the name that is shown, an alias, one of what is only near (`~`), the name at the source, all of
them, an imported name."""
NEAR_MARK = "~"
SELDOM: Mapping[re.Pattern[str], float] = {
    re.compile(r"babyfood|infant formula", re.IGNORECASE): 0.7,
    re.compile(r"USDA Commodity|Game meat"): 0.9,
    re.compile(r"Restaurant|Fast food", re.IGNORECASE): 0.95,
    re.compile(r"\b(?!NLEA|USDA)[A-Z]{4,}\b"): 0.9,
    re.compile(r"\((?:Alaska Native|Northern Plains|Apache|Navajo|Hopi|Southwest)"): 0.9,
}
"""What a match counts beside, in a source's name of these kinds: for infants, for institutions, to go, with a brand (in
capitals), of a region."""
EMPTY = 0.3
"""The same of a food without figures."""
_ASIDE = re.compile(r"\([^)]*\)")


class Catalog:
    """The foods of a file. `shipped` ones have names by hand, where people eat them every day."""

    def __init__(self, content: Archive, *, shipped: bool = False) -> None:
        self._archive = content
        self._place = {line.id: place for place, line in enumerate(content.lines)}
        self._names = {self._place[id_]: each for id_, each in everyday.by_id().items()} if shipped else {}
        self.index = Index(self._phrases(shipped=shipped))

    def ids(self) -> Iterable[str]:
        return self._place

    def get(self, food_id: str) -> Food | None:
        place = self._place.get(food_id)
        return None if place is None else self.food(place)

    def place(self, food_id: str) -> int:
        return self._place[food_id]

    def food(self, place: int) -> Food:
        known = self._names.get(place)
        return self._archive.food(place, known.name if known else None)

    def barcode(self, digits: str) -> Food | None:
        found = (place for place, line in enumerate(self._archive.lines) if line.barcode == digits)
        return next((self.food(place) for place in found), None)

    @cached_property
    def written(self) -> frozenset[str]:
        """The names with commas, as they are shown, in lower case."""
        lines = enumerate(self._archive.lines)
        shown = (self._names[place].name if place in self._names else line.name for place, line in lines)
        return frozenset(name.casefold() for name in shown if "," in name)

    def _phrases(self, *, shipped: bool) -> Iterator[Phrase]:
        for place, line in enumerate(self._archive.lines):
            if known := self._names.get(place):
                yield from _everyday_phrases(place, known, words(_ASIDE.sub("", line.name)))
            elif shipped:
                found = words(line.name)
                yield Phrase(place, found, found, SOURCE_NAME * self._seldom(place, line.name), whole=False)
            else:
                found = words(line.name)
                yield Phrase(place, (*found, *words(line.brand)), found, IMPORTED, whole=False)

    def _seldom(self, place: int, name: str) -> float:
        factor = 1.0 if self._archive.amount(place, "energy_kcal") is not None else EMPTY
        for kind, counts in SELDOM.items():
            if kind.search(name):
                factor *= counts
        return factor


def _everyday_phrases(place: int, known: everyday.Everyday, source: Sequence[str]) -> Iterator[Phrase]:
    shown = words(known.name)
    yield Phrase(place, shown, shown, SHOWN)
    together = dict.fromkeys((*shown, *source))
    for alias in known.aliases:
        found = words(alias.removeprefix(NEAR_MARK))
        if alias.startswith(NEAR_MARK):
            yield Phrase(place, found, found, NEAREST, whole=False)
        else:
            together |= dict.fromkeys(found)
            yield Phrase(place, found, found, ALIAS)
    yield Phrase(place, tuple(together), shown, MIXED, whole=False)


_reading = Lock()


def shipped() -> Catalog:
    """Return the foods that ship with Fitzen; the first who asks reads them, a quarter of a second."""
    with _reading:
        return _shipped()


@cache
def _shipped() -> Catalog:
    return read_shipped()


def read_shipped() -> Catalog:
    """Read the shipped foods anew. `shipped` is what everybody asks."""
    content = files("fitzen.data").joinpath("foods.zip").read_bytes()
    return Catalog(archive.read(content), shipped=True)


def opened(path: Path) -> Catalog:
    """Return the foods of a file, read once, and again when it has changed; none, and a warning, where it is damaged."""
    with _reading:
        return _opened(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _opened(path: Path, _changed: int) -> Catalog:
    try:
        return Catalog(archive.read(path.read_bytes()))
    except FoodsFileError as error:
        logging.getLogger(__name__).warning("%s is left out: %s", path, error)
        return Catalog(Archive([], [], {}))
