"""Answers about plans of meals."""

from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data, all_of, one_of, started, within
from fitzen.coach.builtin.replies import SHALL_I

DAYS_TOLD = 2


def _plan(data: Data) -> Iterator[str]:
    if "clashes" in data:
        yield from _clashes(data)
        return
    draft = data["draft"]
    targets = draft["targets"]
    yield f"{data['summary']}: each day has about {targets['energy_kcal']} kcal and at least {targets['protein_g']} g of protein."
    for day in draft["days"][:DAYS_TOLD]:
        meals = [f"{each['name']} ({each['slot']})" for each in day["meals"]]
        yield f"{started(day['day'])}, with {day['energy_kcal']} kcal: {all_of(meals)}."
    yield from data["notes"]
    short = draft["short_of"]
    if short:
        named = all_of([f"{within(each['nutrient'])} ({each['percent']} %)" for each in short])
        yield f"Most days have less than the reference intake of {named}."
    yield SHALL_I


def _clashes(data: Data) -> Iterator[str]:
    for clash in data["clashes"]:
        yield clash["text"]
        if clash["changes"]:
            yield f"This would make it possible: {one_of(clash['changes'])}."
        else:
            yield "No small change would do; with fewer wishes I can try again."


def _swap(data: Data) -> Iterator[str]:
    draft = data["draft"]
    after = draft["after"]
    minutes = f" and takes {after['minutes']} minutes" if "minutes" in after else ""
    yield f"I would put {data['summary']}."
    yield f"It has {after['energy_kcal']} kcal{minutes}; the day still meets your targets."
    if draft["alternatives"]:
        yield f"{one_of(draft['alternatives'])} would fit as well."
    yield SHALL_I


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "make_meal_plan": _plan,
    "swap_meal": _swap,
}
