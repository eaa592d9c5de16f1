"""Find a shipped recipe by what people type: words of its name, its tags and its ingredients, in any order."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import Allergen, Recipe, Tag
from fitzen.words import plain

IN_NAME, IN_TAGS, IN_FOODS = 4.0, 2.0, 1.0
"""What a word counts by where it stands."""
BEGUN = 0.8
"""What the beginning of a word counts, next to the whole."""
ALIKE = 80
"""How alike two words must be, of 100, to be the same with a typing error."""
MAX_QUERY = 200
"""Letters that are looked at."""
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
    counts = [_counts(_spelt(word)) for word in words(query[:MAX_QUERY])]
    found = [
        recipe
        for recipe in library.shipped()
        if _has(recipe, tags, without)
        and (most_minutes is None or recipe.minutes <= most_minutes)
        and all(recipe.id in count for count in counts)
    ]
    return sorted(found, key=lambda recipe: -_score(recipe, counts))[:limit]


def _has(recipe: Recipe, tags: Collection[Tag], without: Collection[Allergen]) -> bool:
    return set(tags) <= set(recipe.tags) and not {*recipe.allergens, *recipe.may_contain} & set(without)


def _score(recipe: Recipe, counts: Sequence[Mapping[str, float]]) -> float:
    """Return what its words count. A short name in which they are found is better than a long one."""
    return sum(count[recipe.id] for count in counts) - len(words(recipe.name)) / 100 if counts else 0.0


def _counts(word: str) -> Mapping[str, float]:
    """Return what a word, whole or begun, counts in each recipe that has it."""
    found: defaultdict[str, float] = defaultdict(float)
    for known, recipes in _index().items():
        share = 1 if known == word else BEGUN if len(word) >= SHORT_WORD and known.startswith(word) else 0
        for recipe_id, weight in recipes.items() if share else ():
            found[recipe_id] = max(found[recipe_id], weight * share)
    return found


@cache
def _index() -> Mapping[str, Mapping[str, float]]:
    """Return, for each word of any recipe, what it counts in which."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for recipe in library.shipped():
        for word, weight in _weighted(recipe).items():
            found[word][recipe.id] = weight
    return found


def _weighted(recipe: Recipe) -> Mapping[str, float]:
    foods = [food.name for food in library.foods_of(recipe.ingredients)]
    labels = [ingredient.label for ingredient in recipe.ingredients]
    return (
        dict.fromkeys(_all_words([*foods, *labels]), IN_FOODS)
        | dict.fromkeys(_all_words(tag.replace("_", " ") for tag in recipe.tags), IN_TAGS)
        | dict.fromkeys(words(recipe.name), IN_NAME)
    )


def _spelt(word: str) -> str:
    """Return the known word that one with a typing error stands for; itself where it is known, begun or short."""
    if len(word) < SHORT_WORD or any(known.startswith(word) for known in _index()):
        return word
    best = process.extractOne(word, _index().keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else word


def _all_words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in words(text)]


def words(text: str) -> list[str]:
    """Cut it into words in lower case, without accents and plurals."""
    letters = plain(text).replace("'", "")
    return [_singular(word) for word in re.findall(r"[a-z]+", letters) if word not in FILLERS]


def _singular(word: str) -> str:
    if len(word) < SHORT_WORD or word.endswith(("ss", "us")):
        return word
    if word.endswith("oes"):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
