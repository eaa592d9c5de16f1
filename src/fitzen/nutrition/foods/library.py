"""Every food there is to find: those that ship with Fitzen, those of the files that were imported, one's own.

The shipped file is read when first asked for. `use` says which further files are searched; `fitzen foods import` writes
them. What is in several is found in each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from fitzen.nutrition.foods import archive, everyday
from fitzen.nutrition.foods.archive import Archive
from fitzen.nutrition.foods.index import Index, Phrase, Term
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.words import words

SHOWN, ALIAS, NEAREST, SOURCE_NAME, MIXED, IMPORTED = 1.0, 0.99, 0.72, 0.86, 0.93, 0.88
"""What a match counts in the name that is shown, an alias, one of what is only near (`~`), the name at the source, all of
them, an imported name."""
NEAR_MARK = "~"
_ASIDE = re.compile(r"\([^)]*\)")
SELDOM: Mapping[str, float] = {
    "Babyfood": 0.7,
    "Infant": 0.7,
    "USDA Commodity": 0.9,
    "Restaurant": 0.95,
    "Fast food": 0.95,
    "Game meat": 0.9,
}
"""What a match counts beside in a name that begins so; and in one with a brand, in capitals."""
BRANDED, NATIVE, EMPTY = 0.9, 0.9, 0.3
OWN = 1.04
"""Of two that fit as well, one's own is meant."""
KIN: Mapping[str, Sequence[str]] = {
    "grilled": ("broiled", "roasted", "cooked"),
    "barbecued": ("broiled", "roasted"),
    "baked": ("roasted", "cooked"),
    "roasted": ("baked", "cooked"),
    "boiled": ("cooked", "stewed"),
    "steamed": ("cooked", "boiled"),
    "poached": ("stewed", "cooked"),
    "fried": ("cooked",),
    "sauteed": ("cooked", "fried"),
    "cooked": ("boiled", "roasted", "prepared"),
    "skinless": ("only",),
    "dry": ("raw", "dried"),
    "raw": ("dry",),
    "ground": ("burger",),
    "nonfat": ("skim",),
    "skim": ("nonfat",),
    "plain": ("regular",),
}
"""Words that another stands for, if less well."""
KIN_MEANS, BEGUN_MEANS = 0.85, 0.9
SHORTEST_BEGINNING, ERRORS_FROM = 3, (3, 6, 10)
"""Letters from which on the beginning of a word stands for it, and how many allow one, two, three typing errors."""
NEAR = 4
MAX_QUERY = 200


class Catalog:
    """One file of foods and its index."""

    def __init__(self, content: Archive, *, shipped: bool = False) -> None:
        self.archive = content
        self._place = {line.id: place for place, line in enumerate(content.lines)}
        self._names = {self._place[id_]: each for id_, each in everyday.by_id().items()} if shipped else {}
        self.index = Index(self._phrases(shipped=shipped))

    def get(self, food_id: str) -> Food | None:
        place = self._place.get(food_id)
        return None if place is None else self.food(place)

    def food(self, place: int) -> Food:
        known = self._names.get(place)
        return self.archive.food(place, known.name if known else None)

    def barcode(self, digits: str) -> Food | None:
        found = (place for place, line in enumerate(self.archive.lines) if line.barcode == digits)
        return next((self.food(place) for place in found), None)

    def _phrases(self, *, shipped: bool) -> Iterator[Phrase]:
        for place, line in enumerate(self.archive.lines):
            found = words(line.name)
            if known := self._names.get(place):
                yield from _everyday_phrases(place, known, words(_ASIDE.sub("", line.name)))
            elif shipped:
                yield Phrase(place, found, found, SOURCE_NAME * self._seldom(place, line.name), whole=False)
            else:
                yield Phrase(place, (*found, *words(line.brand)), found, IMPORTED)

    def _seldom(self, place: int, name: str) -> float:
        factor = next((each for start, each in SELDOM.items() if name.casefold().startswith(start.casefold())), 1.0)
        if any(part.isupper() and len(part) > 3 for part in name.replace("'S", "").split()):  # noqa: PLR2004 - NFS and the like are no brands
            factor *= BRANDED
        if "(Alaska Native)" in name or "(Northern Plains" in name or "(Apache)" in name:
            factor *= NATIVE
        return factor if self.archive.amount(place, "energy_kcal") is not None else factor * EMPTY


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


@cache
def shipped() -> Catalog:
    with _reading:
        content = files("fitzen.data").joinpath("foods.zip").read_bytes()
        return Catalog(archive.read(content), shipped=True)


_reading = Lock()
_used: tuple[Path, ...] = ()


def use(paths: Iterable[Path]) -> None:
    """Search these files too, instead of those named before. They are read when first needed; one that is gone is not."""
    global _used  # noqa: PLW0603 - which files a process searches is set once, by what starts it
    _used = tuple(paths)


def imported(folder: Path) -> list[Path]:
    """Return the files of foods that were imported into a data directory."""
    return sorted(folder.glob("foods-*.zip"))


