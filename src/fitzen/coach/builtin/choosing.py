"""Which of several choices a reply means: by its words, or by its number."""

import re
from collections.abc import Sequence

from fitzen.exercises.search import words

ORDINALS = (
    (re.compile(r"\blast\b"), -1),
    (re.compile(r"\b(?:first|1st|1|one|a)\b"), 0),
    (re.compile(r"\b(?:second|2nd|2|two|b)\b"), 1),
    (re.compile(r"\b(?:third|3rd|3|three|c)\b"), 2),
    (re.compile(r"\b(?:fourth|4th|4|four|d)\b"), 3),
)
FEW_WORDS = 5


def chosen(said: str, choices: Sequence[str]) -> str | None:
    """Return the choice that a reply means; None where it means none, or several."""
    said_words = set(words(said))
    by_words = [len(said_words & set(words(each))) for each in choices]
    most = max(by_words, default=0)
    if most and by_words.count(most) == 1:
        return choices[by_words.index(most)]
    at = ordinal(said)
    return choices[at] if at is not None and at < len(choices) else None


def ordinal(said: str) -> int | None:
    return next((index for pattern, index in ORDINALS if pattern.search(said)), None)
