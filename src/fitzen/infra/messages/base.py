"""Messages to people: SMS, email, push. One adapter a provider; each raises UnavailableError when it cannot send."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol


class Message(NamedTuple):
    """`to` is an E.164 number, an email address or a push token; `key` makes a repeated send one delivery."""

    to: str
    text: str
    subject: str | None = None
    key: str | None = None


class Messages(Protocol):
    def send(self, message: Message) -> None:
        """Hand the message over. Raises UnavailableError."""

    def ping(self) -> None:
        """Return when the provider can be reached. Raises UnavailableError."""


class Readable(Protocol):
    """An inbox that a developer may read; there is none in production."""

    def read(self, limit: int = 200) -> Sequence[dict[str, Any]]:
        """What was sent by every channel, newest first: `{at, to, channel, subject?, text}`."""
