"""A message with what it names: looked up once, used by all that understand it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from fitzen.coach.builtin import lexicon
from fitzen.coach.builtin.mentions import Mention, mentions, muscle
from fitzen.coach.builtin.parse_workout import ParsedWorkout, parse_workout
from fitzen.coach.builtin.periods import Found, periods

ASKS = (
    r"\?\s*$|^(?:how|what|which|why|when|where|who|should|does|show|tell|give|compare|explain"
    r"|(?:is|are|am|do|did|was|were|has|have|can|could|will|would) (?:i|you|we|it|there)|(?:is|are|was|were|can|will|would) (?:my|the)|is|are|does"
    r"|(?:did|do|has|have) (?:my|the)(?= \w+(?: \w+)? (?:go|get|got|come|gone|improve\w*|change\w*|drop\w*|increase\w*|rise|fall|stall\w*|move\w*|been|stay\w*)))\b"
)
QUESTION = re.compile(ASKS)
CLOCK = re.compile(
    r"\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|(?:[01]?\d|2[0-3]):[0-5]\d(?!:)|\d{1,2} o'clock"
    r"|noon|midday|midnight|(?:half|quarter) (?:past|to) \w+|at \d{1,2}(?![\d:.]| ?(?:kg|lb|x|%|reps|min|g\b|cal|kcal)))"
)
UNIT_CLASSES = {
    "mass": r"kgs?|kilos?|kilograms?|lbs?|pounds?|stones?|st",
    "grams": r"g|grams?|oz|ounces?|tbsp|tsp|cups?|slices?|scoops?|bowls?|pieces?|handfuls?",
    "volume": r"ml|millilit(?:re|er)s?|cl|dl|l|lit(?:re|er)s?|glass(?:es)?|bottles?|pints?|fl ?oz",
    "length": r"cm|centimet(?:re|er)s?|in|inch(?:es)?|\"|ft|feet|foot",
    "distance": r"km|kms|k|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|laps|lengths",
    "time": r"min(?:ute)?s?|h|hrs?|hours?|s|secs?|seconds?",
    "energy": r"kcals?|cals?|calories",
    "percent": r"%|percent|per cent",
    "reps": r"reps?|sets?|x ?\d+|rounds?",
    "days": r"days?|weeks?|months?",
}
UNITS = re.compile(
    rf"(?<![\w.]){lexicon.NUMBER}[ -]?(?:{'|'.join(f'(?P<{name}>{units})' for name, units in UNIT_CLASSES.items())})(?![a-z])"
)
DIGITS = re.compile(r"(?<![\w.])\d+(?:[.,:]\d+)*(?![\w])")
TOKEN = re.compile(r"<\w+>|[a-z]+(?:['-][a-z]+)*|\d+(?:[.,:]\d+)*|[%?+]")
WATER = re.compile(r"\b(?:water|h2o|hydrat\w*)\b")
MAX_LONG = 600
"""What is told at such length is not a wish; a workout is."""


@dataclass(frozen=True)
class Said:
    """A message of one wish, in the form of `text.plain`."""

    text: str

    @cached_property
    def parsed(self) -> ParsedWorkout:
        return parse_workout(self.text)

    @cached_property
    def named(self) -> Sequence[Mention]:
        return mentions(self.text)

    @cached_property
    def exercises(self) -> list[str]:
        """Name the exercises that are in the library."""
        return [each.words for each in self.named if each.known]

    @cached_property
    def muscle(self) -> str | None:
        return muscle(self.text)

    @cached_property
    def periods(self) -> list[Found]:
        return periods(self.text)

    @cached_property
    def metric(self) -> re.Match[str] | None:
        """Find what is measured; of several that fit, the longest, then the first."""
        found = [match for pattern in lexicon.METRIC.values() if (match := pattern.search(self.text))]
        return max(found, key=lambda match: (match.end() - match.start(), -match.start()), default=None)

    @cached_property
    def nutrient(self) -> re.Match[str] | None:
        return lexicon.NUTRIENT.search(self.text)

    @cached_property
    def slot(self) -> str | None:
        match = lexicon.SLOT.search(self.text)
        return lexicon.SLOTS[match["slot"]] if match else None

    @cached_property
    def asks(self) -> bool:
        return QUESTION.search(self.text) is not None

    @cached_property
    def foods(self) -> list[str]:
        """List the words that are foods, longest first where a name has two words."""
        words = re.findall(r"[a-z]+(?:[-'][a-z]+)*", self.text)
        pairs = [f"{one} {other}" for one, other in pairwise(words)]
        known = lexicon.food_words()
        return [each for each in (*pairs, *words) if each in known]

    @cached_property
    def water(self) -> bool:
        return WATER.search(self.text) is not None

    @cached_property
    def facts(self) -> frozenset[str]:
        """Name the sorts of things that it names."""
        return frozenset(self._facts())

    def _facts(self) -> Iterator[str]:
        present = {
            "sets": self.parsed.complete and any(each.name for each in self.parsed.exercises),
            "nameless": self.parsed.complete and not any(each.name for each in self.parsed.exercises),
            "exercise": bool(self.exercises),
            "strange": bool(self.named) and not self.exercises,
            "muscle": self.muscle is not None,
            "period": bool(self.periods),
            "two_periods": len(self.periods) > 1,
            "metric": self.metric is not None,
            "nutrient": self.nutrient is not None,
            "slot": self.slot is not None,
            "food": bool(self.foods),
            "water": self.water,
            "habit": lexicon.HABIT.search(self.text) is not None,
            "pattern": lexicon.PATTERN.search(self.text) is not None,
            "clock": CLOCK.search(self.text) is not None,
            "asks": self.asks,
            "number": DIGITS.search(self.text) is not None,
        }
        yield from (name for name, there in present.items() if there)
        yield from {f"unit_{match.lastgroup}" for match in UNITS.finditer(self.text)}

    @cached_property
    def abstract(self) -> list[str]:
        """Return its words, with what it names put by its sort: `how <much> <nutrient> did i eat <period>`."""
        text = self.text[:MAX_LONG]
        for match in reversed(periods(text)):
            text = f"{text[: match.start]} <period> {text[match.end :]}"
        text = CLOCK.sub(" <clock> ", text)
        for name, pattern in ABSTRACT:
            text = pattern.sub(f" <{name}> ", text)
        for words in self.exercises:
            text = re.sub(rf"(?<![\w<]){re.escape(words)}(?![\w>])", " <exercise> ", text)
        text = UNITS.sub(lambda match: f" <{match.lastgroup}> ", text)
        known = lexicon.food_words()
        return [_abstract(token, known) for token in TOKEN.findall(text)]


ABSTRACT = (
    *((("metric"), pattern) for pattern in lexicon.METRIC.values()),
    ("nutrient", lexicon.NUTRIENT),
    ("slot", lexicon.SLOT),
    ("pattern", lexicon.PATTERN),
)


def _abstract(token: str, foods: frozenset[str]) -> str:
    if token[0].isdigit():
        return "<n>"
    if token in lexicon.NUMBER_WORDS and token not in ("a", "an", "another"):
        return "<n>"
    return "<food>" if token in foods else token
