"""nutrition.csv: a row is one thing that was eaten, and becomes a meal of one entry with the figures that the row has."""

from collections.abc import Iterator

from fitzen.nutrition.models import MealBody, Slot
from fitzen.nutrition.service import MEALS
from fitzen.records import Json
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells
from fitzen.transfer.legacy.writing import Made, of_entity
from fitzen.web.parsing import check

NUTRIENT_OF = {"calories": "energy_kcal", "protein": "protein_g", "carbs": "carbs_g", "fats": "fat_g"}
COLUMNS = frozenset({"id", "user_id", "meal_type", "food_name", *NUTRIENT_OF, "logged_at", "created_at"})
SLOTS: dict[str, Slot] = {
    "breakfast": "breakfast", "brunch": "breakfast", "lunch": "lunch", "dinner": "dinner", "supper": "dinner",
    "snack": "snack", "snacks": "snack", "morning_snack": "snack", "afternoon_snack": "snack", "evening_snack": "snack",
    "pre_workout": "snack", "post_workout": "snack",
}  # fmt: skip
_SLOT = values.one_of(SLOTS)
_AMOUNT = values.within(0, 100_000)


def convert(context: Context, cells: Cells, owner: str) -> Iterator[Made]:
    eaten_at = cells.need_time("logged_at", "created_at")
    slot = cells.get("meal_type", _SLOT)
    if slot is None:
        cells.note("meal_type", "It is not known which meal it was; it was taken as a snack.")
    found = {name: cells.get(column, _AMOUNT) for column, name in NUTRIENT_OF.items()}
    item: Json = {
        "custom": True,
        "name": cells.need("food_name", values.short(250)),
        "amount": 1,
        "unit": "serving",
        "nutrients": {name: amount for name, amount in found.items() if amount is not None},
    }
    body = check(MealBody, {"eaten_at": eaten_at.isoformat(), "slot": slot or "snack", "items": [item]})
    id_ = new_id("nutrition", cells.row.id)
    yield of_entity(context.infra.store, cells.row, owner, MEALS, id_, body, context.now)
