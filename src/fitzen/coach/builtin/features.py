"""What the intent model sees of a message: words, pairs, what they stand for, pieces of words, and the rules that fire.

The same code makes them for training (`tools/train_intents.py`) and for answering.
"""

from collections.abc import Iterator, Sequence

from fitzen.coach.builtin.cues import fired
from fitzen.coach.builtin.said import Said

PIECE = 4
"""Letters of a piece of a word, its ends marked: what is left of a word with a typing error."""
LONGEST = 3
MAX_TOKENS = 40


def features(said: Said) -> list[str]:
    """Name each feature of a message once."""
    return list(dict.fromkeys(_features(said)))


def _features(said: Said) -> Iterator[str]:
    tokens = said.abstract[:MAX_TOKENS]
    words = said.text.split()[:MAX_TOKENS]
    yield "bias"
    yield from (f"w {word}" for word in words)
    yield from (f"a {gram}" for gram in _grams(["^", *tokens, "$"]))
    for token in tokens:
        if not token.startswith("<") and len(token) >= PIECE:
            yield from (f"c {piece}" for piece in _pieces(token))
    yield from (f"k {fact}" for fact in sorted(said.facts))
    yield from (f"q {name}" for name, _ in fired(said))


def _grams(tokens: Sequence[str]) -> Iterator[str]:
    for size in range(1, LONGEST + 1):
        for start in range(len(tokens) - size + 1):
            yield " ".join(tokens[start : start + size])


def _pieces(token: str) -> Iterator[str]:
    marked = f"^{token}$"
    for start in range(len(marked) - PIECE + 1):
        yield marked[start : start + PIECE]
