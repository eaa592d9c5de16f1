"""What a coach may write into the diary: a meal in the person's words, as a draft with its figures."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, TimeWords, done_at, drafted, unclear
from fitzen.coach.tools.showing import MAX_CHOICES
from fitzen.coach.wording import day_in_words
from fitzen.entities import Change
from fitzen.infra.storage.base import Store
from fitzen.nutrition import service
from fitzen.nutrition.models import SLOTS, MealBody, MealIn, Slot
from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.own import OwnRecipeQuery
from fitzen.nutrition.recipes.service import list_recipes
from fitzen.nutrition.understanding import understand
from fitzen.records import Json, dumps, loads
from fitzen.science.nutrients import MACROS, NUTRIENTS
from fitzen.web.answers import MAX_LIMIT
from fitzen.web.fields import Model
from fitzen.web.parsing import parse_json
from fitzen.words import plain

UNCERTAIN = 0.5
"""Below this a food is asked about. An amount that is not told takes more from the certainty than it leaves of `ASSUMED`."""
ASSUMED = 0.7
USUAL: Mapping[Slot, str] = {"breakfast": "08:00", "lunch": "12:30", "dinner": "19:00", "snack": "16:00"}
"""When a meal of an earlier day was, where its time is not told."""
_FROM: Sequence[tuple[int, Slot]] = ((21, "snack"), (17, "dinner"), (15, "snack"), (11, "lunch"), (4, "breakfast"))
"""Which meal it is from which hour on; before the first, a snack."""
_SLOT = re.compile(r"\b(?P<slot>breakfast|brunch|lunch|dinner|supper|snack)\b")
_SLOTS: Mapping[str, Slot] = {**{slot: slot for slot in SLOTS}, "brunch": "breakfast", "supper": "dinner"}


COUNTS: Mapping[str, float] = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "half": 0.5, "half a": 0.5}
_SERVINGS = re.compile(
    rf"(?:(?:(?P<count>\d+(?:\.\d+)?|{'|'.join(sorted(COUNTS, key=len, reverse=True))}) )?(?:servings?|portions?|plates?|bowls?) of )?"
    r"(?:the |my )?(?P<name>.+?)(?: (?:for|as) (?:my |a )?(?:breakfast|brunch|lunch|dinner|supper|snack))?"
)
ITEM = ("food_id", "recipe_id", "amount", "unit", "grams")


class LogArgs(Model):
    """What was eaten or drunk, as the person said it: foods and amounts in words, or the name of one recipe. `slot` only where it was said."""

    text: Annotated[str, Field(min_length=1, max_length=1000)]
    slot: Slot | None = None
    day: DayWords | None = None
    time: TimeWords | None = None


def log_meal(context: ToolContext, args: LogArgs) -> Result:
    """Draft a meal; nothing is written. Foods that are not certain come back as choices."""
    items, asked = _items(context, args.text)
    if asked or not items:
        return unclear(*(asked or [_unknown(args.text)]))
    slot = args.slot or _slot_in(args.text)
    at = done_at(context, args.day, args.time, USUAL[slot] if slot else None)
    body = {
        "eaten_at": at.isoformat(),
        "slot": slot or slot_at(at),
        "items": [{name: item[name] for name in ITEM if name in item} for item in items],
    }
    meal = as_stored(context, body)
    card = _card(meal, at, [item["confidence"] < ASSUMED for item in items])
    result = drafted(context, "log_meal", _summary(card), body, {"type": "meal_draft", "data": card})
    sources = {source["ref"]: source for source in map(_source, meal["items"])}
    return Result(result.data, list(sources.values()), result.cards, result.action)


def _items(context: ToolContext, text: str) -> tuple[list[Json], list[Json]]:
    """Return the items of a meal in words, and what is to be asked; the name of a recipe means servings of it."""
    if recipe := _recipe(context, text):
        return [recipe], []
    found = understand(context.store, context.user_id, text)
    asked = [*map(_asked, filter(_is_uncertain, found["items"])), *map(_unknown, found["not_understood"])]
    return found["items"], asked


def _recipe(context: ToolContext, text: str) -> Json | None:
    match = _SERVINGS.fullmatch(plain(text).strip(" ."))
    if match is None:
        return None
    wanted = match["name"]
    id_ = next((recipe.id for recipe in library.shipped() if plain(recipe.name) == wanted), None)
    if id_ is None:
        page = list_recipes(context.store, context.user_id, OwnRecipeQuery(limit=MAX_LIMIT))
        own = (loads(record.body) for record in page.items)
        id_ = next((recipe["id"] for recipe in own if plain(recipe["name"]) == wanted), None)
    amount = COUNTS.get(match["count"] or "a") or float(match["count"])
    return {"recipe_id": id_, "amount": amount, "unit": "serving", "confidence": 1.0} if id_ else None


def _source(item: Json) -> Json:
    kind = "food" if "food_id" in item else "recipe"
    return {"label": item["name"], "ref": f"{kind}:{item[f'{kind}_id']}"}


def _is_uncertain(item: Json) -> bool:
    return bool(item["confidence"] < UNCERTAIN and not item["of_dish"] and item["alternatives"])


def _asked(item: Json) -> Json:
    names = [item["name"], *(each["name"] for each in item["alternatives"])]
    return {"name": item["text"], "choices": names[:MAX_CHOICES], "of": "food"}


def _unknown(text: str) -> Json:
    return {"name": text, "choices": [], "of": "food"}


def _slot_in(text: str) -> Slot | None:
    match = _SLOT.search(text.lower())
    return _SLOTS[match["slot"]] if match else None


def slot_at(at: datetime) -> Slot:
    """Say which meal something is by the hour at which it is eaten."""
    return next((slot for hour, slot in _FROM if at.hour >= hour), "snack")


def as_stored(context: ToolContext, body: Json) -> Json:
    """Return a meal as it would be stored, with the figures of each item and their sums. Raises InvalidError."""
    change = Change(context.user_id, "draft", None, parse_json(MealBody, dumps(body)), context.now)
    return service.meal_put(context.store, change, [])[1]


def figures(nutrients: Mapping[str, float]) -> Json:
    """Return energy and macronutrients as they are said, whole; what is unknown stays out."""
    return {key: _said(nutrients[key]) for key in MACROS if key in nutrients}


def _said(amount: float) -> float:
    """Round as one says it: whole, and to one decimal place below 10."""
    return round(amount, 1) if 0 < amount < 10 else round(amount)  # noqa: PLR2004 - of 1.4 g, the 0.4 counts


def _card(meal: Json, at: datetime, assumed: Sequence[bool]) -> Json:
    items = [
        {"name": item["name"], "amount": _amount(item), **_grams(item), **figures(item["nutrients"])}
        | ({"assumed": True} if guess else {})
        for item, guess in zip(meal["items"], assumed, strict=True)
    ]
    unknown = {NUTRIENTS[key].label.lower(): meal["unknown"][key] for key in MACROS if key in meal["unknown"]}
    absent = [NUTRIENTS[key].label.lower() for key in MACROS if key not in meal["totals"]]
    return {
        "slot": meal["slot"],
        "day": at.date().isoformat(),
        "time": f"{at:%H:%M}",
        "items": items,
        "totals": figures(meal["totals"]),
        "unknown": unknown | dict.fromkeys(absent, len(items)),
    }


def _grams(item: Json) -> Json:
    """Return what an item weighs; of a recipe that is that of what goes in, and may not be known."""
    return {"grams": _said(item["grams"])} if "grams" in item and "food_id" in item else {}


def _amount(item: Json) -> str:
    """Write `2 large (100 g)`, `60 g`, `1 serving`."""
    said = f"{round(item['amount'], 2):g} {item['unit']}"
    if "food_id" not in item:
        return said if item["amount"] == 1 else f"{said}s"
    grams = f"{_said(item['grams']):g} g"
    return grams if item["unit"] == "g" else f"{said} ({grams})"


def _summary(card: Json) -> str:
    """Name the foods, whose names have commas, with their amounts."""
    foods = "; ".join(f"{item['name']}: {item['amount']}" for item in card["items"])
    return f"{foods}, as {card['slot']} on {day_in_words(card['day'])} at {card['time']}"


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Log the meal under the action's id; what it comes to is computed as it was for the card."""
    service.log_meal(store, user_id, parse_json(MealIn, dumps(payload | {"id": action_id})), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    """Delete the meal, out of its day too, also where it was edited since."""
    service.delete_meal(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "log_meal",
        "Propose to log a meal or snack that was eaten, from the person's words; the person confirms it.",
        "Looking up the foods",
        LogArgs,
        log_meal,
        Write(_do, _undo),
    ),
)
