"""The recipes that somebody can cook from: those that ship with Fitzen, and their own.

Stored is what a person says of a recipe; what a serving comes to is computed when it is read, so that it follows when
a food of one's own is corrected. A recipe may be an ingredient of another, one level deep.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple, get_args

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import FieldError, InvalidError, NotFoundError
from fitzen.infra.storage.base import Op, Page, Record, Store
from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.service import known_foods
from fitzen.nutrition.recipes import figures, library, search, shared, spanish
from fitzen.nutrition.recipes.figures import Serving
from fitzen.nutrition.recipes.models import Allergen, Recipe, Tag
from fitzen.nutrition.recipes.own import OwnIngredient, OwnRecipeQuery, RecipeBody, RecipeIn, RecipeQuery
from fitzen.photos import pictures
from fitzen.records import Json, Saved, all_records, loads, many
from fitzen.spanish import Language

RECIPE = "recipe"
MAX_OWN = 300
SHIPPED, OWN = "fitzen", "own"


class Known(NamedTuple):
    """A recipe, whosever it is: its name and one serving."""

    name: str
    serving: Serving


def search_recipes(store: Store, query: RecipeQuery) -> list[Json]:
    """Find recipes that are for everybody: those that ship, then shared ones. Raises as `search_shipped`."""
    shipped = search_shipped(query)
    return shipped + shared.search(store, query)[: query.limit - len(shipped)]


def search_shipped(query: RecipeQuery) -> list[Json]:
    """Find shipped recipes. Raises InvalidError naming `tag` or `without` where there is no such word."""
    tags = _words("tag", query.tag, get_args(Tag))
    without = _words("without", query.without, get_args(Allergen))
    found = search.search(
        query.q, tags=tags, without=without, most_minutes=query.minutes, limit=query.limit, language=query.lang
    )
    return [show_shipped(recipe, language=query.lang) for recipe in found]


def _words[W](field: str, text: str | None, known: Iterable[W]) -> list[W]:
    """Read words with commas between them."""
    by_name = {str(each): each for each in _flat(known)}
    words = [word.strip() for word in (text or "").split(",") if word.strip()]
    if any(word not in by_name for word in words):
        raise InvalidError.of(field, f"This must be one of {', '.join(by_name)}.")
    return [by_name[word] for word in words]


def _flat[W](known: Iterable[W]) -> Iterable[W]:
    """Give the words of a Literal, or of a union of them."""
    for each in known:
        yield from get_args(each) or (each,)


def create_recipe(store: Store, user_id: str, body: RecipeIn, now: datetime) -> Saved:
    """Save a recipe of one's own; the same again changes nothing. Raises ConflictError, GoneError, InvalidError."""
    return entities.save(store, RECIPES, user_id, body, now)


def list_recipes(store: Store, user_id: str, query: OwnRecipeQuery) -> Page:
    return entities.listed(store, RECIPE, user_id, query)


def get_recipe(store: Store, user_id: str, id: str) -> Record:
    return entities.get(store, RECIPES, user_id, id)


