"""Everyday foods in Spanish: the name that is shown, and the words by which each is found."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from fitzen import spanish
from fitzen.nutrition.foods import catalog, meanings
from fitzen.nutrition.foods.index import Index, Phrase
from fitzen.nutrition.foods.models import Food
from fitzen.words import plain

FILE = "foods_everyday_es.tsv"


class Translation(NamedTuple):
    name: str
    aliases: Sequence[str]


@cache
def by_id() -> Mapping[str, Translation]:
    return {f"usda-{ndb}": Translation(name, spanish.parts(aliases)) for ndb, name, aliases in spanish.read(FILE).rows}


def same() -> Mapping[str, tuple[str, ...]]:
    """Return words that are others wherever they stand, and those."""
    return spanish.read(FILE).same


def words(text: str) -> tuple[str, ...]:
    return spanish.words(text, same())


def shown(food: Food) -> Food:
    """Return a food under its Spanish name, where it has one."""
    known = by_id().get(food.id)
    return food.model_copy(update={"name": known.name}) if known else food


@cache
def index() -> Index:
    """Return the words of the foods that ship, built when somebody first asks in Spanish."""
    return Index(_phrases())


@cache
def spellings() -> Mapping[str, str]:
    """Return words that are one other word, and that word."""
    return {word: others[0] for word, others in same().items() if len(others) == 1}


def named(text: str) -> bool:
    """Say whether a text is the very name of a food, or what it is called."""
    return " ".join(words(text)) in index().named


@cache
def _written() -> frozenset[str]:
    return frozenset(plain(phrase) for each in by_id().values() for phrase in (each.name, *each.aliases))


def written(text: str) -> bool:
    """Say whether a text is the name of a food letter by letter, its joining words too: `sándwich de jamón y queso`."""
    return plain(text) in _written()


def known(word: str) -> bool:
    """Say whether some food has a word, or one that it may be with a typing error."""
    return all(
        bool(term.meanings) for term in meanings.read_plainly(words(word), index(), spellings(), complete=True).terms
    )


def _phrases() -> Iterator[Phrase]:
    shipped = catalog.shipped()
    for food_id, known in by_id().items():
        place = shipped.place(food_id)
        name = words(known.name)
        yield Phrase(place, name, name, catalog.SHOWN)
        together = dict.fromkeys(name)
        for alias in known.aliases:
            found = words(alias.removeprefix(catalog.NEAR_MARK))
            near = alias.startswith(catalog.NEAR_MARK)
            yield Phrase(place, found, found, catalog.NEAREST if near else catalog.ALIAS, whole=not near)
            together |= {} if near else dict.fromkeys(found)
        yield Phrase(place, tuple(together), name, catalog.MIXED, whole=False)
