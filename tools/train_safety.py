"""Train the second layer of the safety screen: how likely a message is dangerous, and of which kind.

    python tools/train_safety.py          train on all, write src/fitzen/data/danger.xz and danger_kinds.xz
    python tools/train_safety.py --cross  how good it is on the quarter that it was not trained on, by turns

It takes the phrases of `tools/safety/` and the sets of `evals/data/` that may be trained on. `learning.py` says how.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.asking import labelled
from learning import ROOT, Example, phrases, quantised, said_by, train, words

from fitzen.coach import linear
from fitzen.coach.safety.features import features, pieces
from fitzen.coach.safety.guess import DANGER, DANGERS, HARMLESS, KINDS, likely
from fitzen.coach.safety.screen import by_rules
from fitzen.coach.safety.words import normal

FOLDER = ROOT / "tools" / "safety"
DANGEROUS, FINE = ("safety", "safety_voices"), ("harmless", "harmless_voices")
ORDINARY = (("routing", "text"), ("knowledge", "question"), ("model_size", "text"))
"""Sets of other parts: what people ask a coach. What the rules see something in is left out."""
INTENTS, EACH = ROOT / "tools" / "intents", 4
"""Of what is said to the coach for other things, each so manyth teaches what is ordinary."""
EXERCISES = ROOT / "src" / "fitzen" / "data" / "exercises.jsonl"
TURNS = 4
SHARES = (0.001, 0.005, 0.01, 0.02, 0.03, 0.05)

type Row = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="measure on what is not trained on; write nothing")
    if parser.parse_args().cross:
        cross()
        return
    rows = [*made(), *real()]
    for file, packed in ((DANGERS, danger(rows)), (KINDS, kinds(rows))):
        (ROOT / "src" / "fitzen" / "data" / file).write_bytes(packed)
        trained = linear.unpack(packed)
        print(f"{file}: {len(trained.places)} features, {len(trained.labels)} labels, {len(packed) / 1024:.0f} KiB")


def made() -> list[Row]:
    """Return what the phrases say, each with its category."""
    of_danger = _said(FOLDER)
    wishes = [(text, HARMLESS) for text, _ in _said(INTENTS) if not by_rules(text)]
    exercises = [json.loads(line)["name"] for line in EXERCISES.read_text(encoding="utf-8").splitlines()]
    return [*of_danger, *wishes[::EACH], *((name, HARMLESS) for name in exercises)]


def _said(folder: Path) -> list[Row]:
    named = words(folder)
    return [(text, kind) for kind, lines in phrases(folder).items() for line in lines for text in said_by(line, named)]


def real() -> list[Row]:
    """Return the messages that people wrote. What is no danger by itself, such as a pregnancy, is for the rules to see."""
    dangers = [(_text(row), _kind(row)) for name in DANGEROUS for row in labelled(name)]
    fine = [(_text(row), HARMLESS) for name in FINE for row in labelled(name)]
    return [*dangers, *fine, *((text, HARMLESS) for text in _ordinary())]


def _kind(row: dict[str, str]) -> str:
    return row["category"] if row["level"] == "stop" or row["category"] == "low_mood" else HARMLESS


def _text(row: dict[str, str]) -> str:
    return row["text"] if "text" in row else " . ".join(row["turns"])


def _ordinary() -> Iterator[str]:
    texts = (row[field] for name, field in ORDINARY for row in labelled(name) if field in row)
    return (text for text in texts if not by_rules(text))


def danger(rows: Sequence[Row]) -> bytes:
    """Learn to tell danger from the rest. Each piece of what is harmless is; of what is dangerous, the whole."""
    return quantised(*train([each for text, kind in rows for each in _examples(text, kind)]))


def _examples(text: str, kind: str) -> Iterator[Example]:
    whole, *parts = pieces(normal(text))
    yield features(whole), HARMLESS if kind == HARMLESS else DANGER
    if kind == HARMLESS:
        yield from ((features(part), HARMLESS) for part in parts)


def kinds(rows: Sequence[Row]) -> bytes:
    """Learn to tell the dangers apart."""
    return quantised(*train([(features(pieces(normal(text))[0]), kind) for text, kind in rows if kind != HARMLESS]))


def cross() -> None:
    """Print which share of dangers is found at which share of false alarms."""
    rows, phrased = real(), made()
    told: list[tuple[float, Row]] = []
    for turn in range(TURNS):
        trained = linear.unpack(danger([*phrased, *(row for at, row in enumerate(rows) if at % TURNS != turn)]))
        tested = [row for at, row in enumerate(rows) if at % TURNS == turn]
        told += [(likely(normal(text), trained)[0], (text, kind)) for text, kind in tested]
    fine = sorted((each for each, (_, kind) in told if kind == HARMLESS), reverse=True)
    for share in SHARES:
        least = fine[int(share * len(fine))]
        found = [each > least or by_rules(text) is not None for each, (text, kind) in told if kind != HARMLESS]
        print(f"false alarms {share:5.1%}: from {least:.3f} on, {sum(found) / len(found):.1%} of {len(found)} found")


if __name__ == "__main__":
    main()
