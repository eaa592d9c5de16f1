"""Answers in good prose from what tools gave: a module for each area, with its `WRITERS`; this puts them together.

No figure is made here: each is in the result, or counts what it lists. A writer takes a result's content, and yields
sentences.
"""

from collections.abc import Callable, Iterator, Sequence

from fitzen.coach.builtin.answers import (
    body,
    comparing,
    day,
    figures,
    food,
    habits,
    keeping,
    knowledge,
    life,
    meal_plans,
    progress,
    training,
    training_plans,
)
from fitzen.coach.builtin.answers.prose import Data, one_of
from fitzen.coach.builtin.meant import Ask
from fitzen.coach.builtin.replies import NOT_KNOWN_TEXT, REPLIES, UNCLEAR_TEXT, offer
from fitzen.infra.llm.base import ToolResult

type Writer = Callable[[Data], Iterator[str]]

WRITERS: dict[str, Writer] = {
    **training.WRITERS,
    **figures.WRITERS,
    **progress.WRITERS,
    **comparing.WRITERS,
    **habits.WRITERS,
    **day.WRITERS,
    **training_plans.WRITERS,
    **food.WRITERS,
    **body.WRITERS,
    **life.WRITERS,
    **keeping.WRITERS,
    **knowledge.WRITERS,
    **meal_plans.WRITERS,
}
"""By the tool's name."""


def reply(asked: Ask) -> Iterator[str]:
    """Say one of the fixed replies, or offer what may be meant, sentence by sentence."""
    text = offer(asked.about, asked.offers) if asked.offers else REPLIES[asked.name].format(about=asked.about)
    yield from sentences(text)


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
        more = [each for each in data.get("fields", []) if not each.endswith(data["error"])]
        yield from sentences(" ".join([f"That did not work: {data['error']}", *more]))
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
    """Ask which one is meant: `of` says what it is the name of, an exercise where it does not say."""
    of = each.get("of", "exercise")
    if not each["choices"]:
        return NOT_KNOWN_TEXT.format(name=each["name"], of=f"{'an' if of[0] in 'aeiou' else 'a'} {of}")
    return UNCLEAR_TEXT.format(name=each["name"], of=of, choices=one_of(each["choices"]))
