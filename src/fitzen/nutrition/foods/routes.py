"""The routes of foods."""

from flask import Response

from fitzen.nutrition.foods import service
from fitzen.nutrition.foods.models import Food, FoodBody, FoodIn
from fitzen.web.answers import if_match, made, nothing, one, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

foods = Blueprint("foods", tag="Foods")
ONE = "/api/foods/<food_id>"


@foods.get(ONE)
@foods.output(Food)
def get_food(food_id: str) -> Response:
    """Get one food: nutrients per 100 g and household portions."""
    food = service.get_food(infra().store, caller().user_id, food_id)
    return plain(food.model_dump(exclude_none=True))


@foods.post("/api/foods")
@foods.input(FoodIn)
@foods.output(Food, 201)
@foods.doc(responses={200: "It was saved before; here it is."})
def create_food(json_data: FoodIn) -> Response:
    """Save a food of one's own."""
    return made(service.create_food(infra().store, caller().user_id, json_data, now()))


@foods.put(ONE)
@foods.input(FoodIn)
@foods.output(Food)
def replace_food(food_id: str, json_data: FoodIn) -> Response:
    """Put another food in the place of one's own; meals that had it stay as they are."""
    return one(service.replace_food(infra().store, caller().user_id, food_id, json_data, now(), if_match()))


@foods.patch(ONE)
@foods.output(Food)
@patches(FoodBody)
def patch_food(food_id: str) -> Response:
    """Change some fields of a food of one's own by JSON Merge Patch."""
    return one(service.patch_food(infra().store, caller().user_id, food_id, read_patch(), now(), if_match()))


@foods.delete(ONE)
@foods.doc(responses={204: "It is deleted."})
def delete_food(food_id: str) -> Response:
    """Delete a food of one's own; meals that had it stay as they are."""
    service.delete_food(infra().store, caller().user_id, food_id, now(), if_match())
    return nothing()
