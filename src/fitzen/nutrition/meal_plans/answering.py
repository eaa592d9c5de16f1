"""A plan or why there is none, in the time that somebody waits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from fitzen.nutrition.meal_plans import planning
from fitzen.nutrition.meal_plans.budget import Budget
from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.clashes import clashes_of
from fitzen.nutrition.meal_plans.given import Given
from fitzen.nutrition.meal_plans.planning import PlannedDay
from fitzen.records import Json

SECONDS, DAYS = 1.5, 7
"""CPU time for an answer of so many days, or fewer; of more, in proportion. Most take less than a tenth of it."""
SHARE = 0.5
"""Of what is left of it, for each try to make a plan."""
SAME_PROTEIN = "Lunch and dinner may have the same source of protein on a day: without that there was no plan."
AGAIN = "A dish may come three times in seven days, and on two days in a row: without that there was no plan."
MORE_REPEATS = 3


class Answer(NamedTuple):
    """The days of a plan with what they keep to, which may be less than was asked for by nobody; or None and why."""

    given: Given
    days: Sequence[PlannedDay] | None
    clashes: Sequence[Json] = ()


def answer(given: Given, candidates: Sequence[Candidate], starts_on: date, budget: Budget | None = None) -> Answer:
    """Make a plan; where there is none, with less variety, or say what clashes."""
    within = budget or Budget(SECONDS * max(1.0, given.wishes.days / DAYS))
    for each in _eased(given):
        days = planning.plan(each, candidates, starts_on, budget=within.part(SHARE))
        if days is not None:
            return Answer(each, days)
    return Answer(given, None, clashes_of(given, candidates, starts_on, within))


def _eased(given: Given) -> Iterator[Given]:
    """Yield constraints, and then the same with less variety where nobody asked for that, and with a note that says so."""
    yield given
    said = given.wishes.model_fields_set
    if "same_protein" not in said:
        given = _with(given, SAME_PROTEIN, same_protein=True)
        yield given
    if not said & {"max_repeats", "leftovers"} and given.wishes.days > 1:
        yield _with(given, AGAIN, max_repeats=MORE_REPEATS, leftovers=True)


def _with(given: Given, note: str, **wishes: object) -> Given:
    return replace(given, wishes=given.wishes.model_copy(update=wishes), notes=(*given.notes, note))
