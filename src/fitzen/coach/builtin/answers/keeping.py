"""Answers about what is remembered, and what was worked out."""

from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data


def _remembered(data: Data) -> Iterator[str]:
    yield f"I would keep this in mind: {data['draft']['note'].rstrip('.')}."
    yield "Confirm it, and I will; you can change or erase it at any time on the memory page."


def _recalled(data: Data) -> Iterator[str]:
    if not data["notes"]:
        yield "I keep nothing in mind about you yet."
        yield "Say “remember that…”, and I will; your profile and what you log I look up each time."
        return
    yield "This is what you asked me to remember:"
    yield " ".join(f"“{each.rstrip('.')}.”" for each in data["notes"])
    yield "You can change or erase it at any time on the memory page."


def _calculated(data: Data) -> Iterator[str]:
    yield f"{data['of'][:1].upper()}{data['of'][1:]} is {data['result']}."


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "remember": _remembered,
    "recall": _recalled,
    "calculate": _calculated,
}
