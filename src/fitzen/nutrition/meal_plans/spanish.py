"""Plans of meals and what they need from a shop, in Spanish. What is stored is English; this is how it is shown."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from fitzen.nutrition.meal_plans import answering
from fitzen.nutrition.meal_plans.candidates import Candidate, names_of, singles
from fitzen.nutrition.meal_plans.groceries import PIECES
from fitzen.nutrition.meal_plans.models import Group
from fitzen.nutrition.models import Slot
from fitzen.nutrition.recipes import library, spanish
from fitzen.records import Json
from fitzen.words import plain

SLOTS: Mapping[Slot, str] = {"breakfast": "Desayuno", "lunch": "Comida", "dinner": "Cena", "snack": "Tentempié"}
GROUPS: Mapping[Group, str] = {
    "energy": "la energía al día",
    "protein": "la proteína",
    "fibre": "la fibra",
    "upper_limits": "los límites máximos de vitaminas y minerales",
    "sodium": "el límite de sodio",
    "net_carbs": "los hidratos que permite la dieta keto",
    "cooking_time": "el tiempo para cocinar",
    "dislikes": "lo que no comes",
    "diet": "tu dieta",
    "allergies": "tus alergias",
    "variety": "otra fuente de proteína en la cena que en la comida",
    "repeats": "lo que puede repetirse una receta en una semana",
}
CHANGES: Mapping[str, str] = {
    "weekday_max_minutes": "permitir {value:.0f} minutos entre semana",
    "max_minutes": "permitir {value:.0f} minutos por comida",
    "day_max_minutes": "permitir {value:.0f} minutos para todas las comidas del día",
    "protein_g": "proteína: {value:g} g",
    "fiber_g": "fibra: {value:g} g",
    "max_sodium_mg": "permitir {value:.0f} mg de sodio",
    "same_protein": "permitir la misma fuente de proteína en la comida y en la cena",
}
"""What a change comes to, by the field of the request."""
ALLOWED = "allow "
NOTES: Mapping[str, str] = {
    answering.SAME_PROTEIN: "La comida y la cena de un día pueden tener la misma fuente de proteína: sin eso no había plan.",
    answering.AGAIN: "Un plato puede salir tres veces en siete días, y dos días seguidos: sin eso no había plan.",
}
FLOOR = re.compile(r"Never below ([\d,]+) kcal a day\.")


def plan(said: Json) -> Json:
    """Return a plan under Spanish names, and why there is none in Spanish."""
    shown = said | {"days": [day | {"meals": [meal(each) for each in day["meals"]]} for day in said["days"]]}
    if notes := said.get("notes"):
        shown["notes"] = [NOTES.get(note) or FLOOR.sub(_floor, note) for note in notes]
    if clashes := said.get("clashes"):
        shown["clashes"] = [_clash(each) for each in clashes]
    return shown


def meal(said: Json) -> Json:
    """Return a meal under Spanish names; what is a person's own stays as they named it."""
    items = [_item(item) for item in said["items"]]
    return said | {"items": items, "name": _meal_name(said, items)}


def swapped(said: Json) -> Json:
    """Return what a swap comes to under Spanish names."""
    others = [meal(each) for each in said["alternatives"]]
    return said | {
        "plan": plan(said["plan"]),
        "before": meal(said["before"]),
        "after": meal(said["after"]),
        "alternatives": others,
    }


def groceries(said: Json) -> Json:
    """Return what is needed from a shop in Spanish, each aisle by name."""
    aisles = [
        aisle | {"items": sorted(map(_grocery, aisle["items"]), key=lambda each: plain(each["name"]))}
        for aisle in said["aisles"]
    ]
    return said | {"aisles": aisles}


def words(text: str) -> tuple[str, ...]:
    return spanish.words(text)


def names_in(candidate: Candidate) -> Sequence[frozenset[str]]:
    """Return the Spanish words of what a recipe is called and made of; none for one's own."""
    known = spanish.by_id().get(candidate.id)
    if known is None:
        return []
    foods = [spanish.foods()[id_].name for id_ in candidate.foods]
    return [frozenset(spanish.words(text)) for text in (known.name, *known.aliases, *known.labels, *foods)]


def _item(item: Json) -> Json:
    name = _name_of(item)
    return item | {"name": name} if name else item


def _name_of(item: Json) -> str | None:
    """Return what an item is called where it has the name that Fitzen gives it; None for what a person named."""
    if recipe := library.get(item.get("recipe_id", "")):
        return spanish.by_id()[recipe.id].name if item["name"] == recipe.name else None
    food_id = item.get("food_id", "")
    served = item["name"] == _served().get(food_id)
    if served or (spanish.food_name(food_id) and item["name"] in names_of(food_id)):
        return spanish.food_name(food_id, served=served)
    return None


def _grocery(said: Json) -> Json:
    food_id: str = said["food_id"]
    amount, _, unit = said["shown"].partition(" ")
    one, several = (spanish.foods()[food_id].pieces if food_id in PIECES else ()) or (unit, unit)
    return said | {
        "name": spanish.food_name(food_id) or said["name"],
        "shown": f"{amount.replace('.', ',')} {one if amount == '1' else several}",
        "for": [_uses().get(name, name) for name in said["for"]],
    }


@cache
def _uses() -> Mapping[str, str]:
    """Return what foods are bought for: dishes, and foods that are served as they are."""
    served = {name: spanish.foods()[food_id].served for food_id, name in _served().items()}
    return served | {recipe.name: spanish.by_id()[recipe.id].name for recipe in library.shipped()}


def _floor(found: re.Match[str]) -> str:
    return f"Nunca por debajo de {found[1].replace(',', '')} kcal al día."


@cache
def _served() -> Mapping[str, str]:
    return {single.food_id: single.name for single in singles()}


def _meal_name(said: Json, items: Sequence[Json]) -> str:
    if recipe_id := said.get("recipe_id"):
        return str(next(item["name"] for item in items if item.get("recipe_id") == recipe_id))
    first, *rest = [item["name"] for item in items] or [SLOTS[said["slot"]]]
    return " y ".join([first, *(name[:1].lower() + name[1:] for name in rest)])


def _clash(clash: Json) -> Json:
    named = [GROUPS[name] for name in clash["constraints"]]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} y {named[-1]}" if named else ""
    changes = [change | {"text": _change(change)} for change in clash.get("changes", [])]
    return clash | {"text": _why(listed, len(named), certain=clash.get("certain", True)), "changes": changes}


def _why(listed: str, count: int, *, certain: bool) -> str:
    if not count:
        return "No hay ningún plan con tantas comidas."
    if not certain:
        return f"No he encontrado ningún plan con {listed}; puede que lo haya."
    return f"No hay ningún plan con {listed}." if count == 1 else f"No se puede tener todo a la vez: {listed}."


def _change(change: Json) -> str:
    field, text = str(change["field"]), str(change["text"])
    if field == "without":
        return f"permitir {text.removeprefix(ALLOWED)}"
    return CHANGES[field].format(value=change["value"]) if field in CHANGES else text
