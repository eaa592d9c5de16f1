"""Cards as something to read in a terminal. A type that is not known here is shown as its keys and values."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from statistics import fmean
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fitzen.chatting.events import Json

BARS = "▁▂▃▄▅▆▇█"
SPARKS = 60
KINDS = {"warmup": "warm-up", "drop": "drop set", "failure": "to failure"}


def render(card: Json) -> RenderableType:
    """Return the card, `{type, data}`, as a table. One of a known type with an unknown shape counts as unknown."""
    kind, data = str(card.get("type", "card")), card.get("data")
    if not isinstance(data, dict):
        return _any(kind, {"value": data})
    try:
        return CARDS[kind](data)
    except (AttributeError, KeyError, TypeError, ValueError):
        return _any(kind, data)


def _table(title: str, *columns: str) -> Table:
    table = Table(
        *columns,
        title=Text(title),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE,
        show_header=bool(columns),
        pad_edge=False,
    )
    if not columns:
        table.add_column(style="dim")
        table.add_column()
    return table


def _row(table: Table, *cells: str) -> None:
    """Add a row of texts as they are: `[` begins no markup."""
    table.add_row(*map(Text, cells))


def workout_draft(data: Json) -> RenderableType:
    table = _table(f"{data['name']}, {data['day']}", "Exercise", "Sets", "Work", "Load", "Effort")
    for exercise in data["exercises"]:
        name = exercise["name"]
        for item, count in _runs(exercise["sets"]):
            _row(table, name, _count(item, count), _work(item), _load(item, data["unit"]), _effort(item))
            name = ""
    return table


def _runs(sets: Sequence[Json]) -> Iterator[tuple[Json, int]]:
    for item, equal in groupby(sets):
        yield item, sum(1 for _ in equal)


def _count(item: Json, count: int) -> str:
    return f"{count} {KINDS.get(item.get('kind', ''), '')}".strip()


def _work(item: Json) -> str:
    parts = (
        f"{item['reps']} reps" if "reps" in item else "",
        f"{item['distance_m']:g} m" if "distance_m" in item else "",
        seconds(item["duration_s"]) if "duration_s" in item else "",
    )
    return ", ".join(filter(None, parts))


def seconds(value: float) -> str:
    """Write a duration: `45 s`, `12:30 min`, `1:05:00 h`."""
    minutes, rest = divmod(round(value), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02} h"
    return f"{minutes}:{rest:02} min" if minutes else f"{value:g} s"


def _load(item: Json, unit: str) -> str:
    return f"{item['weight']:g} {unit}" if "weight" in item else ""


def _effort(item: Json) -> str:
    return f"RPE {item['rpe']:g}" if "rpe" in item else f"RIR {item['rir']:g}" if "rir" in item else ""


MACROS = (
    ("energy_kcal", "kcal"),
    ("protein_g", "Protein"),
    ("carbs_g", "Carbs"),
    ("fat_g", "Fat"),
    ("fiber_g", "Fibre"),
)


def meal_draft(data: Json) -> RenderableType:
    """Show what would be logged; a figure that is not known stays empty."""
    title = f"{data['slot'].capitalize()}, {data['day']} {data['time']}"
    table = _table(title, "Food", "Amount", *(column for _, column in MACROS))
    for item in data["items"]:
        amount = f"{item['amount']}, a usual portion" if item.get("assumed") else item["amount"]
        _row(table, item["name"], amount, *_figures(item))
    if len(data["items"]) > 1:
        _row(table, "Together", "", *_figures(data["totals"]))
    return table


def _figures(figures: Json) -> Iterator[str]:
    for key, _ in MACROS:
        unit = "" if key == "energy_kcal" else " g"
        yield f"{figures[key]:,g}{unit}" if key in figures else ""


def profile_draft(data: Json) -> RenderableType:
    table = _table("Your profile", "", "Before", "After")
    for each in data["changes"]:
        _row(table, each["field"], each["before"], each["after"])
    return table


def food(data: Json) -> RenderableType:
    """Show what is in a food; a nutrient that its source does not give has no row."""
    table = _table(data["food"], "", data["amount"], "100 g")
    for key, label in MACROS:
        if key in data["per_100g"]:
            unit = "kcal" if key == "energy_kcal" else "g"
            name = "Energy" if key == "energy_kcal" else label
            _row(table, name, *(f"{data[of][key]:,g} {unit}" for of in ("in_amount", "per_100g")))
    for label, amount in data["more_in_amount"].items():
        _row(table, label, amount, data["more_per_100g"].get(label, ""))
    return table


def recipes(data: Json) -> RenderableType:
    table = _table("Recipes, a serving each", "Recipe", "Minutes", *(column for _, column in MACROS))
    for each in data["items"]:
        _row(table, each["name"], str(each["minutes"]), *_figures(each["per_serving"]))
    return Group(table, *(Text(f"{each['name']}: {each['why']}") for each in data["items"]))


def session(data: Json) -> RenderableType:
    """Show what to do as a table, and why below it: reasons are sentences, too long for a column."""
    table = _table(data["name"], "Exercise", "Warm-up", "Sets")
    for each in data["exercises"]:
        _row(table, each["name"], each.get("warm_up") or "", each["sets"])
    reasons = [Text(f"{each['name']}: {each['why']}") for each in data["exercises"] if each.get("why")]
    return Group(table, *reasons, *([Text(data["why"])] if data.get("why") else []))


def plan(data: Json) -> RenderableType:
    """Show a training plan by its first week, with what would change first."""
    days = _table(f"{data['name']}, {data['weeks']} weeks", "Day", "Exercise", "Sets", "Or")
    for day in data["days"]:
        name = f"{day['name']} ({day['minutes']} min)"
        for each in day["exercises"]:
            _row(days, name, each["name"], each["sets"], ", ".join(each["swaps"][:2]))
            name = ""
    changes = [Text(f"• {change}") for change in data.get("changes", [])]
    volume = ", ".join(f"{each['muscle']} {each['sets']:g}" for each in data["volume"])
    notes = [Text(note, style="dim") for note in data["notes"]]
    return Group(*changes, days, Text(f"Weekly sets: {volume}"), *notes)


def series(data: Json) -> RenderableType:
    """Draw the course of a figure, with its first and its last value in words."""
    points = [each for each in data["points"] if each["value"] is not None]
    title = Text(data["title"], style="bold")
    if not points:
        return Group(title, Text("Nothing yet."))
    first, last = (
        f"{each['value']:g} {data['unit']}".strip() + f" ({each['day']})" for each in (points[0], points[-1])
    )
    if len(points) == 1:
        return Group(title, Text(first))
    return Group(title, Text(f"{sparkline([each['value'] for each in points])}  {first} → {last}"))


def sparkline(values: Sequence[float], width: int = SPARKS) -> str:
    """Draw finite values between their least and their greatest; more than `width` are drawn as means of neighbours."""
    count = min(width, len(values))
    edges = [len(values) * place // count for place in range(count + 1)]
    means = [fmean(values[start:end]) for start, end in pairwise(edges)]
    low, high = min(means), max(means)
    steps = (len(BARS) - 1) / (high - low) if high > low else 0.0
    return "".join(BARS[round((value - low) * steps)] for value in means)


def table(data: Json) -> RenderableType:
    shown = _table(data["title"], *data["columns"])
    for row in data["rows"]:
        _row(shown, *row)
    return shown


def comparison(data: Json) -> RenderableType:
    """Set two spans side by side, and say below by how much they differ."""
    shown = _table(data["title"], "", "Value", "Days logged")
    for side in data["sides"]:
        _row(shown, side["label"], side["value"], side["days"])
    return Group(shown, Text(data["difference"]))


type Rows = Sequence[tuple[str, str]]
"""The keys of a card's data, and what each is called."""

