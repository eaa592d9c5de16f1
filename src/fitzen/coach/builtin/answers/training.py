"""Answers about training: workouts, exercises, sessions."""

from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data, all_of, one_of
from fitzen.coach.builtin.replies import FIT_TEXT, SHALL_I
from fitzen.words import counted


def _drafted(data: Data) -> Iterator[str]:
    yield f"Here is what I would log: {data['summary']}."
    yield SHALL_I


def lift_progress(data: Data) -> Iterator[str]:
    name = data["exercise"]
    if not data["sessions"]:
        if "period" in data:
            yield f"There is no {name} in your log from {data['period']}."
            return
        yield f"There is no {name} in your log yet."
        yield f"Log one (“log {name.lower()} 3x8 at …”) and I can tell you how it goes."
        return
    yield f"{name}: last time, on {data['last']['day']}, you did {data['last']['sets']}."
    if "before" in data:
        yield f"The time before, on {data['before']['day']}, it was {data['before']['sets']}."
    best = next((metric for metric in BESTS if metric in data["bests"]), None)
    if best:
        yield BESTS[best].format(**data["bests"][best])
    if best == "e1rm_kg" and "weight_kg" in data["bests"]:
        yield BESTS["weight_kg"].format(**data["bests"]["weight_kg"])
    if data.get("lately", {}).get("way") == "flat":
        yield _lately(data["lately"])
    elif "trend" in data:
        yield _trend(data["trend"])


BESTS = {
    "e1rm_kg": "Your best estimated one-rep max is {value}, from {day}.",
    "reps": "Your best set has {value}, from {day}.",
    "distance_m": "Your farthest is {value}, from {day}.",
    "duration_s": "Your longest is {value}, from {day}.",
    "weight_kg": "Your heaviest set was {value}, on {day}.",
}
TRENDS = {"e1rm_kg": "estimated max", "reps": "best set", "duration_s": "longest", "distance_m": "farthest"}


def _lately(lately: Data) -> str:
    """Say that a lift stands still, where its sessions can tell; that it rises or falls the trend has said."""
    span = f"{lately['sessions']} sessions in {lately['days']} days"
    return f"Over {span} it has stood still: most likely between {lately['low']} and {lately['high']} a week."


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
    yield f"Today: {data['name']}{about(data)}."
    yield data["why"]
    for each in data["exercises"]:
        warm_up = f" (warm up with {each['warm_up']})" if each["warm_up"] else ""
        rest = f", {each['rest']} of rest between sets" if "rest" in each else ""
        yield f"{each['name']}: {each['sets']}{warm_up}{rest}."
        yield each["why"]


def about(data: Data) -> str:
    return f", about {data['minutes']} minutes" if "minutes" in data else ""


def _exercises(data: Data) -> Iterator[str]:
    if not data["items"]:
        yield "I know no exercise like that. What else is it called?"
    elif not data["exact"]:
        yield FIT_TEXT.format(names=all_of([each["name"] for each in data["items"]]))
    else:
        yield from _described(data["items"][0])


def _described(item: Data) -> Iterator[str]:
    yield f"{item['name']} trains {all_of(item['muscles'])}."
    yield ". ".join(cue.rstrip(".") for cue in item["cues"]) + "."
    if item["easier"]:
        yield f"Easier: {one_of(item['easier'])}."
    if item["harder"]:
        yield f"Harder: {one_of(item['harder'])}."


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
    most = all_of([f"{each['muscle']} ({each['sets']:g} sets)" for each in week["most_trained"]])
    trained = f", most for {most}" if most else ""
    return (
        f"In the week from {week['from']} you did {counted(week['workouts'], 'workout')} with {week['sets']} working sets"
        f" and {week['volume']:,} {unit} of volume{trained}."
    )


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "log_workout": _drafted,
    "next_session": _session,
    "search_exercises": _exercises,
    "training_summary": _summary,
}
