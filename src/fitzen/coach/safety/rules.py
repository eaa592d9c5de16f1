"""What a rule of the screen is, and how patterns are put together. They are matched against `words.normal`."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from fitzen.spanish import Language

type Level = Literal["stop", "ask", "notice"]
"""stop: the fixed answer alone. ask: a caring question first, and the coach goes on with what is no plan. notice: the fixed
answer first, and the coach goes on within limits."""

NEVER = re.compile(r"(?!)")


class Rule(NamedTuple):
    """A sign. It is there where `sign` matches, `also` is somewhere in the message too, and `unless` is nowhere.

    `holds` looks at the figures of a match. With `negatable`, a match that is denied (`no chest pain`) does not count.
    With `history`, one that is long past is a notice, or nothing. `within`: what `also` asks for is at most so many
    words from the sign, in either direction.
    """

    category: str
    sign: re.Pattern[str]
    language: Language = "en"
    level: Level = "stop"
    also: Sequence[re.Pattern[str]] = ()
    unless: re.Pattern[str] = NEVER
    holds: Callable[[re.Match[str]], bool] | None = None
    negatable: bool = True
    history: bool = False
    text: str | None = None
    within: int | None = None


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return the pattern of any of some phrases, at the bounds of words. Cached by being made once, as a constant."""
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b")


def gap(words: int) -> str:
    """Return the pattern of up to some words between two others."""
    return rf"(?:[\w/%.+~]*[\w%~] ){{0,{words}}}"
