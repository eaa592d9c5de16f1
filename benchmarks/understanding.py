"""What the built-in coach's understanding costs: CPU milliseconds a message, reading its rules once, and memory.

`PYTHONPATH=. python benchmarks/understanding.py`. The first sentence should come within 100 ms of the message; what a
tool adds to this is the tool's.
"""

import resource
import time
from collections.abc import Callable
from typing import NamedTuple

FIRST_SENTENCE_MS = 100.0
KIB = 1024


class Cost(NamedTuple):
    """CPU milliseconds; `memory_mib` is what the rules and the exercises' names take once they are read."""

    messages: int
    mean_ms: float
    slowest_ms: float
    with_three_turns_ms: float
    opening_ms: float
    memory_mib: float


def measure() -> Cost:
    before = _memory_mib()
    opening = _cpu_ms(_open)
    grown = _memory_mib() - before
    from evals.routing import labelled

    from fitzen.coach.builtin.dialogue import understand_turns
    from fitzen.coach.builtin.intents import understand
    from fitzen.infra.llm.base import Turn

    texts = [case.text for case in labelled()]
    each = [_cpu_ms(lambda text=text: understand(text)) for text in texts]  # type: ignore[misc]
    turns = [Turn(role, text) for text in texts[:60:20] for role in ("user", "coach")]
    talk = [_cpu_ms(lambda text=text: understand_turns([*turns, Turn("user", text)])) for text in texts[:100]]  # type: ignore[misc]
    return Cost(len(texts), sum(each) / len(each), max(each), sum(talk) / len(talk), opening, grown)


def _open() -> None:
    from fitzen.coach.builtin.intents import understand

    understand("how is my bench press going?")


def _cpu_ms(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return 1000 * (time.process_time() - start)


def _memory_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB


def show(cost: Cost) -> None:
    print(
        f"understanding: {cost.mean_ms:.1f} ms CPU a message (slowest {cost.slowest_ms:.1f} of {cost.messages:,}),"
        f" {cost.with_three_turns_ms:.1f} ms after three turns; budget of the first sentence {FIRST_SENTENCE_MS:.0f} ms"
    )
    print(f"reading the rules: {cost.opening_ms:.0f} ms once, {cost.memory_mib:.0f} MiB")


if __name__ == "__main__":
    show(measure())
