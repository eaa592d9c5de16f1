"""Where the figures of an answer may come from, and whether a sentence's do.

A figure may come from a tool's result, the person's words, what is known of them, or an article; it is the same when it
rounds to the digits that are shown, in the same unit or another of its dimension. Anything else is worked out by the
`calculate` tool, whose result is one more source.
"""

import re
from collections.abc import Iterable, Sequence
from math import log10
from typing import NamedTuple

from fitzen.coach.grounding.figures import CLOCK, COUNT, DATE, UNITS, Figure, figures, figures_in
from fitzen.records import Json

ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|nearly|almost|some|close to|just (?:over|under)|more than|over|less than|under)\W*$", re.IGNORECASE)  # fmt: skip
HALF = 0.5 + 1e-6
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Traced(NamedTuple):
    """A figure of a sentence and the origin that has it; None when none has."""

    figure: Figure
    origin: str | None


class Evidence:
    """Figures by where they come from. `origin` is a tool's name, or one of the words below."""

    def __init__(self) -> None:
        self._known: list[tuple[Figure, str]] = []

    def add_text(self, text: str, origin: str) -> None:
        self._known += [(figure, origin) for figure in figures(text)]

    def add_data(self, data: Json, origin: str) -> None:
        self._known += [(figure, origin) for figure in figures_in(data)]

    def trace(self, sentence: str) -> Sequence[Traced]:
        """Return each figure of a sentence with where it comes from: what came last, such as a tool's result, first."""
        found: list[Traced] = []
        for figure in figures(sentence):
            before = sentence[: max(sentence.find(figure.text), 0)]
            found.append(Traced(figure, self._origin(figure, rounded=bool(ABOUT.search(before)))))
        return found

    def untraced(self, sentence: str) -> list[str]:
        """Return the figures that come from nowhere, as they are written."""
        return [each.figure.text for each in self.trace(sentence) if each.origin is None]

    def knows(self, value: float) -> bool:
        """Tell whether a number, as it stands, is one of the figures."""
        return self._origin(Figure(value, "", _step(f"{value:g}"), ""), rounded=False) is not None

    def _origin(self, figure: Figure, *, rounded: bool) -> str | None:
        step = max(figure.step, _shown_step(figure.value)) if rounded else figure.step
        return next((origin for known, origin in reversed(self._known) if _same(known, figure, step)), None)


def _same(known: Figure, said: Figure, step: float) -> bool:
    if known.unit in (DATE, CLOCK) or said.unit in (DATE, CLOCK):
        return known.unit == said.unit and known.value == said.value
    return any(_rounds(value, said.value, step) for value in _converted(known, said.unit))


def _converted(known: Figure, unit: str) -> Iterable[float]:
    """Yield what a known figure is in the unit of the one that is said; nothing where it is of another dimension."""
    if known.unit in UNITS and unit in UNITS:
        dimension, size = UNITS[known.unit]
        if UNITS[unit][0] == dimension:
            yield known.value * size / UNITS[unit][1]
    elif known.unit != COUNT or unit not in MEASURED:
        yield known.value
        if unit == "pct" and not known.unit and abs(known.value) <= 1:
            yield known.value * 100


MEASURED = frozenset(unit for unit, (dimension, _) in UNITS.items() if dimension in ("mass", "energy", "time", "length", "volume", "share", "heart rate"))  # fmt: skip
"""How many things a list has says nothing of kilograms."""


def _rounds(known: float, said: float, step: float) -> bool:
    """Compare without the sign: `down 0.4 kg` is -0.4."""
    return abs(abs(known) - abs(said)) <= HALF * step or abs(abs(known) - abs(said)) <= 1e-9 * abs(said)


def _shown_step(value: float) -> float:
    """Return what the last digit that is not 0 stands for: 100 in 2,100."""
    text = f"{value:g}" if "e" not in f"{value:g}" else f"{value:f}"
    digits, point, _ = text.partition(".")
    if point:
        return _step(text)
    zeros = len(digits) - len(digits.rstrip("0"))
    most = int(log10(abs(value))) if value else 0
    return 10.0 ** min(zeros, most)


def _step(text: str) -> float:
    return 10.0 ** -len(text.partition(".")[2])
