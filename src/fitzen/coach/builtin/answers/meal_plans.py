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


def _planned(data: Data) -> Iterator[str]:
    slot = data.get("slot")
    for day in data["planned"]:
        if not day["meals"]:
            yield f"Your plan has no {slot or 'meal'} for {day['day']}."
        elif slot:
            yield f"{started(slot)} {day['day']}: {all_of([_dish(each) for each in day['meals']])}."
        else:
            yield f"{started(day['day'])}: {all_of([f'{each["name"]} ({each["slot"]}, {each["energy_kcal"]} kcal)' for each in day['meals']])}."
    if data["no_plan_for"]:
        yield f"There is no meal plan for {all_of(data['no_plan_for'])} yet. Shall I plan your meals?"


def _dish(meal: Data) -> str:
    beside = f" with {all_of([within(each) for each in meal['with']])}" if meal.get("with") else ""
    minutes = f", {meal['minutes']} minutes to make" if "minutes" in meal else ""
    return f"{meal['name']}{beside} ({meal['energy_kcal']} kcal{minutes})"


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "make_meal_plan": _plan,
    "planned_meals": _planned,
    "swap_meal": _swap,
}
