"""Recipes that belong to nobody, such as those of the first Fitzen backend: everybody finds them, nobody changes them.

They are kept as they are shown, under a system owner. Their ingredients are words, so what a serving comes to is what
their source said of it, their allergens are not known, and they are for their own number of servings. A process keeps
what it read last; one small record says when others were written since, so a search costs one read.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from fitzen.infra.storage.base import Put, Store
from fitzen.nutrition.recipes.own import RecipeQuery, ShownRecipe
from fitzen.nutrition.recipes.search import words
from fitzen.records import EPOCH, Json, all_records, dumps, loads, many, new_id, run_again

OWNER = "sys:recipes:shared"
RECIPE, STATE = "recipe", "counter"
SOURCE = "shared"
MAX_SHARED = 1_000
"""So many are searched; those whose names come later in the alphabet are found by their id alone."""


class _Known(NamedTuple):
    """What was read of the store in the state that `stamp` names: recipes by name, each with its words."""

    stamp: str
    recipes: Sequence[tuple[Json, frozenset[str]]]


_known = _Known("", ())
_lock = Lock()


def put(recipe: ShownRecipe, digest: str) -> Put:
    """Return the put of a shared recipe; `written` is called after the last one."""
    return Put(OWNER, RECIPE, recipe.id, recipe.model_dump_json(exclude_none=True), EPOCH, digest=digest)


@run_again
def written(store: Store, now: datetime) -> None:
    """Have every process read the shared recipes again."""
    before = store.get(OWNER, STATE, STATE)
    body = dumps({"stamp": new_id(int(now.timestamp() * 1000))})
    store.write([Put(OWNER, STATE, STATE, body, now, before.version if before else 0)])


def get_many(store: Store, ids: Collection[str]) -> dict[str, Json]:
    """Return those of the shared recipes that there are, as they are shown, by id."""
    found = many(store, OWNER, RECIPE, sorted(ids)) if ids else {}
    return {id_: loads(record.body) for id_, record in found.items()}


def search(store: Store, query: RecipeQuery) -> list[Json]:
    """Return those with every word and tag, by name; none where allergens are to be left out, for nobody knows them."""
    if query.without and query.without.strip():
        return []
    wanted = words(query.q)
    tags = {tag.strip() for tag in (query.tag or "").split(",") if tag.strip()}
    return [
        recipe
        for recipe, known in _read(store)
        if all(any(each.startswith(word) for each in known) for word in wanted)
        and tags <= set(recipe["tags"])
        and (query.minutes is None or recipe.get("minutes", query.minutes + 1) <= query.minutes)
    ][: query.limit]


def _read(store: Store) -> Sequence[tuple[Json, frozenset[str]]]:
    global _known  # noqa: PLW0603 - what a process keeps of a set that is the same for everybody
    state = store.get(OWNER, STATE, STATE)
    if state is None:
        return ()
    stamp: str = loads(state.body)["stamp"]
    with _lock:
        if _known.stamp != stamp:
            recipes = sorted((loads(record.body) for record in all_records(store, OWNER, RECIPE)), key=_name)
            _known = _Known(stamp, [(recipe, _words_of(recipe)) for recipe in recipes[:MAX_SHARED]])
        return _known.recipes


def _name(recipe: Json) -> tuple[str, str]:
    return recipe["name"].casefold(), recipe["id"]


def _words_of(recipe: Json) -> frozenset[str]:
    labels = [each["label"] for each in recipe["ingredients"]]
    return frozenset(
        word for text in (recipe["name"], *recipe["tags"], *labels) for word in words(text.replace("_", " "))
    )
