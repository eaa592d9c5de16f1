"""How many of the figures that a coach says come from a tool's result or from the person's words.

It is looked at from outside, by a comparison of its own: the digits of an answer must stand as they are in what the
tools gave or the person said, but for separators of thousands.
"""

import json
import re
from collections.abc import Sequence

from evals.asking import Asked, Json, Someone, labelled
from evals.report import Figure, share

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
EXAMPLES = re.compile(r"“[^”]*”")
"""What somebody could say next, such as “log bench press 3x8 at 60 kg”, is no figure of theirs."""


def run(someone: Someone, most: int | None = None) -> Sequence[Figure]:
    """Ask everything of the routing set, and trace the figures of the answers."""
    figures = traced = answers = 0
    for row in labelled("routing")[:most]:
        asked = someone.ask(row["text"])
        found, known = numbers(EXAMPLES.sub("", own_words(asked.message))), _known(asked)
        figures += len(found)
        traced += sum(number in known for number in found)
        answers += 1
    return [share("figures traced", traced, figures, goal=100), Figure("answers looked at", answers, "")]


def own_words(message: Json) -> str:
    """Return what an answer says but for the fixed text of the safety screen, which has the numbers of emergency calls.

    Where that stops everything it is all there is; else it stands before the answer, as a paragraph of its own.
    """
    text: str = message["text"]
    if "safety" not in message:
        return text
    return "" if message["safety"]["level"] == "stop" else text.partition("\n\n")[2]


def numbers(text: str) -> list[str]:
    return [_plain(number) for number in NUMBER.findall(text)]


def _known(asked: Asked) -> set[str]:
    told = json.dumps([*asked.results, asked.text], ensure_ascii=False)
    lists = re.findall(r"\[[^\[\]]*\]", told)
    return {*numbers(told), *(str(each.count("},") + 1) for each in lists)}


def _plain(number: str) -> str:
    joined = re.sub(r",(?=\d{3}\b)", "", number)
    return joined.rstrip("0").rstrip(".") if "." in joined else joined
