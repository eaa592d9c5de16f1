"""Answers about food and drink: meals, water, foods, recipes."""

from collections.abc import Callable, Iterator, Sequence

from fitzen.coach.builtin.answers.prose import Data, all_of
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


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "log_meal": _meal,
}
