"""What a meal plan is, what is asked for one, and what its days are, as they are sent, stored and read."""

from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from fitzen.nutrition.foods.models import Sums
from fitzen.nutrition.models import EatenItem, Item, Slot
from fitzen.nutrition.recipes.models import Aisle
from fitzen.nutrition.recipes.own import AnyRecipeId
from fitzen.users.models import Targets, Words
from fitzen.web.answers import ListQuery
from fitzen.web.fields import Day, Id, LanguageQuery, Model, Name

MOST_DAYS = 14
USUAL_DAYS = 7
MOST_MEALS, MOST_ITEMS = 8, 20

Pattern = Literal["omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo"]
Group = Literal[
    "energy", "protein", "fibre", "upper_limits", "sodium", "net_carbs", "cooking_time", "dislikes", "diet", "allergies",
    "variety", "repeats",
]  # fmt: skip
"""The hard constraints by the names under which a clash speaks of them."""
Minutes = Annotated[int, Field(ge=5, le=480)]
Remark = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
Place = Annotated[int, Field(ge=1, le=MOST_MEALS)]


class Wishes(Model):
    """What a person asks of a plan; what is left out is as their profile and targets say.

    `max_minutes` is the time for one meal, `weekday_max_minutes` the same from Monday to Friday, `day_max_minutes` for
    all meals of a day together. No recipe comes more than `max_repeats` times in seven days, nor on two days in a row
    unless `leftovers`. `without` are foods, as dislikes are; `budget` prefers recipes of cheap staples.
    """

    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = USUAL_DAYS
    meals_per_day: Annotated[int, Field(ge=3, le=5)] = 4
    max_minutes: Minutes | None = None
    weekday_max_minutes: Minutes | None = None
    day_max_minutes: Minutes | None = None
    energy_kcal: Annotated[float, Field(gt=0, le=10_000)] | None = None
    protein_g: Annotated[float, Field(gt=0, le=1_000)] | None = None
    fiber_g: Annotated[float, Field(gt=0, le=200)] | None = None
    max_sodium_mg: Annotated[float, Field(ge=500, le=10_000)] | None = None
    pattern: Pattern | None = None
    without: Words = []
    max_repeats: Annotated[int, Field(ge=1, le=7)] = 2
    leftovers: bool = False
    same_protein: bool = False
    budget: bool = False
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0


class GenerateIn(Wishes):
    """A plan to make. With an `id` of the client's the same can be sent again without harm.

    `same_protein` allows lunch and dinner of a day to have the same main source of protein. Another `seed` makes
    another plan out of the same wishes.
    """

    model_config = {"json_schema_extra": {"examples": [{"days": 7, "meals_per_day": 4, "weekday_max_minutes": 30}]}}

    id: Id | None = None
    starts_on: Day | None = None


class PlannedMeal(Model):
    """A meal to come. Its items can be logged as those of a meal, as they are.

    Name, recipe, minutes and totals are computed when a plan is written: what is sent of them is not looked at, so that a
    plan may be sent back as it was read, with other items.
    """

    slot: Slot
    name: str | None = None
    recipe_id: AnyRecipeId | None = None
    minutes: int | None = None
    items: Annotated[list[Item], Field(max_length=MOST_ITEMS)]
    totals: Sums | None = None


class Shortfall(Model):
    """A nutrient of which a day has less than the reference intake, and how much of that it has."""

    nutrient: str
    amount: float
    reference: float
    percent: int


class PlannedDay(Model):
    """A day of a plan. Totals and shortfalls are computed, as those of `PlannedMeal`."""

    day: Day
    meals: Annotated[list[PlannedMeal], Field(max_length=MOST_MEALS)]
    totals: Sums | None = None
    shortfalls: list[Shortfall] | None = None


EXAMPLE: JsonDict = {
    "starts_on": "2026-11-30",
    "days": [
        {
            "day": "2026-11-30",
            "meals": [
                {
                    "slot": "breakfast",
                    "items": [{"recipe_id": "apple-and-peanut-porridge", "amount": 1, "unit": "serving"}],
                }
            ],
        }
    ],
}


