"""What the built-in coach uses until its first sentence: CPU milliseconds by kind of message, over the demo person's year.

`PYTHONPATH=. python benchmarks/first_sentence.py`. The first time reads what that kind needs (foods, articles, the
solver), once what a server reads at its start is there; the second is what every other message costs. A plan of meals
takes longer: what is done is said before (the `tool` event, "sign"), and the sentence comes once the plan is there.
"""

import contextlib
import time
from collections.abc import Sequence
from typing import NamedTuple

from evals import asking

from fitzen.coach import service
from fitzen.coach.models import ChatMessageIn
from used import memory_mib

FIRST_SENTENCE_MS = 100.0
MESSAGES = {
    "log a workout": "log 5x5 squats at 100 kg",
    "log a meal": "I had 80 g oats with 250 ml milk and a banana for breakfast",
    "question over a year": "what did I weigh on average each month this year?",
    "progress": "how is my bench press going?",
    "explain a change": "why has my weight changed in the last 3 months?",
    "habits": "how consistent was I with my habits last month?",
    "recipes": "give me 3 dinner ideas with fish",
    "knowledge": "is creatine worth it?",
    "training plan": "make me a training plan for 4 days a week",
    "meal plan": "make me a meal plan for 7 days",
    "emergency": "crushing pain in my chest",
}
MAY_TAKE_LONGER = frozenset({"meal plan"})


class Taken(NamedTuple):
    """CPU milliseconds until the first sign (a tool is used) and the first sentence; memory of the process after it."""

    kind: str
    first_time_ms: float
    sign_ms: float
    sentence_ms: float
    memory_mib: float

    @property
    def over(self) -> bool:
        longest = self.sign_ms if self.kind in MAY_TAKE_LONGER else self.sentence_ms
        return longest > FIRST_SENTENCE_MS


def figures() -> list[Taken]:
    someone = asking.alex()
    service.warm_up()
    first = {kind: _until(someone, text)[1] for kind, text in MESSAGES.items()}
    return [Taken(kind, first[kind], *_until(someone, text), memory_mib()) for kind, text in MESSAGES.items()]


def _until(someone: asking.Someone, text: str) -> tuple[float, float]:
    """Ask; return what was used until the first sign and until the first sentence."""
    begun, sign, sentence = time.process_time(), 0.0, 0.0
    with contextlib.closing(
        service.send(someone.infra, someone.user_id, ChatMessageIn(message=text), asking.NOW)
    ) as events:
        for event in events:
            used = 1000 * (time.process_time() - begun)
            if event and event.name in ("tool", "delta"):
                sign = sign or used
            if event and event.name == "delta":
                sentence = sentence or used
    return sign, sentence


def show(taken: Sequence[Taken]) -> None:
    print(f"{'first sentence of the built-in coach':<40}{'first time':>12}{'sign':>8}{'sentence':>10}   CPU ms")
    for each in taken:
        over = "  over" if each.over else ""
        print(f"{each.kind:<40}{each.first_time_ms:>12.0f}{each.sign_ms:>8.0f}{each.sentence_ms:>10.0f}{over}")
    print(f"budget {FIRST_SENTENCE_MS:.0f} ms; memory after all of them {taken[-1].memory_mib:.0f} MiB\n")


if __name__ == "__main__":
    show(figures())
