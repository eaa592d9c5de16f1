"""The foods that people eat most, by hand: the name that is shown, what they call it, how much of it is usual."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fitzen.nutrition.foods.models import Portion

OUNCE_G = 28.349523125
MASSES = {"g": 1.0, "oz": OUNCE_G}


class Everyday(NamedTuple):
    """`usual` is so many of the portion whose label begins with `of`, or of g or oz."""

    name: str
    usual: float
    of: str
    aliases: tuple[str, ...]


@cache
def by_id() -> Mapping[str, Everyday]:
    """Return what is known by food id, in the order of the file."""
    text = files("fitzen.data").joinpath("foods_everyday.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {f"usda-{ndb}": _everyday(name, usual, aliases) for ndb, name, usual, aliases in rows}


def _everyday(name: str, usual: str, aliases: str) -> Everyday:
    count, _, of = usual.partition(" ")
    return Everyday(name, float(count), of, tuple(aliases.split(";")))


def usual_portion(food_id: str, portions: list[Portion]) -> tuple[float, Portion] | None:
    """Return how many of which portion are usual of a food, where that is known."""
    if (known := by_id().get(food_id)) is None:
        return None
    found = next((each for each in portions if each.label.casefold().startswith(known.of)), None)
    if found is None and known.of in MASSES:
        found = Portion(label=known.of, grams=MASSES[known.of])
    return None if found is None else (known.usual, found)
