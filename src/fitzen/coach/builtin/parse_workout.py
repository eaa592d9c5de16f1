"""Training phrases as people type them: "bench 60x10, 80x8, 100x5, dropset 70x12", "3 sets of 10 pull-ups".

Nothing is looked up here: names stay as said, loads keep the unit that was said, or none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from fitzen.coach import when
from fitzen.coach.builtin.items import (
    Amount,
    Effort,
    Group,
    Item,
    Kind,
    Load,
    Loads,
    Mark,
    Name,
    Number,
    Pair,
    Reps,
    items,
)
from fitzen.coach.builtin.names import clean, is_bodyweight
from fitzen.coach.builtin.tokens import WEIGHT, normal, tokenize
from fitzen.coach.when import When

SESSION = re.compile(
    r"\b(?P<what>push|pull|legs?|upper(?:[- ]body)?|lower(?:[- ]body)?|full[- ]body|chest|back|arms?|shoulders?|cardio)"
    r"(?P<and> (?:and|&) [a-z]+)? (?:day|workout|session)\b"
)
GEAR = {"dumbbell", "dumbbells", "barbell", "kettlebell", "kettlebells"}
MAX_SETS_SAID, MAX_FEW_REPS, MAX_REPS = 10, 30, 100
LIKELY_LOAD = 40
MIN_LISTED = 6
"""In `10x12, 14x8` the first number of a pair is a load too, if it is at least this."""


@dataclass(slots=True)
class ParsedExercise:
    """An exercise as named, with its sets; `superset` marks those done in turns."""

    name: str
    groups: list[Group] = field(default_factory=list)
    superset: str | None = None
    link: str = ""
    """What joined it to the exercise after it: `and`, `with`, `sep`, `end`."""
    pending: tuple[Load, ...] = ()
    kind: str = "normal"
    pairs: list[tuple[Group, Pair]] = field(default_factory=list)

    def sets(self) -> list[dict[str, Any]]:
        """List the sets as the log_workout tool takes them; equal neighbours are counted."""
        found: list[dict[str, Any]] = []
        for group in self.groups:
            for index, reps in enumerate(group.reps):
                one = _set(group, reps, group.loads[index] if group.loads else None)
                if found and {**found[-1], "count": 1} == one:
                    found[-1]["count"] += 1
                else:
                    found.append(one)
        return found


class ParsedWorkout(NamedTuple):
    """`name` is a title such as `Push day` if one was said; `ignored` holds names that no sets belong to."""

    exercises: list[ParsedExercise]
    when: When
    name: str | None = None
    ignored: Sequence[str] = ()

    @property
    def complete(self) -> bool:
        return any(exercise.groups for exercise in self.exercises)


def parse_workout(text: str) -> ParsedWorkout:
    """Read a phrase; without any sets, the exercises are what it names."""
    said, rest = when.extract(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    title = SESSION.search(rest)
    if title:
        rest = f"{rest[: title.start()]} . {rest[title.end() :]}"
    exercises = _Assembly().read(items(tokenize(normal(rest))))
    done = [exercise for exercise in exercises if exercise.groups]
    return ParsedWorkout(
        done or exercises,
        said,
        title[0].replace("-", " ").capitalize() if title else None,
        [exercise.name for exercise in exercises if done and not exercise.groups],
    )


def _set(group: Group, reps: int | None, load: Load | None) -> dict[str, Any]:
    values: dict[str, Any] = {"count": 1, "kind": group.kind, "reps": reps, "rpe": group.rpe, "rir": group.rir}
    if load is not None:
        values |= {"empty_bar": True} if load.unit == "bar" else {"weight": load.value, "unit": load.unit or None}
    values |= {"duration_s": group.duration_s, "distance_m": group.distance_m}
    return {key: value for key, value in values.items() if value is not None}


class _Assembly:
    """Gives each clause of a phrase to the exercise that it is about."""

    def __init__(self) -> None:
        self._exercises: list[ParsedExercise] = []
        self._superset = ""
        self._supersets = 0

    def read(self, found: Sequence[Item]) -> list[ParsedExercise]:
        for clause, end in self._clauses(found):
            parts = list(_parts(clause))
            for part in parts:
                self._part(part)
            if self._exercises:
                self._exercises[-1].link = end if parts else self._exercises[-1].link
                if end == "end":
                    self._exercises[-1].kind = "normal"
        self._share()
        for exercise in self._exercises:
            _reconsider(exercise)
            exercise.groups = [group for group in exercise.groups if group.measured or group.reps[0] is not None]
        _one_unit([group for exercise in self._exercises for group in exercise.groups])
        return self._exercises

    def _clauses(self, found: Sequence[Item]) -> Iterator[tuple[list[Item], str]]:
        """Yield each clause and the mark that ends it; names lose their filler on the way."""
        clause: list[Item] = []
        for index, item in enumerate(found):
            if isinstance(item, Name):
                self._name(clause, item)
            elif not isinstance(item, Mark):
                clause.append(item)
            elif item.mark == "superset":
                yield clause, "with"
                clause = []
                after = found[index + 1] if index + 1 < len(found) else None
                self._start_superset(joins=after == Mark("with"))
            elif item.mark == "with" and not self._superset:
                clause.append(item)
            else:
                yield clause, item.mark
                clause = []
                if item.mark == "end":
                    self._superset = ""
        yield clause, "end"

    @staticmethod
    def _name(clause: list[Item], name: Name) -> None:
        words = clean(name.words)
        if clause and clause[-1] == Mark("with"):
            clause.pop()
            if words and clause and isinstance(clause[-1], Name):
                clause[-1] = Name((*clause[-1].words, "with", *words))
                return
        if words:
            clause.append(Name(words))

    def _start_superset(self, *, joins: bool) -> None:
        self._superset = chr(ord("a") + self._supersets % 26)
        self._supersets += 1
        if joins and self._exercises:
            self._exercises[-1].superset = self._superset

    def _part(self, part: Sequence[Item]) -> None:
        name = next((item for item in part if isinstance(item, Name)), None)
        if name is not None and self._exercises and set(name.words) <= GEAR and not any(map(_tells_sets, part)):
            self._exercises[-1].name = f"{name.words[0].removesuffix('s')} {self._exercises[-1].name}"
        elif name is not None:
            words = " ".join(name.words)
            if not self._exercises or self._exercises[-1].name != words:
                self._exercises.append(ParsedExercise(words, superset=self._superset or None))
        elif not self._exercises:
            self._exercises.append(ParsedExercise(""))
        exercise = self._exercises[-1]
        _Clause(exercise, [item for item in part if not isinstance(item, Mark)]).read()

    def _share(self) -> None:
        """Give `curls and pushdowns 3x12` the same sets for both; adopt sets that came before the first name."""
        if len(self._exercises) > 1 and not self._exercises[0].name:
            first = self._exercises.pop(0)
            self._exercises[0].groups = [*first.groups, *self._exercises[0].groups]
        shared = False
        for before, after in reversed(list(zip(self._exercises, self._exercises[1:], strict=False))):
            linked = before.link in ("and", "with") or (shared and before.link == "sep")
            shared = not before.groups and bool(after.groups) and linked
            if shared:
                before.groups = list(after.groups)


def _parts(clause: Sequence[Item]) -> Iterator[list[Item]]:
    """Split a clause that names several exercises, so that each part has one name at most."""
    names = [index for index, item in enumerate(clause) if isinstance(item, Name)]
    if not clause:
        return
    cuts = [0]
    sets_first = bool(names) and any(_tells_sets(item) for item in clause[: names[0]])
    for before, name in pairwise(names):
        between = [index for index in range(before + 1, name) if _tells_sets(clause[index])]
        cuts.append(between[0] if sets_first and between else name)
    for start, end in zip(cuts, [*cuts[1:], len(clause)], strict=True):
        yield list(clause[start:end])


def _tells_sets(item: Item) -> bool:
    return isinstance(item, Group | Pair | Number | Reps)


class _Clause:
    """Adds one clause's items to its exercise, in order."""

    def __init__(self, exercise: ParsedExercise, clause: Sequence[Item]) -> None:
        self._exercise = exercise
        self._items = clause
        self._groups: list[Group] = []
        self._named = False

    def read(self) -> None:
        for index, item in enumerate(self._items):
            self._add(item, self._items[index + 1 :])
        if self._groups:
            self._exercise.pending = ()
        elif self._exercise.pending:
            self._load_what_lacks_it(self._exercise.groups, self._exercise.pending)

    def _add(self, item: Item, ahead: Sequence[Item]) -> None:  # noqa: C901 - one case an item
        match item:
            case Name():
                self._named = True
            case Group():
                self._append(item)
            case Pair():
                self._pair(item)
            case Reps(reps):
                self._reps(reps)
            case Number(value):
                self._number(value, ahead)
            case Loads(loads):
                self._load(loads)
            case Amount():
                self._amount(item)
            case Effort():
                self._effort(item)
            case Kind(kind):
                self._kind(kind)
            case Mark():
                pass

    def _append(self, group: Group) -> None:
        if group.kind == "normal":
            group.kind = self._exercise.kind
        if not group.loads and self._exercise.pending:
            group.load(self._exercise.pending)
        self._groups.append(group)
        self._exercise.groups.append(group)

    def _pair(self, pair: Pair) -> None:
        loaded = bool(self._exercise.pending) or any(isinstance(item, Loads) for item in self._items)
        bare = [item for item in self._items if isinstance(item, Number)]
        group = _group_of(pair, self._exercise.name, loaded=loaded or bool(bare))
        self._exercise.pairs.append((group, pair))
        self._append(group)

    def _reps(self, reps: tuple[int, ...]) -> None:
        """Complete sets without reps, here or in the clause before; else make sets at the load of the last."""
        last = self._exercise.groups[-1] if self._exercise.groups else None
        if last is not None and last.reps[0] is None and not last.measured:
            last.reps = [*reps] if len(reps) == len(last.reps) else [reps[0]] * len(last.reps)
            return
        group = Group([*reps])
        loaded = self._exercise.pending or any(isinstance(item, Loads) for item in self._items)
        if last is not None and last.loads and last.loads[-1] is not None and not loaded:
            group.load([last.loads[-1]])
        self._append(group)

    def _number(self, value: float, ahead: Sequence[Item]) -> None:
        """Decide by the neighbours whether a bare number is a load or reps."""
        exercise = self._exercise
        follows = any(_tells_sets(item) for item in ahead)
        if self._groups and not self._groups[-1].loads and not self._groups[-1].measured and not follows:
            self._load((Load(value),))
        elif not follows and value.is_integer() and (exercise.pending or self._is_count(ahead)):
            self._reps((int(value),))
        else:
            self._load((Load(value),))

    def _is_count(self, ahead: Sequence[Item]) -> bool:
        """Say whether a number alone counts reps: `10 pull-ups`, or `8` after `80 kg x 8`."""
        if any(isinstance(item, Name) for item in ahead) or is_bodyweight(self._exercise.name):
            return True
        groups = self._exercise.groups
        return not self._named and bool(groups) and bool(groups[-1].loads)

    def _load(self, loads: tuple[Load, ...]) -> None:
        if not self._load_what_lacks_it(self._groups, loads):
            self._exercise.pending = loads

    def _load_what_lacks_it(self, groups: Sequence[Group], loads: tuple[Load, ...]) -> bool:
        lacking = [group for group in groups if not group.loads]
        for group in lacking:
            group.load(loads)
        if lacking:
            self._exercise.pending = ()
        return bool(lacking)

    def _amount(self, amount: Amount) -> None:
        group = self._groups[-1] if self._groups else None
        if group is None and self._exercise.groups and self._exercise.groups[-1].reps[0] is None:
            group = self._exercise.groups[-1]
        if group is None or (group.measured and getattr(group, amount.of) is not None):
            group = Group([None])
            self._append(group)
        if group.reps[0] is None:
            setattr(group, amount.of, amount.value)

    def _effort(self, effort: Effort) -> None:
        groups = self._groups or self._exercise.groups
        for group in groups:
            if group.rpe is None and group.rir is None:
                setattr(group, effort.scale, effort.value)

    def _kind(self, kind: str) -> None:
        groups = self._exercise.groups
        if kind == "last" and groups:
            self._last_to_failure(groups)
        elif self._groups:
            for group in self._groups:
                group.kind = kind
        elif kind == "failure" and groups:
            groups[-1].kind = kind
        else:
            self._exercise.kind = kind
            if kind != "failure":
                self._exercise.pending = ()

    def _last_to_failure(self, groups: list[Group]) -> None:
        last = groups[-1]
        tail = Group(last.reps[-1:], last.loads[-1:], last.duration_s, last.distance_m, kind="failure")
        last.reps, last.loads = last.reps[:-1], last.loads[:-1]
        groups[-1:] = [last, tail] if last.reps else [tail]


