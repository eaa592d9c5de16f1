"""Messages to people: SMS, email, push. One adapter a provider; each raises UnavailableError when it cannot send."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol


class DeadTokenError(Exception):
    """The push service says that nothing can be sent to this token any more: the app is gone, or asks anew."""


class Message(NamedTuple):
    """`to` is an E.164 number, an email address or a push token; `subject` an email's, or the title of a push.

    `key` makes a repeated send one delivery, as far as the provider can: it is given as idempotency key where there
    is one, and to push as collapse key, by which a second one takes the first one's place. At most 64 bytes of ASCII
    (APNs takes no more). `data` goes along with a push: `url` is the deep link that a tap opens.
    """

    to: str
    text: str
    subject: str | None = None
    key: str | None = None
    data: Mapping[str, str] | None = None


class Messages(Protocol):
    def send(self, message: Message) -> None:
        """Hand the message over, within 10 seconds. Raises UnavailableError, and DeadTokenError (push)."""

    def ping(self) -> None:
        """Return when the provider can be reached. Raises UnavailableError."""


class Readable(Protocol):
    """An inbox that a developer may read; there is none in production."""

    def read(self, limit: int = 200) -> Sequence[dict[str, Any]]:
        """What was sent by every channel, newest first: `{at, to, channel, subject?, text, key?, data?}`."""

    def trim(self, keep: int = 1000) -> int:
        """Forget all but the newest; how many went."""
