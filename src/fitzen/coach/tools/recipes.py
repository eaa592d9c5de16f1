"""What a coach may suggest to cook: recipes that the person may eat, and why each fits."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, NamedTuple, get_args
from zlib import crc32

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.meals import figures, slot_at
from fitzen.nutrition.recipes import allergies, library, search
from fitzen.nutrition.recipes.allergies import Avoids
from fitzen.nutrition.recipes.models import Cuisine, Diet, Macro, Recipe, Slot, Tag, Use
from fitzen.nutrition.recipes.service import shipped_serving
from fitzen.nutrition.reports import SummaryQuery
from fitzen.nutrition.summary import summary
from fitzen.records import Json
from fitzen.science.nutrients import NUTRIENTS
from fitzen.web.fields import Model
from fitzen.words import joined

DIETS: Mapping[str, Tag] = {
    "vegan": "vegan",
    "vegetarian": "vegetarian",
    "pescatarian": "pescatarian",
    "halal": "halal_possible",
    "kosher": "kosher_possible",
    "keto": "keto",
    "paleo": "paleo",
}
"""The tag that a recipe needs for a diet."""
NO_MATTER = frozenset(
    "quick fast easy simple healthy good nice tasty recipe recipes dish dishes meal meals something some food cook idea ideas "  # noqa: SIM905
    "what can i eat make for me please any fitting light ingredient".split()
)
"""Words of a wish that no recipe says of itself."""
TAGS: frozenset[str] = frozenset(tag for group in (Slot, Cuisine, Use, Macro, Diet) for tag in get_args(group))
QUICK_MIN = 30
OVER = 1.05
"""By so much a serving may go over the energy that is left."""
ENOUGH_PROTEIN_G = 25


class RecipeArgs(Model):
    """`tags` such as breakfast, vegan, high_protein, italian. `for_what_is_left`: within the rest of today's targets."""

    query: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    tags: Annotated[list[Annotated[str, Field(min_length=1, max_length=40)]], Field(max_length=8)] | None = None
    max_minutes: Annotated[int, Field(ge=1, le=480)] | None = None
    for_what_is_left: bool = False
    limit: Annotated[int, Field(ge=1, le=10)] = 3


class Wish(NamedTuple):
    """What is looked for: words, tags that must be there, and how long it may take."""

    words: str
    tags: Sequence[Tag]
    minutes: int | None


class Person(NamedTuple):
    """What somebody must not, and would not, be served; and what is left of their day, where that counts."""

    avoids: Avoids
    dislikes: Sequence[str]
    pattern: str | None
    left: Mapping[str, float] | None


def suggest_recipes(context: ToolContext, args: RecipeArgs) -> Result:
    """Suggest recipes without what the person is allergic to or dislikes, best first."""
    profile = context.profile
    dietary = profile.get("dietary", {})
    pattern = dietary.get("pattern")
    wish, strange = _wish(args, DIETS.get(pattern or ""))
    left = _left(context) if args.for_what_is_left else None
    person = Person(allergies.avoids(profile), dietary.get("dislikes", []), pattern, left)
    found = search.search(wish.words, tags=wish.tags, most_minutes=wish.minutes, limit=len(library.shipped()))
    fitting = [recipe for recipe in found if not _has_unwanted(recipe, person)]
    slot = slot_at(context.local_now) if not (args.query or args.tags) else None
    turn = None if wish.words else context.local_now.date().isoformat()
    best = sorted(fitting, key=lambda recipe: (*_rank(recipe, left, slot), _turn(recipe, turn)))[: args.limit]
    items = [_item(recipe, wish, person) for recipe in best]
    data: Json = {
        "matched": len(found),
        "found": len(fitting),
        "items": items,
        "avoided": [*sorted(person.avoids.allergens), *person.avoids.words, *person.avoids.names, *person.dislikes],
        "not_known": [*person.avoids.words],
        **({"left": figures(left)} if left is not None else {}),
        **({"no_targets": True} if args.for_what_is_left and left is None else {}),
        **({"passed_over": strange} if strange else {}),
    }
    cards = [{"type": "recipes", "data": {"items": items}}] if items else []
    return Result(data, [{"label": each.name, "ref": f"recipe:{each.id}"} for each in best], cards)


def _wish(args: RecipeArgs, diet: Tag | None) -> tuple[Wish, list[str]]:
    """Return what to look for, and the tags that there are not: they are looked for as words."""
    said = [tag.strip().lower().replace(" ", "_").replace("-", "_") for tag in args.tags or ()]
    text = " ".join(word for word in search.words(args.query or "") if word not in NO_MATTER)
    for tag in sorted(TAGS, key=len, reverse=True):
        if re.search(rf"\b{tag.replace('_', ' ')}\b", text):
            text = re.sub(rf"\b{tag.replace('_', ' ')}\b", " ", text)
            said.append(tag)
    tags: list[Tag] = [tag for tag in said if tag in TAGS]  # type: ignore[misc] # names of the table
    strange = [tag.replace("_", " ") for tag in said if tag not in TAGS]
    quick = any(word in (args.query or "").lower().split() for word in ("quick", "fast"))
    minutes = args.max_minutes or (QUICK_MIN if quick else None)
    return Wish(" ".join(text.split()), [*tags, *([diet] if diet else [])], minutes), strange