def _group_of(pair: Pair, name: str, *, loaded: bool) -> Group:
    """Read `a x b`: sets and reps when a load stands beside it, or by what the numbers can be."""
    a, b = pair
    few_sets = a.is_integer() and a <= MAX_SETS_SAID
    if (
        loaded
        or (few_sets and (b <= MAX_FEW_REPS or is_bodyweight(name)))
        or (is_bodyweight(name) and b < MAX_FEW_REPS)
    ):
        return Group([int(b)] * max(1, min(int(a), 50)))
    if (few_sets or (a <= MAX_FEW_REPS and b >= LIKELY_LOAD and a.is_integer())) or b > MAX_REPS:
        group = Group([int(a)])
        group.load([Load(b)])
        return group
    group = Group([int(b)])
    group.load([Load(a)])
    return group


def _reconsider(exercise: ParsedExercise) -> None:
    """Read `10x12, 14x8` as loads throughout, once one of the pairs has to be."""
    loads_first = [pair for group, pair in exercise.pairs if group.loads and group.loads[0] == Load(pair.a)]
    if not loads_first:
        return
    for group, pair in exercise.pairs:
        if not group.loads and pair.a >= MIN_LISTED:
            group.reps = [int(pair.b)]
            group.load([Load(pair.a)])


def _one_unit(groups: Sequence[Group]) -> None:
    """Give loads without a unit the one that the phrase uses elsewhere, if it uses one only."""
    units = {load.unit for group in groups for load in group.loads if load} & WEIGHT
    if len(units) == 1:
        unit = units.pop()
        for group in groups:
            group.loads = [load._replace(unit=load.unit or unit) if load else None for load in group.loads]
