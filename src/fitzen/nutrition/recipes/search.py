"""Find a shipped recipe by what people type: words of its name, its tags and its ingredients, in any order."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from fitzen.nutrition.recipes import library, spanish
from fitzen.nutrition.recipes.models import Allergen, Recipe, Tag
from fitzen.spanish import Language
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
FOREIGN = 0.97
"""What a match in English counts for one who asks in Spanish."""
FILLERS = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"})


def search(
    query: str = "",
    *,
    tags: Collection[Tag] = (),
    without: Collection[Allergen] = (),
    most_minutes: int | None = None,
    limit: int = 20,
    language: Language = "en",
) -> list[Recipe]:
    """Return the best first, for a blank query all by name: those that have every tag and every word.

    `without` leaves out what contains or may contain an allergen. In Spanish, words of both languages are found, and
    recipes are given in Spanish.
    """
    scores = _scores(query[:MAX_QUERY], language)
    found = [
        recipe
        for recipe in _by_name(language)
        if _has(recipe, tags, without)
        and (most_minutes is None or recipe.minutes <= most_minutes)
        and recipe.id in scores
    ]
    return sorted(found, key=lambda recipe: -scores[recipe.id])[:limit]


@cache
def _by_name(language: Language) -> Sequence[Recipe]:
    if language == "en":
        return library.shipped()
    return sorted(map(spanish.shown, library.shipped()), key=lambda recipe: plain(recipe.name))


def _scores(query: str, language: Language) -> Mapping[str, float]:
    """Return what recipes with all the words of a query count.

    In Spanish its words may be English; what is wrong in both is taken for Spanish with a typing error.
    """
    if language == "en":
        return _scores_of([_spelt(word, "en") for word in words(query)], "en")
    said = spanish.words(query)
    foreign = {id_: FOREIGN * score for id_, score in _scores_of(words(query), "en").items()}
    found = foreign | dict(_scores_of(said, "es"))
    return found or _scores_of([_spelt(word, "es") for word in said], "es")


def _has(recipe: Recipe, tags: Collection[Tag], without: Collection[Allergen]) -> bool:
    return set(tags) <= set(recipe.tags) and not {*recipe.allergens, *recipe.may_contain} & set(without)


def _scores_of(said: Sequence[str], language: Language) -> Mapping[str, float]:
    """Return what words count in each recipe that has all. A short name in which they are found beats a long one."""
    if not said:
        return dict.fromkeys(library.by_id(), 0.0)
    counts = [_counts(word, language) for word in said]
    lengths = _lengths(language)
    found = set(counts[0]).intersection(*counts)
    return {id_: sum(count[id_] for count in counts) - lengths[id_] / 100 for id_ in found}


@cache
def _lengths(language: Language) -> Mapping[str, int]:
    return {recipe.id: len(_cut(recipe.name, language)) for recipe in _by_name(language)}


def _cut(text: str, language: Language) -> Sequence[str]:
    return words(text) if language == "en" else spanish.words(text)


def _counts(word: str, language: Language) -> Mapping[str, float]:
    """Return what a word, whole or begun, counts in each recipe that has it."""
    found: defaultdict[str, float] = defaultdict(float)
    for known, recipes in _index(language).items():
        share = 1 if known == word else BEGUN if len(word) >= SHORT_WORD and known.startswith(word) else 0
        for recipe_id, weight in recipes.items() if share else ():
            found[recipe_id] = max(found[recipe_id], weight * share)
    return found


@cache
def _index(language: Language) -> Mapping[str, Mapping[str, float]]:
    """Return, for each word of any recipe, what it counts in which."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for recipe in library.shipped():
        weighted = _weighted(recipe) if language == "en" else _weighted_in_spanish(recipe)
        for word, weight in weighted.items():
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


def _weighted_in_spanish(recipe: Recipe) -> Mapping[str, float]:
    known = spanish.by_id()[recipe.id]
    foods = [spanish.foods()[each.food_id].name for each in recipe.ingredients]
    return (
        dict.fromkeys(spanish.words(" ".join((*foods, *known.labels))), IN_FOODS)
        | dict.fromkeys(spanish.tags(recipe), IN_TAGS)
        | dict.fromkeys(spanish.words(" ".join((known.name, *known.aliases))), IN_NAME)
    )


def _spelt(word: str, language: Language) -> str:
    """Return the known word that one with a typing error stands for; itself where it is known, begun or short."""
    index = _index(language)
    if len(word) < SHORT_WORD or any(known.startswith(word) for known in index):
        return word
    best = process.extractOne(word, index.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
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
