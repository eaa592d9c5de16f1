"""The exercises that ship with Fitzen, read once, when first asked for."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from fitzen.exercises.models import Exercise


@cache
def by_id() -> Mapping[str, Exercise]:
    text = files("fitzen.data").joinpath("exercises.jsonl").read_text(encoding="utf-8")
    found = (Exercise.model_validate_json(line) for line in text.splitlines())
    return {exercise.id: exercise for exercise in found}


def get(id: str) -> Exercise | None:
    return by_id().get(id)


@cache
def shipped() -> Sequence[Exercise]:
    """Return all of them, by name."""
    return sorted(by_id().values(), key=lambda exercise: exercise.name.casefold())
