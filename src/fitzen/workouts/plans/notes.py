"""What a plan says of itself: what was assumed, what hurts, and what falls short with the least change that would help."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fitzen.exercises.models import Equipment, Pattern
from fitzen.workouts.plans.frame import Frame, Person
from fitzen.workouts.plans.injuries import said_of
from fitzen.workouts.plans.models import MAX_MINUTES, Given
from fitzen.workouts.plans.pool import HIP, KNEE, PULLS, PUSHES
from fitzen.workouts.plans.selection import choose
from fitzen.workouts.plans.splits import MAX_LIFTING_DAYS
from fitzen.workouts.plans.volume import in_words
from fitzen.workouts.plans.weekly import Week

UNLOCKS: Sequence[Equipment] = ("band", "pull_up_bar", "dumbbell", "bench", "barbell", "cable", "machine")
"""What is tried, cheapest first, where a job cannot be done with what there is."""
MORE = ((0, 10), (0, 20), (1, 0), (0, 30), (1, 15), (2, 0), (2, 30), (3, 45))
"""(days, minutes) more, from the smallest change to the largest."""
GROUPS: Sequence[tuple[str, frozenset[Pattern]]] = (
    ("pushing", PUSHES),
    ("pulling", PULLS),
    ("bending the knees", KNEE),
    ("bending the hips", HIP),
)


class Short(NamedTuple):
    """A muscle that gets less than it should."""

    muscle: str
    sets: float
    floor: float


def shortfalls(week: Week) -> list[Short]:
    """Return what falls short in a working week, the most first."""
    found = [
        Short(muscle, week.totals.get(muscle, 0.0), want.floor)
        for muscle, want in week.frame.wanted.items()
        if week.totals.get(muscle, 0.0) < want.floor - 1e-9
    ]
    return sorted(found, key=lambda short: (short.sets - short.floor, short.muscle))


def notes(frame: Frame, week: Week) -> list[str]:
    """Say all of it, the most important first."""
    return [*_careful(frame), *_hurts(frame), *_assumed(frame), *_missing(frame), *_short(frame, week), *_how(frame)]


def _careful(frame: Frame) -> Iterator[str]:
    if frame.given.careful:
        yield (
            "This plan is careful: light to moderate loads, at least 3 reps in reserve in every set, no test of a"
            " maximum. Ask a doctor before you go harder."
        )


def _hurts(frame: Frame) -> Iterator[str]:
    yield from said_of(frame.injuries.areas)
    for word in frame.injuries.unknown:
        yield (
            f"I do not know what to leave out for \u201c{word}\u201d, so nothing is left out for it. Ask a doctor or a physiotherapist,"
            " and tell me which exercises to avoid."
        )


def _assumed(frame: Frame) -> Iterator[str]:
    if frame.given.equipment is None:
        yield "I assumed a gym with everything in it. Tell me what you have, and the plan will use just that."
    if frame.given.days_per_week > MAX_LIFTING_DAYS:
        yield f"You asked for {frame.given.days_per_week} days; {MAX_LIFTING_DAYS} are planned, so that one is for rest."


def _missing(frame: Frame) -> Iterator[str]:
    """Name what cannot be done at all, and the piece of equipment that would change it."""
    for name, patterns in GROUPS:
        if frame.possible(patterns):
            continue
        helps = next((item for item in UNLOCKS if _with(frame, item).possible(patterns)), None)
        yield f"Nothing here trains {name}." + (
            f" A {helps.replace('_', ' ').replace('pull up', 'pull-up')} would change that." if helps else ""
        )


def _with(frame: Frame, item: Equipment) -> Frame:
    have = frame.given.equipment
    more = None if have is None else [*have, item]
    return Frame(_changed(frame.person, lambda given: given.model_copy(update={"equipment": more})))


def _changed(person: Person, change: Callable[[Given], Given]) -> Person:
    return Person(change(person.given), person.history, person.own, person.units, person.kept)


def _short(frame: Frame, week: Week) -> Iterator[str]:
    short = shortfalls(week)
    if not short:
        return
    named = ", ".join(f"{in_words(each.muscle)} {each.sets:g} of {each.floor:g}" for each in short)
    yield f"Weekly sets that fall short: {named}. It is the most that fits."
    yield _least_change(frame, short)


def _least_change(frame: Frame, now: Sequence[Short]) -> str:
    """Say what would help: the first of a few changes, from small to large, that leaves nothing short, or the best."""
    best, text = lacking(now), ""
    for change, words in _changes(frame.given):
        left = shortfalls(choose(Frame(_changed(frame.person, change))))
        if not left:
            return f"{words} would bring every muscle into its range."
        if lacking(left) < best - 1e-9:
            best, text = lacking(left), words
    if not text:
        return "Neither more time nor another day would change that."
    return f"{text} would help most."


def lacking(short: Sequence[Short]) -> float:
    """Sum the sets that are missing."""
    return sum(each.floor - each.sets for each in short)


def _changes(given: Given) -> Iterator[tuple[Callable[[Given], Given], str]]:
    for days, minutes in MORE:
        after = given.days_per_week + days, given.minutes + minutes
        if after[0] <= max(MAX_LIFTING_DAYS, given.days_per_week) and after[1] <= MAX_MINUTES:
            yield _update(days_per_week=after[0], minutes=after[1]), _more_in_words(days, minutes)


def _more_in_words(days: int, minutes: int) -> str:
    parts = [f"{minutes} more minutes a session"] * bool(minutes)
    parts += [f"{days} more day{'s' * (days > 1)} a week"] * bool(days)
    return " and ".join(parts)


def _update(**values: int) -> Callable[[Given], Given]:
    return lambda given: given.model_copy(update=values)


def _how(frame: Frame) -> Iterator[str]:
    if frame.level == "beginner" or frame.given.careful:
        yield "Add reps first; when every set is at the top of its range with the reps in reserve, add the smallest step."
    else:
        yield (
            "Each week leaves fewer reps in reserve. Add reps first; when every set is at the top of its range, add"
            " the smallest step."
        )
    yield "The last week is lighter: about half the sets, and a tenth less load."
