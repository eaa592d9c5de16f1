"""Train the intent model of the built-in coach, and say which way of telling intents is best.

    python tools/train_intents.py            train, print the figures, write src/fitzen/data/intents.xz
    python tools/train_intents.py --compare  rules, n-grams and both, on what was not trained on

It takes the phrases of `tools/intents/` and the training part of `evals/data/routing.jsonl`; `learning.py` says how.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence

from evals.routing import Case, labelled, part
from learning import ROOT, Example, phrases, quantised, said_by, train, words

from fitzen.coach import linear
from fitzen.coach.builtin.cues import scores
from fitzen.coach.builtin.features import features
from fitzen.coach.builtin.intents import FILE
from fitzen.coach.builtin.said import Said
from fitzen.coach.builtin.text import WRITTEN_OUT, plain

FOLDER = ROOT / "tools" / "intents"
TUNED_ON = ROOT / "tests" / "unit" / "coach" / "labelled" / "utterances.txt"
OUT = ROOT / "src" / "fitzen" / "data" / FILE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compare", action="store_true", help="compare the ways of telling intents; write nothing")
    if parser.parse_args().compare:
        compare()
    else:
        weights, intents = train(examples(features))
        packed = quantised(weights, intents, *vocabulary())
        OUT.write_bytes(packed)
        trained = linear.unpack(packed)
        print(f"{len(trained.places)} features, {len(intents)} intents, {len(packed) / 1024:.0f} KiB")
        report("shipped", lambda said: _best(linear.probabilities(trained, features(said))))


def compare() -> None:
    """Print the share of right intents of each way, on the parts that were not trained on."""
    report("rules", lambda said: _best(scores(said)))
    for name, kinds in (("n-grams", "w c"), ("n-grams and what they name", "w c a k"), ("all with rules", "w c a k q")):
        chosen = set(kinds.split()) | {"bias"}

        def only(said: Said, chosen: set[str] = chosen) -> list[str]:
            return [each for each in features(said) if each.split(" ")[0] in chosen]

        weights, intents = train(examples(only))
        trained = linear.unpack(quantised(weights, intents, *vocabulary()))
        report(name, lambda said, only=only, trained=trained: _best(linear.probabilities(trained, only(said))))


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
    texts = [
        (text, intent) for intent, lines in phrases(FOLDER).items() for line in lines for text in said_by(line, WORDS)
    ]
    texts += [(case.text, intent_of(case)) for case in single(labelled()) if part(case.text) == "train"] * 2
    texts += tuned_on()
    return [(made(Said(plain(text))), intent) for text, intent in texts]


def tuned_on() -> list[tuple[str, str]]:
    """Return what the first rules were tuned on, without what is answered by a rule of its own."""
    lines = TUNED_ON.read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|", 2)] for line in lines if line and not line.startswith("#")]
    return [(text, intent) for intent, _, text in rows if intent in set(phrases(FOLDER))]


WORDS = words(FOLDER)
LETTERS = re.compile(r"(?<![a-z])[a-z]{4,}(?![a-z])")


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
