"""A text that comes in pieces, cut into sentences as soon as each is whole."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?:[.!?…][\"”')\]*]*\s+|\n+)")
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|vs|dr|mr|mrs|ms|prof|st|no|fig|max|min|incl|ca|etc|al|[a-z])\.|(?:^|\n)\s*\d{1,2}\.)\s+$",
    re.IGNORECASE,
)
TAIL = 24
"""What does not end a sentence is no longer than this."""


class Sentences:
    """`feed` yields the sentences that a piece completes, with the space that follows them; `rest` what is left."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> Iterator[str]:
        self._text += piece
        start = searched = 0
        while match := _END.search(self._text, searched):
            searched = match.end()
            if not _NO_END.search(self._text[max(start, match.end() - TAIL) : match.end()]):
                yield self._text[start : match.end()]
                start = match.end()
        self._text = self._text[start:]

    def rest(self) -> Iterator[str]:
        if self._text:
            yield self._text
        self._text = ""
