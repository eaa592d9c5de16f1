"""What a plan may choose from, and the limits that it never breaks, for one person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from fitzen.exercises import library
from fitzen.exercises.models import Exercise, Pattern
from fitzen.science.programming import (
    CAREFUL_REPS,
    MOST_IN_A_SESSION,
    MOST_OF_AN_EXERCISE,
    REPS,
    REST,
    SHORT_MINUTES,
    SHORT_REST,
    Aim,
    Role,
)
from fitzen.science.progression import Units
from fitzen.science.strength import Set
from fitzen.science.volume import INDIRECT
from fitzen.workouts.plans import volume
from fitzen.workouts.plans.injuries import Understood, forbidden, understand
from fitzen.workouts.plans.models import Given
from fitzen.workouts.plans.pool import (
    HIP,
    ISOLATION,
    KNEE,
    LEVELS,
    PATTERN_SLOTS,
    POOL,
    PULLS,
    PUSHES,
    SLOT_OF,
    TRUNK,
    Slot,
)

HOLD_S = 30.0
"""How long what is held is held: a plank, a hollow hold."""
MAX_EXERCISES, LONG_MINUTES, MAX_EXERCISES_LONG = 8, 90, 10

type Past = tuple[int, Sequence[Set]]
"""A session of one exercise: so many days ago, and its sets."""


@dataclass(frozen=True)
class Person:
    """For whom a plan is made. `history` has each exercise's sessions, newest first; `own` their own exercises.

    `kept` are exercises to choose first: those of a plan that is being adjusted.
    """

    given: Given
    history: Mapping[str, Sequence[Past]] = field(default_factory=dict)
    own: Mapping[str, Exercise] = field(default_factory=dict)
    units: Units = "metric"
    kept: Sequence[str] = ()


class Frame:
    """The same person gives the same frame; nothing in it changes."""

    def __init__(self, person: Person) -> None:
        given = person.given
        self.person = person
        self.given = given
        self.level = volume.level_of(given)
        self.aim: Aim = volume.AIMS[given.goal]
        self.injuries: Understood = understand(given.injuries)
        self.wanted = volume.wanted(given)
        self.most = volume.most(given)
        self.most_in_session = MOST_IN_A_SESSION[self.level]
        self.most_of_exercise = MOST_OF_AN_EXERCISE[self.level]
        self.max_exercises = MAX_EXERCISES_LONG if given.minutes >= LONG_MINUTES else MAX_EXERCISES

    def exercise(self, id: str) -> Exercise:
        found = self.person.own.get(id) or library.get(id)
        if found is None:
            raise KeyError(id)
        return found

    def allowed(self, exercise: Exercise) -> bool:
        """Whether the person has what it needs, and nothing of it hurts or is to be avoided."""
        given = self.given
        return (
            (given.equipment is None or set(exercise.equipment) <= set(given.equipment))
            and exercise.id not in given.avoid_exercises
            and not any(part.muscle in given.avoid_muscles and part.share > INDIRECT for part in exercise.muscles)
            and not forbidden(exercise, self.injuries.areas)
        )

    @cached_property
    def candidates(self) -> Mapping[Slot, Sequence[Exercise]]:
        """Return for each job the exercises that may do it: kept ones first, then those done lately, then the staples."""
        return {slot: self._ranked(slot) for slot in POOL}

    def _ranked(self, slot: Slot) -> list[Exercise]:
        highest = LEVELS[self.level]
        ids = [choice.id for choice in POOL[slot] if choice.level <= highest or choice.id in self.known]
        more = [id_ for id_ in self.known if id_ not in SLOT_OF and self.slot_of(id_) == slot]
        found = [each for id_ in [*ids, *more] if self.allowed(each := self.exercise(id_))]
        return sorted(found, key=lambda each: (each.id not in self.person.kept, each.id not in self._often))

    @cached_property
    def known(self) -> Collection[str]:
        """The exercises that the person keeps or has done, whatever their level."""
        return dict.fromkeys(
            id_
            for id_ in [*self.person.kept, *sorted(self.person.history)]
            if id_ in self.person.own or library.get(id_)
        )

    @cached_property
    def _often(self) -> frozenset[str]:
        """What was done at least twice is familiar; once may have been a try."""
        return frozenset(id_ for id_, past in self.person.history.items() if len(past) > 1)

    def slot_of(self, id: str) -> Slot | None:
        return SLOT_OF.get(id) or PATTERN_SLOTS.get(self.exercise(id).pattern)

    def possible(self, patterns: frozenset[Pattern]) -> bool:
        """Whether any exercise at all of these patterns can be chosen."""
        return any(exercise.pattern in patterns for found in self.candidates.values() for exercise in found)

    @cached_property
    def balances(self) -> Sequence[tuple[frozenset[Pattern], frozenset[Pattern]]]:
        """The pairs of sides that have to be about even, as far as both can be done."""
        pairs = ((PUSHES, PULLS), (KNEE, HIP))
        return [pair for pair in pairs if all(map(self.possible, pair))]

    def role(self, slot: Slot, place: int) -> Role:
        """Say what an exercise is in its session by its job, and by its place among the jobs of that day."""
        if slot in TRUNK:
            return "core"
        if slot in ISOLATION:
            return "isolation"
        return "main" if place < 2 else "secondary"  # noqa: PLR2004 - the first two lifts

    def reps(self, role: Role) -> tuple[int, int]:
        return CAREFUL_REPS[role] if self.given.careful else REPS[self.aim][role]

    def rest(self, role: Role) -> int:
        return SHORT_REST[role] if self.given.minutes < SHORT_MINUTES else REST[self.aim][role]

    def ramp(self, exercise: Exercise, role: Role) -> int:
        """Return how many warm-up sets there may be: three before a main lift, one where time is short or it comes later."""
        if exercise.metric != "reps_load" or role not in ("main", "secondary"):
            return 0
        return 3 if role == "main" and self.given.minutes >= SHORT_MINUTES else 1