WHEN = (("day", "Day"), ("time", "Time"))
ROWS: dict[str, tuple[str, Rows]] = {
    "water_draft": ("Water", (("amount", "Amount"), *WHEN, ("day_total", "The day with it"), ("target", "To aim at"))),
    "measurement_draft": (
        "Measurement",
        (
            ("metric", "What"),
            ("value", "Value"),
            *WHEN,
            ("note", "Note"),
            ("before", "Before"),
            ("question", "Is it right?"),
        ),
    ),
    "checkin_draft": (
        "Check-in",
        (("habit", "Habit"), ("value", "Value"), ("day", "Day"), ("target", "Target"), ("before", "Until now")),
    ),
    "goal_draft": (
        "Goal",
        (
            ("title", "Goal"),
            ("start", "From"),
            ("target", "To"),
            ("due_on", "Until"),
            ("why", "Where you are"),
            ("warnings", "Mind"),
        ),
    ),
    "reminder_draft": ("Reminder", (("title", "What"), ("at", "At"), ("days", "When"), ("first", "First"))),
}
"""Drafts of one thing: their titles, and their rows in order; what is not there has none."""


def _rows(title: str, rows: Rows, data: Json) -> RenderableType:
    table = _table(title)
    for key, name in rows:
        if key in data and data[key] != []:
            _row(table, name, _value(data[key]))
    return table