class MealPlanBody(Model):
    """What a person says of a plan.

    `asked` are the wishes that it was made by, which a swap keeps to; `notes` say what else was decided.
    """

    name: Name | None = None
    starts_on: Day
    days: Annotated[list[PlannedDay], Field(max_length=MOST_DAYS)]
    targets: Targets | None = None
    asked: Wishes | None = None
    notes: Annotated[list[Remark], Field(max_length=20)] = []

    @model_validator(mode="after")
    def _days_in_a_row(self) -> Self:
        wanted = [self.starts_on + timedelta(days=index) for index in range(len(self.days))]
        if [each.day for each in self.days] != wanted:
            raise PydanticCustomError("plan_days", "The days must follow each other from starts_on.")
        return self


class MealPlanIn(MealPlanBody):
    """A plan to put in the place of one."""

    model_config = {"json_schema_extra": {"examples": [EXAMPLE]}}

    id: Id | None = None


class ShownMeal(PlannedMeal):
    """A meal as stored. `recipe_id` is that of its recipe, if it has one, `minutes` what cooking takes, where known.

    Items have energy, protein, carbohydrate, fat and fibre; of what is logged Fitzen computes all nutrients.
    """

    name: str
    items: list[EatenItem]  # type: ignore[assignment] # stored ones are items with their figures
    totals: Sums


class ShownDay(PlannedDay):
    """A day as stored: `totals` of every nutrient that has a reference intake or a limit."""

    meals: list[ShownMeal]  # type: ignore[assignment] # stored ones are meals with their figures
    totals: Sums
    shortfalls: list[Shortfall]


class Change(Model):
    """A wish that would make a plan possible: the field of the request, its value, and the same in words."""

    field: str
    value: float | bool | list[str]
    text: str


class Clash(Model):
    """Constraints that cannot be met together, in words, and the least changes of which each alone would do.

    `certain`: it is proved that they cannot; else no plan was found in the time that there is.
    """

    constraints: list[Group]
    text: str
    certain: bool = True
    changes: list[Change] = []


class MealPlan(MealPlanBody):
    """A plan as stored; or, with `clashes` and without days, why there is none: then nothing is stored.

    A nutrient that a food's source does not give counts as none.
    """

    id: Id
    days: list[ShownDay]  # type: ignore[assignment] # stored ones are days with their figures
    clashes: list[Clash] = []


class SwapIn(Model):
    """Another meal in the place of one: the `place`th of its slot on that day, as `recipe_id` or the best that fits.

    With `dry_run` nothing is stored: the answer says what would be, and what else could.
    """

    model_config = {"json_schema_extra": {"examples": [{"day": "2026-11-30", "slot": "dinner"}]}}

    day: Day
    slot: Slot
    place: Place = 1
    recipe_id: AnyRecipeId | None = None
    wish: Annotated[str, StringConstraints(max_length=100, strip_whitespace=True, pattern=r"^[^\x00]*$")] | None = None
    dry_run: bool = False


class Swapped(Model):
    """A plan after a swap: the meal `before` and `after`, and other meals that fit as well."""

    plan: MealPlan
    before: ShownMeal
    after: ShownMeal
    alternatives: list[ShownMeal]


class Grocery(Model):
    """What to buy of one food: `grams` as in recipes, without peel and bone, and the same in words to read in a shop."""

    food_id: str
    name: str
    grams: float
    shown: str
    for_: Annotated[list[str], Field(alias="for", serialization_alias="for")]


class GroceryAisle(Model):
    aisle: Aisle | Literal["other"]
    items: list[Grocery]


class Groceries(Model):
    """What a plan needs, by aisle in the order of a shop. `missing` are recipes that are not there any more."""

    aisles: list[GroceryAisle]
    missing: list[str] = []


class MealPlansQuery(ListQuery, LanguageQuery):
    """A page of plans, under the names of a language."""


class GroceryQuery(LanguageQuery):
    """The days to shop for: `from_day` to `to_day`, both included; all of the plan by default."""

    from_day: Day | None = None
    to_day: Day | None = None
