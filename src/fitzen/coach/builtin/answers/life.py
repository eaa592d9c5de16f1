"""Answers about what somebody sets for themselves: goals, reminders, their profile."""

from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data, within
from fitzen.coach.builtin.replies import SHALL_I


def _goal(data: Data) -> Iterator[str]:
    if "refused" in data:
        yield "I would rather not set that goal as it is."
        yield from data["refused"]
        yield "Tell me another target or another day, and I will look at it again."
        return
    draft = data["draft"]
    yield f"Here is the goal that I would set: {data['summary']}."
    yield draft["why"]
    yield from draft["warnings"]
    yield SHALL_I


def _reminder(data: Data) -> Iterator[str]:
    draft = data["draft"]
    yield f"Here is the reminder that I would set: {data['summary']}."
    if "first" not in draft:
        yield "In your quiet hours it would never come: choose another time, or change those."
    elif draft["first"]["at"] != draft["at"]:
        yield f"Because of your quiet hours it first comes at {draft['first']['at']}, on {draft['first']['day']}."
    elif not draft["once"]:
        yield f"It comes first on {draft['first']['day']}."
    yield SHALL_I


def _profile(data: Data) -> Iterator[str]:
    if data.get("unchanged"):
        yield "Your profile says that already, so there is nothing to change."
        return
    changes = data["draft"]["changes"]
    yield "Here is what I would change in your profile:" if len(changes) > 1 else "Here is the change to your profile:"
    yield "; ".join(map(_change, changes)) + "."
    yield SHALL_I


def _change(each: Data) -> str:
    before = "" if each["before"] in ("not said", "none") else f" from {each['before']}"
    return f"{within(each['field'])}{before} to {each['after']}"


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "set_goal": _goal,
    "set_reminder": _reminder,
    "update_profile": _profile,
}
