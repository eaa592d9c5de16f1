"""What a recipe is, the words that describe one, and what is known of the foods that recipes are made of."""

from typing import Annotated, Literal, Self, get_args

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from fitzen.web.fields import Model, Name

Slot = Literal["breakfast", "lunch", "dinner", "snack"]
Cuisine = Literal[
    "american", "argentinian", "asian", "australian", "british", "caribbean", "chinese", "cypriot", "dutch", "egyptian",
    "ethiopian", "european", "french", "german", "greek", "hawaiian", "icelandic", "indian", "indonesian", "irish",
    "italian", "japanese", "korean", "lebanese", "mediterranean", "mexican", "middle_eastern", "moroccan", "portuguese",
    "russian", "scandinavian", "south_american", "spanish", "sri_lankan", "swedish", "swiss", "thai", "turkish",
    "vietnamese", "west_african",
]  # fmt: skip
Use = Literal["budget", "meal_prep"]
"""budget: of cheap staples; meal_prep: keeps for days, or made for several days at once."""
Macro = Literal["high_protein", "keto"]
"""high_protein: at least 30 g of protein a serving. keto: at most 10 g of carbohydrate without fibre a serving, and at
least 55% of the energy from fat."""
Diet = Literal[
    "vegan", "vegetarian", "pescatarian", "halal_possible", "kosher_possible", "paleo",
    "gluten_free", "dairy_free", "egg_free", "nut_free",
]  # fmt: skip
"""What `rules.diets` says of the ingredients; nobody writes it by hand. `possible`: if what is bought is certified."""
Tag = Slot | Cuisine | Use | Macro | Diet
Allergen = Literal[
    "gluten", "crustaceans", "eggs", "fish", "peanuts", "soy", "milk", "nuts", "celery", "mustard", "sesame",
    "sulphites", "lupin", "molluscs",
]  # fmt: skip
"""The fourteen of Regulation (EU) No 1169/2011, annex II. Nuts are tree nuts; coconut and pine nuts are none of them."""
Kind = Literal["plant", "dairy", "rennet", "egg", "honey", "fish", "shellfish", "poultry", "meat", "pork", "alcohol"]
"""What a food is of. rennet: a cheese that is by its rules made with that of calves. pork is no `meat` here."""
Aisle = Literal[
    "produce", "meat", "fish", "dairy", "eggs", "chilled", "frozen", "bakery", "grains", "tins", "nuts", "baking",
    "spices", "oils", "condiments", "snacks",
]  # fmt: skip

SLOTS: tuple[Slot, ...] = get_args(Slot)
CUISINES: tuple[Cuisine, ...] = get_args(Cuisine)
DIETS: tuple[Diet, ...] = get_args(Diet)
ALLERGENS: tuple[Allergen, ...] = get_args(Allergen)
KINDS: tuple[Kind, ...] = get_args(Kind)
AISLES: tuple[Aisle, ...] = get_args(Aisle)

RecipeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
FoodId = Annotated[str, StringConstraints(pattern=r"^usda-\d{5}$")]
Label = Annotated[str, StringConstraints(min_length=3, max_length=80, strip_whitespace=True)]
Step = Annotated[str, StringConstraints(min_length=10, max_length=240, strip_whitespace=True)]
Minutes = Annotated[int, Field(ge=0, le=240)]


class RecipeFood(Model):
    """A food of the shipped recipes: where it is sold, what it is of and what it may do to whom.

    `allergens` are in it, or in most that is sold by its name; `may_contain` are in what some makers sell: the pack
    says. Traces from a shared factory are in neither. `safe_c` is the temperature (°C) that its middle must reach.
    """

    model_config = ConfigDict(frozen=True)

    food_id: FoodId
    name: Name
    aisle: Aisle
    kinds: Annotated[list[Kind], Field(min_length=1)]
    allergens: list[Allergen]
    may_contain: list[Allergen]
    paleo: bool
    safe_c: Annotated[int, Field(ge=60, le=80)] | None = None


class Ingredient(Model):
    """`grams` are for the whole recipe, in the state that the food's entry describes; `label` is what a cook reads."""

    model_config = ConfigDict(frozen=True)

    food_id: FoodId
    grams: Annotated[float, Field(gt=0, le=5000)]
    label: Label


class Recipe(Model):
    """A recipe that ships with Fitzen. `allergens`, `may_contain` and the diets among the tags follow from the foods."""

    model_config = ConfigDict(frozen=True)

    id: RecipeId
    name: Name
    servings: Annotated[int, Field(ge=1, le=12)]
    minutes: Annotated[int, Field(ge=1, le=480)]
    prep_minutes: Minutes
    cook_minutes: Minutes
    tags: list[Tag]
    allergens: list[Allergen] = []
    may_contain: list[Allergen] = []
    ingredients: Annotated[list[Ingredient], Field(min_length=2, max_length=25)]
    steps: Annotated[list[Step], Field(min_length=3, max_length=8)]

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.minutes != self.prep_minutes + self.cook_minutes:
            raise PydanticCustomError("minutes", "The minutes are not those of preparing and cooking together.")
        return self
