"""The built-in coach: it implements the llm port without a network. It understands by rules, and answers from templates.

A turn of the person becomes a tool call; the turn with its result becomes an answer in which each figure is the
tool's. Where it is not sure it asks one question, with choices.
"""

from collections.abc import Iterator, Sequence

from fitzen.coach.builtin import answers
from fitzen.coach.builtin.intents import Ask, Call, understand
from fitzen.infra.llm.base import Budget, Done, Event, Text, ToolCall, ToolSpec, Turn, Usage
from fitzen.records import new_id


class BuiltinCoach:
    """It costs nothing, so its usage is zero."""

    name = "builtin"

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:  # noqa: ARG002 - nothing to spend
        known = {tool.name for tool in tools}
        last = messages[-1]
        if last.role == "tool":
            for result in last.results:
                yield from (Text(piece) for piece in answers.answer(result))
            yield Done("end", Usage())
            return
        meant = understand(last.text, [turn.text for turn in messages[:-1] if turn.role == "user"])
        if isinstance(meant, Call) and meant.tool in known:
            yield ToolCall(new_id(), meant.tool, meant.arguments)
            yield Done("tool_use", Usage())
            return
        yield from (Text(piece) for piece in answers.reply(meant if isinstance(meant, Ask) else Ask("unknown")))
        yield Done("end", Usage())

    def ping(self) -> None:
        """Nothing to reach."""
