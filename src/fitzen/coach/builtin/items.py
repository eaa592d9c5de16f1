"""The parts of a training phrase: names, groups of sets, loads, efforts, marks; what each token sequence means.

`5x5` alone is five sets of five, `60x10` sixty kilograms for ten, `3x8x80` three sets of eight at eighty. A pair with no
unit stays a `Pair` until the clause says whether a load stands beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from fitzen.coach.builtin.tokens import DISTANCE, TIME, WEIGHT, Token

MAX_RPE, MIN_RPE = 10, 5


class Load(NamedTuple):
    """A weight as said; `unit` is kg, lb or "" where none was said."""

    value: float
    unit: str = ""


@dataclass(slots=True)
class Group:
    """Sets alike in everything but what is listed: one entry of `reps` for each set (None: not said yet)."""

    reps: list[int | None]
    loads: list[Load | None] = field(default_factory=list)
    duration_s: float | None = None
    distance_m: float | None = None
    rpe: float | None = None
    rir: float | None = None
    kind: str = "normal"

    def load(self, loads: Sequence[Load]) -> None:
        """Give each set a load: one for all, or as many as there are sets (the last goes on)."""
        if len(loads) > len(self.reps) == 1:
            self.reps *= len(loads)
        self.loads = [loads[min(index, len(loads) - 1)] for index in range(len(self.reps))]

    @property
    def measured(self) -> bool:
        return self.duration_s is not None or self.distance_m is not None


class Pair(NamedTuple):
    """`a x b` without units: sets and reps, or load and reps."""

    a: float
    b: float


class Name(NamedTuple):
    words: tuple[str, ...]


class Loads(NamedTuple):
    loads: tuple[Load, ...]


class Reps(NamedTuple):
    """Reps that complete sets said before, or make sets at the load said before."""

    reps: tuple[int, ...]


class Number(NamedTuple):
    """A number that nothing beside it explains."""

    value: float


class Effort(NamedTuple):
    scale: Literal["rpe", "rir"]
    value: float


class Kind(NamedTuple):
    kind: str


class Amount(NamedTuple):
    """A time in seconds or a distance in metres."""

    of: Literal["duration_s", "distance_m"]
    value: float


class Mark(NamedTuple):
    """`sep` (a comma), `and`, `end` (then, a full stop), `superset`, `with`."""

    mark: str


type Item = Group | Pair | Name | Loads | Reps | Number | Effort | Kind | Amount | Mark
type Found = tuple[Item | None, int]
"""What starts at a token, and how many tokens it takes; 0 for nothing."""

KINDS = {"warmup": "warmup", "dropset": "drop", "failure": "failure", "workset": "normal", "lastfailure": "last"}
NOT_LISTED = ("x", "for", "word", "kind", "colon", "rpe", "rir")
LONGEST_LIST = 40
"""So many figures are one list; who sends more at once is not logging sets."""
BETWEEN = ("sep", "and", "slash")


def items(tokens: Sequence[Token]) -> list[Item]:
    """Read all tokens; what means nothing is left out."""
    found: list[Item] = []
    words: list[str] = []
    i = 0
    while i < len(tokens):
        item, used = _first(tokens, i)
        if not used and tokens[i].kind == "word":
            words.append(tokens[i].text)
        elif words and not _joins(tokens[i]):
            found.append(Name(tuple(words)))
            words = []
        if item is not None:
            found.append(item)
        i += used or 1
    return [*found, Name(tuple(words))] if words else found


def _joins(token: Token) -> bool:
    return token.kind in ("of", "in")


def _first(tokens: Sequence[Token], i: int) -> Found:
    for matcher in MATCHERS:
        item, used = matcher(tokens, i)
        if used:
            return item, used
    return None, 0


def _at(tokens: Sequence[Token], i: int) -> Token:
    return tokens[i] if 0 <= i < len(tokens) else Token("", "")


def _number(tokens: Sequence[Token], i: int, *units: str) -> bool:
    return _at(tokens, i).kind == "number" and (not units or _at(tokens, i).unit in units)


def _effort(tokens: Sequence[Token], i: int) -> Found:
    """Match `rpe 8`, `@ rpe 8`, `8 rpe`, `2 rir`, `rir: 2`, and `@8` of at most 10 right after the sign."""
    skipped = 1 if _at(tokens, i).kind in ("at", "with") else 0
    kind = _at(tokens, i + skipped).kind
    if kind in ("rpe", "rir"):
        colon = _at(tokens, i + skipped + 1).kind in ("colon", "of")
        j = i + skipped + 1 + colon
        return (_scaled(kind, tokens[j].value), j + 1 - i) if _number(tokens, j, "") else (None, skipped + 1)
    if _number(tokens, i + skipped, "", "reps") and _at(tokens, i + skipped + 1).kind in ("rpe", "rir"):
        return _scaled(tokens[i + skipped + 1].kind, tokens[i + skipped].value), skipped + 2
    if _at(tokens, i).text == "@" and _number(tokens, i + 1, "") and _at(tokens, i + 2).kind not in ("x", "slash"):
        value = tokens[i + 1].value
        if MIN_RPE <= value <= MAX_RPE and (value * 2).is_integer():
            return Effort("rpe", value), 2
    return None, 0


def _scaled(scale: str, value: float) -> Effort:
    return Effort("rpe" if scale == "rpe" else "rir", min(value, MAX_RPE))


def _chain(tokens: Sequence[Token], i: int) -> Found:
    """Match numbers joined by x: `5x5`, `3x8x80`, `60kg x 10`, `3x60s`, `80kg x8 x8 x6`, `3 sets x 10 reps`."""
    if not _number(tokens, i):
        return None, 0
    parts = [tokens[i]]
    j = i + 1
    while _at(tokens, j).kind == "x" and _number(tokens, j + 1):
        parts.append(tokens[j + 1])
        j += 2
    return (_read_chain(parts), j - i) if len(parts) > 1 else (None, 0)


def _read_chain(parts: Sequence[Token]) -> Item:
    units = [part.unit for part in parts]
    if len(parts) == 2 and units[1] in WEIGHT and not units[0] and parts[0].value > HEAVY >= parts[1].value:  # noqa: PLR2004
        parts, units = [parts[0]._replace(unit=units[1]), parts[1]._replace(unit="")], [units[1], ""]  # `80x8 kg`
    loads = [index for index, unit in enumerate(units) if unit in WEIGHT]
    numbers = [part for part in parts if part.unit not in WEIGHT]
    if not loads and units == ["", ""]:
        return Pair(parts[0].value, parts[1].value)
    if not loads and len(parts) > 2 and not any(units):  # noqa: PLR2004 - sets, reps, load
        return _three_bare(parts)
    group = _sets_of(numbers, loads[0] == 0 if loads else False)
    if loads:
        group.load([_load(parts[loads[0]])])
    return group


def _three_bare(parts: Sequence[Token]) -> Group:
    """`3x8x80` is sets, reps, load; `80x8x3` load, reps, sets; more numbers after a load are reps of more sets."""
    first, *rest = parts
    if first.value > MAX_SETS_SAID and len(rest) == 2 and rest[1].value <= MAX_SETS_SAID:  # noqa: PLR2004
        group = Group([int(rest[0].value)] * int(rest[1].value))
    elif first.value > MAX_SETS_SAID:
        group = Group([int(part.value) for part in rest])
    else:
        group = Group([int(rest[0].value)] * _count(first.value))
        group.load([Load(rest[1].value)])
        return group
    group.load([Load(first.value)])
    return group


MAX_SETS_SAID = 10
"""More sets than that in `12x10` would be strange: then the first number is a load."""
MAX_COUNT = 50
HEAVY = 15
LIKELY_SETS = 6


def _count(value: float) -> int:
    return max(1, min(int(value), MAX_COUNT))


def _sets_of(numbers: Sequence[Token], after_load: bool) -> Group:
    """Read what is left of a chain without its load."""
    by_unit = {part.unit: part for part in numbers}
    amount = next((part for part in numbers if part.unit in TIME or part.unit in DISTANCE), None)
    plain = [part for part in numbers if part is not amount]
    if amount is not None:
        count = plain[0] if plain else None
        group = Group([None] * (_count(count.value) if count else 1))
        _measure(group, amount)
        return group
    if "sets" in by_unit:
        reps = next((part for part in plain if part.unit != "sets"), None)
        return Group([int(reps.value) if reps else None] * _count(by_unit["sets"].value))
    if len(plain) == 1:
        return Group([int(plain[0].value)])
    if not after_load:
        return Group([int(plain[1].value)] * _count(plain[0].value))
    if len(plain) == 2 and plain[1].value <= min(plain[0].value, LIKELY_SETS):  # noqa: PLR2004 - 80kg x 8 x 3
        return Group([int(plain[0].value)] * _count(plain[1].value))
    return Group([int(part.value) for part in plain])


def _measure(group: Group, token: Token) -> None:
    if token.unit in TIME:
        group.duration_s = token.value * TIME[token.unit]
    else:
        group.distance_m = round(token.value * DISTANCE[token.unit], 1)


def _counted(tokens: Sequence[Token], i: int) -> Found:
    """Match `3 sets of 10`, `3 sets of 60 s`, `3 sets, 10 reps`, `3 warmup sets of 10`, `4 sets`."""
    kind, j = "normal", i + 1
    if _number(tokens, i, "") and _at(tokens, i + 1).kind == "kind":
        unit = _at(tokens, i + 2)
        if unit.text not in ("set", "sets") and _at(tokens, i + 1).text not in ("dropset", "workset"):
            return None, 0
        kind = KINDS[tokens[i + 1].text]
        j = i + 2 + (unit.text in ("set", "sets"))
    elif not _number(tokens, i, "sets"):
        return None, 0
    count = _count(tokens[i].value)
    j += _at(tokens, j).kind in ("of", "x", "sep", "for", "colon") and _number(tokens, j + 1)
    if _at(tokens, j + 1).kind == "x" and _number(tokens, j + 2) and not _number(tokens, j, *WEIGHT):
        j = j if _number(tokens, j) else j + 1
    group = Group([None] * count, kind=kind)
    if _number(tokens, j, *WEIGHT) and _at(tokens, j + 1).kind in ("x", "for") and _number(tokens, j + 2, "", "reps"):
        group.reps = [int(tokens[j + 2].value)] * count
        group.load([_load(tokens[j])])
        return group, j + 3 - i
    if _number(tokens, j, "", "reps"):
        listed, used = _listed(tokens, j)
        group.reps = [*listed] if len(listed) == count else [listed[0]] * count
        return group, j + (used if len(listed) == count else 1) - i
    if _number(tokens, j, *TIME, *DISTANCE):
        _measure(group, tokens[j])
        j += 1
    return group, j - i


def _listed(tokens: Sequence[Token], i: int) -> tuple[list[int], int]:
    """Read `8, 8, 6` or `8/8/6` or `8, 8 and 6`: bare numbers, the last perhaps followed by `reps`."""
    values = [int(tokens[i].value)]
    j = i + 1
    while len(values) < LONGEST_LIST and _at(tokens, j).kind in BETWEEN and tokens[j - 1].unit != "reps":
        k = j + 1 + (_at(tokens, j + 1).kind == "and")
        if not _number(tokens, k, "", "reps") or _at(tokens, k + 1).kind in ("x", "for", "kind"):
            break
        if _at(tokens, k + 1).kind == "word" and tokens[k].unit != "reps":
            break
        values.append(int(tokens[k].value))
        j = k + 1
    return values, j - i


def _reps(tokens: Sequence[Token], i: int) -> Found:
    """Match `10 reps`, `10 reps x 3 sets`, `8/8/6`, `8, 8, 6 reps`."""
    if not _number(tokens, i, "", "reps"):
        return None, 0
    if tokens[i].unit == "reps":
        j = i + 1 + (_at(tokens, i + 1).kind in ("x", "for", "of", "sep"))
        if _number(tokens, j, "sets"):
            return Group([int(tokens[i].value)] * _count(tokens[j].value)), j + 1 - i
        return Reps((int(tokens[i].value),)), 1
    values, used = _listed(tokens, i)
    said = _at(tokens, i + used - 1).unit == "reps" or _at(tokens, i + 1).kind == "slash"
    return (Reps(tuple(values)), used) if len(values) > 1 and said else (None, 0)


def _loads(tokens: Sequence[Token], i: int) -> Found:
    """Match `100 kg`, `at 100`, `at 60, 70 and 80 kg`, `+10 kg`, an empty bar."""
    if _at(tokens, i).kind == "emptybar":
        return Loads((Load(0, "bar"),)), 1
    start = i + (_at(tokens, i).kind in ("at", "with", "plus"))
    if not _number(tokens, start, "", *WEIGHT) or _at(tokens, start + 1).kind == "x":
        return None, 0
    if start == i and tokens[i].unit not in WEIGHT and not _unit_ahead(tokens, i):
        return None, 0
    loads = [_load(tokens[start])]
    j = start + 1
    while len(loads) < LONGEST_LIST and _at(tokens, j).kind in BETWEEN:
        k = j + 1 + (_at(tokens, j + 1).kind == "and")
        if not _number(tokens, k, "", *WEIGHT) or _at(tokens, k + 1).kind in NOT_LISTED:
            break
        if tokens[start].unit and not tokens[k].unit:
            break
        loads.append(_load(tokens[k]))
        j = k + 1
    unit = next((load.unit for load in reversed(loads) if load.unit), "")
    return Loads(tuple(Load(load.value, load.unit or unit) for load in loads)), j - i


def _unit_ahead(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a list that starts with a bare number ends in a weight: `60, 70, 80 kg`."""
    j = i + 1
    while j - i < 2 * LONGEST_LIST and _at(tokens, j).kind in BETWEEN and _number(tokens, j + 1):
        if tokens[j + 1].unit in WEIGHT:
            return _at(tokens, j + 2).kind not in ("x", "for")
        if tokens[j + 1].unit or _at(tokens, j + 2).kind == "x":
            return False
        j += 2
    return False


