"""What of a passage answers a question: sentences that follow each other, word for word."""

import re
from collections.abc import Sequence

from fitzen.coach.knowledge.library import MARKER
from fitzen.coach.knowledge.terms import asks_for_an_amount, has_amount, shades, terms

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
    """Return the run of at most QUOTED sentences that says most of what is asked; of equals one that goes on after it.

    Where an amount is asked for, a sentence that names one counts like a word more; a word that only tells what is
    asked counts half.
    """
    parts = sentences(text)
    asked, shaded, amount = set(terms(question)), shades(question), asks_for_an_amount(question)
    has = [
        (asked.intersection(terms(part)), shaded.intersection(shades(part)), amount and has_amount(part))
        for part in parts
    ]
    starts = [start for start in range(max(1, len(parts) - QUOTED + 1)) if not start or not _LEANS.match(parts[start])]

    def worth(start: int) -> tuple[float, int, bool, int]:
        run = has[start : start + QUOTED]
        words, shade = (len(set().union(*(part[kind] for part in run))) for kind in (0, 1))
        each = [len(part[0]) + part[2] for part in run]
        return words + shade / 2 + any(part[2] for part in run), sum(each), any(each[: QUOTED - 1]), -start

    best = max(starts, key=worth)
    return " ".join(parts[best : best + QUOTED])
