"""Answers from the articles: their own sentences, word for word, and what they rest on."""

import re
from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data
from fitzen.coach.knowledge.quoting import care_in_short, without_markers

NOTHING = (
    "I have no article on that, so I would rather not guess. I know about training, food, sleep, aches, supplements "
    "and habits: ask me about any of these."
)


def _knowledge(data: Data) -> Iterator[str]:
    """Quote the best passage; where it is a matter of health, add when to see somebody."""
    if not data["passages"]:
        yield NOTHING
        return
    best = data["passages"][0]
    yield without_markers(data["answer"])
    if "see_someone" in best:
        yield without_markers(care_in_short(best["see_someone"]))
    yield f"(From “{best['title']}”{_resting_on(data['answer'], best['sources'])}.)"


def _resting_on(quoted: str, sources: list[str]) -> str:
    """Name the publications that the quoted sentences cite."""
    numbers = re.findall(r"\[\d+\]", quoted)
    labels = [label for number, label in (each.split(" ", 1) for each in sources) if number in numbers]
    return f", which cites {', '.join(labels)}" if labels else ""


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {"search_knowledge": _knowledge}
