"""Recipes of one's own, and recipes as they are shown: with what a serving comes to."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from fitzen.nutrition.foods.models import FoodId, Sums
from fitzen.nutrition.recipes.models import Allergen, Tag
from fitzen.web.answers import ListQuery
from fitzen.web.fields import Id, LanguageQuery, Model, Name, Notes, no_nul

MAX_INGREDIENTS, MAX_STEPS = 60, 40

Text = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True), AfterValidator(no_nul)]
StepText = Annotated[
    str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True), AfterValidator(no_nul)
]
Word = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[\w -]+$", strip_whitespace=True)]
AnyRecipeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
Servings = Annotated[float, Field(gt=0, le=1000)]


class OwnIngredient(Model):
    """Grams of a food, or servings of another recipe; `label` is what a cook reads."""

    food_id: FoodId | None = None
    grams: Annotated[float, Field(gt=0, le=100_000)] | None = None
    recipe_id: AnyRecipeId | None = None
    servings: Servings | None = None
    label: Text | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        food = self.food_id is not None and self.grams is not None
        recipe = self.recipe_id is not None and self.servings is not None
        given = [self.food_id, self.grams, self.recipe_id, self.servings]
        if food == recipe or given.count(None) != 2:  # noqa: PLR2004 - a pair of the two pairs
            raise PydanticCustomError(
                "ingredient", "An ingredient is a food_id with grams, or a recipe_id with servings."
            )
        return self


class RecipeBody(Model):
    """What a person says of a recipe of their own."""

    name: Name
    servings: Annotated[int, Field(ge=1, le=100)]
    minutes: Annotated[int, Field(ge=0, le=10_000)] | None = None
    tags: Annotated[list[Word], Field(max_length=30)] = []
    ingredients: Annotated[list[OwnIngredient], Field(min_length=1, max_length=MAX_INGREDIENTS)]
    steps: Annotated[list[StepText], Field(max_length=MAX_STEPS)] = []
    notes: Notes | None = None


class RecipeIn(RecipeBody):
    """A recipe of one's own to save. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "name": "Overnight oats",
                    "servings": 2,
                    "minutes": 5,
                    "ingredients": [
                        {"food_id": "usda-20038", "grams": 80, "label": "1 cup oats"},
                        {"food_id": "usda-01077", "grams": 244, "label": "1 cup whole milk"},
                    ],
                    "steps": ["Mix, and leave in the fridge overnight."],
                }
            ]
        }
    }

    id: Id | None = None


class ShownIngredient(OwnIngredient):
    """The same with its name; `grams` are raw. One whose food is gone has no name, and counts as unknown."""

    name: str | None = None
    grams: Annotated[float, Field(ge=0)] | None = None
    servings: Annotated[float, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        return self


class ShownRecipe(Model):
    """A recipe with what one serving comes to.

    `per_serving` sums the ingredients that give a nutrient, `unknown` says how many do not, and `grams_per_serving` is
    what they weigh before they are cooked. With `?servings=` the ingredients are for that many; a serving stays the
    same. `allergens` and `may_contain` are known of shipped recipes only.
    """

    id: AnyRecipeId
    name: str
    servings: float
    minutes: int | None = None
    prep_minutes: int | None = None
    cook_minutes: int | None = None
    tags: list[Tag | str] = []
    allergens: list[Allergen] | None = None
    may_contain: list[Allergen] | None = None
    ingredients: list[ShownIngredient]
    steps: list[str] = []
    notes: str | None = None
    source: str
    per_serving: Sums
    unknown: dict[str, int] = {}
    grams_per_serving: float | None = None
    image_url: str | None = None


class RecipeQuery(LanguageQuery):
    """Words of the name, tags or ingredients; `tag` may be several with commas; `without` leaves allergens out."""

    q: Annotated[str, StringConstraints(max_length=200), AfterValidator(no_nul)] = ""
    tag: Annotated[str, StringConstraints(max_length=200), AfterValidator(no_nul)] | None = None
    without: Annotated[str, StringConstraints(max_length=200), AfterValidator(no_nul)] | None = None
    minutes: Annotated[int, Field(ge=1, le=480)] | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 20


class ServingsQuery(LanguageQuery):
    servings: Servings | None = None


class OwnRecipeQuery(ListQuery, LanguageQuery):
    """One's own recipes, the last saved first; what they are made of under the names of a language."""
