"""What a person says of foods: those of their own, what they look for, what they logged last."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from fitzen.nutrition.foods.models import Barcode, FoodId, FoodName, Per100g, Portion
from fitzen.web.fields import Id, LanguageQuery, Model, Timestamp, no_nul


class FoodBody(Model):
    """What a person says of a food of their own. A nutrient that is not known is left out, never 0."""

    name: FoodName
    brand: FoodName | None = None
    per_100g: Per100g = {}
    portions: Annotated[list[Portion], Field(max_length=50)] = []
    barcode: Barcode | None = None


class FoodIn(FoodBody):
    """A food of one's own to save. With an `id` of the client's the same can be sent again without harm."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": "Oat bar, cocoa",
                    "brand": "Corner bakery",
                    "per_100g": {"energy_kcal": 412, "protein_g": 9.5, "carbs_g": 58, "fat_g": 14, "fiber_g": 7.2},
                    "portions": [{"label": "bar", "amount": 1, "grams": 45}],
                }
            ]
        }
    )

    id: Id | None = None


class FoodQuery(LanguageQuery):
    q: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), AfterValidator(no_nul)]
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class FavouriteBody(Model):
    """Nothing is said of a favourite but that it is one."""


class RecentFood(Model):
    """A food or a recipe that was logged lately: its last amount, when, and in how many meals."""

    food_id: FoodId | None = None
    recipe_id: str | None = None
    name: str
    amount: float
    unit: str
    at: Timestamp
    count: int
