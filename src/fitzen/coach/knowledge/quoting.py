"""What of a passage answers a question: sentences that follow each other, word for word."""

import re
from collections.abc import Sequence

from fitzen.coach.knowledge.library import MARKER
from fitzen.coach.knowledge.terms import asks_for_an_amount, has_amount, terms

QUOTED = 3
_END = re.compile(r"(?<=[.?!]) (?=[A-Z0-9])")
_LEANS = re.compile(r"(?:It|This|That|These|Those|They|He|She|So|But|And|Both|Such|Then|Another|The same|The latter)\b")
"""How a sentence begins that is not understood without the one before."""


def sentences(text: str) -> Sequence[str]:
    """Cut a paragraph into its sentences."""
    return _END.split(text)


def without_markers(text: str) -> str:
    """Return it as it is said, without the marks of its sources."""
    return MARKER.sub("", text)


def quote(question: str, text: str) -> str:
    """Return the run of at most QUOTED sentences that has most of the question's words, the earlier one of equals.

    Where an amount is asked for, a sentence that names one counts like a word more.
    """
    parts = sentences(text)
    asked, amount = set(terms(question)), asks_for_an_amount(question)
    starts = [start for start in range(max(1, len(parts) - QUOTED + 1)) if not start or not _LEANS.match(parts[start])]

    def shared(start: int) -> int:
        run = parts[start : start + QUOTED]
        return sum(len(asked.intersection(terms(part))) + (amount and has_amount(part)) for part in run)

    best = max(starts, key=shared)
    return " ".join(parts[best : best + QUOTED])
