"""Where a phone has read to, in a way that shows whether the server has gone back in time since."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple, Self

from pydantic_core import PydanticCustomError

from fitzen.infra.storage.base import Record
from fitzen.records import digest

_FORM = re.compile(r"(\d{1,16})\.(\d{1,16})\.([0-9a-f]{8})\.(\w{1,40})\.([ -~]{1,200})", re.ASCII)


class Mark(NamedTuple):
    """One record as the phone has it. A server that has not gone back has it too, or a later version of it.

    As text it is `seq.version.print.kind.id`; clients take it as it is. `print` tells its body from another.
    """

    seq: int
    version: int
    print: str
    kind: str
    id: str

    @classmethod
    def of(cls, records: Sequence[Record], kinds: Container[str]) -> Self | None:
        """Mark the last record of these kinds that stays: what expires would look like what was lost.

        What the server derives from others is no mark: a server that lost some of these derives it anew from what is
        written next, in a later version than the phone's, as if nothing had happened.
        """
        marked = (record for record in reversed(records) if record.expires_at is None and record.kind in kinds)
        last = next(marked, None)
        return cls(last.seq, last.version, _print(last), last.kind, last.id) if last else None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raise ValueError when it is not one."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError("no mark")
        seq, version, print_, kind, id_ = found.groups()
        return cls(int(seq), int(version), print_, kind, id_)

    @classmethod
    def checked(cls, text: str) -> str:
        try:
            cls.parse(text)
        except ValueError:
            raise PydanticCustomError("mark", "This mark is not one that an answer gave.") from None
        return text

    def __str__(self) -> str:
        return f"{self.seq}.{self.version}.{self.print}.{self.kind}.{self.id}"

    def holds(self, current: Record | None, since: int) -> bool:
        """Say whether a server with this record has all that a phone saw that read up to `since`.

        Either nobody wrote it again, or somebody did after the phone read.
        """
        if current is None or current.version < self.version:
            return False
        if current.version == self.version:
            return (current.seq, _print(current)) == (self.seq, self.print)
        return current.seq > since


def _print(record: Record) -> str:
    return digest(record.body)[:8]
