"""The second layer of the screen: how likely a message is dangerous, where no rule has seen anything.

Rules know the words that somebody thought of. A linear model over words, pairs, senses and parts of words
(`coach/linear.py`, `features.py`) generalises from them: where it is sure the coach stops, where it is not it asks. It
ships as two files that `tools/train_safety.py` makes: whether, and of which kind.
"""

from math import exp
from typing import NamedTuple

from fitzen.coach import linear
from fitzen.coach.safety.features import features, pieces

DANGERS, KINDS = "danger.xz", "danger_kinds.xz"
DANGER, HARMLESS = "danger", "none"
STOPS, ASKS = 0.99, 0.93
"""How likely a danger must be for the coach to stop, and to ask. By cross-validation (docs/safety.md)."""
SURE_OF_KIND = 0.5
"""Below this the text names no danger: one that names the wrong one does not help."""


class Guess(NamedTuple):
    """How likely a message is dangerous, of which kind most, and whether the kind is all but certain."""

    likely: float
    category: str
    sure: bool


def guess(said: str) -> Guess | None:
    """Look at a text of `words.normal`; return None where the coach may go on."""
    chance, words = likely(said, linear.shipped(DANGERS))
    if chance < ASKS:
        return None
    kinds = linear.probabilities(linear.shipped(KINDS), features(words))
    category = max(kinds, key=lambda kind: kinds[kind])
    return Guess(chance, category, kinds[category] >= SURE_OF_KIND)


def likely(said: str, model: linear.Model) -> tuple[float, list[str]]:
    """Return how likely the most dangerous piece of a text is dangerous, and its words."""
    column = model.labels.index(DANGER)
    scored = ((_score(model, features(piece), column), piece) for piece in pieces(said))
    score, piece = max(scored, key=lambda each: each[0])
    return 1 / (1 + exp(-model.step * score)), list(piece)


def _score(model: linear.Model, found: list[str], column: int) -> int:
    """Return by how many steps danger outweighs the other label."""
    places, rows = model.places, model.rows
    ats = [2 * at for each in found if (at := places.get(each)) is not None]
    return sum(rows[at + column] - rows[at + 1 - column] for at in ats)
