"""Find a shipped recipe by what people type: words of its name, its tags and its ingredients, in any order."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import Allergen, Recipe, Tag

IN_NAME, IN_TAGS, IN_FOODS = 4.0, 2.0, 1.0
"""What a word counts by where it stands."""
BEGUN = 0.8
"""What the beginning of a word counts, next to the whole."""
ALIKE = 80
"""How alike two words must be, of 100, to be the same with a typing error."""
SHORT_WORD = 4
"""Words of fewer letters must be right, and so must what begins a word: `egg` is not `eggplant`'s typing error."""
FILLERS = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"})


def search(
    query: str = "",
    *,
    tags: Collection[Tag] = (),
    without: Collection[Allergen] = (),
    most_minutes: int | None = None,
    limit: int = 20,
) -> list[Recipe]:
    """Return the best first, for a blank query all by name: those that have every tag and every word.

    `without` leaves out what contains or may contain an allergen.
    """
    wanted = _words(query)
    fits = [
        recipe
        for recipe in library.shipped()
        if _has(recipe, tags, without) and (most_minutes is None or recipe.minutes <= most_minutes)
    ]
    scored = [(_score(recipe, wanted), recipe) for recipe in fits]
    found = [(score, recipe) for score, recipe in scored if score is not None]
    return [recipe for _, recipe in sorted(found, key=lambda pair: -pair[0])][:limit]


def _has(recipe: Recipe, tags: Collection[Tag], without: Collection[Allergen]) -> bool:
    return set(tags) <= set(recipe.tags) and not {*recipe.allergens, *recipe.may_contain} & set(without)


def _score(recipe: Recipe, wanted: Sequence[str]) -> float | None:
    """Return None where a word is not found. A short name that is found whole is better than a long one."""
    weights = _weights()[recipe.id]
    found = [_found(word, weights) for word in wanted]
    if not all(found):
        return None
    return sum(found) - len(_words(recipe.name)) / 100 if wanted else 0.0


def _found(word: str, weights: Mapping[str, float]) -> float:
    """Return what a word counts in a recipe, 0 where it is not."""
    meant = _spelt(word)
    begun = (weight * BEGUN for each, weight in weights.items() if len(meant) >= SHORT_WORD and each.startswith(meant))
    return max(weights.get(meant, 0.0), max(begun, default=0.0))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Return the words of each recipe, and what they count."""
    return {recipe.id: _weighted(recipe) for recipe in library.shipped()}


def _weighted(recipe: Recipe) -> Mapping[str, float]:
    foods = [food.name for food in library.foods_of(recipe.ingredients)]
    labels = [ingredient.label for ingredient in recipe.ingredients]
    return (
        dict.fromkeys(_all_words([*foods, *labels]), IN_FOODS)
        | dict.fromkeys(_all_words(tag.replace("_", " ") for tag in recipe.tags), IN_TAGS)
        | dict.fromkeys(_words(recipe.name), IN_NAME)
    )


@cache
def _known() -> Sequence[str]:
    return sorted({word for weights in _weights().values() for word in weights})


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(_known())


def _spelt(word: str) -> str:
    """Return the known word that one with a typing error stands for; itself where it is known, begun or short."""
    if len(word) < SHORT_WORD or word in _vocabulary() or any(each.startswith(word) for each in _known()):
        return word
    best = process.extractOne(word, _known(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else word


def _all_words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _words(text)]


def _words(text: str) -> list[str]:
    """Cut it into words in lower case, without accents and plurals."""
    marked = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter)).replace("'", "")
    return [_singular(word) for word in re.findall(r"[a-z]+", plain) if word not in FILLERS]


def _singular(word: str) -> str:
    if len(word) < SHORT_WORD or word.endswith(("ss", "us")):
        return word
    if word.endswith("oes"):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
