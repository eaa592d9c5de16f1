"""What the second layer sees of a message: pieces of it of a few words, and of each its words, pairs, senses and letters.

A danger is often half a sentence of a log, so each piece is weighed by itself. The same code makes the features for
training (`tools/train_safety.py`) and for answering.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from fitzen.coach.safety.senses import senses

LONGEST, STRIDE = 20, 10
"""Words of a piece, and how far the next one begins after it."""
SHORTEST = 3
"""A clause of fewer words is no piece by itself."""
MOST_PIECES = 140
PIECES = (4,)
"""Letters of the parts of a word that are looked at."""
NEAR = 9
"""So many words apart two senses still belong together."""
MARKS = frozenset({".", ","})
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SIZES = ((10, "few"), (18, "teens"), (50, "tens"), (100, "scores"), (200, "hundreds"), (1000, "below 1000"))


def pieces(said: str) -> list[Sequence[str]]:
    """Return the parts of a text of `words.normal` to be weighed: all of it where it is short, and each clause."""
    words = said.split()
    plain = [word for word in words if word not in MARKS]
    whole = [plain[at : at + LONGEST] for at in range(0, max(1, len(plain) - STRIDE), STRIDE)]
    clauses = [part for part in _clauses(words) if SHORTEST <= len(part) < len(plain)]
    return [*whole, *clauses][:MOST_PIECES]


def _clauses(words: Sequence[str]) -> Iterator[Sequence[str]]:
    part: list[str] = []
    for word in [*words, "."]:
        if word in MARKS or len(part) == LONGEST:
            yield part
            part = []
        if word not in MARKS:
            part.append(word)


def features(piece: Sequence[str]) -> list[str]:
    """Name each feature of a piece once."""
    return list(dict.fromkeys(_features(piece)))


def _features(piece: Sequence[str]) -> Iterator[str]:
    yield "bias"
    for word in piece:
        yield from _of_word(word)
    yield from (f"b {one} {other}" for one, other in zip(["^", *piece], [*piece, "$"], strict=True))
    placed = [(at, sense) for at, word in enumerate(piece) for sense in _senses(word)]
    for (at, one), (then, other) in combinations(placed, 2):
        if 0 < then - at <= NEAR:
            yield f"p {min(one, other)} {max(one, other)}"


@lru_cache(maxsize=4096)
def _of_word(word: str) -> Sequence[str]:
    marked = f"^{word}$"
    letters = [f"c {marked[at : at + size]}" for size in PIECES for at in range(len(marked) - size + 1)]
    return (f"w {_sized(word)}", *(f"s {sense}" for sense in _senses(word)), *(letters if word.isalpha() else ()))


@lru_cache(maxsize=4096)
def _senses(word: str) -> Sequence[str]:
    sized = _sized(word)
    return (sized,) if sized != word else tuple(sorted(senses(word)))


def _sized(word: str) -> str:
    """Put a figure by its size: `14` is an age to the model, `450` may be too little to eat."""
    if not NUMBER.fullmatch(word):
        return word
    value = float(word)
    return next((f"#{name}" for most, name in SIZES if value < most), "#more") + ("." if "." in word else "")
