"""Train the intent model of the built-in coach, and say which way of telling intents is best.

    python tools/train_intents.py            train, print the figures, write src/fitzen/data/intents.xz
    python tools/train_intents.py --compare  rules, n-grams and both, on what was not trained on

It takes the phrases of `tools/intents/` and the training part of `evals/data/routing.jsonl`. Multinomial logistic
regression (Cox 1958, doi 10.1111/j.2517-6161.1958.tb00292.x) with AdaGrad (Duchi 2011, jmlr.org/papers/v12/duchi11a.html) in plain Python.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import exp, sqrt
from pathlib import Path

from evals.routing import Case, labelled, part

from fitzen.coach.builtin import model
from fitzen.coach.builtin.cues import scores
from fitzen.coach.builtin.features import features
from fitzen.coach.builtin.said import Said
from fitzen.coach.builtin.text import WRITTEN_OUT, plain

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tools" / "intents"
TUNED_ON = ROOT / "tests" / "unit" / "coach" / "labelled" / "utterances.txt"
OUT = ROOT / "src" / "fitzen" / "data" / model.FILE
SEED = 20261126
OF_A_PHRASE = 14
"""So many of what a phrase can say are made; of one that can say less, all."""
EPOCHS, RATE, DECAY, ENOUGH = 6, 0.3, 2e-5, 2
"""A feature counts when it is in so many examples."""
TOO_SMALL = 0.004
LEVELS = 127

type Example = tuple[Sequence[str], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compare", action="store_true", help="compare the ways of telling intents; write nothing")
    if parser.parse_args().compare:
        compare()
    else:
        weights, intents = train(examples(features))
        packed = quantised(weights, intents)
        OUT.write_bytes(packed)
        trained = model.unpack(packed)
        print(f"{len(trained.places)} features, {len(intents)} intents, {len(packed) / 1024:.0f} KiB")
        report("shipped", lambda said: _best(model.probabilities(trained, features(said))))


def compare() -> None:
    """Print the share of right intents of each way, on the parts that were not trained on."""
    report("rules", lambda said: _best(scores(said)))
    for name, kinds in (("n-grams", "w c"), ("n-grams and what they name", "w c a k"), ("all with rules", "w c a k q")):
        chosen = set(kinds.split()) | {"bias"}

        def only(said: Said, chosen: set[str] = chosen) -> list[str]:
            return [each for each in features(said) if each.split(" ")[0] in chosen]

        weights, intents = train(examples(only))
        trained = model.unpack(quantised(weights, intents))
        report(name, lambda said, only=only, trained=trained: _best(model.probabilities(trained, only(said))))


def report(name: str, tell: Callable[[Said], str]) -> None:
    for chosen in ("train", "dev", "test"):
        cases = [case for case in single(labelled()) if part(case.text) == chosen]
        right = sum(tell(Said(plain(case.text))) == intent_of(case) for case in cases)
        print(f"{name:32}{chosen:8}{right / len(cases):7.1%} of {len(cases)}")


def _best(told: Mapping[str, float]) -> str:
    return max(told, key=lambda each: told[each])


def single(cases: Sequence[Case]) -> list[Case]:
    """Leave out what wants several things, leans on earlier turns, has typing errors, or is to be asked about."""
    return [case for case in cases if not case.sort and case.reply != "clarify"]


def intent_of(case: Case) -> str:
    return case.tool or case.reply


def examples(made: Callable[[Said], Sequence[str]]) -> list[Example]:
    texts = [(text, intent) for intent, lines in phrases().items() for line in lines for text in said_by(line)]
    texts += [(case.text, intent_of(case)) for case in single(labelled()) if part(case.text) == "train"] * 2
    texts += tuned_on()
    return [(made(Said(plain(text))), intent) for text, intent in texts]


def tuned_on() -> list[tuple[str, str]]:
    """Return what the first rules were tuned on, without what is answered by a rule of its own."""
    lines = TUNED_ON.read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|", 2)] for line in lines if line and not line.startswith("#")]
    return [(text, intent) for intent, _, text in rows if intent in set(phrases())]


def phrases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    intent = ""
    for line in (FOLDER / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            intent = line[2:]
        elif line and not line.startswith("#"):
            found[intent].append(line)
    return found


def words() -> dict[str, list[str]]:
    lines = (FOLDER / "words.txt").read_text(encoding="utf-8").splitlines()
    named = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return {name: [each.strip() for each in listed.split(" | ")] for name, listed in named}


WORDS = words()
LETTERS = re.compile(r"(?<![a-z])[a-z]{4,}(?![a-z])")
CHOICE = re.compile(r"\(([^()]*)\)")
SLOT = re.compile(r"\{(\w+)\}")


def said_by(line: str) -> Iterator[str]:
    """Yield different things that a phrase says."""
    chance = random.Random(f"{SEED} {line}")  # noqa: S311 - examples, no secrets
    made = (_one(line, chance) for _ in range(3 * OF_A_PHRASE))
    yield from list(dict.fromkeys(made))[:OF_A_PHRASE]


def _one(line: str, chance: random.Random) -> str:
    while CHOICE.search(line):
        line = CHOICE.sub(lambda match: chance.choice(match[1].split("|")), line, count=1)
    line = SLOT.sub(lambda match: chance.choice(WORDS[match[1]]), line)
    return re.sub(r"\s+", " ", line).replace(" ,", ",").replace(" ?", "?").strip()


def train(rows: Sequence[Example]) -> tuple[dict[str, list[float]], list[str]]:
    """Return a weight for each feature and intent."""
    counts = Counter(feature for found, _ in rows for feature in found)
    intents = sorted({intent for _, intent in rows})
    weights = {feature: [0.0] * len(intents) for feature, count in counts.items() if count >= ENOUGH}
    squares = {feature: [1e-6] * len(intents) for feature in weights}
    kept = [([f for f in found if f in weights], intents.index(intent)) for found, intent in rows]
    shares = Counter(intent for _, intent in kept)
    chance = random.Random(SEED)  # noqa: S311 - the order of examples
    for _ in range(EPOCHS):
        chance.shuffle(kept)
        for found, wanted in kept:
            _learn(weights, squares, found, wanted, sqrt(len(rows) / len(intents) / shares[wanted]))
    return weights, intents


def _learn(
    weights: dict[str, list[float]], squares: dict[str, list[float]], found: Sequence[str], wanted: int, counts: float
) -> None:
    """Move the weights of an example's features towards what was wanted; `counts` evens out rare intents."""
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


