"""Server-sent events, as the HTML standard parses them (section 9.2.6).

Lines are split here and not by httpx, whose `iter_lines` also splits at U+2028 and others that JSON may hold.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

type Json = dict[str, Any]

BOM = b"\xef\xbb\xbf"
LINE_END = re.compile(rb"\r\n|\n|\r(?!\Z)")
"""A CR that ends a chunk waits: an LF may follow it in the next."""


class RawEvent(NamedTuple):
    """`data` is the text of the event's data lines, joined by newlines."""

    name: str
    data: str


def parse(chunks: Iterable[bytes]) -> Iterator[RawEvent]:
    """Yield the whole events; one that the end of the stream cuts is dropped. Comments, `id` and `retry` are skipped."""
    name, data = "", list[str]()
    for line in _lines(chunks):
        if not line:
            if data:
                yield RawEvent(name or "message", "\n".join(data))
            name, data = "", []
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            name = value
        elif field == "data":
            data.append(value)


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    rest, started = b"", False
    for chunk in chunks:
        rest += chunk
        if not started:
            if BOM.startswith(rest):
                continue
            rest, started = rest.removeprefix(BOM), True
        *whole, rest = LINE_END.split(rest)
        yield from (line.decode("utf-8", "replace") for line in whole)
    if rest.endswith(b"\r"):
        yield rest[:-1].decode("utf-8", "replace")


CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
del CONTROLS[ord("\n")], CONTROLS[ord("\t")]


def clean(value: Any) -> Any:
    """Return JSON without control characters in its texts: a terminal would obey them."""
    if isinstance(value, str):
        return value.translate(CONTROLS)
    if isinstance(value, list):
        return [clean(each) for each in value]
    if isinstance(value, dict):
        return {clean(key): clean(each) for key, each in value.items()}
    return value