def _load(token: Token) -> Load:
    return Load(token.value, token.unit if token.unit in WEIGHT else "")


def _amount(tokens: Sequence[Token], i: int) -> Found:
    """Match a time (`1 h 20 min`, `27:30`) or a distance (`5 km`)."""
    if _number(tokens, i, *DISTANCE):
        return Amount("distance_m", round(tokens[i].value * DISTANCE[tokens[i].unit], 1)), 1
    j, seconds = i, 0.0
    while _number(tokens, j, *TIME) and (j == i or ":" not in tokens[j].text):
        seconds += tokens[j].value * TIME[tokens[j].unit]
        j += 1
    return (Amount("duration_s", seconds), j - i) if j > i else (None, 0)


def _number_alone(tokens: Sequence[Token], i: int) -> Found:
    if not _number(tokens, i):
        return None, 0
    return (Number(tokens[i].value), 1) if not tokens[i].unit else (None, 1)


def _mark(tokens: Sequence[Token], i: int) -> Found:
    token = _at(tokens, i)
    if token.kind == "kind":
        return Kind(KINDS[token.text]), 1
    if token.kind in ("sep", "and", "end", "superset", "with"):
        return Mark(token.kind), 1
    return (Mark("and"), 1) if token.kind == "plus" else (None, 0)


MATCHERS: tuple[Callable[[Sequence[Token], int], Found], ...] = (
    _effort, _chain, _counted, _reps, _loads, _amount, _number_alone, _mark,
)  # fmt: skip
