"""Answers in good prose from what tools gave. No figure is made here: each is in the result, or counts what it lists."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fitzen.coach.builtin.intents import Ask
from fitzen.coach.builtin.replies import FIT_TEXT, NOT_KNOWN_TEXT, REPLIES, SHALL_I, UNCLEAR_TEXT
from fitzen.infra.llm.base import ToolResult

type Data = dict[str, Any]


def reply(asked: Ask) -> Iterator[str]:
    """Say one of the fixed replies, sentence by sentence."""
    yield from sentences(REPLIES[asked.name].format(about=asked.about))


def answers(results: Sequence[ToolResult]) -> Iterator[str]:
    """Answer by several results, one paragraph each."""
    for index, result in enumerate(results):
        if index:
            yield "\n\n"
        yield from answer(result)


def answer(result: ToolResult) -> Iterator[str]:
    """Put a tool's result into words, sentence by sentence."""
    data = result.content
    if result.failed:
        yield from sentences(f"That did not work: {data['error']} {' '.join(data.get('fields', []))}".strip())
    elif "unclear" in data:
        yield from sentences(" ".join(_unclear(each) for each in data["unclear"]))
    else:
        yield from sentences(" ".join(WRITERS[result.name](data)))


def sentences(text: str) -> Iterator[str]:
    """Cut a text after each sentence, so that each can be shown as soon as it is there."""
    rest = text
    while (end := rest.find(". ")) >= 0:
        yield rest[: end + 2]
        rest = rest[end + 2 :]
    if rest:
        yield rest


def _unclear(each: Data) -> str:
    if not each["choices"]:
        return NOT_KNOWN_TEXT.format(name=each["name"])
    return UNCLEAR_TEXT.format(name=each["name"], choices=_or(each["choices"]))


def _or(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _drafted(data: Data) -> Iterator[str]:
    yield f"Here is what I would log: {data['summary']}."
    yield SHALL_I


def _progress(data: Data) -> Iterator[str]:
    name = data["exercise"]
    if not data["sessions"]:
        yield f"There is no {name} in your log yet."
        yield f"Log one (“log {name.lower()} 3x8 at …”) and I can tell you how it goes."
        return
    yield f"{name}: last time, on {data['last']['day']}, you did {data['last']['sets']}."
    if "before" in data:
        yield f"The time before, on {data['before']['day']}, it was {data['before']['sets']}."
    best = next((metric for metric in BESTS if metric in data["bests"]), None)
    if best:
        yield BESTS[best].format(**data["bests"][best])
    if "trend" in data:
        yield _trend(data["trend"])


BESTS = {
    "e1rm_kg": "Your best estimated one-rep max is {value}, from {day}.",
    "reps": "Your best set has {value}, from {day}.",
    "distance_m": "Your farthest is {value}, from {day}.",
    "duration_s": "Your longest is {value}, from {day}.",
    "weight_kg": "Your heaviest set was {value}, on {day}.",
}
TRENDS = {"e1rm_kg": "estimated max", "reps": "best set", "duration_s": "longest", "distance_m": "farthest"}


def _trend(trend: Data) -> str:
    what = TRENDS[trend["metric"]]
    ends = f", from {trend['first']} to {trend['last']}" if trend["telling"] else ""
    span = f"over the last {trend['sessions']} sessions{ends}"
    if trend["way"] == "level":
        return f"Your {what} has held steady {span}."
    way = "risen" if trend["way"] == "up" else "slipped"
    close = "" if trend["way"] == "up" else " A lighter week or more sleep often turns that around."
    return f"Your {what} has {way} by about {trend['per_week']} a week {span}.{close}"


def _session(data: Data) -> Iterator[str]:
    if not data["exercises"]:
        yield data["why"]
        return
    yield f"Today: {data['name']}."
    yield data["why"]
    for each in data["exercises"]:
        warm_up = f" (warm up with {each['warm_up']})" if each["warm_up"] else ""
        yield f"{each['name']}: {each['sets']}{warm_up}."
        yield each["why"]


def _exercises(data: Data) -> Iterator[str]:
    if not data["items"]:
        yield "I know no exercise like that. What else is it called?"
    elif not data["exact"]:
        yield FIT_TEXT.format(names=_and([each["name"] for each in data["items"]]))
    else:
        yield from _described(data["items"][0])


def _described(item: Data) -> Iterator[str]:
    yield f"{item['name']} trains {_and(item['muscles'])}."
    yield ". ".join(cue.rstrip(".") for cue in item["cues"]) + "."
    if item["easier"]:
        yield f"Easier: {_or(item['easier'])}."
    if item["harder"]:
        yield f"Harder: {_or(item['harder'])}."


def _summary(data: Data) -> Iterator[str]:
    if not data["last"]:
        yield "There is no workout in your log yet."
        yield "Tell me what you did, and I will log it."
        return
    for week in data["weeks"]:
        yield _week(week, data["unit"])
    last = data["last"][0]
    yield f"Your last workout was {last['name']} on {last['day']}, with {last['sets']} working sets."


def _week(week: Data, unit: str) -> str:
    if not week["workouts"]:
        return f"In the week from {week['from']} no workout is logged."
    plural = "" if week["workouts"] == 1 else "s"
    most = _and([f"{each['muscle']} ({each['sets']:g} sets)" for each in week["most_trained"]])
    trained = f", most for {most}" if most else ""
    return (
        f"In the week from {week['from']} you did {week['workouts']} workout{plural} with {week['sets']} working sets"
        f" and {week['volume']} {unit} of volume{trained}."
    )


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "log_workout": _drafted,
    "exercise_progress": _progress,
    "next_session": _session,
    "search_exercises": _exercises,
    "training_summary": _summary,
}
