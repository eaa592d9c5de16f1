"""The schemas of the tools' arguments as a model is sent them: short, since each step of each answer pays for all.

What pydantic writes for programs is left out: titles, null as a choice and as a default (what is not known is left
out of a call), names for types that are used once, and the lengths of texts and lists. Pydantic checks the call by the
whole of its rules all the same, and tells the model in words what is wrong with it.
"""

from collections.abc import Mapping
from typing import Any

type Schema = dict[str, Any]

LEFT_OUT = frozenset({"title", "minLength", "maxLength", "maxItems", "pattern", "additionalProperties"})
USUAL: tuple[tuple[str, object], ...] = (("default", None), ("default", []), ("default", False), ("minItems", 1))
"""What a model takes for granted."""
NULL = {"type": "null"}


def compact(schema: Schema) -> Schema:
    """Return the schema of an object, shortened; the same for the same schema, byte for byte."""
    named: Mapping[str, Schema] = schema.get("$defs", {})
    short = _short({name: value for name, value in schema.items() if name != "$defs"}, named)
    return short | {"additionalProperties": False}


def _short(schema: Schema, named: Mapping[str, Schema]) -> Schema:
    """Shorten one schema and those within it; names are followed, so that a type must not hold itself."""
    if "$ref" in schema:
        whole = named[schema["$ref"].rpartition("/")[2]]
        return _short(whole | {name: value for name, value in schema.items() if name != "$ref"}, named)
    if choices := [choice for choice in schema.get("anyOf", ()) if choice != NULL]:
        around = {name: value for name, value in schema.items() if name != "anyOf"}
        if len(choices) == 1:
            return _short(choices[0] | around, named)
        return _short(around, named) | _choices([_short(choice, named) for choice in choices])
    kept = {name: value for name, value in schema.items() if name not in LEFT_OUT and (name, value) not in USUAL}
    if "properties" in kept:
        kept["properties"] = {name: _short(each, named) for name, each in kept["properties"].items()}
    if "items" in kept:
        kept["items"] = _short(kept["items"], named)
    if "description" in kept:
        kept["description"] = " ".join(kept["description"].split())
    return kept


def _choices(choices: list[Schema]) -> Schema:
    """Name plain types in one list; what has more to it stays a choice."""
    if all(choice.keys() == {"type"} for choice in choices):
        return {"type": [choice["type"] for choice in choices]}
    return {"anyOf": choices}
