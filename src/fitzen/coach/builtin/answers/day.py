"""Answers about one day."""

from collections.abc import Callable, Iterator, Mapping

from fitzen.coach.builtin.answers.prose import Data, all_of, within
from fitzen.words import counted

LABELS = {"energy_kcal": "", "protein_g": " of protein", "carbs_g": " of carbohydrate", "fat_g": " of fat"}


def _day(data: Data) -> Iterator[str]:
    yield from _food(data)
    if data["water"] != "0 ml" and data["water"] != "0 fl oz":
        yield f"Water: {data['water']}."
    for each in data["workouts"]:
        length = f" in {each['length']}" if "length" in each else ""
        yield f"You trained {each['name']}: {counted(each['sets'], 'working set')} and {each['volume']} of volume{length}."
    if data["today"] and not data["workouts"]:
        yield "No workout is logged yet."
    yield from _habits(data)
    if "weight" in data:
        yield f"You weighed {data['weight']}."


def _food(data: Data) -> Iterator[str]:
    when = "today" if data["today"] else f"on {data['day']}"
    if not data["items"]:
        yield f"Nothing that you ate is logged {when}."
    else:
        eaten = [_macro(each) for each in data["eaten"]]
        so_far = " so far" if data["today"] else ""
        yield f"You logged {counted(data['items'], 'item')} {when}{so_far}: {all_of(eaten)}."
    if data.get("logged_in_full") is False:
        yield "You marked the day as not logged in full."
    if "left" in data:
        yield f"{_left(data)}: {all_of([f'{value}{LABELS[key]}' for key, value in data['left'].items() if key in LABELS])}."
    elif data.get("missing"):
        yield f"For daily targets I would need your {all_of([MISSING.get(name, name.split('_')[0]) for name in data['missing']])}."


MISSING = {"birth_date": "date of birth"}


def _left(data: Data) -> str:
    return "Still to go today" if data["today"] else "Left of your targets"


def _macro(each: Data) -> str:
    of = f" of {each['target']}" if "target" in each else ""
    return f"{within(each['nutrient'])} {each['value']}{of}"


def _habits(data: Data) -> Iterator[str]:
    done = [each["name"] for each in data["habits"] if each["done"]]
    rest = [each["name"] for each in data["habits"] if not each["done"]]
    if done:
        yield f"Habits done: {all_of(done)}."
    if rest:
        yield f"{'Still to do' if data['today'] else 'Not done'}: {all_of(rest)}."


WRITERS: Mapping[str, Callable[[Data], Iterator[str]]] = {"day_summary": _day}
