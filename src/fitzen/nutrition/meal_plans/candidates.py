"""What can be on a plate: the recipes that ship, a person's own as far as they are known, and single foods."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple, get_args

from fitzen.infra.storage.base import Store
from fitzen.nutrition import portions
from fitzen.nutrition.foods import everyday
from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.models import Slot
from fitzen.nutrition.recipes import library, rules
from fitzen.nutrition.recipes.models import Allergen, Diet, Kind, Recipe, RecipeFood
from fitzen.nutrition.recipes.search import words
from fitzen.nutrition.recipes.service import own_recipes, shipped_serving
from fitzen.records import Json

KETO_FOOD_NET_G = 6.0
"""The carbohydrate without fibre that a portion of a single food has at most, to go with a keto diet. Fitzen's choice."""
MUST_BE_KNOWN = ("energy_kcal", "protein_g", "carbs_g", "fat_g", "sodium_mg")
"""What a recipe of one's own must give in full to be served: a plan that counts on it would else not be what it says."""
SLOT_LETTERS: Mapping[str, Slot] = {"b": "breakfast", "l": "lunch", "d": "dinner", "s": "snack"}
SERVINGS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
PROTEINS: Mapping[Kind, str] = {
    "poultry": "poultry", "meat": "meat", "pork": "pork", "fish": "fish", "shellfish": "shellfish", "egg": "egg",
    "dairy": "dairy", "rennet": "dairy",
}  # fmt: skip
SOY, PULSES, OTHER_PLANTS = "soy", "pulses", "plants"
PULSE_NUMBERS = "usda-16"
"""How the ids of legumes and what is made of them begin in the numbering of the USDA."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidate:
    """A recipe, of which `counts` are servings, or a single food, of which they are portions of `amount` `unit`s.

    `nutrients` are of one count. `allergens` None: they are not known, nor are `diets` then. `protein` is the main
    source of protein of a recipe. `names` are the words of everything that is in it.
    """

    id: str
    name: str
    is_recipe: bool
    slots: frozenset[Slot]
    minutes: int | None
    counts: tuple[float, ...]
    nutrients: Mapping[str, float]
    kinds: frozenset[Kind]
    allergens: frozenset[Allergen] | None
    may_contain: frozenset[Allergen]
    diets: frozenset[str]
    names: tuple[frozenset[str], ...]
    foods: frozenset[str]
    amount: float = 1.0
    unit: str = "serving"
    protein: str = ""
    budget: bool = False
    own: bool = False

    def item(self, count: float) -> Json:
        """Return so much of it as the item of a meal."""
        key = "recipe_id" if self.is_recipe else "food_id"
        return {key: self.id, "name": self.name, "amount": round(count * self.amount, 3), "unit": self.unit}


class Single(NamedTuple):
    """A line of plan_foods.tsv."""

    food_id: str
    name: str
    amount: float
    unit: str
    minutes: int
    slots: frozenset[Slot]
    most: int


@cache
def singles() -> Sequence[Single]:
    text = files("fitzen.data").joinpath("plan_foods.tsv").read_text(encoding="utf-8")
    return [_single(line.split("\t")) for line in text.splitlines() if not line.startswith("#")]


def _single(row: Sequence[str]) -> Single:
    ndb, name, portion, minutes, slots, most = row
    amount, _, unit = portion.partition(" ")
    at = frozenset(SLOT_LETTERS[letter] for letter in slots)
    return Single(f"usda-{ndb}", name, float(amount), unit, int(minutes), at, int(most))


@cache
def shipped() -> Sequence[Candidate]:
    """Return what everybody can be served: shipped recipes, then single foods."""
    return [*map(_of_recipe, library.shipped()), *map(_of_single, singles())]


def _of_recipe(recipe: Recipe) -> Candidate:
    made_of = library.foods_of(recipe.ingredients)
    grams = {each.food_id: each.grams for each in recipe.ingredients}
    labels = [each.label for each in recipe.ingredients]
    return Candidate(
        id=recipe.id,
        name=recipe.name,
        is_recipe=True,
        slots=frozenset(slot for slot in get_args(Slot) if slot in recipe.tags),
        minutes=recipe.minutes,
        counts=SERVINGS,
        nutrients=shipped_serving(recipe.id).nutrients,
        kinds=frozenset(kind for food in made_of for kind in food.kinds),
        allergens=frozenset(recipe.allergens),
        may_contain=frozenset(recipe.may_contain),
        diets=frozenset(recipe.tags),
        names=_names([recipe.name, *labels], grams),
        foods=frozenset(grams),
        protein=main_protein(grams, {food.food_id: food for food in made_of}),
        budget="budget" in recipe.tags,
    )


def _of_single(single: Single) -> Candidate:
    food, known = _food(single.food_id), library.foods()[single.food_id]
    each = portions.exact(food, single.unit)
    assert each is not None  # noqa: S101 - a test holds that every unit of the file is one of the food
    nutrients = food.nutrients(single.amount * each)
    net_carbs = nutrients.get("carbs_g", 0.0) - nutrients.get("fiber_g", 0.0)
    keto = {"keto"} if net_carbs <= KETO_FOOD_NET_G else set()
    return Candidate(
        id=single.food_id,
        name=single.name,
        is_recipe=False,
        slots=single.slots,
        minutes=single.minutes,
        counts=tuple(float(count) for count in range(1, single.most + 1)),
        nutrients=nutrients,
        kinds=frozenset(known.kinds),
        allergens=frozenset(known.allergens),
        may_contain=frozenset(known.may_contain),
        diets=frozenset({*rules.diets([known]), *keto}),
        names=_names([single.name], [single.food_id]),
        foods=frozenset({single.food_id}),
        amount=single.amount,
        unit=single.unit,
    )


def _food(food_id: str) -> Food:
    food = foods.get(food_id)
    assert food is not None  # noqa: S101 - a test holds that every food of the file ships
    return food


def _names(texts: Iterable[str], food_ids: Iterable[str] = ()) -> tuple[frozenset[str], ...]:
    """Return the words of names and labels, and of all names of foods: a kiwi is called so, and kiwifruit."""
    called = [text for id_ in food_ids for text in names_of(id_)]
    return tuple({frozenset(words(text)) for text in (*texts, *called)} - {frozenset()})


@cache
def names_of(food_id: str) -> tuple[str, ...]:
    """Return what a shipped food is called: as it is shown, at its source, by people, and in the recipes."""
    food = _food(food_id)
    aliases = known.aliases if (known := everyday.by_id().get(food_id)) else ()
    in_recipes = library.foods().get(food_id)
    return (food.name, food.source_name or "", *aliases, in_recipes.name if in_recipes else "")


def main_protein(grams: Mapping[str, float], known: Mapping[str, RecipeFood]) -> str:
    """Return what most of the protein of a dish is of."""
    shares: dict[str, float] = {}
    for food_id, weight in grams.items():
        source = protein_source(known[food_id])
        shares[source] = shares.get(source, 0.0) + weight * _food(food_id).per_100g.get("protein_g", 0.0)
    return max(sorted(shares), key=lambda source: shares[source])


def protein_source(food: RecipeFood) -> str:
    """Return what the protein of a food is of: an animal's kind, soy, pulses or other plants."""
    animal = next((PROTEINS[kind] for kind in food.kinds if kind in PROTEINS), None)
    if animal:
        return animal
    if "soy" in food.allergens:
        return SOY
    return PULSES if food.food_id.startswith(PULSE_NUMBERS) else OTHER_PLANTS


