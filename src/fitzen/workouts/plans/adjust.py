"""Change a plan as little as a wish asks: what can stay stays, the limits hold, and the difference is said.

The plan that comes out is another one; the one that it came from stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from fitzen.errors import InvalidError
from fitzen.exercises.models import Muscle
from fitzen.workouts.plans.diff import changes, first_week, working_sets
from fitzen.workouts.plans.frame import Frame, Person
from fitzen.workouts.plans.generate import generate
from fitzen.workouts.plans.models import MAX_MINUTES, MIN_MINUTES, Given, PlanBody, PlannedSession
from fitzen.workouts.plans.pool import Slot
from fitzen.workouts.plans.schedule import lighter_weeks
from fitzen.workouts.plans.selection import templates
from fitzen.workouts.plans.splits import FULL, Template
from fitzen.workouts.plans.trimming import trim
from fitzen.workouts.plans.weekly import Week, Work

type Kind = Literal["swap", "days", "minutes", "easier", "harder", "deload", "avoid"]

AS_IT_IS: frozenset[Kind] = frozenset({"easier", "deload"})
"""Nothing comes in where less is asked for."""
LEAST_WORKING_WEEKS = 2
ENOUGH_SETS = 3
"""From so many sets on an exercise loses one when a plan is made easier."""


class Wish(NamedTuple):
    """What is to change. `exercise` and `to` are of a swap, `value` of days, minutes and the week of a deload.

    `exercises`, `muscles` and `injuries` are to be avoided from now on. `week` is the one that the person has come to.
    """

    kind: Kind
    exercise: str | None = None
    to: str | None = None
    value: int | None = None
    exercises: Sequence[str] = ()
    muscles: Sequence[Muscle] = ()
    injuries: Sequence[str] = ()
    week: int = 1


@dataclass
class _Draft:
    """The week on its way: for each day its exercises with their sets, and what the plan is made for."""

    person: Person
    days: list[list[tuple[str, int]]] = field(default_factory=list)
    keeps_days: bool = True


def adjust(plan: PlanBody, wish: Wish, person: Person, new_id: str) -> PlanBody:
    """Return the plan as it would be, `changes` filled in. Raises InvalidError where a wish makes no sense or cannot be.

    `person` is given what the plan was made for. Sessions keep their ids, so what was done stays done.
    """
    days = [[(entry.exercise_id, working_sets(entry)) for entry in day.exercises] for day in first_week(plan)]
    kept = tuple(dict.fromkeys(id_ for day in days for id_, _ in day))
    draft = _Draft(replace(person, kept=kept), days)
    WISHES[wish.kind](draft, wish)
    frame = Frame(draft.person)
    start = _refilled(frame, draft.days, first_week(plan)) if draft.keeps_days else None
    ids = {(day.week, day.order): day.id for day in plan.days}
    made = generate(draft.person, new_id, start, ids, fill=wish.kind not in AS_IT_IS).plan
    named = {id_: frame.exercise(id_) for id_ in _named(plan, made)}
    different = changes(plan, made, named, person.units)
    if not different:
        raise InvalidError.of("change", "That would change nothing in your plan.")
    return made.model_copy(update={"changes": different, "name": plan.name if draft.keeps_days else made.name})


def _named(*plans: PlanBody) -> set[str]:
    return {entry.exercise_id for plan in plans for day in plan.days for entry in day.exercises}


def _refilled(frame: Frame, days: Sequence[Sequence[tuple[str, int]]], before: Sequence[PlannedSession]) -> Week:
    """Put back what was there and is still allowed, then take off what does not fit any more.

    What was swapped comes where the other one was.
    """
    known = {template.name: template for template in templates(frame)}
    week = Week(frame, [known.get(day.name, Template(day.name, FULL.slots, 0)) for day in before])
    for day, entries, old in zip(week.days, days, before, strict=True):
        for index, (id_, sets) in enumerate(entries):
            exercise, slot = frame.exercise(id_), frame.slot_of(id_)
            if slot is None or not sets or not frame.allowed(exercise):
                continue
            was = old.exercises[index].exercise_id if len(entries) == len(old.exercises) else id_
            place = _place(day.template.slots, frame.slot_of(was) or slot, index)
            week.add(day, Work(exercise, slot, place, 0), sets)
    trim(week)
    return week


def _place(slots: Sequence[Slot], slot: Slot, otherwise: int) -> int:
    return slots.index(slot) if slot in slots else len(slots) + otherwise


def _given(draft: _Draft, **values: object) -> None:
    given = Given.model_validate(draft.person.given.model_dump() | values)
    draft.person = replace(draft.person, given=given)


def _swap(draft: _Draft, wish: Wish) -> None:
    """Put another exercise in the place of one, wherever it is; the old one does not come back by itself."""
    old = wish.exercise
    if old is None or not any(id_ == old for day in draft.days for id_, _ in day):
        raise InvalidError.of("exercise", "This exercise is not in your plan.")
    given = draft.person.given
    avoided = [id_ for id_ in dict.fromkeys([*given.avoid_exercises, old]) if id_ != wish.to]
    _given(draft, avoid_exercises=avoided[-100:])
    frame = Frame(draft.person)
    new = wish.to or _alternative(frame, old, draft)
    exercise = frame.exercise(new)
    if frame.slot_of(new) is None or not frame.allowed(exercise):
        raise InvalidError.of("to", f"{exercise.name} does not go with what you have, what hurts or what you avoid.")
    draft.days = [
        [(new if id_ == old else id_, sets) for id_, sets in day if id_ != new or old not in dict(day)]
        for day in draft.days
    ]
    draft.person = replace(draft.person, kept=tuple(new if id_ == old else id_ for id_ in draft.person.kept))


def _alternative(frame: Frame, old: str, draft: _Draft) -> str:
    used = {id_ for day in draft.days for id_, _ in day}
    slot = frame.slot_of(old)
    found = next((each.id for each in frame.candidates[slot] if each.id not in used), None) if slot else None
    if found is None:
        raise InvalidError.of("to", "I know nothing else that does the same job with what you have. Name one.")
    return found


def _days(draft: _Draft, wish: Wish) -> None:
    if wish.value is None or not 1 <= wish.value <= 7:  # noqa: PLR2004 - the days of a week
        raise InvalidError.of("value", "How many days a week: 1 to 7?")
    if wish.value == draft.person.given.days_per_week:
        raise InvalidError.of("value", f"Your plan has {wish.value} days a week already.")
    _given(draft, days_per_week=wish.value)
    draft.keeps_days = False


def _minutes(draft: _Draft, wish: Wish) -> None:
    if wish.value is None or not MIN_MINUTES <= wish.value <= MAX_MINUTES:
        raise InvalidError.of("value", f"How many minutes a session: {MIN_MINUTES} to {MAX_MINUTES}?")
    _given(draft, minutes=wish.value)


def _easier(draft: _Draft, _: Wish) -> None:
    effort = draft.person.given.effort
    if effort < 0:
        raise InvalidError.of(
            "change", "It is as easy as I make it. Fewer days or a lighter week would be the next step."
        )
    _given(draft, effort=effort - 1)
    draft.days = [[(id_, sets - (sets >= ENOUGH_SETS)) for id_, sets in day] for day in draft.days]


def _harder(draft: _Draft, _: Wish) -> None:
    given = draft.person.given
    if given.careful:
        raise InvalidError.of("change", "I keep your plan careful until a doctor says that you may go harder.")
    if given.effort > 0:
        raise InvalidError.of("change", "It is as hard as I make it. More days or more minutes would be the next step.")
    _given(draft, effort=given.effort + 1)


def _deload(draft: _Draft, wish: Wish) -> None:
    given = draft.person.given
    week = wish.value or wish.week
    lighter = lighter_weeks(given)
    if not 1 <= week <= given.weeks:
        raise InvalidError.of("value", f"Your plan has weeks 1 to {given.weeks}.")
    if week in lighter:
        raise InvalidError.of("value", f"Week {week} is a lighter week already.")
    if given.weeks - len(lighter) <= LEAST_WORKING_WEEKS:
        raise InvalidError.of(
            "value", "With one more lighter week too little training would be left. Take a week off instead."
        )
    _given(draft, deloads=sorted({*given.deloads, week}))


def _avoid(draft: _Draft, wish: Wish) -> None:
    given = draft.person.given
    if not (wish.exercises or wish.muscles or wish.injuries):
        raise InvalidError.of("exercise", "What is to be avoided: an exercise, a muscle, or a place that hurts?")
    _given(
        draft,
        avoid_exercises=_joined(given.avoid_exercises, wish.exercises)[-100:],
        avoid_muscles=_joined(given.avoid_muscles, wish.muscles),
        injuries=_joined(given.injuries, wish.injuries)[-50:],
    )


def _joined(one: Iterable[str], other: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*one, *other]))


WISHES: Mapping[Kind, Callable[[_Draft, Wish], None]] = {
    "swap": _swap,
    "days": _days,
    "minutes": _minutes,
    "easier": _easier,
    "harder": _harder,
    "deload": _deload,
    "avoid": _avoid,
}
