"""Check a plan against what it was made for, by rules of its own: nothing here asks the generator.

Sets, minutes, loads and balance are counted again from the plan's days and the exercise library. An empty list means
that every hard constraint holds, and that what falls short is said in the notes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from fitzen.exercises import library
from fitzen.exercises.models import Exercise, Muscle
from fitzen.science.programming import (
    CAREFUL_RESERVE,
    DELOAD_LOAD,
    DELOAD_RESERVE,
    LEAST_RESERVE,
    MOST_IN_A_SESSION,
    MOST_OF_AN_EXERCISE,
    session_seconds,
    whole_minutes,
)
from fitzen.science.strength import MAX_EFFECTIVE_REPS, load_for
from fitzen.science.volume import HYPERTROPHY_SETS, INDIRECT
from fitzen.workouts.plans.frame import Person
from fitzen.workouts.plans.injuries import forbidden, understand
from fitzen.workouts.plans.loads import known_max
from fitzen.workouts.plans.models import Given, PlanBody, PlannedExercise, PlannedSession, PlannedSet
from fitzen.workouts.plans.pool import LEVELS, POOL
from fitzen.workouts.plans.schedule import lighter_weeks, timed_sets
from fitzen.workouts.plans.splits import MAX_LIFTING_DAYS
from fitzen.workouts.plans.volume import in_words, wanted

NEAR, GRAMS = 1e-6, 0.002
SPARE_S = 60
"""What the generator keeps for longer warm-ups than a plan without loads shows."""
REST_S = (30, 300)
SLACK, SLACK_SHARE = 4, 0.4
BALANCED: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("push and pull", frozenset({"horizontal_push", "vertical_push"}), frozenset({"horizontal_pull", "vertical_pull"})),
    ("knee and hip", frozenset({"squat", "lunge"}), frozenset({"hinge", "hip_isolation", "knee_flexion"})),
)


class Violation(NamedTuple):
    """A rule that is broken: its name, where, and what is wrong in words."""

    rule: str
    where: str
    message: str


class _Case:
    """A plan with its exercises, looked up once."""

    def __init__(self, plan: PlanBody, person: Person) -> None:
        self.plan, self.person, self.given = plan, person, person.given
        ids = {entry.exercise_id for day in plan.days for entry in day.exercises}
        found = {id_: person.own.get(id_) or library.get(id_) for id_ in ids}
        self.exercises: dict[str, Exercise] = {id_: each for id_, each in found.items() if each is not None}
        self.unknown = sorted(ids - self.exercises.keys())
        self.level = "beginner" if self.given.careful else self.given.level
        self.lighter = lighter_weeks(self.given)

    @property
    def entries(self) -> Iterator[tuple[PlannedSession, PlannedExercise, Exercise]]:
        for day in self.plan.days:
            for entry in day.exercises:
                yield day, entry, self.exercises[entry.exercise_id]

    def weeks(self) -> Mapping[int, list[PlannedSession]]:
        days = sorted(self.plan.days, key=lambda day: (day.week, day.order))
        return {week: list(each) for week, each in groupby(days, key=lambda day: day.week)}

    def sets_of(self, days: Iterable[PlannedSession]) -> dict[Muscle, float]:
        totals: Counter[Muscle] = Counter()
        for day in days:
            for entry in day.exercises:
                for part in self.exercises[entry.exercise_id].muscles:
                    totals[part.muscle] += part.share * len(_work(entry))  # type: ignore[assignment] # halves count too
        return dict(totals)


type Rule = Callable[[_Case], Iterator[Violation]]


def validate(plan: PlanBody, person: Person) -> list[Violation]:
    """Return what is wrong with a plan for this person; empty when all is as it must be."""
    case = _Case(plan, person)
    if case.unknown:
        return [Violation("known", id_, "There is no exercise with this id.") for id_ in case.unknown]
    return [violation for rule in RULES for violation in rule(case)]


def _work(entry: PlannedExercise) -> list[PlannedSet]:
    return [each for each in entry.sets if each.kind == "normal"]


def _at(day: PlannedSession, entry: PlannedExercise | None = None) -> str:
    return f"week {day.week}, day {day.order}" + (f", {entry.exercise_id}" if entry else "")


def _shape(case: _Case) -> Iterator[Violation]:
    """As many weeks as asked for, in each the same number of days, in order."""
    given, weeks = case.given, case.weeks()
    if case.plan.weeks != given.weeks or set(weeks) != set(range(1, given.weeks + 1)):
        yield Violation("weeks", "plan", f"It has weeks {sorted(weeks)}, not {given.weeks} weeks.")
    days = min(given.days_per_week, MAX_LIFTING_DAYS)
    for week, sessions in weeks.items():
        if [day.order for day in sessions] != list(range(1, days + 1)):
            yield Violation("days", f"week {week}", f"It has {len(sessions)} days, not {days}.")
    for day in case.plan.days:
        twice = [id_ for id_, count in Counter(each.exercise_id for each in day.exercises).items() if count > 1]
        if twice:
            yield Violation("once a day", _at(day), f"{', '.join(twice)} comes twice.")


def _allowed(case: _Case) -> Iterator[Violation]:
    """Nothing that the person has not, wants to avoid or that hurts; swaps too."""
    given, areas = case.given, understand(case.given.injuries).areas
    for day, entry, _ in case.entries:
        for id_ in [entry.exercise_id, *entry.swaps]:
            exercise = case.person.own.get(id_) or library.get(id_)
            if exercise is None:
                yield Violation("known", _at(day, entry), f"There is no exercise {id_} to swap for.")
                continue
            if lacks := _lacks(given, exercise):
                yield Violation("equipment", _at(day, entry), f"{id_} needs {', '.join(lacks)}.")
            if forbidden(exercise, areas):
                yield Violation("injuries", _at(day, entry), f"{id_} loads what hurts.")
            if _avoided(given, exercise):
                yield Violation("avoid", _at(day, entry), f"{id_} is to be avoided.")


def _lacks(given: Given, exercise: Exercise) -> list[str]:
    return [] if given.equipment is None else sorted(set(exercise.equipment) - set(given.equipment))


def _avoided(given: Given, exercise: Exercise) -> bool:
    direct = {part.muscle for part in exercise.muscles if part.share > INDIRECT}
    return exercise.id in given.avoid_exercises or bool(direct & set(given.avoid_muscles))


def _minutes(case: _Case) -> Iterator[Violation]:
    for day in case.plan.days:
        timed = [timed_sets(case.exercises[entry.exercise_id], entry.sets) for entry in day.exercises]
        needs = whole_minutes(session_seconds(case.given.minutes, timed))
        if needs > case.given.minutes:
            yield Violation("minutes", _at(day), f"It takes {needs} minutes, and there are {case.given.minutes}.")
        if needs != day.minutes:
            yield Violation("minutes", _at(day), f"It says {day.minutes} minutes and takes {needs}.")


def _enough(case: _Case) -> Iterator[Violation]:
    """Below the range of the level only where the notes say so."""
    for week in sorted(case.weeks().keys() - case.lighter):
        totals = case.sets_of(case.weeks()[week])
        for muscle, want in wanted(case.given).items():
            sets = totals.get(muscle, 0.0)
            if sets < want.floor - NEAR and not _said(case.plan, muscle, sets):
                yield Violation("said short", f"week {week}", f"{muscle} falls short, and no note says so.")


def _too_much(case: _Case) -> Iterator[Violation]:
    """Never above the range in a week, or the limit of a day."""
    most = HYPERTROPHY_SETS[case.level].high
    for week, days in case.weeks().items():
        for muscle, sets in case.sets_of(days).items():
            if sets > most + NEAR:
                yield Violation("weekly sets", f"week {week}", f"{muscle} gets {sets:g}, more than {most}.")
        for day in days:
            for muscle, sets in case.sets_of([day]).items():
                if sets > MOST_IN_A_SESSION[case.level] + NEAR:
                    yield Violation("daily sets", _at(day), f"{muscle} gets {sets:g} sets in one session.")
    for day, entry, _ in case.entries:
        if not 1 <= len(_work(entry)) <= MOST_OF_AN_EXERCISE[case.level]:
            yield Violation("sets", _at(day, entry), f"It has {len(_work(entry))} working sets.")


def _said(plan: PlanBody, muscle: str, sets: float) -> bool:
    return any(f"{in_words(muscle)} {sets:g} of " in note for note in plan.notes)


def _even(case: _Case) -> Iterator[Violation]:
    """Push and pull, knee and hip, as far as both can be done with what there is."""
    for name, *sides in BALANCED:
        if not all(_possible(case, side) for side in sides):
            continue
        for week in sorted(case.weeks().keys() - case.lighter):
            entries = [(each, exercise) for day, each, exercise in case.entries if day.week == week]
            one, other = (
                sum(len(_work(each)) for each, exercise in entries if exercise.pattern in side) for side in sides
            )
            if abs(one - other) > max(SLACK, SLACK_SHARE * max(one, other)) + NEAR:
                yield Violation(name, f"week {week}", f"{one} sets to {other}.")


def _possible(case: _Case, side: frozenset[str]) -> bool:
    """Whether any staple of the person's level that may be done has a pattern of this side."""
    areas, highest = understand(case.given.injuries).areas, LEVELS[case.level]
    ids = [choice.id for choices in POOL.values() for choice in choices if choice.level <= highest]
    return any(
        exercise.pattern in side
        and not _lacks(case.given, exercise)
        and not forbidden(exercise, areas)
        and not _avoided(case.given, exercise)
        for exercise in map(library.by_id().__getitem__, ids)
    )