def _catalogs() -> Iterator[Catalog]:
    yield shipped()
    for path in _used:
        if path.exists():
            yield _opened(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _opened(path: Path, changed: int) -> Catalog:
    """Read a file once, and again when it has `changed`."""
    return Catalog(archive.read(path.read_bytes()))


@lru_cache(maxsize=64)
def _own_index(names: tuple[tuple[str, str], ...]) -> Index:
    phrases = (
        Phrase(place, (*words(name), *words(brand)), words(name), OWN) for place, (name, brand) in enumerate(names)
    )
    return Index(phrases)


def get(food_id: str) -> Food | None:
    return next((food for each in _catalogs() if (food := each.get(food_id))), None)


def by_barcode(digits: str) -> Food | None:
    return next((food for each in _catalogs() if (food := each.barcode(digits))), None)


class Match(NamedTuple):
    """A food and how well it fits, from 0; 1 and more for its very name."""

    score: float
    food: Food


def search(q: str, limit: int = 20, own: Sequence[Food] = ()) -> list[Food]:
    """Return what a person may mean, best first; nothing for a blank query. `own` are the foods of one's own."""
    return [match.food for match in ranked(words(q[:MAX_QUERY]), limit, own)]


def ranked(wanted: Sequence[str], limit: int, own: Sequence[Food] = ()) -> list[Match]:
    """Return the foods that the words mean, best first, with their scores."""
    if not wanted:
        return []
    catalogs = list(_catalogs())
    mine = _own_index(tuple((food.name, food.brand or "") for food in own)) if own else None
    indexes = [each.index for each in catalogs] + ([mine] if mine else [])
    parts = _parts(wanted, indexes)
    terms = [_term(word, indexes) for word in dict.fromkeys(parts)]
    found = [
        (hit.score, -number, hit.place, catalog)
        for number, catalog in enumerate(catalogs)
        for hit in catalog.index.search(parts, terms, limit)
    ]
    found.sort(key=lambda each: (-each[0], -each[1], each[2]))
    matches = [Match(score, catalog.food(place)) for score, _, place, catalog in found[:limit]]
    if mine:
        matches += [Match(hit.score, own[hit.place]) for hit in mine.search(parts, terms, limit)]
        matches.sort(key=lambda each: -each.score)
    return matches[:limit]


def named(wanted: Sequence[str], own: Sequence[Food] = ()) -> bool:
    """Say whether these words, in any order, are the very name of a food, or what it is called."""
    key = " ".join(sorted(wanted))
    return any(key in index.same for index in _indexes(own))


def known(word: str, own: Sequence[Food] = ()) -> bool:
    """Say whether some food has the word, or one near it."""
    indexes = _indexes(own)
    return any(word in index for index in indexes) or bool(_split_known(word)) or bool(_near(word, indexes))


def _split_known(word: str) -> tuple[str, str] | None:
    return _compounds().get(word)


def _indexes(own: Sequence[Food]) -> list[Index]:
    mine = [_own_index(tuple((food.name, food.brand or "") for food in own))] if own else []
    return [each.index for each in _catalogs()] + mine


def _parts(wanted: Sequence[str], indexes: Sequence[Index]) -> list[str]:
    """Write one word that is two, `peanutbutter`, as two, and two that are one, `oat meal`, as one."""
    joined: list[str] = []
    for word in wanted:
        if joined and any(joined[-1] + word in each for each in indexes) and not _follow(joined[-1], word):
            joined[-1] += word
        else:
            joined.append(word)
    return [part for word in joined for part in _split(word, indexes)]


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Return the words that follow each other in some name of everyday foods."""
    phrases = (words(phrase) for each in everyday.by_id().values() for phrase in (each.name, *each.aliases))
    return frozenset(pair for phrase in phrases for pair in pairwise(phrase))


def _follow(first: str, second: str) -> bool:
    return (first, second) in _pairs()


@cache
def _compounds() -> Mapping[str, tuple[str, str]]:
    return {first + second: (first, second) for first, second in _pairs()}


def _split(word: str, indexes: Sequence[Index]) -> tuple[str, ...]:
    return (word,) if any(word in each for each in indexes) else _compounds().get(word, (word,))


def _term(word: str, indexes: Sequence[Index]) -> Term:
    """Return what a word may stand for: itself and its kin; or, where no food has it, words near it."""
    if any(word in each for each in indexes):
        return Term([(word, 1.0), *((each, KIN_MEANS) for each in KIN.get(word, ()))])
    return Term(_near(word, indexes))


def _near(word: str, indexes: Sequence[Index]) -> list[tuple[str, float]]:
    if not word[0].isalpha():
        return []
    found: dict[str, float] = {}
    for index in indexes:
        found |= {each: alike for each, alike in _misspelt(word, index) if alike > found.get(each, 0.0)}
        if len(word) >= SHORTEST_BEGINNING:
            begun = (each for each in index.vocabulary if each.startswith(word))
            found |= {each: BEGUN_MEANS for each in begun if found.get(each, 0.0) < BEGUN_MEANS}
    often = {each: max(index.often(each) for index in indexes) for each in found}
    best = sorted(found, key=lambda each: (-found[each], -often[each]))[:NEAR]
    return [(each, found[each]) for each in best]


def _misspelt(word: str, index: Index) -> Iterator[tuple[str, float]]:
    """Find known words that may be this one with a typing error; of short ones, only with the first letter right."""
    errors = sum(len(word) >= length for length in ERRORS_FROM)
    if not errors:
        return
    near = process.extract(word, index.vocabulary, scorer=OSA.distance, score_cutoff=errors, limit=NEAR * 3)
    for each, distance, _ in near:
        if each[0] == word[0] or len(word) >= ERRORS_FROM[1]:
            yield each, 1 - distance / max(len(word), len(each))
