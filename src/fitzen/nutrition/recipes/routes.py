"""The routes of recipes: those that ship with Fitzen, and one's own."""

from collections.abc import Sequence

from flask import Response

from fitzen.nutrition.recipes import service
from fitzen.nutrition.recipes.own import (
    OwnRecipeQuery,
    RecipeBody,
    RecipeIn,
    RecipeQuery,
    ServingsQuery,
    ShownRecipe,
)
from fitzen.photos import pictures
from fitzen.records import Json
from fitzen.spanish import Language
from fitzen.web.answers import Stored, if_match, listing, nothing, plain, shown
from fitzen.web.context import caller, infra, now
from fitzen.web.files import absolute
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

recipes = Blueprint("recipes", tag="Recipes")
ONE = "/api/recipes/<user_id>/<recipe_id>"


@recipes.get("/api/recipes")
@recipes.input(RecipeQuery, location="query")
@recipes.output(listing(ShownRecipe))
def search_recipes(query_data: RecipeQuery) -> Response:
    """Search the recipes that are for everybody, by words, tags, allergens to leave out and time.

    With `lang=es`, words of both languages are found, and the recipes of Fitzen are given in Spanish.
    """
    return plain({"items": service.search_recipes(infra().store, query_data), "next_cursor": None})


@recipes.post("/api/recipes")
@recipes.input(RecipeIn)
@recipes.output(ShownRecipe, 201)
@recipes.doc(responses={200: "It was saved before; here it is."})
def create_recipe(json_data: RecipeIn) -> Response:
    """Save a recipe of one's own; the same sent again is answered with what is stored."""
    saved = service.create_recipe(infra().store, caller().user_id, json_data, now())
    return _one(caller().user_id, saved, 201 if saved.created else 200)


@recipes.get("/api/recipes/<user_id>")
@recipes.input(OwnRecipeQuery, location="query")
@recipes.output(listing(ShownRecipe))
def list_recipes(user_id: str, query_data: OwnRecipeQuery) -> Response:
    """List one's own recipes, the last saved first."""
    page = service.list_recipes(infra().store, user_id, query_data)
    return plain(
        {"items": _with_figures(user_id, page.items, language=query_data.lang), "next_cursor": page.next_cursor}
    )


@recipes.get(ONE)
@recipes.input(ServingsQuery, location="query")
@recipes.output(ShownRecipe)
def get_recipe(user_id: str, recipe_id: str, query_data: ServingsQuery) -> Response:
    """Get one recipe, one's own or one for everybody, with ingredients for so many servings where these have grams."""
    if service.is_shipped(recipe_id):
        return plain(service.get_shipped(recipe_id, query_data.servings, query_data.lang))
    found = service.find_recipe(infra().store, user_id, recipe_id)
    if isinstance(found, dict):
        return plain(found)
    return shown(_with_figures(user_id, [found], query_data.servings, query_data.lang)[0], found.version)


@recipes.put(ONE)
@recipes.input(RecipeIn)
@recipes.output(ShownRecipe)
def replace_recipe(user_id: str, recipe_id: str, json_data: RecipeIn) -> Response:
    """Put another recipe in the place of one's own; meals that had it stay as they are."""
    return _one(user_id, service.replace_recipe(infra().store, user_id, recipe_id, json_data, now(), if_match()))


@recipes.patch(ONE)
@recipes.output(ShownRecipe)
@patches(RecipeBody)
def patch_recipe(user_id: str, recipe_id: str) -> Response:
    """Change some fields of one's own recipe by JSON Merge Patch."""
    return _one(user_id, service.patch_recipe(infra().store, user_id, recipe_id, read_patch(), now(), if_match()))


@recipes.delete(ONE)
@recipes.doc(responses={204: "It is deleted."})
def delete_recipe(user_id: str, recipe_id: str) -> Response:
    """Delete a recipe of one's own; meals that had it stay as they are."""
    service.delete_recipe(infra().store, user_id, recipe_id, now(), if_match())
    return nothing()


def _one(user_id: str, stored: Stored, status: int = 200) -> Response:
    return shown(_with_figures(user_id, [stored])[0], stored.version, status)


def _with_figures(
    user_id: str, stored: Sequence[Stored], servings: float | None = None, language: Language = "en"
) -> list[Json]:
    found = service.show_own(infra().store, user_id, [each.body for each in stored], servings, language)
    if not found:
        return []
    urls = pictures.urls(infra(), user_id, [pictures.recipe(each["id"]) for each in found], now())
    return [
        each | ({"image_url": absolute(url)} if (url := urls.get(pictures.recipe(each["id"]))) else {})
        for each in found
    ]
