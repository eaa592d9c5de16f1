"""Answers in good prose from what tools gave: a module for each area, with its `WRITERS`; this puts them together.

No figure is made here: each is in the result, or counts what it lists. A writer takes a result's content, and yields
sentences.
"""

from collections.abc import Callable, Iterator, Sequence

from fitzen.coach.builtin.answers import meal_plans, training
from fitzen.coach.builtin.answers.prose import Data, one_of
from fitzen.coach.builtin.intents import Ask
from fitzen.coach.builtin.replies import NOT_KNOWN_TEXT, REPLIES, UNCLEAR_TEXT
from fitzen.infra.llm.base import ToolResult

type Writer = Callable[[Data], Iterator[str]]

WRITERS: dict[str, Writer] = {
    **training.WRITERS,
    **meal_plans.WRITERS,
}
"""By the tool's name."""


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
    return UNCLEAR_TEXT.format(name=each["name"], choices=one_of(each["choices"]))
