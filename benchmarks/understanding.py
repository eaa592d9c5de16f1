"""What it costs to understand what people type: CPU milliseconds a message, reading the rules once, and memory.

`PYTHONPATH=. python benchmarks/understanding.py`; `make bench` prints it too. Budgets: 25 ms for a message of the coach
(the first sentence should come within 100 ms of it; what a tool adds is the tool's), 2 ms for a search, 1.5 s for
the first of a process. Messages and queries are the labelled ones.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from used import cpu_ms, memory_mib

EXERCISES = Path(__file__).parents[1] / "tests/unit/exercises/queries.txt"
MESSAGE_MS, SEARCH_MS, OPENING_MS = 25.0, 2.0, 1500.0


class Cost(NamedTuple):
    """CPU milliseconds of one text, the mean and the most; `opening_ms` is what the first one of a process pays on top."""

    case: str
    texts: int
    mean_ms: float
    slowest_ms: float
    budget_ms: float
    opening_ms: float
    memory_mib: float

    @property
    def over(self) -> bool:
        return self.mean_ms > self.budget_ms or self.opening_ms > OPENING_MS


def figures() -> list[Cost]:
    from evals import knowledge
    from evals.routing import labelled

    from fitzen.coach.builtin.dialogue import understand_turns
    from fitzen.coach.builtin.intents import understand
    from fitzen.coach.knowledge import index
    from fitzen.coach.routing import size_of
    from fitzen.exercises import search
    from fitzen.infra.llm.base import Turn

    messages = [case.text for case in labelled()]
    turns = [Turn(role, text) for text in messages[:60:20] for role in ("user", "coach")]
    exercises = [line.partition(": ")[0] for line in EXERCISES.read_text(encoding="utf-8").split("\n") if line]
    questions = [each["question"] for each in knowledge.questions([*knowledge.VOICES, "off_topic"])]
    return [
        _cost("exercises searched", search.search, exercises, SEARCH_MS),
        _cost("an exercise named", search.resolve, exercises, SEARCH_MS),
        _cost("articles searched", index.search, questions, SEARCH_MS),
        _cost("which model answers", size_of, messages, SEARCH_MS),
        _cost("a message", understand, messages, MESSAGE_MS),
        _cost(
            "after three turns",
            lambda text: understand_turns([*turns, Turn("user", text)]),
            messages[:100],
            MESSAGE_MS,
        ),
    ]


def _cost(case: str, read: Callable[[str], object], texts: Sequence[str], budget_ms: float) -> Cost:
    before = memory_mib()
    first = cpu_ms(read, texts[0])
    each = [cpu_ms(read, text) for text in texts]
    return Cost(case, len(texts), sum(each) / len(each), max(each), budget_ms, first - each[0], memory_mib() - before)


def show(costs: Sequence[Cost]) -> None:
    print(f"{'understanding':<24}{'texts':>7}{'CPU ms':>9}{'budget':>8}{'slowest':>9}{'first':>9}{'MiB':>6}")
    for each in costs:
        over = "  over" if each.over else ""
        print(
            f"{each.case:<24}{each.texts:>7,}{each.mean_ms:>9.2f}{each.budget_ms:>8.0f}{each.slowest_ms:>9.2f}"
            f"{each.opening_ms:>9.0f}{each.memory_mib:>6.0f}{over}"
        )
    print("first: what the first text of a process costs on top, in ms; MiB: what stays of it\n")


if __name__ == "__main__":
    show(figures())
