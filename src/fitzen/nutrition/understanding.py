"""A meal in a person's own words, with what it comes to; nothing is saved."""

from fitzen.infra.storage.base import Store
from fitzen.nutrition import rules
from fitzen.nutrition.foods.amounts import Locale
from fitzen.nutrition.foods.parse import ParsedItem, parse
from fitzen.nutrition.foods.service import known_foods, own_foods
from fitzen.records import Json
from fitzen.spanish import Language
from fitzen.users.service import profile


def understand(store: Store, user_id: str, text: str, language: Language | None = None) -> Json:
    """Read a meal in English, or in Spanish if the person's locale or `language` is; pints are British for one whose locale is."""
    locale = _locale(profile(store, user_id)["locale"], language)
    found = parse(text, own=list(own_foods(store, user_id)), locale=locale)
    foods = known_foods(store, user_id, {item.food_id for item in found.items})
    items = [
        _with_nutrients(item, rules.scaled(foods[item.food_id].per_100g, item.grams / 100)) for item in found.items
    ]
    return {"items": items, **rules.totals(items), "not_understood": found.not_understood}


def _locale(of_person: str, language: Language | None) -> Locale:
    if (language or of_person[:2]) == "es":
        return "es"
    return "en-GB" if of_person == "en-GB" else "en-US"


def _with_nutrients(item: ParsedItem, nutrients: dict[str, float]) -> Json:
    return item.model_dump() | {"nutrients": nutrients}
