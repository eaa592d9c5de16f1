"""What somebody must not or will not eat, read from their own words, for a plan of meals.

An allergy is read as everywhere (`recipes.allergies`), and since a plan serves what nobody asked for, each of its words
counts alone too: "oat milk" leaves out milk. Words that name neither an allergen of the regulation nor any food are
refused: what is not understood could be served. A dislike that is not understood leaves nothing out; it may be English or
Spanish.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from fitzen.errors import FieldError, InvalidError
from fitzen.nutrition.recipes import library, spanish
from fitzen.nutrition.recipes.allergies import families_of, named_in, read, telling, understood
from fitzen.nutrition.recipes.allergy_words import BROAD, FAMILIES
from fitzen.nutrition.recipes.models import Allergen, Kind
from fitzen.nutrition.recipes.search import words

type Phrase = frozenset[str]


class Avoided(NamedTuple):
    """What is left out: what has one of the allergens, is of one of the kinds, or is named by one of the phrases."""

    allergens: frozenset[Allergen] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.allergens or self.kinds or self.phrases)

    def meets(self, kinds: Collection[str], names: Iterable[Phrase], allergens: Collection[str] = ()) -> bool:
        """Say whether something of these kinds, names and allergens is left out."""
        return (
            bool(self.kinds.intersection(kinds))
            or bool(self.allergens.intersection(allergens))
            or any(phrase <= name for name in names for phrase in self.phrases)
        )


def allergies(said: Sequence[str]) -> Avoided:
    """Read allergies. Raises InvalidError naming each that could not be kept to."""
    unknown = [
        FieldError(
            f"dietary.allergies.{index}", f"I do not know which foods “{text}” means, so I could not keep them out."
        )
        for index, text in enumerate(said)
        if not understood(text)
    ]
    if unknown:
        raise InvalidError(f"{unknown[0].message} Name the food or the allergen.", errors=unknown)
    told = [word for text in said for word in telling(text)]
    whole = frozenset[Allergen]().union(*(read(text).allergens for text in said))
    found = _families(told)
    return found._replace(
        allergens=found.allergens | whole, phrases=(*(frozenset({word}) for word in told), *found.phrases)
    )


def dislikes(said: Sequence[str]) -> Avoided:
    """Read foods that somebody does not want: what has all the words of one in its name, and families by BROAD."""
    told = [words(text) for text in said]
    found = _families([word for spoken in told for word in spoken if _stands_for_all(word)])
    foods = (food for text in said for food in _named_in_spanish(text))
    return found._replace(phrases=(*(frozenset(spoken) for spoken in told if spoken), *foods, *found.phrases))


def _named_in_spanish(text: str) -> Iterator[Phrase]:
    """Yield the names of the foods of recipes and plans that have all words of a text in their Spanish name."""
    if spoken := frozenset(spanish.words(text)):
        yield from (name for said, name in _food_names() if spoken <= said)


@cache
def _food_names() -> Sequence[tuple[Phrase, Phrase]]:
    """Return the words of what the foods of recipes and plans are called, in Spanish and in English."""
    return [
        (frozenset(spanish.words(spanish.foods()[food_id].name)), frozenset(words(food.name)))
        for food_id, food in library.foods().items()
    ]


def _families(told: Sequence[str]) -> Avoided:
    """Return what each of some words stands for by itself."""
    found = families_of(FAMILIES[word] for word in told if word in FAMILIES)
    allergens = found.allergens.union(*(named_in(word) for word in told))
    return Avoided(allergens, found.kinds, tuple(frozenset({name}) for name in found.names))


def _stands_for_all(word: str) -> bool:
    if word in BROAD:
        return True
    family = FAMILIES.get(word)
    return family is not None and not (family.allergens or family.kinds or named_in(word))
