"""A linear model of intents: a weight for each feature and intent, in a byte each; softmax makes them probabilities.

The file is xz; a first line of JSON names the intents, the weight of one step and the words that are no typing errors,
then come the features, a line each, and after an empty line a row of bytes for each feature. `tools/train_intents.py`
writes it.
"""

import json
import lzma
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp
from typing import NamedTuple

FILE = "intents.xz"


class Model(NamedTuple):
    """`rows` are of the features in order, a signed byte for each intent, in steps of `step`.

    `meant` are the words that tell what is wanted, which a typing error may be of; `known` all that are none.
    """

    intents: Sequence[str]
    step: float
    places: Mapping[str, int]
    rows: memoryview
    meant: frozenset[str]
    known: frozenset[str]


def pack(
    intents: Sequence[str], step: float, rows: Mapping[str, bytes], meant: Collection[str], known: Collection[str]
) -> bytes:
    """Return a model as the file holds it."""
    words = {"meant": " ".join(sorted(meant)), "known": " ".join(sorted({*known} - {*meant}))}
    head = json.dumps({"intents": list(intents), "step": step, **words})
    names = "\n".join([head, *rows])
    return lzma.compress(names.encode() + b"\n\n" + b"".join(rows.values()), preset=9)


def unpack(packed: bytes) -> Model:
    names, _, rows = lzma.decompress(packed).partition(b"\n\n")
    head, *features = names.decode().split("\n")
    said = json.loads(head)
    places = {feature: place for place, feature in enumerate(features)}
    meant = frozenset(said["meant"].split())
    known = meant | frozenset(said["known"].split())
    return Model(said["intents"], said["step"], places, memoryview(rows).cast("b"), meant, known)


@cache
def shipped() -> Model:
    """Read the model that ships with the package, once."""
    return unpack((resources.files("fitzen.data") / FILE).read_bytes())


def probabilities(model: Model, features: Sequence[str]) -> dict[str, float]:
    """Say how likely each intent is. What the model does not know counts for nothing."""
    width = len(model.intents)
    places = [place for feature in features if (place := model.places.get(feature)) is not None]
    sums = [sum(column) for column in zip(*(model.rows[at * width : (at + 1) * width] for at in places), strict=True)]
    scores = [model.step * each for each in sums] or [0.0] * width
    highest = max(scores)
    odds = [exp(each - highest) for each in scores]
    total = sum(odds)
    return {intent: each / total for intent, each in zip(model.intents, odds, strict=True)}