def _reserve(case: _Case) -> Iterator[Violation]:
    """Reserve never below its limit and never rising over the working weeks; four in a lighter week."""
    least = CAREFUL_RESERVE if case.given.careful else LEAST_RESERVE
    by_place: dict[tuple[int, str], list[float]] = {}
    for day, entry, _ in sorted(case.entries, key=lambda each: each[0].week):
        for each in _work(entry):
            if each.rir is None or each.rir < least:
                yield Violation("reserve", _at(day, entry), f"It leaves {each.rir} in reserve, less than {least}.")
            elif day.week in case.lighter and each.rir < DELOAD_RESERVE:
                yield Violation("lighter week", _at(day, entry), f"It leaves only {each.rir:g} in reserve.")
            elif day.week not in case.lighter:
                by_place.setdefault((day.order, entry.exercise_id), []).append(each.rir)
            if not REST_S[0] <= each.rest_s <= REST_S[1]:
                yield Violation("rest", _at(day, entry), f"{each.rest_s} s of rest.")
    for (order, id_), rirs in by_place.items():
        if any(later > earlier for earlier, later in pairwise(rirs)):
            yield Violation("progression", f"day {order}, {id_}", "The reserve rises from week to week.")


def _progression(case: _Case) -> Iterator[Violation]:
    """The same work in every working week, its loads never falling; the lighter weeks lighter."""
    places: dict[tuple[int, str], dict[int, list[PlannedSet]]] = {}
    for day, entry, _ in case.entries:
        places.setdefault((day.order, entry.exercise_id), {})[day.week] = _work(entry)
    for (order, id_), weeks in places.items():
        where = f"day {order}, {id_}"
        working = [weeks[week] for week in sorted(weeks) if week not in case.lighter]
        if len(weeks) != case.given.weeks or len({len(sets) for sets in working}) > 1:
            yield Violation("progression", where, "It is not the same work in every week.")
        loads = [sets[0].weight_kg for sets in working]
        if any((one or 0) > (other or 0) + NEAR for one, other in pairwise(loads)):
            yield Violation("progression", where, f"The load falls: {loads}.")
        for week in case.lighter & weeks.keys():
            before = [weeks[each] for each in sorted(weeks) if each < week and each not in case.lighter]
            if before:
                yield from _lighter(where, before[-1], weeks[week], case.exercises[id_])


