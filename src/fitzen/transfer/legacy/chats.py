"""chat_history.csv: one chat for each person, as it went, kept for the usual 90 days from now on.

A row of the user has what they wrote and what was answered; a row of the coach only the latter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fitzen.coach.chats import AFTER, CHAT, KEPT, MAX_TITLE, MESSAGE
from fitzen.infra.storage.base import MAX_BODY_BYTES, Put
from fitzen.records import digest, dumps
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells, RefusedError, Row
from fitzen.transfer.legacy.writing import Made, of_put

COLUMNS = frozenset(["id", "user_id", "message", "sender", "response", "created_at"])
SENDERS = {
    "user": "user", "human": "user", "coach": "coach", "assistant": "coach", "ai": "coach", "bot": "coach",
    "system": "coach",
}  # fmt: skip
EMPTY = frozenset({"", "NaN", "nan"})
"""Less is nothing here than elsewhere: somebody may have answered "None"."""
MAX_TEXT = MAX_BODY_BYTES // 8
_SENDER = values.one_of(SENDERS)


@dataclass(slots=True)
class _Span:
    row: Row
    title: str
    first: datetime
    last: datetime


@dataclass(slots=True)
class Chats:
    """Remembers of each person when their chat began and ended."""

    context: Context
    _spans: dict[str, _Span] = field(default_factory=dict)

    def convert(self, _context: Context, cells: Cells, owner: str) -> Iterator[Made]:
        """Yield the messages of a row."""
        at = cells.need_time("created_at").astimezone(UTC)
        sender = cells.need("sender", _SENDER)
        texts = [("message", sender), ("response", "coach")]
        said = [(column, who, cells.get(column, values.short(MAX_TEXT), nothing=EMPTY)) for column, who in texts]
        if not any(text for _, _, text in said):
            raise RefusedError("message", "Nothing was said in this row.")
        for number, (column, who, text) in enumerate(said):
            if text:
                when = at + number * AFTER
                self._remember(cells.row, owner, text, when)
                yield of_put(cells.row, self._message(cells.row, owner, column, who, text, when))

    def chats(self) -> Iterator[Made]:
        """Yield the chats that the messages belong to."""
        for owner, span in self._spans.items():
            id_ = _chat_id(owner)
            title = span.title if len(span.title) <= MAX_TITLE else span.title[: MAX_TITLE - 1] + "…"
            body = {
                "id": id_,
                "title": title,
                "created_at": span.first.isoformat(),
                "updated_at": span.last.isoformat(),
            }
            put = Put(owner, CHAT, id_, dumps(body), span.last, expires_at=self._until, digest=digest(id_))
            yield of_put(span.row, put)

    @property
    def _until(self) -> datetime:
        return self.context.now + KEPT

    def _remember(self, row: Row, owner: str, text: str, at: datetime) -> None:
        span = self._spans.setdefault(owner, _Span(row, text, at, at))
        if at < span.first:
            span.first, span.title = at, text
        span.last = max(span.last, at)

    def _message(self, row: Row, owner: str, column: str, who: str, text: str, at: datetime) -> Put:
        chat_id, id_ = _chat_id(owner), new_id("chat_history", row.id, column)
        body = {"id": id_, "chat_id": chat_id, "sender": who, "text": text, "at": at.isoformat()}
        body_ = dumps(body | {"cards": [], "actions": [], "sources": []})
        named = digest(dumps([who, text, at.isoformat()]))
        return Put(owner, MESSAGE, id_, body_, at, group=chat_id, expires_at=self._until, digest=named)


def _chat_id(owner: str) -> str:
    return new_id("chat_history", "of", owner)
