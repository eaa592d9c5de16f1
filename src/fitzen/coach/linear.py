"""A linear model: a weight for each feature and label, in a byte each; softmax makes them probabilities.

The file is xz; a first line of JSON names the labels, the weight of one step and the words that are no typing errors,
then come the features, a line each, and after an empty line a row of bytes for each feature. `tools/learning.py` makes
it, for what a message wants (`builtin/intents.py`) and for what is dangerous in it (`safety/guess.py`).
"""

import json
import lzma
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp
from typing import NamedTuple


class Model(NamedTuple):
    """`rows` are of the features in order, a signed byte for each label, in steps of `step`.

    `meant` are the words that tell what is wanted, which a typing error may be of; `known` all that are none.
    """

    labels: Sequence[str]
    step: float
    places: Mapping[str, int]
    rows: memoryview
    meant: frozenset[str]
    known: frozenset[str]


def pack(
    labels: Sequence[str], step: float, rows: Mapping[str, bytes], meant: Collection[str], known: Collection[str]
) -> bytes:
    """Return a model as the file holds it."""
    words = {"meant": " ".join(sorted(meant)), "known": " ".join(sorted({*known} - {*meant}))}
    head = json.dumps({"labels": list(labels), "step": step, **words})
    names = "\n".join([head, *rows])
    return lzma.compress(names.encode() + b"\n\n" + b"".join(rows.values()), preset=9)


def unpack(packed: bytes) -> Model:
    names, _, rows = lzma.decompress(packed).partition(b"\n\n")
    head, *features = names.decode().split("\n")
    said = json.loads(head)
    places = {feature: place for place, feature in enumerate(features)}
    meant = frozenset(said["meant"].split())
    known = meant | frozenset(said["known"].split())
    return Model(said["labels"], said["step"], places, memoryview(rows).cast("b"), meant, known)


@cache
def shipped(file: str) -> Model:
    """Read a model that ships with the package, once."""
    return unpack((resources.files("fitzen.data") / file).read_bytes())


def probabilities(model: Model, features: Sequence[str]) -> dict[str, float]:
    """Say how likely each label is. What the model does not know counts for nothing."""
    width = len(model.labels)
    places = [place for feature in features if (place := model.places.get(feature)) is not None]
    sums = [sum(column) for column in zip(*(model.rows[at * width : (at + 1) * width] for at in places), strict=True)]
    scores = [model.step * each for each in sums] or [0.0] * width
    highest = max(scores)
    odds = [exp(each - highest) for each in scores]
    total = sum(odds)
    return {label: each / total for label, each in zip(model.labels, odds, strict=True)}
