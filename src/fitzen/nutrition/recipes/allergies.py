"""What a person must not be served, from the words in which they say it, in English or Spanish.

The words of a profile become the allergens of the library, kinds of food, and names. A word that the tables do not have is
looked for in the names of ingredients, and is to be said back, so that the person can name it otherwise. Unsure counts
against a dish.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.allergy_words import (
    ASIDE,
    DESCRIBING,
    FAMILIES,
    GROUPS,
    NO_FOOD,
    ONLY_SPANISH,
    SPANISH,
    Family,
)
from fitzen.nutrition.recipes.models import ALLERGENS, Allergen, Kind, Recipe
from fitzen.nutrition.recipes.search import words
from fitzen.records import Json

ALIKE, LONG = 86, 5
"""How alike, of 100, a word must be to one of the table to be the same with a typing error; shorter ones must be right."""
FREE = re.compile(
    r"\b[\w-]+(?:-| )free\b(?: [\w-]+)?"
    r"|\b(?:without|no|not|avoid\w*|skip\w*|leave out|leaving out|instead of|free (?:of|from)|never|swap\w* (?:the|out)?|sin|evita\w*|en vez de)"
    r"(?: any| the| all| your| la| el| los| las)? [\w-]+(?:(?:,| or| and| nor| y| o| ni) [\w-]+)*"
)
"""What is said not to be in a dish: `dairy-free yogurt`, `without nuts or milk`."""


class Avoids(NamedTuple):
    """What must not be served: allergens of the library, kinds of food, and what is looked for in names.

    `words` are as the person said them, where no table knows them; `names` are of families, such as of nightshades.
    """

    allergens: frozenset[Allergen]
    words: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(self)


NOTHING = Avoids(frozenset())


def avoids(profile: Json) -> Avoids:
    """Return what the allergies of a profile forbid. `words` are those that nothing is known for: say them back."""
    every = [read(said) for said in profile.get("dietary", {}).get("allergies", ())]
    return Avoids(
        frozenset().union(*(each.allergens for each in every)),
        tuple(word for each in every for word in each.words),
        frozenset().union(*(each.kinds for each in every)),
        tuple(dict.fromkeys(name for each in every for name in each.names)),
    )


def read(said: str) -> Avoids:
    """Return what one allergy forbids, in a person's words: its phrases, else its words, else what is nearly spelled so."""
    told = telling(said)
    spoken = list(mentions(said))
    phrased = {word for phrase, _ in spoken for word in phrase.split() if " " in phrase}
    families = [FAMILIES[word] for word in told if word in FAMILIES and word not in phrased]
    found = families_of(families)
    meant = found.allergens.union(*(allergens for _, allergens in spoken))
    if not meant and not families:
        meant = _nearly(said)
    unknown = bool(told) and not meant and not families
    return found._replace(allergens=meant, words=(said,) if unknown else ())


def families_of(families: Iterable[Family]) -> Avoids:
    """Return all that some families forbid."""
    every = list(families)
    return Avoids(
        frozenset(allergen for each in every for allergen in each.allergens),
        kinds=frozenset(kind for each in every for kind in each.kinds),
        names=tuple(name for each in every for name in each.names),
    )


def telling(said: str) -> list[str]:
    """Return the words that name a food; those that only describe one where there are no others."""
    told = [word for word in words(said) if word not in ASIDE]
    return [word for word in told if word not in DESCRIBING and word not in NO_FOOD] or [
        word for word in told if word not in NO_FOOD
    ]


def understood(said: str) -> bool:
    """Say whether it is known what to leave out: an allergen, a family, foods by name, or nothing, as for pollen."""
    told = telling(said)
    found = read(said)
    return (
        bool(not told or found._replace(words=())) or all(word in _ingredients() for word in told) or foods.named(told)
    )


def clashes(avoided: Avoids, recipe: Recipe) -> list[str]:
    """List what a shipped recipe has, or may have, of what must not be served; empty: it may be."""
    used = library.foods_of(recipe.ingredients)
    names = [food.name for food in used]
    names += [recipe.name, *(each.label for each in recipe.ingredients)]
    certain = {*recipe.allergens, *recipe.may_contain}
    kinds = {kind for food in used for kind in food.kinds}
    return [
        *(each for each in ALLERGENS if each in avoided.allergens & certain),
        *sorted(avoided.kinds & kinds),
        *_said_in(avoided, names, any),
    ]


def clashes_in_names(avoided: Avoids, names: Iterable[str]) -> list[str]:
    """List the same for food of which only names are known: a person's own recipe, a food, a dish that is spoken of."""
    every = list(names)
    named = frozenset[Allergen]().union(*(named_in(name) for name in every))
    return [*(each for each in ALLERGENS if each in avoided.allergens & named), *_said_in(avoided, every, all)]


def named_in(text: str) -> frozenset[Allergen]:
    """Return the allergens that a text speaks of: `satay with tofu` has peanuts and soy."""
    return frozenset(allergen for _, allergens in mentions(text) for allergen in allergens)


def offered_in(text: str) -> frozenset[Allergen]:
    """Return the same, without what the text says is left out: `dairy-free yogurt`, `no nuts`."""
    left = offered_text(text)
    english = SPANISH.search(left) is None
    offered = (allergens for phrase, allergens in mentions(left) if not (english and phrase in ONLY_SPANISH))
    return frozenset[Allergen]().union(*offered)


def offered_text(text: str) -> str:
    """Return a text without what it says is left out."""
    return FREE.sub(" ", text.casefold())


def mentions(text: str) -> Iterator[tuple[str, frozenset[Allergen]]]:
    """Yield each phrase of the table in a text, longest first where they overlap, with its allergens."""
    tokens = _tokens(text)
    at = 0
    while at < len(tokens):
        for length in range(min(_longest(), len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            if phrase in _table():
                yield phrase, _table()[phrase]
                at += length
                break
        else:
            at += 1


@cache
def _table() -> Mapping[str, frozenset[Allergen]]:
    """Return the phrases, each as `_tokens` cuts it."""
    by_id: dict[str, Allergen] = {str(each): each for each in ALLERGENS}
    found: dict[str, frozenset[Allergen]] = {}
    for group, phrases in GROUPS:
        allergens = frozenset(by_id[name] for name in group.split() if name in by_id)
        for phrase in phrases.split(";"):
            found[" ".join(_tokens(phrase))] = allergens
    return found


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _table())


def _tokens(text: str) -> list[str]:
    return words(text)


def _nearly(said: str) -> frozenset[Allergen]:
    """Return what a word with a typing error means; what is an ingredient's own name has none."""
    found: set[Allergen] = set()
    for word in _tokens(said):
        best = process.extractOne(word, _table().keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if len(word) >= LONG and word not in _ingredients() and best:
            found |= _table()[best[0]]
    return frozenset(found)


@cache
def _ingredients() -> frozenset[str]:
    return frozenset(word for food in library.foods().values() for word in words(food.name))


def _said_in(avoided: Avoids, names: Iterable[str], enough: Callable[[Iterable[bool]], bool]) -> list[str]:
    """List the words, and names of families, that are in one of the names.

    Of what a person said in several words `any` is enough in a dish, where unsure counts against it, and `all` of them
    in a sentence, where "fruit" alone says nothing of passion fruit.
    """
    cut = [set(words(name)) for name in names]
    said = [word for word in avoided.words if any(enough(part in each for part in telling(word)) for each in cut)]
    return said + [name for name in avoided.names if any(set(words(name)) <= each for each in cut)]
