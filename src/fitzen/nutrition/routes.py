"""The routes of meals and water; each parses, calls one service function, answers."""

from flask import Response

from fitzen.nutrition import copying, diary, expenditure, service, summary, targets, understanding
from fitzen.nutrition.models import (
    Copied,
    CopyIn,
    DiaryDay,
    DiaryDayBody,
    Meal,
    MealBody,
    MealIn,
    ParseIn,
    Understood,
    Water,
    WaterIn,
)
from fitzen.nutrition.reports import AcceptIn, DayTargets, Expenditure, Summary, SummaryQuery, TargetsIn
from fitzen.web.answers import ListQuery, if_match, listing, made, made_all, nothing, one, page, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

nutrition = Blueprint("nutrition", tag="Nutrition")
ONE = "/api/nutrition/meals/<user_id>/<meal_id>"


@nutrition.post("/api/nutrition/meals")
@nutrition.input(MealIn)
@nutrition.output(Meal, 201)
@nutrition.doc(responses={200: "It was logged before; here it is."})
def log_meal(json_data: MealIn) -> Response:
    """Log a meal; the same sent again is answered with what is stored."""
    return made(service.log_meal(infra().store, caller().user_id, json_data, now()))


@nutrition.get("/api/nutrition/meals/<user_id>")
@nutrition.input(ListQuery, location="query")
@nutrition.output(listing(Meal))
def list_meals(user_id: str, query_data: ListQuery) -> Response:
    """List meals by when they were eaten, newest first."""
    return page(service.list_meals(infra().store, user_id, query_data))


@nutrition.get(ONE)
@nutrition.output(Meal)
def get_meal(user_id: str, meal_id: str) -> Response:
    """Get one meal."""
    return one(service.get_meal(infra().store, user_id, meal_id))


@nutrition.put(ONE)
@nutrition.input(MealIn)
@nutrition.output(Meal)
def replace_meal(user_id: str, meal_id: str, json_data: MealIn) -> Response:
    """Put another meal in its place; day totals follow."""
    return one(service.replace_meal(infra().store, user_id, meal_id, json_data, now(), if_match()))


@nutrition.patch(ONE)
@nutrition.output(Meal)
@patches(MealBody)
def patch_meal(user_id: str, meal_id: str) -> Response:
    """Change some fields by JSON Merge Patch; items are replaced whole, those that stay keep their figures."""
    return one(service.patch_meal(infra().store, user_id, meal_id, read_patch(), now(), if_match()))


@nutrition.delete(ONE)
@nutrition.doc(responses={204: "It is deleted."})
def delete_meal(user_id: str, meal_id: str) -> Response:
    """Delete a meal; its day's totals follow."""
    service.delete_meal(infra().store, user_id, meal_id, now(), if_match())
    return nothing()


@nutrition.post("/api/nutrition/meals/<user_id>/copy")
@nutrition.input(CopyIn)
@nutrition.output(Copied, 201)
@nutrition.doc(responses={200: "It was copied before; here it is.", 404: "There is nothing to copy."})
def copy_meals(user_id: str, json_data: CopyIn) -> Response:
    """Log a day's meals, or one, once more on another day."""
    return made_all(copying.copy_meals(infra().store, user_id, json_data, now()))


@nutrition.post("/api/nutrition/parse")
@nutrition.input(ParseIn)
@nutrition.output(Understood)
def parse_meal(json_data: ParseIn) -> Response:
    """Read a meal in a person's own words: foods, amounts, grams, and how sure each is. Nothing is saved.

    Spanish is read where `lang` is `es`, or not given and the person's locale is Spanish.
    """
    return plain(understanding.understand(infra().store, caller().user_id, json_data.text, json_data.lang))


@nutrition.put("/api/nutrition/days/<user_id>/<day>")
@nutrition.input(DiaryDayBody)
@nutrition.output(DiaryDay)
def mark_day(user_id: str, day: str, json_data: DiaryDayBody) -> Response:
    """Say whether everything that was eaten on a day is logged: the measured expenditure counts on it."""
    return one(diary.mark_day(infra().store, user_id, day, json_data, now(), if_match()))


@nutrition.post("/api/nutrition/water")
@nutrition.input(WaterIn)
@nutrition.output(Water, 201)
@nutrition.doc(responses={200: "It was logged before; here it is."})
def log_water(json_data: WaterIn) -> Response:
    """Log a drink; the same sent again is answered with what is stored."""
    return made(service.log_water(infra().store, caller().user_id, json_data, now()))


@nutrition.get("/api/nutrition/water/<user_id>")
@nutrition.input(ListQuery, location="query")
@nutrition.output(listing(Water))
def list_water(user_id: str, query_data: ListQuery) -> Response:
    """List drinks by when they were drunk, newest first."""
    return page(service.list_water(infra().store, user_id, query_data))


@nutrition.delete("/api/nutrition/water/<user_id>/<water_id>")
@nutrition.doc(responses={204: "It is deleted."})
def delete_water(user_id: str, water_id: str) -> Response:
    """Delete a drink; its day's water follows."""
    service.delete_water(infra().store, user_id, water_id, now(), if_match())
    return nothing()


@nutrition.get("/api/nutrition/summary/<user_id>")
@nutrition.input(SummaryQuery, location="query")
@nutrition.output(Summary)
def get_summary(user_id: str, query_data: SummaryQuery) -> Response:
    """Sum up a day, a week or some days: totals against targets, by kind of meal, and water."""
    return plain(summary.summary(infra().store, user_id, query_data, now()))


@nutrition.get("/api/nutrition/targets/<user_id>")
@nutrition.output(DayTargets)
def get_targets(user_id: str) -> Response:
    """Show what a person aims to eat in a day and why: as they set it, or computed from profile and weight."""
    return plain(targets.show(infra().store, user_id, now()))


@nutrition.put("/api/nutrition/targets/<user_id>")
@nutrition.input(TargetsIn)
@nutrition.output(DayTargets)
def set_targets(user_id: str, json_data: TargetsIn) -> Response:
    """Set targets of one's own; they stay until they are changed."""
    return plain(targets.set_own(infra().store, user_id, json_data, now()))


@nutrition.post("/api/nutrition/targets/<user_id>")
@nutrition.input(AcceptIn)
@nutrition.output(DayTargets)
def accept_targets(user_id: str, json_data: AcceptIn) -> Response:
    """Accept this week's target from the measured expenditure."""
    return plain(expenditure.accept(infra().store, user_id, json_data, now()))


@nutrition.delete("/api/nutrition/targets/<user_id>")
@nutrition.doc(responses={204: "Targets are computed again."})
def forget_targets(user_id: str) -> Response:
    """Let targets be computed from profile and weight again."""
    targets.forget(infra().store, user_id)
    return nothing()


@nutrition.get("/api/nutrition/expenditure/<user_id>")
@nutrition.output(Expenditure)
def get_expenditure(user_id: str) -> Response:
    """Show what a person really burns, measured from the diary and the scale, with how sure that is and why."""
    return plain(expenditure.show(infra().store, user_id, now()))
