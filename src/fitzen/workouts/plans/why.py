"""Why each exercise is in a plan, in a sentence or two to the person."""

from collections.abc import Mapping

from fitzen.science.loading import lb_from_kg
from fitzen.science.volume import INDIRECT
from fitzen.workouts.plans.frame import Frame
from fitzen.workouts.plans.loads import known_max
from fitzen.workouts.plans.pool import Slot
from fitzen.workouts.plans.volume import in_words
from fitzen.workouts.plans.weekly import Work

JOBS: Mapping[Slot, str] = {
    "squat": "The knee bend of the day",
    "lunge": "One leg at a time, so that both do their share",
    "hinge": "The hip hinge of the day",
    "hip": "Work for the hips that spares the back",
    "horizontal_push": "The press away from the chest",
    "vertical_push": "The press overhead",
    "horizontal_pull": "The row, to balance the presses",
    "vertical_pull": "The pull from above",
    "chest": "More for the chest without tiring the arms",
    "side_delts": "The part of the shoulders that presses hardly train",
    "rear_delts": "The rear of the shoulders, which presses leave out",
    "biceps": "Direct work for the front of the arms",
    "triceps": "Direct work for the back of the arms",
    "leg_curl": "The hamstrings by bending the knee, which hinges leave out",
    "leg_extension": "More for the thighs without tiring the back",
    "calves": "Nothing else in the week trains the calves",
    "core": "The front of the trunk",
    "obliques": "The sides of the trunk",
}


def why(frame: Frame, work: Work, load: float | None, *, deload: bool) -> str:
    """Say what the exercise is for, why this one, and where its load comes from."""
    parts = [_job(work), _chosen(frame, work), _load(frame, work, load, deload=deload)]
    return " ".join(part for part in parts if part)


def _job(work: Work) -> str:
    names = [in_words(part.muscle) for part in work.exercise.muscles if part.share > INDIRECT]
    trained = f": {' and '.join(names)}" if names else ""
    return f"{JOBS[work.slot]}{trained}."


def _chosen(frame: Frame, work: Work) -> str:
    times = len(frame.person.history.get(work.exercise.id, ()))
    if frame.given.focus and any(part.muscle in frame.given.focus for part in work.exercise.muscles):
        return "You asked for more of this."
    if times > 1:
        return "You know it well."
    return ""


def _load(frame: Frame, work: Work, load: float | None, *, deload: bool) -> str:
    if work.exercise.metric != "reps_load":
        return ""
    if not load:
        return "Nothing is known of your load yet: find one that leaves the reps in reserve."
    if deload:
        return "Lighter on purpose this week."
    top = known_max(frame.person.history[work.exercise.id])
    return f"The load comes from your estimated max of {_kg(frame, top)}." if top else ""


def _kg(frame: Frame, kilograms: float) -> str:
    if frame.person.units == "imperial":
        return f"{round(lb_from_kg(kilograms), 1):g} lb"
    return f"{round(kilograms, 1):g} kg"
