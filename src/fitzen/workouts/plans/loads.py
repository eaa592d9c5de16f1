"""What to put on the bar in a plan: from what the person did lately, and never more than that promises."""

from collections.abc import Sequence

from fitzen.exercises.models import Exercise
from fitzen.science.loading import kg_from_lb, round_load, warmup_sets
from fitzen.science.programming import DELOAD_LOAD
from fitzen.science.progression import LAYOFF_CUTS, Units
from fitzen.science.strength import MAX_EFFECTIVE_REPS, MAX_RELIABLE_RIR, Set, e1rm, load_for
from fitzen.workouts.plans.frame import Past

BAR_KG, BAR_LB = 20.0, 45.0
SESSIONS = 4
"""The last sessions of an exercise say what somebody can do."""


def steps(exercise: Exercise, unit: Units) -> tuple[float, float]:
    """Return the smallest step and the bar, in kg: 5 lb for 2.5 kg and a bar of 45 lb for those who lift pounds."""
    step = exercise.increment_kg or 2.5
    bar = BAR_KG if "barbell" in exercise.equipment else 0.0
    if unit == "metric":
        return step, bar
    return kg_from_lb(2 * step), kg_from_lb(BAR_LB) if bar else 0.0


def known_max(past: Sequence[Past]) -> float | None:
    """Return the estimated maximum of the last sessions in kg, less what a layoff takes; None where nothing says.

    A set of more than ten repetitions in all counts as one of ten, which is too little rather than too much.
    """
    found = max((_estimate(entry) for _, sets in past[:SESSIONS] for entry in sets if entry.is_work), default=0.0)
    return found * (1 - layoff(past)) or None


def _estimate(entry: Set) -> float:
    if not entry.reps or not entry.weight_kg:
        return 0.0
    effective = min(MAX_EFFECTIVE_REPS, entry.reps + min(entry.reserve or 0.0, MAX_RELIABLE_RIR))
    return e1rm(entry.weight_kg, int(effective)) or 0.0


def layoff(past: Sequence[Past]) -> float:
    """Return the share that the days since the last session take off."""
    return next((cut for least, cut in LAYOFF_CUTS if past and past[0][0] >= least), 0.0)


def planned_load(exercise: Exercise, past: Sequence[Past], reps: int, rir: float, unit: Units) -> float | None:
    """Return the load in kg for so many repetitions with so many in reserve, rounded down to what can be loaded.

    Up to ten repetitions in all it comes from the estimated maximum; beyond, from the heaviest set that was done with
    as many. None where neither says, or where it would be lighter than the lightest that there is.
    """
    if exercise.metric != "reps_load":
        return None
    if reps + rir <= MAX_EFFECTIVE_REPS:
        top = known_max(past)
        load = load_for(top, reps, rir) if top else None
    else:
        load = _done_with(past, reps + rir)
    if not load:
        return None
    step, bar = steps(exercise, unit)
    rounded = round_load(load, step, bar)
    return round(rounded, 3) if step <= rounded <= load + 1e-6 and rounded >= bar else None


def _done_with(past: Sequence[Past], effective: float) -> float | None:
    done = [
        entry.weight_kg * (1 - layoff(past))
        for _, sets in past[:SESSIONS]
        for entry in sets
        if entry.is_work and entry.weight_kg and (entry.reps or 0) + (entry.reserve or 0.0) >= effective
    ]
    return max(done, default=None)


def lighter(exercise: Exercise, load: float, unit: Units) -> float:
    """Return the load of a lighter week."""
    step, bar = steps(exercise, unit)
    return round(min(load, max(bar or step, round_load(load * DELOAD_LOAD, step, bar))), 3)


def ramp(exercise: Exercise, load: float, unit: Units, count: int) -> list[Set]:
    """Return at most `count` warm-up sets to a load: the first steps, or the middle one where there is but one."""
    step, bar = steps(exercise, unit)
    sets = [entry for entry in warmup_sets(load, step, bar) if round(entry.weight_kg or 0.0, 3) < load]
    return sets[:count] if count != 1 or len(sets) < 2 else sets[1:2]  # noqa: PLR2004 - there is a second
