"""What of a passage answers a question: sentences that follow each other, word for word."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from fitzen.coach.knowledge.library import MARKER
from fitzen.coach.knowledge.terms import asks_for_an_amount, has_amount, shades, terms

QUOTED = 3
_END = re.compile(r"(?<=[.?!]) (?=[A-Z0-9])")
_LEANS = re.compile(r"(?:It|This|That|These|Those|They|He|She|So|But|And|Both|Such|Then|Another|The same|The latter)\b")
"""How a sentence begins that is not understood without the one before."""
_PROFESSIONAL = re.compile(r"\b(?:doctor|physiotherapist|midwife|dietitian|pharmacist|therapist|emergency|ambulance)\b")


class _Said(NamedTuple):
    """What of a question a sentence has: its words, those that tell what is asked of it, and an amount if one is."""

    words: frozenset[str]
    shades: frozenset[str]
    amount: bool


def sentences(text: str) -> Sequence[str]:
    """Cut a paragraph into its sentences."""
    return _END.split(text)


def without_markers(text: str) -> str:
    """Return it as it is said, without the marks of its sources."""
    return MARKER.sub("", text)


def care_in_short(care: str) -> str:
    """Return the first sentence that names a professional, of a paragraph that says when to see one."""
    return next((each for each in sentences(care) if _PROFESSIONAL.search(each)), care)


def quote(question: str, text: str) -> str:
    """Return the run of at most QUOTED sentences that says most of what is asked; of equals one that goes on after it.

    Where an amount is asked for, a sentence that names one counts like a word more; a word that only tells what is
    asked counts half.
    """
    parts = sentences(text)
    asked, shaded, amount = frozenset(terms(question)), shades(question), asks_for_an_amount(question)
    said = [
        _Said(asked.intersection(terms(part)), shaded & shades(part), amount and has_amount(part)) for part in parts
    ]
    starts = [start for start in range(max(1, len(parts) - QUOTED + 1)) if not start or not _LEANS.match(parts[start])]

    def worth(start: int) -> tuple[float, int, bool, int]:
        run = said[start : start + QUOTED]
        words = len(frozenset[str]().union(*(each.words for each in run)))
        shade = len(frozenset[str]().union(*(each.shades for each in run)))
        each_has = [len(each.words) + each.amount for each in run]
        named = any(each.amount for each in run)
        return words + shade / 2 + named, sum(each_has), any(each_has[: QUOTED - 1]), -start

    best = max(starts, key=worth)
    return " ".join(parts[best : best + QUOTED])
