"""A week over weeks: repetitions in reserve go down, loads up as the estimate says, and a lighter week closes it."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from fitzen.exercises.models import Exercise
from fitzen.science.loading import WARMUP_RAMP
from fitzen.science.programming import (
    DELOAD_RESERVE,
    WARMUP_REST_S,
    Role,
    TimedSet,
    deload_sets,
    reserve,
    session_seconds,
    whole_minutes,
)
from fitzen.workouts.plans.frame import HOLD_S, Frame
from fitzen.workouts.plans.loads import lighter, planned_load, ramp
from fitzen.workouts.plans.models import Given, MuscleVolume, PlannedExercise, PlannedSession, PlannedSet
from fitzen.workouts.plans.volume import sets_of
from fitzen.workouts.plans.weekly import Day, Week, Work
from fitzen.workouts.plans.why import why

type Ids = Mapping[tuple[int, int], str]


def lighter_weeks(given: Given) -> frozenset[int]:
    """Return the weeks that are lighter: the last, and those that were asked for."""
    return frozenset(week for week in given.deloads if week <= given.weeks) | {given.weeks}


def working_weeks(given: Given) -> list[int]:
    return [week for week in range(1, given.weeks + 1) if week not in lighter_weeks(given)]


def spread(frame: Frame, week: Week, plan_id: str, ids: Ids | None = None) -> list[PlannedSession]:
    """Return the sessions of all weeks. `ids` are those of sessions that are kept; the others come from the plan's id."""
    known = ids or {}
    loads = {id(work): _loads(frame, work) for day in week.days for work in day.works}
    return [
        _session(frame, day, number, order, known.get((number, order)) or session_id(plan_id, number, order), loads)
        for number in range(1, frame.given.weeks + 1)
        for order, day in enumerate(week.days, 1)
    ]


def session_id(plan_id: str, week: int, order: int) -> str:
    """Name a session by its plan and place, so that the same plan has the same ids (UUID version 5)."""
    return str(uuid5(UUID(plan_id), f"{week}.{order}"))


def rir_of(given: Given, week: int) -> int:
    """Return the repetitions in reserve of a week."""
    working = working_weeks(given)
    if week not in working:
        return DELOAD_RESERVE
    level = "beginner" if given.careful else given.level
    return reserve(level, working.index(week) + 1, len(working), careful=given.careful, shift=-given.effort)


def _loads(frame: Frame, work: Work) -> dict[int, float]:
    """Return an exercise's load by week, as far as one is known; it never falls from one working week to the next."""
    given, units = frame.given, frame.person.units
    past = frame.person.history.get(work.exercise.id, ())
    low = frame.reps(frame.role(work.slot, work.place))[0]
    working = working_weeks(given)
    hardest_first = sorted({rir_of(given, week) for week in working}, reverse=True)
    by_rir = {rir: planned_load(work.exercise, past, low, rir, units) for rir in hardest_first}
    if any(load is None for load in by_rir.values()):
        return {}
    least = float("inf")
    for rir in reversed(hardest_first):
        load = by_rir[rir]
        least = by_rir[rir] = min(least, load or 0.0)
    found = {week: by_rir[rir_of(given, week)] or 0.0 for week in working}
    for week in sorted(lighter_weeks(given)):
        before = [found[each] for each in working if each < week]
        found[week] = lighter(work.exercise, before[-1] if before else min(found.values()), units)
    return found


def _session(
    frame: Frame, day: Day, number: int, order: int, id_: str, loads: Mapping[int, Mapping[int, float]]
) -> PlannedSession:
    deload = number in lighter_weeks(frame.given)
    exercises = [_exercise(frame, day, work, number, loads[id(work)].get(number), deload=deload) for work in day.works]
    timed = [timed_sets(frame.exercise(each.exercise_id), each.sets) for each in exercises]
    return PlannedSession(
        id=id_,
        name=day.template.name,
        week=number,
        order=order,
        minutes=whole_minutes(session_seconds(frame.given.minutes, timed)),
        deload=deload,
        exercises=exercises,
    )


def timed_sets(exercise: Exercise, sets: Sequence[PlannedSet]) -> list[TimedSet]:
    """Return sets as the time model takes them."""
    sides = 2 if exercise.unilateral else 1
    return [TimedSet(each.reps[1] if each.reps else 0, each.duration_s or 0.0, each.rest_s, sides) for each in sets]


def _exercise(frame: Frame, day: Day, work: Work, week: int, load: float | None, *, deload: bool) -> PlannedExercise:
    role = frame.role(work.slot, work.place)
    rir = rir_of(frame.given, week)
    count = deload_sets(work.sets) if deload else work.sets
    timed = work.exercise.metric == "time"
    one = PlannedSet(
        reps=None if timed else list(frame.reps(role)),
        duration_s=HOLD_S if timed else None,
        rir=rir,
        weight_kg=load,
        rest_s=frame.rest(role),
    )
    return PlannedExercise(
        exercise_id=work.exercise.id,
        sets=[*_warmup(frame, work.exercise, role, load), *[one] * count],
        why=why(frame, work, load, deload=deload),
        swaps=[each.id for each in frame.candidates[work.slot] if not day.has(each.id)][:3],
    )


def _warmup(frame: Frame, exercise: Exercise, role: Role, load: float | None) -> list[PlannedSet]:
    """Return the ramp, with loads where the working load is known."""
    count = frame.ramp(exercise, role)
    if load:
        entries = [(entry.reps or 0, entry.weight_kg) for entry in ramp(exercise, load, frame.person.units, count)]
    else:
        entries = [(reps, None) for _, reps in (WARMUP_RAMP[:count] if count != 1 else WARMUP_RAMP[1:2])]
    return [
        PlannedSet(kind="warmup", reps=[reps, reps], weight_kg=round(kg, 3) if kg else None, rest_s=WARMUP_REST_S)
        for reps, kg in entries
    ]


def volume_of(sessions: Sequence[PlannedSession], exercises: Mapping[str, Exercise]) -> list[MuscleVolume]:
    """Return the weekly sets of each muscle, of the exercises that are known, the most trained first."""
    found = []
    for week in sorted({day.week for day in sessions}):
        done = [
            (exercises[entry.exercise_id], sum(1 for each in entry.sets if each.kind == "normal"))
            for day in sessions
            if day.week == week
            for entry in day.exercises
            if entry.exercise_id in exercises
        ]
        totals = sets_of(done)
        found += [
            MuscleVolume(muscle=muscle, week=week, sets=round(sets, 1))
            for muscle, sets in sorted(totals.items(), key=lambda each: (-each[1], each[0]))
        ]
    return found
