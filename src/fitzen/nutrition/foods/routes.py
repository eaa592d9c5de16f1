"""The routes of foods."""

from flask import Response

from fitzen.nutrition.foods import barcodes, favourites, service, spanish
from fitzen.nutrition.foods.favourites import FavouritesQuery
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.own import FoodBody, FoodIn, FoodQuery, RecentFood
from fitzen.spanish import Language
from fitzen.web.answers import if_match, listing, made, nothing, one, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.fields import LanguageQuery
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

foods = Blueprint("foods", tag="Foods")
ONE = "/api/foods/<food_id>"
FAVOURITE = "/api/foods/favourites/<user_id>/<food_id>"


@foods.get("/api/foods")
@foods.input(FoodQuery, location="query")
@foods.output(listing(Food))
def search_foods(query_data: FoodQuery) -> Response:
    """Search foods by what people call them; typing errors are forgiven.

    With `lang=es`, words of both languages are found, and everyday foods have their Spanish names.
    """
    found = service.search_foods(infra().store, caller().user_id, query_data)
    return plain({"items": [_shown(food) for food in found], "next_cursor": None})


@foods.get("/api/foods/barcode/<ean>")
@foods.output(Food)
@foods.doc(responses={404: "Nobody knows this barcode.", 422: "This is not a barcode."})
def get_food_by_barcode(ean: str) -> Response:
    """Find a food by its barcode (EAN, UPC or GTIN): one's own, an imported one, or in a public database if one is set."""
    parts = infra()
    return plain(_shown(barcodes.by_barcode(parts.store, parts.barcodes, caller().user_id, ean, now())))


@foods.get(ONE)
@foods.input(LanguageQuery, location="query")
@foods.output(Food)
def get_food(food_id: str, query_data: LanguageQuery) -> Response:
    """Get one food: nutrients per 100 g and household portions."""
    found = service.get_food(infra().store, caller().user_id, food_id)
    return plain(_shown(_in(query_data.lang, found)))


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


@foods.put(FAVOURITE)
@foods.doc(responses={204: "It is among the favourites."})
def add_favourite(user_id: str, food_id: str) -> Response:
    """Put a food, or a recipe, among the favourites."""
    favourites.add(infra().store, user_id, food_id, now())
    return nothing()


@foods.delete(FAVOURITE)
@foods.doc(responses={204: "It is not among the favourites."})
def remove_favourite(user_id: str, food_id: str) -> Response:
    """Take a food, or a recipe, from the favourites."""
    favourites.remove(infra().store, user_id, food_id, now())
    return nothing()


@foods.get("/api/foods/favourites/<user_id>")
@foods.input(FavouritesQuery, location="query")
@foods.output(listing(Food))
def list_favourites(user_id: str, query_data: FavouritesQuery) -> Response:
    """List the foods among one's favourites, the last added first."""
    found, cursor = favourites.list_foods(infra().store, user_id, query_data)
    return plain({"items": [_shown(_in(query_data.lang, food)) for food in found], "next_cursor": cursor})


@foods.get("/api/foods/recent/<user_id>")
@foods.output(listing(RecentFood))
def list_recent(user_id: str) -> Response:
    """List the foods and recipes last logged, with the last amount of each; at most fifty."""
    return plain({"items": favourites.recent_foods(infra().store, user_id), "next_cursor": None})


def _in(language: Language, food: Food) -> Food:
    return spanish.shown(food) if language == "es" else food


def _shown(food: Food) -> dict[str, object]:
    return food.model_dump(exclude_none=True)
