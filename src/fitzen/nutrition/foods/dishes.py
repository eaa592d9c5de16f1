"""Dishes that no food stands for, and what they are made of."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fitzen.nutrition.foods.words import words


class Part(NamedTuple):
    food_id: str
    grams: float


@cache
def by_words() -> Mapping[str, Sequence[Part]]:
    """Return the parts of each dish by its words, in their order of the alphabet."""
    text = files("fitzen.data").joinpath("foods_dishes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {key(words(name)): _parts(parts) for names, parts in rows for name in names.split(";")}


def key(found: Sequence[str]) -> str:
    return " ".join(sorted(found))


def _parts(text: str) -> Sequence[Part]:
    pairs = (part.split(":") for part in text.split())
    return [Part(f"usda-{ndb}", float(grams)) for ndb, grams in pairs]