def _left(context: ToolContext) -> Mapping[str, float] | None:
    """Return what is left of today's targets; None where there are none."""
    left: Mapping[str, float] | None = summary(context.store, context.user_id, SummaryQuery(), context.now)["left"]
    return left


def _has_unwanted(recipe: Recipe, person: Person) -> bool:
    if allergies.clashes(person.avoids, recipe):
        return True
    names = [recipe.name, *(each.label for each in recipe.ingredients)]
    names += [food.name for food in library.foods_of(recipe.ingredients)]
    every = [set(search.words(name)) for name in names]
    return any((parts := set(search.words(word))) and any(parts <= name for name in every) for word in person.dislikes)


def _rank(recipe: Recipe, left: Mapping[str, float] | None, slot: str | None) -> tuple[bool, bool, float]:
    """Order by the meal that it is time for, by what fits into the rest of the day, then by protein for that rest."""
    of_now = slot is not None and slot not in recipe.tags
    if left is None:
        return of_now, False, 0.0
    serving = shipped_serving(recipe.id).nutrients
    energy, protein = serving.get("energy_kcal", 0.0), serving.get("protein_g", 0.0)
    if left["energy_kcal"] <= 0:
        return of_now, True, energy
    fits = energy <= left["energy_kcal"] * OVER
    return of_now, not fits, -min(protein, max(left["protein_g"], 0.0)) if fits else energy


def _turn(recipe: Recipe, day: str | None) -> int:
    """Let what fits as well as another take turns, by the day; where words were found, their order stays."""
    return crc32(f"{day}/{recipe.id}".encode()) if day else 0


def _item(recipe: Recipe, wish: Wish, person: Person) -> Json:
    serving = shipped_serving(recipe.id)
    unknown = [
        NUTRIENTS[key].label.lower()
        for key in ("energy_kcal", "protein_g", "carbs_g", "fat_g")
        if key in serving.unknown
    ]
    return {
        "id": recipe.id,
        "name": recipe.name,
        "minutes": recipe.minutes,
        "servings": recipe.servings,
        "per_serving": figures(serving.nutrients),
        "in_part_unknown": unknown,
        "tags": [tag.replace("_", " ") for tag in recipe.tags],
        "ingredients": [each.label for each in recipe.ingredients],
        "why": joined(_reasons(recipe, wish, person)),
    }


def _reasons(recipe: Recipe, wish: Wish, person: Person) -> list[str]:
    """Say why a recipe fits, with its figures as `per_serving` has them."""
    return [*_by_wish(recipe, wish), *_by_day(recipe, person.left), *_by_person(recipe, person)] or ["it suits you"]


def _by_wish(recipe: Recipe, wish: Wish) -> Iterable[str]:
    if wish.minutes is not None:
        yield f"it takes {recipe.minutes} minutes"
    if wanted := [tag.replace("_", " ") for tag in wish.tags if tag not in DIETS.values()]:
        yield f"it is listed under {joined(wanted)}"
    if wish.words:
        yield f"it has {joined(wish.words.split())} in it"


def _by_day(recipe: Recipe, left: Mapping[str, float] | None) -> Iterable[str]:
    if left is None:
        return
    serving, rest = figures(shipped_serving(recipe.id).nutrients), figures(left)
    if left["energy_kcal"] <= 0:
        yield f"it is among the lightest ({serving['energy_kcal']:g} kcal)"
    elif serving["energy_kcal"] <= rest["energy_kcal"]:
        yield f"its {serving['energy_kcal']:,g} kcal fit into the {rest['energy_kcal']:,g} kcal that are left"
    if serving["protein_g"] >= ENOUGH_PROTEIN_G and left["protein_g"] > 0:
        yield f"it brings {serving['protein_g']:g} g of the {rest['protein_g']:g} g of protein that are left"


def _by_person(recipe: Recipe, person: Person) -> Iterable[str]:
    diet = DIETS.get(person.pattern or "")
    if diet and diet in recipe.tags:
        yield f"it is {person.pattern}{' if what you buy is certified' if diet.endswith('_possible') else ''}"
    if without := [*sorted(person.avoids.allergens), *person.avoids.words]:
        yield f"it has no {' or '.join(without)}"


TOOLS = (
    Tool(
        "suggest_recipes",
        "Suggest recipes by words, tags, time or what is left of today's targets; never with the person's allergens.",
        "Looking through the recipes",
        RecipeArgs,
        suggest_recipes,
    ),
)