def quantised(weights: Mapping[str, Sequence[float]], intents: Sequence[str]) -> bytes:
    """Pack the weights in a signed byte each."""
    most = sorted(abs(each) for row in weights.values() for each in row)
    step = most[int(0.9995 * (len(most) - 1))] / LEVELS
    rows = {
        feature: bytes(max(-LEVELS, min(LEVELS, round(each / step))) & 0xFF for each in row)
        for feature, row in weights.items()
    }
    kept = {feature: row for feature, row in rows.items() if any(row)}
    return model.pack(intents, step, kept, *vocabulary())


def vocabulary() -> tuple[set[str], set[str]]:
    """Return the words of the phrases, and all that Fitzen's own texts and data are written in: no typing errors."""
    spoken = set(LETTERS.findall(" ".join(file.read_text(encoding="utf-8").lower() for file in FOLDER.glob("*.txt"))))
    files = [
        file
        for folder in ("src", "docs")
        for kind in ("py", "md", "jsonl", "tsv")
        for file in (ROOT / folder).rglob(f"*.{kind}")
    ]
    own = {word for file in files for word in LETTERS.findall(file.read_text(encoding="utf-8").lower())}
    return spoken - {*WRITTEN_OUT}, own - {*WRITTEN_OUT}


if __name__ == "__main__":
    main()
