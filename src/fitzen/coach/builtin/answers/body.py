"""Answers about the body and what one does every day: measurements, check-ins of habits."""

from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data
from fitzen.coach.builtin.replies import SHALL_I


def _measurement(data: Data) -> Iterator[str]:
    draft = data["draft"]
    yield f"Here is what I would log: {data['summary']}."
    if "question" in draft:
        yield f"Let me make sure: {draft['question']} If that is right, confirm it; if not, tell me the right value."
    elif "before" in draft:
        before = draft["before"]
        yield f"On {before['day']} it was {before['value']}, so this is {before['change']}."
    yield SHALL_I


def _checkin(data: Data) -> Iterator[str]:
    draft = data["draft"]
    yield f"Here is what I would log: {data['summary']}."
    yield from _meaning(draft)
    if "before" in draft and draft["before"] != draft["value"]:
        yield f"Until now that day says {draft['before']}."
    yield SHALL_I


def _meaning(draft: Data) -> Iterator[str]:
    """Say what it makes of the day; a slip is no fault."""
    day = "today" if draft["today"] else "the day"
    target = f" to {draft['target']}" if "target" in draft else ""
    if draft["quit"] and not draft["done"]:
        yield "A slip is one day, not the end of it: tomorrow counts again."
    elif draft["quit"]:
        yield f"That is within what you allow yourself, so {day} counts."
    elif draft["done"]:
        yield f"With that, {day} is done."
    else:
        yield f"That is part of the way{target}."


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "log_measurement": _measurement,
    "check_in_habit": _checkin,
}
