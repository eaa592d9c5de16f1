"""Answers about food and drink: meals, water, foods, recipes."""

import re
from collections.abc import Callable, Iterator, Sequence

from fitzen.coach.builtin.answers.prose import Data, all_of, one_of, within
from fitzen.coach.builtin.replies import SHALL_I

MACROS = (("protein_g", "protein"), ("carbs_g", "carbohydrate"), ("fat_g", "fat"), ("fiber_g", "fibre"))


def _meal(data: Data) -> Iterator[str]:
    draft = data["draft"]
    yield f"Here is what I would log: {data['summary']}."
    if draft["totals"]:
        yield f"Together that is {amounts(draft['totals'])}."
    yield from _assumed([each["name"] for each in draft["items"] if each.get("assumed")])
    yield from _unknown(draft["unknown"], len(draft["items"]))
    yield SHALL_I


def amounts(figures: Data) -> str:
    """Write energy and macronutrients, those that there are: `612 kcal, with 34 g of protein and 60 g of carbohydrate`."""
    parts = [f"{figures[key]:,g} g of {word}" for key, word in MACROS if figures.get(key)]
    energy = f"{figures['energy_kcal']:,g} kcal" if "energy_kcal" in figures else ""
    return ", with ".join(filter(None, [energy, all_of(parts) if parts else ""]))


def _assumed(names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"You did not say exactly how much or which kind, so I took a usual portion of {all_of(names)}."


def _unknown(unknown: Data, items: int) -> Iterator[str]:
    if none := [name for name, count in unknown.items() if count == items]:
        yield f"Nothing is known of the {all_of(none)}."
    if some := [name for name, count in unknown.items() if count < items]:
        yield f"Not every food says its {all_of(some)}, so there may be more."


def _water(data: Data) -> Iterator[str]:
    draft = data["draft"]
    yield f"Here is what I would log: {data['summary']}."
    day = "today" if draft["today"] else "that day"
    target = f" of the {draft['target']} to aim at" if "target" in draft else ""
    yield f"That makes {draft['day_total']}{target} {day}."
    yield SHALL_I


def _food(data: Data) -> Iterator[str]:
    """Say what the amount has, then what 100 g have, where that is another."""
    amount = data["amount"] if data["asked"] else f"a usual portion of {data['amount']}"
    yield f"{data['food']}, {amount}: {amounts(data['in_amount']) or 'no figures are known'}."
    if data["in_amount"] != data["per_100g"]:
        yield f"{data['basis']}: {amounts(data['per_100g'])}."
    if "parts" in data:
        yield f"I took it apart into {'; '.join(data['parts'])}."
    if data["more_in_amount"]:
        yield f"Also in that amount: {', '.join(f'{within(label)} {value}' for label, value in _first(data))}."
    if missing := [name for name in data["unknown"] if name in MAIN]:
        yield f"Its source says nothing of {all_of(missing)}."
    if data["others"]:
        yield f"Did you mean another? There is also {one_of(data['others'])}."
    if "attribution" in data:
        yield f"Source: {data['attribution']}."


MAIN = frozenset({"energy", "protein", "carbohydrate", "fat", "fibre"})
MOST_MORE = 6


def _first(data: Data) -> Sequence[tuple[str, str]]:
    """Return the nutrients that are worth a sentence: the first of those that there are any of."""
    some = [(label, value) for label, value in data["more_in_amount"].items() if not re.match(r"0(?:\.0+)? ", value)]
    return some[:MOST_MORE]


def _recipes(data: Data) -> Iterator[str]:
    if data.get("no_targets"):
        yield "You have no targets yet, so I cannot say what is left of today; these fit otherwise."
    if not data["items"]:
        if data["matched"]:
            yield f"Each recipe that fits has, or may have, something that you avoid: {one_of(data['avoided'])}."
        else:
            yield "No recipe fits all of that. What may be left out of it?"
        return
    if "left" in data:
        yield f"Of today's targets {_rest(data['left'])} are left."
    for each in data["items"]:
        yield f"{each['name']}, {each['minutes']} minutes: {amounts(each['per_serving'])} a serving."
        yield f"Why: {each['why']}."
    if data["not_known"]:
        yield (
            f"I know no allergen called {one_of(data['not_known'])}, so I left out what names it as an ingredient; "
            "please read the packs too."
        )


def _rest(left: Data) -> str:
    return f"{max(left['energy_kcal'], 0):,g} kcal and {max(left['protein_g'], 0):g} g of protein"


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "log_meal": _meal,
    "log_water": _water,
    "lookup_food": _food,
    "suggest_recipes": _recipes,
}
