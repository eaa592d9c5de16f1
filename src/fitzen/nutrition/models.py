"""What a meal, a drink of water and a day of eating are, as they are sent, stored and read."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from fitzen.nutrition.foods.models import FoodId, Nutrients, Sums
from fitzen.nutrition.foods.parse import ParsedItem
from fitzen.nutrition.recipes.own import AnyRecipeId
from fitzen.spanish import Language
from fitzen.web.fields import Day, Id, Model, Name, Notes, Timestamp, no_nul

Slot = Literal["breakfast", "lunch", "dinner", "snack"]
SLOTS: tuple[Slot, ...] = ("breakfast", "lunch", "dinner", "snack")

MAX_ITEMS = 100

ItemName = Annotated[
    str, StringConstraints(min_length=1, max_length=250, strip_whitespace=True), AfterValidator(no_nul)
]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True), AfterValidator(no_nul)]

EXAMPLE: JsonDict = {
    "eaten_at": "2026-11-23T08:10:00+01:00",
    "slot": "breakfast",
    "items": [
        {"food_id": "usda-01123", "amount": 2, "unit": "large"},
        {"food_id": "usda-20038", "amount": 60, "unit": "g"},
        {
            "custom": True,
            "name": "Grandma's jam",
            "amount": 1,
            "unit": "serving",
            "nutrients": {"energy_kcal": 54, "carbs_g": 13.5},
        },
    ],
}


class Item(Model):
    """Something eaten: a food, a recipe, or an entry of one's own (`custom: true`) with the nutrients that are given.

    `unit` is g, kg, oz, lb, ml, cup, tbsp, …, `serving`, or the label of one of the food's household portions; of a
    recipe it is `serving`. For a food or a recipe Fitzen computes `nutrients` when the item is written and keeps them:
    a later edit of the food does not change what was eaten. `grams` too, unless the unit can only be estimated (a cup,
    a handful); then the grams that are sent, such as those of /api/nutrition/parse, are taken. So a meal may be sent
    back as it was read, with other amounts.
    """

    food_id: FoodId | None = None
    recipe_id: AnyRecipeId | None = None
    custom: Literal[True] | None = None
    name: ItemName | None = None
    amount: Annotated[float, Field(gt=0, le=100_000)]
    unit: Unit
    grams: Annotated[float, Field(ge=0, le=100_000)] | None = None
    nutrients: Nutrients | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if [self.food_id, self.recipe_id, self.custom].count(None) != 2:  # noqa: PLR2004 - one of three
            raise PydanticCustomError("item_source", "An item needs exactly one of food_id, recipe_id and custom.")
        if self.custom and self.name is None:
            raise PydanticCustomError("item_name", "A custom item needs a name.")
        return self


class MealBody(Model):
    """What a person says of a meal."""

    eaten_at: Timestamp
    slot: Slot
    name: Name | None = None
    notes: Notes | None = None
    photo_id: Id | None = None
    items: Annotated[list[Item], Field(max_length=MAX_ITEMS)]


class MealIn(MealBody):
    """A meal to log. With an `id` of the client's the same can be sent again without harm."""

    model_config = {"json_schema_extra": {"examples": [EXAMPLE]}}

    id: Id | None = None


class EatenItem(Item):
    """An item as stored. A nutrient that the source does not give is absent, never 0."""

    name: ItemName
    nutrients: Nutrients


class Meal(MealBody):
    """A meal as stored. `day` is the local date at the offset of `eaten_at`.

    `totals` sum what is known; `unknown` says of each of those nutrients how many items did not give it. A nutrient
    that no item gives is in neither.
    """

    id: Id
    day: Day
    items: list[EatenItem]  # type: ignore[assignment] # stored ones are items with their figures
    totals: Sums
    unknown: dict[str, int] = {}


class WaterBody(Model):
    """Water, or what counts as it, that was drunk."""

    drunk_at: Timestamp
    ml: Annotated[float, Field(ge=1, le=10_000)]
    note: Notes | None = None


class WaterIn(WaterBody):
    """A drink to log. With an `id` of the client's the same can be sent again without harm."""

    model_config = {"json_schema_extra": {"examples": [{"drunk_at": "2026-11-23T10:30:00+01:00", "ml": 250}]}}

    id: Id | None = None


class Water(WaterBody):
    """A drink as stored. `day` is the local date at the offset of `drunk_at`."""

    id: Id
    day: Day


class DiaryDayBody(Model):
    """What a person says of a day of their diary: `complete`, everything that they ate is logged."""

    complete: bool


class DiaryDay(DiaryDayBody):
    """The same as stored; `id` is the local day."""

    id: Day


class CopyIn(Model):
    """Meals to log once more on another day, at the same local time: all of `from_day`, or the one meal.

    With `ids`, one for each meal in the order in which they were eaten, the same can be sent again without harm.
    """

    model_config = {
        "json_schema_extra": {"examples": [{"from_day": "2026-11-22", "to_day": "2026-11-23", "slot": "breakfast"}]}
    }

    from_day: Day | None = None
    meal_id: Id | None = None
    to_day: Day
    slot: Slot | None = None
    ids: Annotated[list[Id], Field(min_length=1, max_length=40)] | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if (self.from_day is None) == (self.meal_id is None):
            raise PydanticCustomError("copy_source", "Send from_day or meal_id, one of them.")
        return self


class Copied(Model):
    """The meals that a copy made, in the order in which they were eaten."""

    items: list[Meal]


class ParseIn(Model):
    """A meal in a person's own words."""

    model_config = {
        "json_schema_extra": {"examples": [{"text": "two eggs, 100 g oats with a cup of whole milk and half a banana"}]}
    }

    text: Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(no_nul)]
    lang: Language | None = None


class UnderstoodItem(ParsedItem):
    """A food as understood, with what that much of it gives."""

    nutrients: Nutrients


class Understood(Model):
    """What was understood of a meal; nothing is saved. `items` can be sent as those of a meal: see `Item`."""

    items: list[UnderstoodItem]
    totals: Sums
    unknown: dict[str, int]
    not_understood: list[str]
