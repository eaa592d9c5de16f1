"""Messages to people: SMS, email, push. One adapter a provider; each raises UnavailableError when it cannot send."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol, runtime_checkable

from fitzen.errors import UnavailableError

MOST_AT_ONCE = 100
"""Messages that one `send_many` takes."""
LIST_UNSUBSCRIBE = "List-Unsubscribe"


class DeadTokenError(Exception):
    """The push service says that nothing can be sent to this token any more: the app is gone, or asks anew."""


class RefusedError(UnavailableError):
    """The provider refuses this receiver or this message for good: sending it again would change nothing."""


class Message(NamedTuple):
    """`to` is an E.164 number, an email address or a push token; `subject` one line, of an email or the title of a push.

    `key` makes a repeated send one delivery, as far as the provider can: it is given as idempotency key where there
    is one, and to push as collapse key, by which a second one takes the first one's place. At most 64 bytes of ASCII
    (APNs takes no more). `data` goes along with a push: `url` is the deep link that a tap opens. `unsubscribe` is the
    link that ends the mails of this kind; none where they were asked for, as codes are.
    """

    to: str
    text: str
    subject: str | None = None
    key: str | None = None
    data: Mapping[str, str] | None = None
    unsubscribe: str | None = None


class Handed(NamedTuple):
    """What became of one message: `error` is what `send` would have raised, None when it was handed over.

    `ticket` is what its receipt is asked for by, where the provider gives receipts.
    """

    ticket: str | None = None
    error: Exception | None = None


class Messages(Protocol):
    def send(self, message: Message) -> None:
        """Hand the message over, within 10 seconds. Raises UnavailableError, and DeadTokenError (push)."""

    def ping(self) -> None:
        """Return when the provider can be reached. Raises UnavailableError."""


@runtime_checkable
class Batching(Messages, Protocol):
    """A provider that takes many messages in one request, and says later what became of each."""

    def send_many(self, messages: Sequence[Message]) -> Sequence[Handed]:
        """Hand over at most `MOST_AT_ONCE`, within 10 seconds; the answers are in their order. Raises nothing."""

    def receipts(self, tickets: Sequence[str]) -> Mapping[str, bool]:
        """Say of each ticket whether its token is dead, within 10 seconds; a ticket without a receipt yet is not in it.

        Raises UnavailableError.
        """


type Topic = Literal["reminders", "achievements"]
type Event = Mapping[str, str]
"""`event` says what happened; the others are ids and times. No health data, no address."""


class Topics(Protocol):
    """Where other systems hear what happened. Nobody in Fitzen waits for it (ADR 23)."""

    def publish(self, topic: Topic, events: Sequence[Event]) -> None:
        """Tell of events, within 10 seconds for each ten of them; what cannot be told is left out. Raises nothing."""


class Readable(Protocol):
    """An inbox that a developer may read; there is none in production."""

    def read(self, limit: int = 200) -> Sequence[dict[str, Any]]:
        """What was sent by every channel, newest first: `{at, to, channel, subject?, text, key?, data?}`."""

    def trim(self, keep: int = 1000) -> int:
        """Forget all but the newest; how many went."""


def list_headers(message: Message) -> dict[str, str]:
    """Return the headers by which a mail client ends mails of this kind by one click (RFC 2369, RFC 8058), in their order.

    Only of a link by https, which RFC 8058 asks for: another is for development, and stands in the text alone.
    """
    if message.unsubscribe is None or not message.unsubscribe.startswith("https:"):
        return {}
    return {LIST_UNSUBSCRIBE: f"<{message.unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def send_many(provider: Messages, messages: Sequence[Message]) -> Sequence[Handed]:
    """Hand over at most `MOST_AT_ONCE` messages, in one request where the provider takes many. Raises nothing."""
    if isinstance(provider, Batching):
        return provider.send_many(messages)
    return [_handed(provider, message) for message in messages]


def _handed(provider: Messages, message: Message) -> Handed:
    try:
        provider.send(message)
    except Exception as error:  # noqa: BLE001 - a fault with one message is told of that one, and the others go on
        return Handed(error=error)
    return Handed()