def replace_recipe(
    store: Store, user_id: str, id: str, body: RecipeIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another recipe in the place of one's own. Raises NotFoundError, StaleError, InvalidError."""
    return entities.replace(store, RECIPES, user_id, id, body, now, if_match)


def patch_recipe(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, RECIPES, user_id, id, patch, now, if_match)


def delete_recipe(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a recipe of one's own; meals that had it stay. One that is not there is deleted already."""
    entities.remove(store, RECIPES, user_id, id, now, if_match)


def known_recipes(store: Store, user_id: str, ids: Collection[str]) -> dict[str, Known]:
    """Return those of the recipes that there are, by id, shipped and own, with what a serving comes to."""
    shipped = {id_: recipe for id_ in ids if (recipe := library.get(id_)) is not None}
    found = {id_: Known(recipe.name, shipped_serving(id_)) for id_, recipe in shipped.items()}
    own = sorted(set(ids) - found.keys())
    bodies = [loads(record.body) for record in many(store, user_id, RECIPE, own).values()] if own else []
    made_of = _made_of(store, user_id, bodies)
    found |= {body["id"]: Known(body["name"], _serving(body, made_of)) for body in bodies}
    others = shared.get_many(store, set(ids) - found.keys())
    return found | {id_: Known(each["name"], Serving(each["per_serving"], {}, None)) for id_, each in others.items()}


@cache
def shipped_serving(id: str) -> Serving:
    """Return what a serving of a shipped recipe comes to; of shipped foods only, so it never changes."""
    recipe = library.by_id()[id]
    parts = [figures.of_food(foods.get(each.food_id), each.grams) for each in recipe.ingredients]
    return figures.serving_of(parts, recipe.servings)


def show_shipped(recipe: Recipe, servings: float | None = None, language: Language = "en") -> Json:
    """Return a shipped recipe as it is shown, with ingredients for so many servings."""
    names = {each.food_id: each.name for each in library.foods_of(recipe.ingredients)}
    said = spanish.shown(recipe) if language == "es" else recipe
    return _shown(
        said.model_dump(mode="json", exclude_none=True) | {"source": SHIPPED},
        _in(language, names),
        shipped_serving(recipe.id),
        servings,
    )


def _in(language: Language, names: dict[str, str]) -> dict[str, str]:
    return spanish.names(names) if language == "es" else names


def is_shipped(id: str) -> bool:
    return library.get(id) is not None


def get_shipped(id: str, servings: float | None = None, language: Language = "en") -> Json:
    """Return a shipped recipe. Raises NotFoundError."""
    recipe = library.get(id)
    if recipe is None:
        raise NotFoundError("There is no recipe with this id.")
    return show_shipped(recipe, servings, language)


def find_recipe(store: Store, user_id: str, id: str) -> Record | Json:
    """Return a recipe of one's own, as stored, or a shared one, as it is shown. Raises NotFoundError."""
    own = store.get(user_id, RECIPE, id)
    found = own or shared.get_many(store, [id]).get(id)
    if found is None:
        raise NotFoundError("There is no recipe with this id.")
    return found


def show_own(
    store: Store, user_id: str, records: Sequence[str], servings: float | None = None, language: Language = "en"
) -> list[Json]:
    """Return recipes of one's own, as stored, as they are shown: foods and nested recipes are read in two calls.

    What they are made of is named in a language; the rest stays as the person wrote it.
    """
    bodies = [loads(record) for record in records]
    made_of = _made_of(store, user_id, bodies)
    names = _in(language, made_of.names())
    return [_shown(body | {"source": OWN}, names, _serving(body, made_of), servings) for body in bodies]


def minutes_of(store: Store, user_id: str, ids: Collection[str]) -> dict[str, int]:
    """Return how long recipes take, shipped and own, as far as they say."""
    found = {id_: recipe.minutes for id_ in ids if (recipe := library.get(id_)) is not None}
    own = sorted(set(ids) - found.keys())
    bodies = [loads(record.body) for record in many(store, user_id, RECIPE, own).values()] if own else []
    return found | {body["id"]: body["minutes"] for body in bodies if "minutes" in body}


def own_recipes(store: Store, user_id: str) -> list[Json]:
    """Return all recipes of one's own as they are shown, the last saved first."""
    return show_own(store, user_id, [record.body for record in all_records(store, user_id, RECIPE)])


def _shown(body: Json, names: Mapping[str, str], serving: Serving, servings: float | None) -> Json:
    factor = 1.0 if servings is None else servings / body["servings"]
    ingredients = [
        each
        | {name: round(each[name] * factor, 3) for name in ("grams", "servings") if name in each}
        | ({"name": name} if (name := names.get(each.get("food_id") or each["recipe_id"])) else {})
        for each in body["ingredients"]
    ]
    return body | {
        "servings": servings or body["servings"],
        "ingredients": ingredients,
        "per_serving": serving.nutrients,
        "unknown": serving.unknown,
        **({} if serving.grams is None else {"grams_per_serving": serving.grams}),
    }


class MadeOf(NamedTuple):
    """The foods and recipes that some recipes are made of, as far as they are there."""

    foods: Mapping[str, Food]
    recipes: Mapping[str, Known]

    def names(self) -> dict[str, str]:
        return {id_: each.name for id_, each in (self.foods | self.recipes).items()}  # type: ignore[operator]


def _made_of(store: Store, user_id: str, bodies: Iterable[Json], *, nested: bool = False) -> MadeOf:
    """Read what recipes are made of; the recipes in a nested one are not looked for."""
    ingredients = [each for body in bodies for each in body["ingredients"]]
    eaten = known_foods(store, user_id, {each["food_id"] for each in ingredients if "food_id" in each})
    ids = set() if nested else {each["recipe_id"] for each in ingredients if "recipe_id" in each}
    return MadeOf(eaten, _nested(store, user_id, ids) if ids else {})


def _nested(store: Store, user_id: str, ids: Collection[str]) -> dict[str, Known]:
    found = {id_: Known(recipe.name, shipped_serving(id_)) for id_ in ids if (recipe := library.get(id_)) is not None}
    own = sorted(set(ids) - found.keys())
    bodies = [loads(record.body) for record in many(store, user_id, RECIPE, own).values()] if own else []
    made_of = _made_of(store, user_id, bodies, nested=True)
    return found | {body["id"]: Known(body["name"], _serving(body, made_of)) for body in bodies}


def _serving(body: Json, made_of: MadeOf) -> Serving:
    return figures.serving_of((_weighed(each, made_of) for each in body["ingredients"]), body["servings"])


def _weighed(ingredient: Json, made_of: MadeOf) -> figures.Weighed:
    if "food_id" in ingredient:
        return figures.of_food(made_of.foods.get(ingredient["food_id"]), ingredient["grams"])
    known = made_of.recipes.get(ingredient["recipe_id"])
    return figures.of_serving(known.serving if known else None, ingredient["servings"])


def _ops(store: Store, change: Change[RecipeBody]) -> Sequence[Op]:
    if change.after is None:
        return [RECIPES.delete(change), *pictures.removal(store, change.owner, pictures.recipe(change.id), change.now)]
    own = [(record.id, loads(record.body)) for record in all_records(store, change.owner, RECIPE)]
    if change.record is None and len(own) >= MAX_OWN:
        raise InvalidError.of("id", f"There can be at most {MAX_OWN} recipes of your own.")
    before = RECIPES.given(change.record).ingredients if change.record else []
    if errors := list(_unknown(store, change, before, dict(own))):
        raise InvalidError(errors[0].message, errors=errors)
    return [RECIPES.put(change, change.record.at if change.record else change.now)]


def _unknown(
    store: Store, change: Change[RecipeBody], before: Sequence[OwnIngredient], own: Mapping[str, Json]
) -> Iterable[FieldError]:
    """Say of each ingredient that is not in the recipe yet why it cannot be."""
    assert change.after is not None  # noqa: S101 - it is put
    wanted = [(index, each) for index, each in enumerate(change.after.ingredients) if each not in before]
    eaten = known_foods(store, change.owner, {each.food_id for _, each in wanted if each.food_id})
    inside_others = any(_has(body, change.id) for body in own.values())
    for index, each in wanted:
        if each.food_id and each.food_id not in eaten:
            yield FieldError(f"ingredients.{index}.food_id", "There is no food with this id.")
        if each.recipe_id and (message := _not_nested(each.recipe_id, change.id, own, inside_others=inside_others)):
            yield FieldError(f"ingredients.{index}.recipe_id", message)


def _not_nested(recipe_id: str, into: str, own: Mapping[str, Json], *, inside_others: bool) -> str | None:
    if recipe_id == into:
        return "A recipe cannot be made of itself."
    if recipe_id not in own and library.get(recipe_id) is None:
        return "There is no recipe with this id."
    if inside_others or any("recipe_id" in each for each in own.get(recipe_id, {"ingredients": []})["ingredients"]):
        return "Recipes go one into another once: this one would be two deep."
    return None


def _has(body: Json, recipe_id: str) -> bool:
    return any(each.get("recipe_id") == recipe_id for each in body["ingredients"])


RECIPES = Entity(RECIPE, "recipe of your own", RecipeBody, _ops)
