"""What follows from a meal: its totals, and the figures of its day. Pure: no store, no clock.

Every figure is rounded once, when an item is written, to the decimals of its unit. Sums are of those, by `math.fsum`,
rounded to the same decimals: that is the exact decimal sum, so what a person adds up by hand is what they read, and no
total can drift, whatever the order of edits.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from fitzen.records import Json
from fitzen.science.nutrients import NUTRIENTS, Unit

type Figures = Mapping[str, float]

DECIMALS: Mapping[Unit, int] = {"kcal": 1, "g": 3, "mg": 3, "ug": 3}
_DECIMALS: Mapping[str, int] = {key: DECIMALS[nutrient.unit] for key, nutrient in NUTRIENTS.items()}
GRAM_DECIMALS = 2
ML_DECIMALS = 1


def rounded(figures: Figures) -> dict[str, float]:
    """Round each nutrient to the decimals of its unit, in the order of `NUTRIENTS`."""
    return {key: round(figures[key], decimals) for key, decimals in _DECIMALS.items() if key in figures}


def scaled(figures: Figures, factor: float) -> dict[str, float]:
    """Return the nutrients of so much of something, rounded; what is unknown stays absent."""
    return {key: round(figures[key] * factor, decimals) for key, decimals in _DECIMALS.items() if key in figures}


def summed(parts: Iterable[Figures]) -> dict[str, float]:
    """Add up rounded figures exactly; a nutrient is there as soon as one part knows it."""
    return _sums(_gathered(parts))


def _gathered(parts: Iterable[Figures]) -> dict[str, list[float]]:
    values: dict[str, list[float]] = {}
    for part in parts:
        for key, value in part.items():
            if key in values:
                values[key].append(value)
            else:
                values[key] = [value]
    return values


def _sums(values: Mapping[str, list[float]]) -> dict[str, float]:
    return {key: round(fsum(values[key]), decimals) for key, decimals in _DECIMALS.items() if key in values}


def means(parts: Iterable[Figures]) -> dict[str, float]:
    """Return the mean of each nutrient over the parts that give it."""
    return rounded({key: fsum(values) / len(values) for key, values in _gathered(parts).items()})


def totals(items: Sequence[Json]) -> Json:
    """Sum a meal's items: `totals`, and `unknown`, how many items do not give each nutrient that others do."""
    values = _gathered(item["nutrients"] for item in items)
    total, count = _sums(values), len(items)
    return {"totals": total, "unknown": {key: count - len(values[key]) for key in total if len(values[key]) < count}}


def contribution(meal: Json) -> Json:
    """Return what a meal as stored adds to its day."""
    return {
        "slot": meal["slot"],
        "items": len(meal["items"]),
        "totals": meal["totals"],
        "unknown": meal.get("unknown", {}),
    }


def combined(parts: Iterable[Json]) -> Json:
    """Sum contributions: `items`, `totals` and `unknown`, as `totals` does for the items themselves."""
    every = list(parts)
    total = summed(part["totals"] for part in every)
    items = sum(part["items"] for part in every)
    missing = dict.fromkeys(total, items)
    for part in every:
        count = part["items"]
        for key in part["totals"]:
            missing[key] -= count
        for key, unknown in part["unknown"].items():
            missing[key] += unknown
    return {"items": items, "totals": total, "unknown": {key: count for key, count in missing.items() if count}}


def day_of(day: str, meals: Mapping[str, Json], water: Mapping[str, float], *, complete: bool | None = None) -> Json:
    """Sum a day from what each of its meals and drinks adds.

    The parts are kept, so that a total never drifts: it is always the exact sum of what is there. `complete` is what
    the person says of the day, absent where they said nothing.
    """
    return {
        "day": day,
        **combined(meals[id_] for id_ in sorted(meals)),
        "water_ml": round(fsum(water.values()), ML_DECIMALS),
        **({} if complete is None else {"complete": complete}),
        "meals": {id_: meals[id_] for id_ in sorted(meals)},
        "water": {id_: water[id_] for id_ in sorted(water)},
    }
