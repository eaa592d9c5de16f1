"""Answers on how something goes: lifts, metrics, weeks of eating and training, goals; habits are in habits.py."""

from collections.abc import Callable, Iterator, Mapping

from fitzen.coach.builtin.answers.habits import habits
from fitzen.coach.builtin.answers.prose import Data, all_of, were
from fitzen.coach.builtin.answers.training import lift_progress
from fitzen.coach.wording import span

WEEKS_TOLD = 4


def _progress(data: Data) -> Iterator[str]:
    yield from lift_progress(data) if "exercise" in data else _OF_KIND.get(data["kind"], _weeks)(data)


def _metric(data: Data) -> Iterator[str]:
    if not data["entries"]:
        yield f"You have not logged your {data['subject']} {span(data['period'])}. Tell me a value, and I will log it."
        return
    yield f"Your latest {data['subject']} {were(data['subject'])} {data['last']['value']}, on {data['last']['day']}."
    if "level" not in data:
        yield "One value more, and I can tell you without its swings where it is."
        return
    yield f"Without its swings it is {data['level']} (most likely {data['level_low']} to {data['level_high']}), by {data['entries']} values {span(data['period'])}."
    yield _rate(data) if "way" in data else "How fast it moves I can tell once the values span a week."


def _rate(data: Data) -> str:
    ends = f"most likely {data['rate_low']} to {data['rate_high']} a week"
    if data["way"] == "unclear":
        return f"I cannot tell yet whether it rises or falls ({ends})."
    verb = "rises" if data["way"] == "up" else "falls"
    return f"It {verb} by about {data['per_week']} a week ({ends})."


def _weeks(data: Data) -> Iterator[str]:
    if "weeks" not in data:
        yield f"Nothing of your {data['subject']} is logged {span(data['period'])}."
        return
    what = "in all" if data["kind"] == "training" else "a day on average"
    shown = [each for each in data["weeks"] if each["value"] is not None][-WEEKS_TOLD:]
    weeks = all_of([f"{each['value']} in the week of {each['from']}{_part(each)}" for each in shown])
    yield f"Your {data['subject']}, {what}: {weeks}."
    if "way" in data:
        yield _rate(data)
    if data["kind"] != "training":
        yield f"Something was logged on {data['days_logged']} of {data['days_in_period']} days."


def _part(week: Data) -> str:
    return " (not a whole week)" if "partial" in week else ""


def _goals(data: Data) -> Iterator[str]:
    if not data["goals"]:
        yield "You have no goal yet."
    for goal in data["goals"]:
        yield f"{goal['title']}: {goal['why']}"
        yield from goal.get("warnings", ())


_OF_KIND: Mapping[str, Callable[[Data], Iterator[str]]] = {"metric": _metric, "goal": _goals, "habit": habits}

WRITERS: Mapping[str, Callable[[Data], Iterator[str]]] = {"progress": _progress}
