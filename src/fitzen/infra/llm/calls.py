"""The arguments of a call of a tool, which every provider streams as pieces of JSON."""

import json

from fitzen.infra.llm.base import ToolCall


def parsed_call(id: str, name: str, given: str) -> ToolCall:
    """Read the arguments; none at all is an empty object, and what is no object makes a call that is `broken`."""
    try:
        arguments = json.loads(given or "{}")
    except ValueError as error:
        return ToolCall(id, name, {}, f"The arguments are not valid JSON: {error}.")
    if not isinstance(arguments, dict):
        return ToolCall(id, name, {}, "The arguments must be a JSON object.")
    return ToolCall(id, name, arguments)
