"""What a message is taken for: calls of tools, or a reply of the coach's own."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Call(NamedTuple):
    tool: str
    arguments: dict[str, Any]


class Ask(NamedTuple):
    """A reply by its name; `about` is what it is about, in the person's words; `offers` are the intents to choose from."""

    name: str
    about: str = ""
    offers: Sequence[str] = ()


type Meant = Sequence[Call] | Ask


def call(tool: str, /, **arguments: Any) -> Meant:
    """Return one call, without the arguments that were not said."""
    return [Call(tool, {name: value for name, value in arguments.items() if value not in (None, "", [])})]