def own(store: Store, user_id: str) -> list[Candidate]:
    """Return a person's own recipes, those that are known well enough. Three reads and more, by how many there are."""
    return [each for recipe in own_recipes(store, user_id) if (each := of_own(recipe)) is not None]


def of_own(recipe: Json) -> Candidate | None:
    """Return a recipe of one's own, as it is shown; None where what a serving comes to is not known.

    Allergens and diets are known where every ingredient is a food of the shipped recipes.
    """
    per_serving, unknown = recipe["per_serving"], recipe["unknown"]
    if any(key not in per_serving or key in unknown for key in MUST_BE_KNOWN):
        return None
    table = library.foods()
    ids = [each.get("food_id", "") for each in recipe["ingredients"]]
    made_of = [table[id_] for id_ in ids if id_ in table]
    known = len(made_of) == len(ids)
    tags = frozenset(recipe.get("tags", []))
    grams = {each["food_id"]: each["grams"] for each in recipe["ingredients"] if each.get("food_id") in table}
    texts = [each for one in recipe["ingredients"] for each in (one.get("label"), one.get("name")) if each]
    return Candidate(
        id=recipe["id"],
        name=recipe["name"],
        is_recipe=True,
        slots=frozenset(slot for slot in get_args(Slot) if slot in tags) or frozenset({"lunch", "dinner"}),
        minutes=recipe.get("minutes"),
        counts=SERVINGS,
        nutrients=per_serving,
        kinds=frozenset(kind for food in made_of for kind in food.kinds),
        allergens=frozenset(rules.allergens(made_of)) if known else None,
        may_contain=frozenset(rules.may_contain(made_of)),
        diets=frozenset({*rules.diets(made_of), *_keto(per_serving)}) if known else frozenset(),
        names=_names([recipe["name"], *texts], grams),
        foods=frozenset(id_ for id_ in ids if id_),
        protein=main_protein(grams, table) if known else "",
        budget="budget" in tags,
        own=True,
    )


def _keto(nutrients: Mapping[str, float]) -> Collection[str]:
    """Say whether a serving is keto as the library's are: 10 g of carbohydrate without fibre, 55 % of energy from fat."""
    net_carbs = nutrients["carbs_g"] - nutrients.get("fiber_g", 0.0)
    return {"keto"} if net_carbs <= 10 and nutrients["fat_g"] * 9 >= 0.55 * nutrients["energy_kcal"] else ()  # noqa: PLR2004 - as README says


DIETS: Mapping[str, Diet | str] = {
    "pescatarian": "pescatarian",
    "vegetarian": "vegetarian",
    "vegan": "vegan",
    "halal": "halal_possible",
    "kosher": "kosher_possible",
    "keto": "keto",
    "paleo": "paleo",
}
"""The tag that a pattern of eating asks for. An omnivore's asks for none."""
