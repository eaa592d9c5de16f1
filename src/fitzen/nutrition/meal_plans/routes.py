"""The routes of meal plans."""

from flask import Response

from fitzen.nutrition.meal_plans import service, spanish
from fitzen.nutrition.meal_plans.models import (
    GenerateIn,
    Groceries,
    GroceryQuery,
    MealPlan,
    MealPlanIn,
    MealPlansQuery,
    SwapIn,
    Swapped,
)
from fitzen.records import loads
from fitzen.spanish import Language
from fitzen.web.answers import Stored, if_match, listing, nothing, one, page, plain, shown
from fitzen.web.context import caller, infra, now
from fitzen.web.fields import LanguageQuery
from fitzen.web.routing import Blueprint

meal_plans = Blueprint("mealplans", tag="Meal plans")
ONE = "/api/nutrition/meal-plans/<user_id>/<plan_id>"


@meal_plans.post("/api/nutrition/meal-plans/generate")
@meal_plans.input(LanguageQuery, location="query")
@meal_plans.input(GenerateIn)
@meal_plans.output(MealPlan, 201)
@meal_plans.doc(
    responses={200: "It was made before; here it is. Or there is none: `clashes` says why, and nothing is stored."}
)
def generate_meal_plan(json_data: GenerateIn, query_data: LanguageQuery) -> Response:
    """Make a plan of meals for the days to come, by one's targets, allergies, diet, dislikes and wishes."""
    found = service.generate(infra().store, caller().user_id, json_data, now())
    if found.saved:
        return _one(found.saved, query_data.lang, 201 if found.saved.created else 200)
    return plain(spanish.plan(found.none) if query_data.lang == "es" and found.none else found.none)


@meal_plans.get("/api/nutrition/meal-plans/<user_id>")
@meal_plans.input(MealPlansQuery, location="query")
@meal_plans.output(listing(MealPlan))
def list_meal_plans(user_id: str, query_data: MealPlansQuery) -> Response:
    """List plans, the one that starts last first."""
    found = service.list_plans(infra().store, user_id, query_data)
    if query_data.lang == "en":
        return page(found)
    items = [spanish.plan(loads(record.body)) for record in found.items]
    return plain({"items": items, "next_cursor": found.next_cursor})


@meal_plans.get(ONE)
@meal_plans.input(LanguageQuery, location="query")
@meal_plans.output(MealPlan)
def get_meal_plan(user_id: str, plan_id: str, query_data: LanguageQuery) -> Response:
    """Get one plan."""
    return _one(service.get_plan(infra().store, user_id, plan_id), query_data.lang)


@meal_plans.put(ONE)
@meal_plans.input(LanguageQuery, location="query")
@meal_plans.input(MealPlanIn)
@meal_plans.output(MealPlan)
def replace_meal_plan(user_id: str, plan_id: str, json_data: MealPlanIn, query_data: LanguageQuery) -> Response:
    """Put another plan in its place: as it was read, with other items. It need not keep to any constraint."""
    saved = service.replace_plan(infra().store, user_id, plan_id, json_data, now(), if_match())
    return _one(saved, query_data.lang)


@meal_plans.delete(ONE)
@meal_plans.doc(responses={204: "It is deleted."})
def delete_meal_plan(user_id: str, plan_id: str) -> Response:
    """Delete a plan. Meals that were logged from it stay."""
    service.delete_plan(infra().store, user_id, plan_id, now(), if_match())
    return nothing()


@meal_plans.post(f"{ONE}/swap")
@meal_plans.input(LanguageQuery, location="query")
@meal_plans.input(SwapIn)
@meal_plans.output(Swapped)
@meal_plans.doc(responses={409: "Nothing else fits there."})
def swap_meal(user_id: str, plan_id: str, json_data: SwapIn, query_data: LanguageQuery) -> Response:
    """Put another meal in the place of one; the rest of the day stays, and the day keeps to its constraints.

    With `lang=es`, words of both languages are understood in a wish.
    """
    found, version = service.swap_meal(infra().store, user_id, plan_id, json_data, now(), if_match(), query_data.lang)
    return shown(spanish.swapped(found) if query_data.lang == "es" else found, version)


@meal_plans.get(f"{ONE}/groceries")
@meal_plans.input(GroceryQuery, location="query")
@meal_plans.output(Groceries)
def get_groceries(user_id: str, plan_id: str, query_data: GroceryQuery) -> Response:
    """List what a plan, or some of its days, needs from the shop, by aisle."""
    found = service.groceries_of(infra().store, user_id, plan_id, query_data)
    return plain(spanish.groceries(found) if query_data.lang == "es" else found)


def _one(stored: Stored, language: Language, status: int = 200) -> Response:
    if language == "en":
        return one(stored, status)
    return shown(spanish.plan(loads(stored.body)), stored.version, status)
