"""A language model that says what a test wrote for it: a real implementation of the port, without a network."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Event as Signal

from fitzen.infra.llm.base import Budget, Done, Event, Text, ToolCall, ToolSpec, Turn, Usage

type Step = Event | Exception | Callable[[], object]
"""What the model gives, raises, or does (waits, for one) before it goes on."""

SPENT = Usage(10, 5, 2)


class Scripted:
    """Each call plays the next script, the last one again and again. `heard` is what each call was given."""

    name = "scripted"

    def __init__(self, *scripts: Sequence[Step]) -> None:
        self._scripts = scripts
        self.heard: list[list[Turn]] = []
        self.closed = Signal()

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        assert tools
        assert budget.max_tokens > 0
        self.heard.append(list(messages))
        try:
            yield from self._play(self._scripts[min(len(self.heard), len(self._scripts)) - 1])
        finally:
            self.closed.set()

    def _play(self, script: Sequence[Step]) -> Iterator[Event]:
        for step in script:
            if isinstance(step, Exception):
                raise step
            if callable(step):
                step()
            else:
                yield step
        yield Done("end", SPENT)

    def ping(self) -> None:
        """Nothing to reach."""


def calls(*wanted: tuple[str, Mapping[str, object]]) -> list[Step]:
    """Write a script that asks for tools, all at once."""
    return [ToolCall(f"call-{number}", name, dict(arguments)) for number, (name, arguments) in enumerate(wanted)]


def says(*pieces: str) -> list[Step]:
    return [Text(piece) for piece in pieces]
