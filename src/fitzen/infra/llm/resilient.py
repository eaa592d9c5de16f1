"""Several models behind one port: retries, a breaker each, and the next one when one fails, which the person is told.

What a model says is handed on in whole sentences, and what it asks for once it has ended. So a stream that is cut
leaves nothing half said and no tool run: the rest is dropped, and the next model is told what the person has read and
goes on from there.
"""

import logging
import random
import re
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple, cast

from fitzen.errors import UnavailableError
from fitzen.infra.llm.base import Budget, Done, Event, Llm, ModelError, Notice, Text, ToolCall, ToolSpec, Turn
from fitzen.infra.llm.breaker import Breaker

log = logging.getLogger("fitzen.llm")

RETRY_S = 6.0
"""No attempt at one model begins later than this after the first."""
BASE_PAUSE_S, LONGEST_PAUSE_S = 0.25, 2.0
CALL_S = 120.0
"""A model that takes longer than this for one call is left, however steadily it drips."""
SENTENCE = re.compile(r"[.!?…:][\"”')\]*_]*\s+|\n+")
"""Where a sentence ends; a list's lines are sentences too. The space after it belongs to it."""
GO_ON = (
    "Your answer was cut off after the words above, and I have read them. Go on exactly where they end: do not repeat "
    "them, do not greet me, and do not mention this."
)


@dataclass
class Link:
    """A model in the chain.

    `notice` is what the person is told when it answers because the one before cannot. `reads` is false for one that
    follows no instructions, such as the built-in coach: it answers anew, without the sentences that were read.
    """

    llm: Llm
    notice: str = ""
    reads: bool = True
    breaker: Breaker = field(default_factory=Breaker)


class Pause(NamedTuple):
    """What waits and what tells the time; tests give their own."""

    sleep: Callable[[float], object] = time.sleep
    clock: Callable[[], float] = time.monotonic


class Resilient:
    """The port over a chain of models, in their order."""

    def __init__(self, links: Sequence[Link], pause: Pause | None = None) -> None:
        self.links = links
        self.name = links[0].llm.name
        self._pause = pause or Pause()

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        """Stream the first answer that comes to its end. Raises UnavailableError when none does."""
        last: UnavailableError | None = None
        read = ""
        for place, link in enumerate(self.links):
            if not link.breaker.allows():
                continue
            call = _Call(link, messages, tools, budget, read, self._pause)
            try:
                yield from self._announced(call, link, place)
            except UnavailableError as error:
                last, read = error, read + call.said
                log.warning(
                    "%s failed: %s", link.llm.name, error.why if isinstance(error, ModelError) else error.detail
                )
                continue
            return
        raise last or ModelError("every model is being left alone")

    def _announced(self, call: "_Call", link: Link, place: int) -> Generator[Event]:
        """Tell of the change just before the first words, so that nobody hears of a model that fails as well."""
        told = place == 0 or not link.notice
        with closing(call.run()) as events:
            for event in events:
                if not told and isinstance(event, Text):
                    told = True
                    yield Notice(link.notice)
                yield event

    def model_id(self, budget: Budget) -> str:
        """Name the model that is asked first."""
        first = self.links[0].llm
        named = getattr(first, "model_id", None)
        return str(named(budget)) if named else first.name

    def ping(self) -> None:
        """Return when any of the models can be reached: while the last one answers, people are answered."""
        last: UnavailableError | None = None
        for link in self.links:
            try:
                link.llm.ping()
            except UnavailableError as error:
                last = error
            else:
                return
        raise last or ModelError("there is no model")


class _Call:
    """One step, done by one model: `said` is what was handed on so far."""

    def __init__(
        self, link: Link, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget, read: str, pause: Pause
    ) -> None:
        self.said = ""
        self._link = link
        self._messages = _continued(messages, read) if link.reads else messages
        self._tools = tools
        self._budget = budget
        self._read = _sentences_in(read)
        self._pause = pause

    def run(self) -> Generator[Event]:
        """Run the step, and let the breaker know how it went; a reader who goes says nothing about the model."""
        try:
            yield from self._tried()
        except UnavailableError:
            self._link.breaker.failed()
            raise
        self._link.breaker.succeeded()

    def _tried(self) -> Generator[Event]:
        """Try until it answers, as long as nothing was said and trying makes sense; a breaker's probe is one try."""
        until = self._pause.clock() + (RETRY_S if self._link.breaker.closed else 0)
        for attempt in count():
            try:
                yield from self._attempt()
            except UnavailableError as error:
                pause = random.uniform(0, min(LONGEST_PAUSE_S, BASE_PAUSE_S * 2**attempt))  # noqa: S311 - jitter
                again = isinstance(error, ModelError) and error.again and not self.said
                if not again or self._pause.clock() + pause > until:
                    raise
                self._pause.sleep(pause)
            else:
                return

    def _attempt(self) -> Generator[Event]:
        until = self._pause.clock() + CALL_S
        waiting = ""
        calls: list[ToolCall] = []
        stream = cast("Generator[Any]", self._link.llm.stream(self._messages, self._tools, self._budget))
        with closing(stream) as events:
            for event in events:
                if self._pause.clock() > until:
                    raise ModelError(f"no end after {CALL_S:g} s")
                match event:
                    case Text(piece):
                        whole, waiting = _split(waiting + piece)
                        yield from self._new(whole)
                    case ToolCall():
                        calls.append(event)
                    case Done():
                        yield from self._new(waiting)
                        yield from calls
                        yield event
                        return
                    case _:
                        yield event
        raise ModelError("the stream ended without an end")

    def _new(self, text: str) -> Iterator[Text]:
        """Hand on what the person has not read yet."""
        if self._read:
            text = "".join(each for each in _pieces(text) if each.strip() not in self._read)
        if text:
            self.said += text
            yield Text(text)


def _continued(messages: Sequence[Turn], read: str) -> Sequence[Turn]:
    return [*messages, Turn("coach", read), Turn("user", GO_ON)] if read.strip() else messages


def _split(text: str) -> tuple[str, str]:
    """Return the whole sentences, and what has no end yet."""
    ends = [found.end() for found in SENTENCE.finditer(text)]
    at = ends[-1] if ends else 0
    return text[:at], text[at:]


def _pieces(text: str) -> list[str]:
    whole, rest = [], text
    for found in SENTENCE.finditer(text):
        whole.append(text[len(text) - len(rest) : found.end()])
        rest = text[found.end() :]
    return [*whole, rest] if rest else whole


def _sentences_in(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(str.strip, _pieces(text))))
