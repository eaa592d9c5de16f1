"""The built-in coach: it implements the llm port without a network. It understands by rules, and answers from templates.

A turn of the person becomes a tool call; the turn with its result becomes an answer in which each figure is the
tool's. Where it is not sure it asks one question, with choices. Its rules are loaded with the first question: a server
that answers none need not have them.
"""

from collections.abc import Iterator, Sequence

from fitzen.infra.llm.base import Budget, Done, Event, Text, ToolCall, ToolSpec, Turn, Usage
from fitzen.records import new_id


class BuiltinCoach:
    """It costs nothing, so its usage is zero."""

    name = "builtin"

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:  # noqa: ARG002 - nothing to spend
        if not tools:  # asked to say something in other words
            yield Done("end", Usage())
            return
        from fitzen.coach.builtin import answers
        from fitzen.coach.builtin.dialogue import understand_turns
        from fitzen.coach.builtin.meant import Ask

        if messages[-1].role == "tool":
            for piece in answers.answers(messages[-1].results):
                yield Text(piece)
            yield Done("end", Usage())
            return
        meant = understand_turns(messages)
        known = {tool.name for tool in tools}
        calls = [] if isinstance(meant, Ask) else [call for call in meant if call.tool in known]
        for call in calls:
            yield ToolCall(new_id(), call.tool, call.arguments)
        if not calls:
            yield from map(Text, answers.reply(meant if isinstance(meant, Ask) else Ask("unknown")))
        yield Done("tool_use" if calls else "end", Usage())

    def ping(self) -> None:
        """Nothing to reach."""
