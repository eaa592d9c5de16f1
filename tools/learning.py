"""What the training scripts share: examples made of phrases, a linear model learned from them, and its weights in bytes.

Multinomial logistic regression (Cox 1958, doi 10.1111/j.2517-6161.1958.tb00292.x) with AdaGrad (Duchi 2011,
jmlr.org/papers/v12/duchi11a.html) in plain Python.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import exp, sqrt
from pathlib import Path

from fitzen.coach import linear

ROOT = Path(__file__).resolve().parent.parent
SEED = 20261126
OF_A_PHRASE = 14
"""So many of what a phrase can say are made; of one that can say less, all."""
EPOCHS, RATE, DECAY, ENOUGH = 6, 0.3, 2e-5, 2
"""A feature counts when it is in so many examples."""
TOO_SMALL = 0.004
LEVELS = 127
CHOICE = re.compile(r"\(([^()]*)\)")
SLOT = re.compile(r"\{(\w+)\}")

type Example = tuple[Sequence[str], str]


def phrases(folder: Path) -> dict[str, list[str]]:
    """Read `phrases.txt`: a line `= label`, then what is said for it."""
    found: dict[str, list[str]] = defaultdict(list)
    label = ""
    for line in (folder / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            label = line[2:]
        elif line and not line.startswith("#"):
            found[label].append(line)
    return found


def words(folder: Path) -> dict[str, list[str]]:
    """Read `words.txt`: what a `{name}` in a phrase may stand for."""
    lines = (folder / "words.txt").read_text(encoding="utf-8").splitlines()
    named = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return {name: [each.strip() for each in listed.split(" | ")] for name, listed in named}


def said_by(line: str, named: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield different things that a phrase says."""
    chance = random.Random(f"{SEED} {line}")  # noqa: S311 - examples, no secrets
    made = (_one(line, named, chance) for _ in range(3 * OF_A_PHRASE))
    yield from list(dict.fromkeys(made))[:OF_A_PHRASE]


def _one(line: str, named: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    while CHOICE.search(line):
        line = CHOICE.sub(lambda match: chance.choice(match[1].split("|")), line, count=1)
    line = SLOT.sub(lambda match: chance.choice(named[match[1]]), line)
    return re.sub(r"\s+", " ", line).replace(" ,", ",").replace(" ?", "?").strip()


def train(rows: Sequence[Example]) -> tuple[dict[str, list[float]], list[str]]:
    """Return a weight for each feature and label."""
    counts = Counter(feature for found, _ in rows for feature in found)
    labels = sorted({label for _, label in rows})
    weights = {feature: [0.0] * len(labels) for feature, count in counts.items() if count >= ENOUGH}
    squares = {feature: [1e-6] * len(labels) for feature in weights}
    kept = [([f for f in found if f in weights], labels.index(label)) for found, label in rows]
    shares = Counter(label for _, label in kept)
    chance = random.Random(SEED)  # noqa: S311 - the order of examples
    for _ in range(EPOCHS):
        chance.shuffle(kept)
        for found, wanted in kept:
            _learn(weights, squares, found, wanted, sqrt(len(rows) / len(labels) / shares[wanted]))
    return weights, labels


def _learn(
    weights: dict[str, list[float]], squares: dict[str, list[float]], found: Sequence[str], wanted: int, counts: float
) -> None:
    """Move the weights of an example's features towards what was wanted; `counts` evens out rare labels."""
    sums = [sum(column) for column in zip(*(weights[feature] for feature in found), strict=True)]
    highest = max(sums)
    odds = [exp(each - highest) for each in sums]
    total = sum(odds)
    wrong = [(place, each / total - (place == wanted)) for place, each in enumerate(odds)]
    moved = [(place, error * counts) for place, error in wrong if abs(error) > TOO_SMALL]
    for feature in found:
        row, seen = weights[feature], squares[feature]
        for place, error in moved:
            slope = error + DECAY * row[place]
            seen[place] += slope * slope
            row[place] -= RATE * slope / sqrt(seen[place]) / sqrt(len(found)) * 3


def quantised(
    weights: Mapping[str, Sequence[float]],
    labels: Sequence[str],
    meant: Collection[str] = (),
    known: Collection[str] = (),
) -> bytes:
    """Pack the weights in a signed byte each."""
    most = sorted(abs(each) for row in weights.values() for each in row)
    step = most[int(0.9995 * (len(most) - 1))] / LEVELS
    rows = {
        feature: bytes(max(-LEVELS, min(LEVELS, round(each / step))) & 0xFF for each in row)
        for feature, row in weights.items()
    }
    kept = {feature: row for feature, row in rows.items() if any(row)}
    return linear.pack(labels, step, kept, meant, known)