def _lighter(
    where: str, before: Sequence[PlannedSet], now: Sequence[PlannedSet], exercise: Exercise
) -> Iterator[Violation]:
    if len(now) > max(1, len(before) // 2):
        yield Violation("lighter week", where, f"{len(now)} sets after {len(before)}.")
    one, other = before[0].weight_kg, now[0].weight_kg
    lightest = 21 if "barbell" in exercise.equipment else 2 * (exercise.increment_kg or 2.5)
    if one and (other is None or other > max(one * DELOAD_LOAD, lightest) + GRAMS or other > one + GRAMS):
        yield Violation("lighter week", where, f"{other} kg after {one} kg.")


def _loads(case: _Case) -> Iterator[Violation]:
    """No load beyond what the last sessions say can be done with the reps and the reserve; warm-ups lighter, rising."""
    for day, entry, exercise in case.entries:
        past = case.person.history.get(entry.exercise_id, ())
        top = known_max(past)
        for each in _work(entry):
            if each.weight_kg is None:
                continue
            low = each.reps[0] if each.reps else 1
            if exercise.metric != "reps_load" or top is None:
                yield Violation("load", _at(day, entry), "Nothing is known that a load could come from.")
                break
            within = min(MAX_EFFECTIVE_REPS, low + (each.rir or 0))
            if each.weight_kg > (load_for(top, 1, within - 1) or 0.0) + 0.001:
                yield Violation("load", _at(day, entry), f"{each.weight_kg} kg is more than a max of {top:.1f} allows.")
                break
        yield from _warmups(day, entry)


def _warmups(day: PlannedSession, entry: PlannedExercise) -> Iterator[Violation]:
    warm = [each for each in entry.sets if each.kind == "warmup"]
    if entry.sets[: len(warm)] != warm:
        yield Violation("warm-up", _at(day, entry), "It does not come first.")
    loads = [each.weight_kg for each in warm if each.weight_kg is not None]
    work = min((each.weight_kg for each in _work(entry) if each.weight_kg is not None), default=float("inf"))
    if any(one >= other for one, other in pairwise([*loads, work])):
        yield Violation("warm-up", _at(day, entry), f"It does not rise to the work: {loads}, {work}.")


def _fullest(case: _Case) -> Iterator[Violation]:
    """Where a muscle falls short, no exercise for it that a day has could have one set more.

    Only for plans without loads: a light load needs fewer warm-up sets than there is time kept for. Who asked for an
    easier plan gets one.
    """
    if case.given.effort < 0 or any(each.weight_kg for _, entry, _ in case.entries for each in entry.sets):
        return
    days = case.weeks()[min(case.weeks().keys() - case.lighter)]
    totals = case.sets_of(days)
    short = {muscle for muscle, want in wanted(case.given).items() if totals.get(muscle, 0.0) < want.floor - NEAR}
    for day in days:
        for entry in day.exercises:
            exercise = case.exercises[entry.exercise_id]
            mine = {part.muscle for part in exercise.muscles if part.share > INDIRECT}
            if mine & short and _takes_more(case, days, day, entry):
                yield Violation("fullest", _at(day, entry), f"One more set would fit, and {mine & short} falls short.")


def _takes_more(case: _Case, days: Sequence[PlannedSession], day: PlannedSession, entry: PlannedExercise) -> bool:
    more = entry.model_copy(update={"sets": [*entry.sets, entry.sets[-1]]})
    fuller = day.model_copy(update={"exercises": [more if each is entry else each for each in day.exercises]})
    week = [fuller if each is day else each for each in days]
    trial = _Case(case.plan.model_copy(update={"days": week}), case.person)
    timed = [timed_sets(case.exercises[each.exercise_id], each.sets) for each in fuller.exercises]
    spare = case.given.minutes * 60 - session_seconds(case.given.minutes, timed)
    return spare > SPARE_S and not any(list(rule(trial)) for rule in (_too_much, _even))


RULES: tuple[Rule, ...] = (
    _shape,
    _allowed,
    _minutes,
    _enough,
    _too_much,
    _even,
    _reserve,
    _progression,
    _loads,
    _fullest,
)
