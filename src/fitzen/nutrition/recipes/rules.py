"""What follows from a recipe's foods: the allergens in it and whom it suits. Unsure counts against a recipe."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from fitzen.nutrition.recipes.models import ALLERGENS, DIETS, Allergen, Diet, Kind, RecipeFood

VEGAN: frozenset[Kind] = frozenset({"plant", "alcohol"})
VEGETARIAN: frozenset[Kind] = VEGAN | {"dairy", "egg", "honey"}
PESCATARIAN: frozenset[Kind] = VEGETARIAN | {"fish", "shellfish", "rennet"}
FLESH: frozenset[Kind] = frozenset({"meat", "poultry"})


def allergens(foods: Iterable[RecipeFood]) -> list[Allergen]:
    """Return what the foods contain, in the order of the regulation."""
    return _in_order(allergen for food in foods for allergen in food.allergens)


def may_contain(foods: Collection[RecipeFood]) -> list[Allergen]:
    """Return what only some makers' products contain, and no food for certain."""
    certain = allergens(foods)
    return [
        each for each in _in_order(allergen for food in foods for allergen in food.may_contain) if each not in certain
    ]


def diets(foods: Sequence[RecipeFood]) -> list[Diet]:
    """Return whom a dish of these foods suits. Free of an allergen is only what no maker's product brings in either."""
    return [diet for diet in DIETS if SUITS[diet](foods)]


def _in_order(found: Iterable[Allergen]) -> list[Allergen]:
    present = set(found)
    return [allergen for allergen in ALLERGENS if allergen in present]


def _kinds(foods: Iterable[RecipeFood]) -> set[Kind]:
    return {kind for food in foods for kind in food.kinds}


def _only(allowed: frozenset[Kind]) -> Callable[[Sequence[RecipeFood]], bool]:
    return lambda foods: _kinds(foods) <= allowed


def _free_of(*unwanted: Allergen) -> Callable[[Sequence[RecipeFood]], bool]:
    return lambda foods: not any({*food.allergens, *food.may_contain} & set(unwanted) for food in foods)


def _halal(foods: Sequence[RecipeFood]) -> bool:
    return not _kinds(foods) & {"pork", "alcohol"}


def _kosher(foods: Sequence[RecipeFood]) -> bool:
    """No pork or shellfish, and meat with neither milk nor fish. The fish of the library have fins and scales."""
    kinds = _kinds(foods)
    return not kinds & {"pork", "shellfish"} and not (kinds & FLESH and kinds & {"dairy", "rennet", "fish"})


def _paleo(foods: Sequence[RecipeFood]) -> bool:
    return all(food.paleo for food in foods)


SUITS: Mapping[Diet, Callable[[Sequence[RecipeFood]], bool]] = {
    "vegan": _only(VEGAN),
    "vegetarian": _only(VEGETARIAN),
    "pescatarian": _only(PESCATARIAN),
    "halal_possible": _halal,
    "kosher_possible": _kosher,
    "paleo": _paleo,
    "gluten_free": _free_of("gluten"),
    "dairy_free": _free_of("milk"),
    "egg_free": _free_of("eggs"),
    "nut_free": _free_of("nuts", "peanuts"),
}
