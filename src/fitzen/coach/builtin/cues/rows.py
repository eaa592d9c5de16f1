"""A cue: a pattern, and how much it speaks for an intent."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

type Row = tuple[float, str]


class Cue(NamedTuple):
    weight: float
    pattern: re.Pattern[str]


class Cues(NamedTuple):
    """What speaks for an intent: patterns in the words, and the sorts of things that are named (`Said.facts`)."""

    patterns: Sequence[Cue]
    facts: Mapping[str, float]


def cues(*rows: Row, **facts: float) -> Cues:
    return Cues([Cue(weight, re.compile(pattern)) for weight, pattern in rows], facts)
