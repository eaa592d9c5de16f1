"""People whose constraints tests of meal plans start from."""

from datetime import date
from typing import Any

from fitzen.nutrition.meal_plans import candidates, planning
from fitzen.nutrition.meal_plans.given import Given, given
from fitzen.nutrition.meal_plans.models import Wishes
from fitzen.nutrition.meal_plans.service import plan_of
from fitzen.nutrition.targets import Person, body_of
from fitzen.records import Json

MONDAY = date(2026, 11, 30)


def person(weight: float = 75, dietary: Json | None = None, **profile: Any) -> Person:
    """Return a man of 36 years, unless told otherwise."""
    said = {"birth_date": "1990-01-01", "height_cm": 175, "sex": "male", "units": "metric", "goal": "maintain"}
    whole: Json = said | profile | {"dietary": dietary or {}}
    return Person(whole, MONDAY, *body_of(whole, MONDAY, weight))


def limits(dietary: Json | None = None, profile: Json | None = None, **wishes: Any) -> Given:
    return given(person(dietary=dietary, **(profile or {})), Wishes(**wishes))


def plan(limits: Given) -> Json:
    days = planning.plan(limits, candidates.shipped(), MONDAY)
    assert days is not None
    return plan_of(limits, days, MONDAY)
