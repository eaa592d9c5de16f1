"""What one plan does otherwise than another, in sentences to the person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fitzen.exercises.models import Exercise
from fitzen.science.loading import lb_from_kg
from fitzen.science.progression import Units
from fitzen.workouts.plans.models import PlanBody, PlanChange, PlannedExercise, PlannedSession
from fitzen.workouts.plans.schedule import volume_of
from fitzen.workouts.plans.volume import in_words

SAME = 0.05


class VolumeChange(NamedTuple):
    """Weekly sets of a muscle in the first working week, before and after."""

    muscle: str
    before: float
    after: float


def changes(before: PlanBody, after: PlanBody, exercises: Mapping[str, Exercise], units: Units) -> list[PlanChange]:
    """Return what changed, in the order in which one would want to hear it."""
    return [
        *_weeks(before, after),
        *_effort(before, after),
        *_days(before, after, exercises),
        *_loads(before, after, exercises, units),
    ]


def volume_changes(before: PlanBody, after: PlanBody, exercises: Mapping[str, Exercise]) -> list[VolumeChange]:
    """Return the muscles that get more or fewer sets, the largest change first."""
    old, new = ({each.muscle: each.sets for each in volume_of(first_week(plan), exercises)} for plan in (before, after))
    found = [
        VolumeChange(in_words(muscle), old.get(muscle, 0.0), new.get(muscle, 0.0))
        for muscle in old.keys() | new.keys()
        if abs(old.get(muscle, 0.0) - new.get(muscle, 0.0)) > SAME
    ]
    return sorted(found, key=lambda each: (-abs(each.after - each.before), each.muscle))


def first_week(plan: PlanBody) -> list[PlannedSession]:
    """Return the days of the first week that is not a lighter one."""
    week = min((day.week for day in plan.days if not day.deload), default=1)
    return sorted((day for day in plan.days if day.week == week), key=lambda day: day.order)


def working_sets(entry: PlannedExercise) -> int:
    return sum(1 for each in entry.sets if each.kind == "normal")


def _weeks(before: PlanBody, after: PlanBody) -> Iterator[PlanChange]:
    if before.weeks != after.weeks:
        yield PlanChange(kind="weeks", text=f"{after.weeks} weeks instead of {before.weeks}.")
    old, new = ({day.week for day in plan.days if day.deload} for plan in (before, after))
    for week in sorted(new - old):
        yield PlanChange(kind="deload", text=f"Week {week} is a lighter week.")
    for week in sorted(old - new):
        yield PlanChange(kind="deload", text=f"Week {week} is a full week.")


def _days(before: PlanBody, after: PlanBody, exercises: Mapping[str, Exercise]) -> Iterator[PlanChange]:
    old, new = first_week(before), first_week(after)
    if [day.name for day in old] != [day.name for day in new]:
        text = f"{len(new)} days a week instead of {len(old)}" if len(new) != len(old) else "Other days"
        yield PlanChange(kind="days", text=f"{text}: {', '.join(day.name for day in new)}.")
        yield from _moved(old, new, exercises)
        return
    for one, other in zip(old, new, strict=True):
        yield from _day(one, other, exercises)


def _moved(
    old: Sequence[PlannedSession], new: Sequence[PlannedSession], exercises: Mapping[str, Exercise]
) -> Iterator[PlanChange]:
    """Where days are other days, say which exercises the week has lost and gained."""
    had, has = (
        list(dict.fromkeys(entry.exercise_id for day in days for entry in day.exercises)) for days in (old, new)
    )
    for id_ in had:
        if id_ not in has:
            yield PlanChange(kind="removed", text=f"{exercises[id_].name} goes.")
    for id_ in has:
        if id_ not in had:
            yield PlanChange(kind="added", text=f"{exercises[id_].name} comes in.")


def _day(old: PlannedSession, new: PlannedSession, exercises: Mapping[str, Exercise]) -> Iterator[PlanChange]:
    had, has = ({entry.exercise_id: entry for entry in day.exercises} for day in (old, new))
    gone, come = ([id_ for id_ in one if id_ not in other] for one, other in ((had, has), (has, had)))
    for id_ in gone:
        like = next((other for other in come if _alike(exercises[id_], exercises[other])), None)
        if like is None:
            yield PlanChange(kind="removed", text=f"{new.name}: {exercises[id_].name} goes.")
        else:
            come.remove(like)
            yield PlanChange(
                kind="swapped", text=f"{new.name}: {exercises[like].name} instead of {exercises[id_].name}."
            )
    for id_ in come:
        yield PlanChange(
            kind="added", text=f"{new.name}: {exercises[id_].name} comes in, with {_sets(working_sets(has[id_]))}."
        )
    for id_ in (id_ for id_ in has if id_ in had):
        before, after = working_sets(had[id_]), working_sets(has[id_])
        if before != after:
            yield PlanChange(
                kind="sets", text=f"{new.name}: {_sets(after)} of {exercises[id_].name} instead of {before}."
            )
    if old.minutes != new.minutes:
        yield PlanChange(kind="minutes", text=f"{new.name}: {new.minutes} minutes instead of {old.minutes}.")


def _alike(one: Exercise, other: Exercise) -> bool:
    """Whether an exercise can be said to stand in for another: the same movement, or the same muscle."""
    first, second = ({part.muscle for part in each.muscles if part.share == 1} for each in (one, other))
    return one.pattern == other.pattern or bool(first & second)


def _sets(count: int) -> str:
    return f"{count} set{'s' * (count != 1)}"


def _effort(before: PlanBody, after: PlanBody) -> Iterator[PlanChange]:
    old, new = ([_least(plan, last=last) for last in (False, True)] for plan in (before, after))
    if old != new and None not in old + new:
        text = f"Reps in reserve from {new[0]:g} down to {new[1]:g}, instead of {old[0]:g} to {old[1]:g}."
        yield PlanChange(kind="effort", text=text)


def _least(plan: PlanBody, *, last: bool) -> float | None:
    """Return the least reserve of the first or the last working week."""
    weeks = sorted({day.week for day in plan.days if not day.deload})
    if not weeks:
        return None
    days = [day for day in plan.days if day.week == weeks[-1 if last else 0]]
    rirs = [one.rir for day in days for each in day.exercises for one in each.sets if one.rir is not None]
    return min(rirs, default=None)


def _loads(before: PlanBody, after: PlanBody, exercises: Mapping[str, Exercise], units: Units) -> Iterator[PlanChange]:
    """Say where an exercise that both have begins with another load."""
    old, new = _first_loads(before), _first_loads(after)
    for id_ in new:
        if id_ in old and (one := old[id_]) is not None and (other := new[id_]) is not None and abs(one - other) > SAME:
            text = f"{exercises[id_].name} begins at {_kg(other, units)} instead of {_kg(one, units)}."
            yield PlanChange(kind="load", text=text)


def _first_loads(plan: PlanBody) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for day in first_week(plan):
        for entry in day.exercises:
            work = [each.weight_kg for each in entry.sets if each.kind == "normal"]
            found.setdefault(entry.exercise_id, work[0] if work else None)
    return found


def _kg(kilograms: float, units: Units) -> str:
    return f"{round(lb_from_kg(kilograms), 1):g} lb" if units == "imperial" else f"{round(kilograms, 2):g} kg"
