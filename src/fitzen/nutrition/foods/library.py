"""Every food there is to find: those that ship with Fitzen, those that were imported (`overlays`), one's own.

Files are read when first asked for. A food's `id` never changes; what is in several files is found in each.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from fitzen.nutrition.foods import catalog, meanings, overlays, spanish
from fitzen.nutrition.foods.catalog import Catalog
from fitzen.nutrition.foods.index import Index, Phrase
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.words import words
from fitzen.spanish import Language

FOREIGN = 0.97
"""What a match in English counts for one who asks in Spanish."""
OWN = 1.04
"""Of two that fit as well, one's own is meant."""
MAX_QUERY, MAX_WORDS = 200, 12
"""Letters and words that are looked at."""


class Match(NamedTuple):
    """A food and how well it fits, from 0; 1 and more for its very name."""

    score: float
    food: Food


def get(food_id: str) -> Food | None:
    return next((food for each in _catalogs() if (food := each.get(food_id))), None)


def by_barcode(digits: str) -> Food | None:
    return next((food for each in _catalogs() if (food := each.barcode(digits))), None)


def search(q: str, limit: int = 20, own: Sequence[Food] = (), language: Language = "en") -> list[Food]:
    """Return what a person may mean, best first; nothing for a blank query. `own` are the foods of one's own.

    In Spanish, words of both languages are found, and everyday foods are given under their Spanish names.
    """
    if language == "es":
        return [spanish.shown(match.food) for match in ranked_in_spanish(q[:MAX_QUERY], limit, own)]
    return [match.food for match in ranked(words(q[:MAX_QUERY]), limit, own)]


def ranked(typed: Sequence[str], limit: int, own: Sequence[Food] = (), *, complete: bool = False) -> list[Match]:
    """Return the foods that words (of `words`) mean, best first. `complete` words are not the beginnings of others."""
    catalogs, mine = list(_catalogs()), _own_index(own)
    meaning = meanings.read(typed[:MAX_WORDS], [*(each.index for each in catalogs), *mine], complete=complete)
    if not meaning.terms:
        return []
    found = [(hit, each) for each in catalogs for hit in each.index.search(meaning, limit)]
    found.sort(key=lambda hit: -hit[0].score)
    matches = [Match(hit.score, each.food(hit.place)) for hit, each in found[:limit]]
    matches += [Match(hit.score, own[hit.place]) for index in mine for hit in index.search(meaning, limit)]
    return sorted(matches, key=lambda match: -match.score)[:limit]


def ranked_in_spanish(q: str, limit: int, own: Sequence[Food] = (), *, complete: bool = False) -> list[Match]:
    """Return the foods that a phrase in Spanish or English means, best first.

    What is the very name of a food in Spanish, and no word in English, is not taken for a typing error in English.
    """
    index, shipped = spanish.index(), catalog.shipped()
    meaning = meanings.read_plainly(spanish.words(q)[:MAX_WORDS], index, spanish.spellings(), complete=complete)
    matches = (
        [Match(hit.score, shipped.food(hit.place)) for hit in index.search(meaning, limit)] if meaning.terms else []
    )
    mine = {food.id for food in own}
    typed = words(q)
    sure = any(match.score >= 1 for match in matches) and not all(_is_word(word, own) for word in typed)
    english = [] if sure else ranked(typed, limit, own, complete=complete)
    matches += [each if each.food.id in mine else Match(each.score * FOREIGN, each.food) for each in english]
    best: dict[str, Match] = {}
    for match in sorted(matches, key=lambda match: -match.score):
        best.setdefault(match.food.id, match)
    return list(best.values())[:limit]


def _is_word(word: str, own: Sequence[Food]) -> bool:
    return any(word in index for index in _indexes(own))


def named(wanted: Sequence[str], own: Sequence[Food] = (), *, in_order: bool = False) -> bool:
    """Say whether these words, in any order or in this, are the very name of a food, or what it is called."""
    key = " ".join(wanted if in_order else sorted(wanted))
    return any(key in (index.named if in_order else index.same) for index in _indexes(own))


def written(text: str, own: Sequence[Food] = ()) -> bool:
    """Say whether a text with a comma is the name of a food, as it is shown."""
    name = text.casefold()
    return any(name in each.written for each in _catalogs()) or any(name == food.name.casefold() for food in own)


def known(word: str, own: Sequence[Food] = ()) -> bool:
    """Say whether some food has the word, or one that it may be with a typing error."""
    return meanings.known(word, _indexes(own))


def _catalogs() -> Iterator[Catalog]:
    yield catalog.shipped()
    yield from map(catalog.opened, overlays.used())


def _indexes(own: Sequence[Food]) -> list[Index]:
    return [*(each.index for each in _catalogs()), *_own_index(own)]


def _own_index(own: Sequence[Food]) -> list[Index]:
    return [_index_of(tuple((food.name, food.brand or "") for food in own))] if own else []


@lru_cache(maxsize=64)
def _index_of(names: tuple[tuple[str, str], ...]) -> Index:
    """Index names and brands; the same foods of one's own come with request after request."""
    every = ((place, words(name), words(brand)) for place, (name, brand) in enumerate(names))
    return Index(Phrase(place, (*found, *brand), found, OWN, whole=not brand) for place, found, brand in every)