EXERCISE_COLUMNS = ("muscles", "equipment", "cues", "easier", "harder")


def exercises(data: Json) -> RenderableType:
    return Group(*(_exercise(each) for each in data["items"]))


def _exercise(item: Json) -> RenderableType:
    table = _table(item["name"])
    for key in EXERCISE_COLUMNS:
        if item.get(key):
            _row(table, _words(key), _value(item[key], "\n" if key == "cues" else ", "))
    return table


def meal_plan(data: Json) -> RenderableType:
    targets = data["targets"]
    title = f"Meals from {data['starts_on']}: {targets['energy_kcal']} kcal, {targets['protein_g']} g protein a day"
    table = _table(title, "Day", "Meal", "Dish", "Servings", "With", "kcal")
    for day in data["days"]:
        name = day["day"]
        for meal in day["meals"]:
            _row(table, name, *_meal(meal))
            name = ""
    return table


def meal_swap(data: Json) -> RenderableType:
    table = _table(f"{data['slot'].capitalize()} on {data['day']}", "", "Meal", "Dish", "Servings", "With", "kcal")
    _row(table, "before", *_meal(data["before"]))
    _row(table, "after", *_meal(data["after"]))
    return table


def _meal(meal: Json) -> tuple[str, str, str, str, str]:
    return meal["slot"], meal["name"], meal.get("servings", ""), ", ".join(meal.get("with", ())), meal["energy_kcal"]


def _any(kind: str, data: Json) -> RenderableType:
    table = _table(_words(kind))
    for key, value in data.items():
        _row(table, _words(key), _value(value))
    return table


def _words(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _value(value: Any, between: str = ", ") -> str:
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return between.join(map(_value, value))
    if isinstance(value, list):
        return "\n".join(map(_value, value))
    if isinstance(value, dict):
        return ", ".join(f"{_words(key).lower()} {_value(each)}" for key, each in value.items())
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


CARDS: dict[str, Callable[[Json], RenderableType]] = {
    "workout_draft": workout_draft,
    "meal_draft": meal_draft,
    "profile_draft": profile_draft,
    "food": food,
    "recipes": recipes,
    **{kind: partial(_rows, title, rows) for kind, (title, rows) in ROWS.items()},
    "session": session,
    "plan": plan,
    "series": series,
    "exercises": exercises,
    "table": table,
    "comparison": comparison,
    "meal_plan_draft": meal_plan,
    "meal_swap": meal_swap,
}
