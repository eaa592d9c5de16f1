"""recipes.csv: recipes that belong to nobody become shared ones, which everybody finds.

Calories and macros are taken as those of one serving. Pictures at web addresses are not fetched.
"""

from collections.abc import Sequence

from fitzen.nutrition.recipes import shared
from fitzen.nutrition.recipes.own import MAX_INGREDIENTS, MAX_STEPS, ShownRecipe
from fitzen.records import Json, digest, dumps
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.meals import NUTRIENT_OF
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells, RefusedError
from fitzen.transfer.legacy.writing import Made, of_put
from fitzen.web.parsing import check

COLUMNS = frozenset(
    {"id", "title", "description", "cuisine", "prep_time", "cook_time", "servings", *NUTRIENT_OF, "ingredients"}
    | {"instructions", "image_url", "created_at"}
)
MAX_LABEL, MAX_STEP = 120, 1_000
_MINUTES = values.within(0, 10_000)
_SERVINGS = values.within(1, 100)
_AMOUNT = values.within(0, 100_000)


def convert(cells: Cells) -> Made:
    """Return the shared recipe of a row. Raises RefusedError, InvalidError."""
    minutes = {name: cells.get(f"{name}_time", _MINUTES) for name in ("prep", "cook")}
    known = {f"{name}_minutes": round(each) for name, each in minutes.items() if each is not None}
    servings = cells.get("servings", _SERVINGS)
    if servings is None:
        cells.note("servings", "It is not known for how many it is; it was taken as one serving.")
    if cells.get("image_url", str):
        cells.note("image_url", "A picture at a web address is not fetched.")
    nutrients = {name: cells.get(column, _AMOUNT) for column, name in NUTRIENT_OF.items()}
    ingredients = _entries(cells, "ingredients", MAX_INGREDIENTS, MAX_LABEL)
    if not ingredients:
        raise RefusedError("ingredients", "A recipe needs its ingredients.")
    said: Json = {
        "id": new_id("recipes", cells.row.id),
        "name": cells.need("title", values.short(120)),
        "servings": servings or 1,
        **({"minutes": sum(known.values()), **known} if known else {}),
        "tags": _tags(cells),
        "ingredients": [{"label": label} for label in ingredients],
        "steps": _entries(cells, "instructions", MAX_STEPS, MAX_STEP),
        "source": shared.SOURCE,
        "per_serving": {name: amount for name, amount in nutrients.items() if amount is not None},
    }
    if notes := cells.text("description", 4_000):
        said["notes"] = notes
    return of_put(cells.row, shared.put(check(ShownRecipe, said), digest(dumps(said))))


def _entries(cells: Cells, column: str, most: int, longest: int) -> Sequence[str]:
    """Return the entries of a list; those that are too many or too long are noted."""
    found = cells.get(column, values.lines) or []
    kept = [entry for entry in found if len(entry) <= longest][:most]
    if len(kept) < len(found):
        cells.note(column, f"At most {most} entries of {longest} characters are taken; the others were left out.")
    return kept


def _tags(cells: Cells) -> list[str]:
    cuisine = cells.text("cuisine", 40)
    return ["_".join(cuisine.lower().split())] if cuisine else []
