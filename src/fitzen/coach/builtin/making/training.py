"""From a message about training to its call: workouts done, lifts, sessions, exercises."""

import re
from typing import Any

from fitzen.coach.builtin.lexicon import METRIC, NUMBER_BUT_ARTICLE, number
from fitzen.coach.builtin.making.subjects import A_DAY, metric_words, subjects
from fitzen.coach.builtin.meant import Ask, Call, Meant, call
from fitzen.coach.builtin.parse_workout import ParsedWorkout
from fitzen.coach.builtin.said import Said
from fitzen.exercises.search import LIKELY, resolve

MAX_CALLS = 3
MAX_WEEKS, MONTH = 12, 4
WEEKS = re.compile(rf"\b(?:(?P<n>{NUMBER_BUT_ARTICLE}) )?(?P<of>weeks?|months?|fortnight)\b")
WEAK_SEARCH = re.compile(r"^(?:and )?what(?:'s| is| are)\b|^tell me|^explain|^describe|^(?:is|are)\b|^how ")
GOAL = re.compile(r"\b(?P<what>weight )?(?:goals?|targets?|on (?:track|course|schedule))\b(?P<of> weight)?")
DISTANCE = re.compile(r"\b(?:\d+(?:\.\d+)? ?k|\d+(?:\.\d+)? ?km|(?:half )?marathon|mile)\b")
COMING = re.compile(
    r"\b(?P<day>today|tonight|tomorrow|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:'s)?\b"
)


def log(said: Said) -> Meant:
    parsed = said.parsed
    for each in parsed.exercises:
        if not each.name and any(group.distance_m for group in each.groups):
            each.name = "running"
    if parsed.complete:
        return log_call(parsed) if all(each.name for each in parsed.exercises) else Ask("log_what")
    return Ask("log_how", said.exercises[0]) if said.exercises else Ask("log_what")


def log_call(parsed: ParsedWorkout) -> Meant:
    """Return the call that drafts what was done."""
    arguments: dict[str, Any] = {
        "exercises": [
            {"name": each.name, "sets": each.sets()} | ({"superset": each.superset} if each.superset else {})
            for each in parsed.exercises
        ]
    }
    optional = {"name": parsed.name, "day": parsed.when.day, "time": parsed.when.time}
    return [Call("log_workout", arguments | {key: value for key, value in optional.items() if value})]


def progress(said: Said) -> Meant | None:
    """Ask how each thing that is named goes; a goal goes before what it is about."""
    period = next((each.words for each in said.periods if not A_DAY.match(each.words)), None)
    wanted = _progressing(said)
    return [_progress(subject, period) for subject in dict.fromkeys(wanted[:MAX_CALLS])] if wanted else None


def _progress(subject: str, period: str | None) -> Call:
    return Call("progress", {"subject": subject} | ({"period": period} if period else {}))


def _progressing(said: Said) -> list[str]:
    if match := GOAL.search(said.text):
        about = said.exercises or [
            "weight" if match["what"] or match["of"] or METRIC["weight_kg"].search(said.text) else ""
        ]
        return [f"{about[0]} goal".strip()]
    if said.exercises and not (metric_words(said) and re.search(r"\b(?:heart rate|blood pressure)\b", said.text)):
        return list(said.exercises)
    if found := subjects(said):
        return found
    if match := DISTANCE.search(said.text):
        return [match[0]]
    return [each.words for each in said.named]


def next_session(said: Said) -> Meant:
    match = COMING.search(said.text)
    day = match["day"].removeprefix("this ").removeprefix("next ") if match else None
    return call("next_session", day=None if day in ("today", "tonight") else day)


def summary(said: Said) -> Meant:
    weeks = 2
    if match := WEEKS.search(said.text):
        many = number(match["n"]) if match["n"] else 2 if match["of"] == "fortnight" else 1
        weeks = int(many * (MONTH if match["of"].startswith("month") else 1))
        weeks = 2 if weeks == 1 and not match["n"] else weeks
    return [Call("training_summary", {"weeks": max(1, min(weeks, MAX_WEEKS))})]


def search(said: Said) -> Meant | None:
    """Look up what is named; a plain question about an unknown word is no question for a coach."""
    if said.exercises:
        return call("search_exercises", query=said.exercises[0])
    if not said.named:
        return call("search_exercises", query=said.muscle) if said.muscle else None
    words = said.named[0].words
    if not said.muscle and WEAK_SEARCH.search(said.text) and resolve(words).confidence < LIKELY:
        return None
    return call("search_exercises", query=said.muscle if said.muscle and said.muscle not in words else words)


MAKERS = {
    "log_workout": log,
    "progress": progress,
    "next_session": next_session,
    "training_summary": summary,
    "search_exercises": search,
}
