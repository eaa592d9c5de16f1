"""What a food is: nutrients per 100 g, household portions, and where it is from."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from fitzen.science.nutrients import NUTRIENTS
from fitzen.web.fields import Model, no_nul

MAX_NAME = 250
"""Branded foods have long names; the longest of the USDA has 131 letters."""
MOST_IN_100_G = {"kcal": 1000.0, "g": 101.0, "mg": 101_000.0, "ug": 101_000_000.0}
"""More of a nutrient than this in 100 g is an error of unit; 1% is left for rounding."""
MOST, DECIMALS = 10_000_000.0, 6


def _known(amounts: dict[str, float]) -> dict[str, float]:
    for key, amount in amounts.items():
        if key not in NUTRIENTS:
            raise PydanticCustomError("nutrient", "{key} is no nutrient that Fitzen knows.", {"key": key})
        if amount < 0:
            raise PydanticCustomError("nutrient_amount", "{key} cannot be less than 0.", {"key": key})
    return amounts


def _in_100_g(amounts: dict[str, float]) -> dict[str, float]:
    for key, amount in amounts.items():
        most = MOST_IN_100_G[NUTRIENTS[key].unit]
        if amount > most:
            limit = {"key": key, "most": most}
            raise PydanticCustomError("nutrient_amount", "{key} cannot be more than {most} in 100 g.", limit)
    return amounts


def _schema(per_100_g: bool) -> dict[str, object]:
    """Describe the object key by key, so that a generated client and the document know the names and limits."""
    amounts = {
        key: {"type": "number", "minimum": 0, "maximum": MOST_IN_100_G[each.unit] if per_100_g else MOST}
        for key, each in NUTRIENTS.items()
    }
    return {"type": "object", "properties": amounts, "additionalProperties": False}


Amount = Annotated[float, Field(le=MOST)]
type Nutrients = Annotated[dict[str, Amount], AfterValidator(_known), WithJsonSchema(_schema(per_100_g=False))]
"""Amounts by the keys of `NUTRIENTS`, each in the unit that its key ends with. Absent is unknown, never 0."""
type Per100g = Annotated[
    dict[str, Amount],
    AfterValidator(_known),
    AfterValidator(_in_100_g),
    WithJsonSchema(_schema(per_100_g=True)),
]
"""The same, of 100 g of a food."""
type Sums = Annotated[
    dict[str, float],
    WithJsonSchema({"type": "object", "properties": {key: {"type": "number"} for key in NUTRIENTS}}),
]
"""Sums of nutrients, or differences: by the same keys, without the limits of a single entry."""
FoodId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
"""`usda-01001`, `fdc-170894`, or a UUID for a food of one's own."""
FoodName = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_NAME, strip_whitespace=True), AfterValidator(no_nul)
]
Label = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True), AfterValidator(no_nul)]
Barcode = Annotated[str, StringConstraints(pattern=r"^[0-9]{8,14}$")]


class Portion(Model):
    """A household measure: `amount` of `label` weigh `grams`, so one weighs `grams / amount`."""

    model_config = ConfigDict(frozen=True)

    label: Label
    amount: Annotated[float, Field(gt=0, le=10_000)] = 1.0
    grams: Annotated[float, Field(gt=0, le=100_000)]

    @property
    def grams_each(self) -> float:
        return self.grams / self.amount


class Food(Model):
    """A food. `name` is what a person reads; `source_name` is that of its source, where it is another.

    `licence` and `attribution` are to be shown with it, where its source asks for that.
    """

    model_config = ConfigDict(frozen=True)

    id: FoodId
    name: FoodName
    source_name: FoodName | None = None
    brand: FoodName | None = None
    source: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    licence: Annotated[str, StringConstraints(max_length=200)] | None = None
    attribution: Annotated[str, StringConstraints(max_length=200)] | None = None
    per_100g: Per100g = {}
    portions: Annotated[list[Portion], Field(max_length=50)] = []
    barcode: Barcode | None = None

    def nutrients(self, grams: float) -> dict[str, float]:
        """Return what is in so many grams of it; what is unknown stays absent."""
        return {key: round(amount * grams / 100, DECIMALS) for key, amount in self.per_100g.items()}
