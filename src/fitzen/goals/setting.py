"""What a change of a goal writes: what was said, with the start filled in from the records, once it makes sense and is safe."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from fitzen.entities import Change, Entity, digest_of
from fitzen.errors import FieldError, InvalidError
from fitzen.goals import safety, wording
from fitzen.goals.models import GoalBody, Kind
from fitzen.goals.readings import Readings
from fitzen.infra.storage.base import Op, Put, Record, Store
from fitzen.measurements.rules import METRICS
from fitzen.records import Json, loads, midnight
from fitzen.science.strength import RECORD_METRICS

GOAL = "goal"
MAX_ACTIVE = 50
MAX_HISTORY = 100
ABOUT = ("kind", "metric", "exercise_id", "habit_id", "distance_m", "start_on")
"""Which figures a goal is about: when that changes, its start is read again."""
RISKY = ("kind", "metric", "target_value", "start_on", "due_on", "status")
"""What can make a goal of body weight unsafe: a change of anything else is not held up by that."""
STRONGEST = 100.0


def direction(goal: GoalBody) -> bool | None:
    """Say whether more is better: of lifts and habits always, of times never; else the start decides (None)."""
    return goal.metric != "time_s" if goal.kind in ("strength", "cardio", "habit") else None


def concerns(readings: Readings, goal: GoalBody, value: float | None) -> list[safety.Concern]:
    """List what speaks against an active goal of body weight or fat, from `value` or else its start."""
    now = goal.start_value if value is None else value
    if not _of_the_body(goal) or goal.status != "active" or now is None:
        return []
    if goal.metric == "body_fat_pct":
        weighed = readings.measured("weight_kg")
        weight_kg = weighed[-1].value if weighed else None
        return safety.of_fat(now, goal.target_value, weight_kg, readings.profile, readings.today)
    since = max(readings.today, goal.start_on or readings.today)
    weight = safety.Weight(now, goal.target_value, since, goal.due_on)
    return safety.concerns(weight, readings.profile, readings.today)


def _of_the_body(goal: GoalBody) -> bool:
    return goal.metric in ("weight_kg", "body_fat_pct") and not goal.exercise_id


def settled(record: Record, view: Json, now: datetime) -> Put | None:
    """Return the put that writes down what an active goal shows: that it is reached, where it started. None: nothing new."""
    goal = GOALS.given(record)
    new: Json = {name: view[name] for name in ("status", "start_value") if name in view}
    after = goal.model_copy(update=new)
    if after == goal:
        return None
    kept = {name: value for name, value in loads(record.body).items() if name == "history"}
    reached = {"reached_on": view["reached_on"]} if after.status == "reached" else {}
    return _put(Change(record.owner, record.id, record, after, now), kept | reached)


def _put(change: Change[GoalBody], derived: Json) -> Put:
    goal = change.after
    assert goal is not None  # noqa: S101 - a deletion has no put
    return GOALS.put(change, midnight(str(goal.start_on)), derived=derived, group=goal.status)


def _ops(store: Store, change: Change[GoalBody]) -> Sequence[Op]:
    body = change.after
    if body is None:
        return [GOALS.delete(change)]
    before = GOALS.given(change.record) if change.record else None
    if body.status == "active" and (before is None or before.status != "active"):
        _check_room(store, change.owner)
    readings = Readings(store, change.owner, change.now)
    goal = _filled_in(readings, body, before)
    if goal.status == "active":
        _check(readings, goal)
    if before is None or _differ(before, goal, RISKY):
        _check_safe(readings, goal)
    put = _put(change._replace(after=goal), _derived(change.record, goal, readings.today))
    return [put._replace(digest=digest_of(body))]


def _check_room(store: Store, owner: str) -> None:
    if len(store.list(owner, GOAL, group="active", limit=MAX_ACTIVE).items) >= MAX_ACTIVE:
        raise InvalidError.of("status", f"You can have {MAX_ACTIVE} active goals. Finish or drop one first.")


def _filled_in(readings: Readings, body: GoalBody, before: GoalBody | None) -> GoalBody:
    """Fill in the start; and another target is to be reached anew."""
    start_on = body.start_on or (before and before.start_on) or readings.today
    goal = body.model_copy(update={"start_on": start_on, "metric": body.metric or _usual_metric(readings, body)})
    changed = before is not None and _differ(before, goal, ABOUT)
    start = body.start_value
    if before is not None and (start is None or changed):
        start = before.start_value if not changed else None if start == before.start_value else start
    if start is None:
        start = readings.start_of(goal)
    anew = (
        before and before.status == goal.status == "reached" and (changed or before.target_value != goal.target_value)
    )
    return goal.model_copy(update={"start_value": start} | ({"status": "active"} if anew else {}))


def _usual_metric(readings: Readings, goal: GoalBody) -> str | None:
    """Return what an exercise is followed by: the estimated maximum, the reps, the time or the distance."""
    exercise = readings.exercise(goal.exercise_id) if goal.exercise_id else None
    return RECORD_METRICS[exercise.metric][0] if exercise else None


def _differ(one: GoalBody, other: GoalBody, names: Sequence[str]) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in names)


def _derived(record: Record | None, goal: GoalBody, today: date) -> Json:
    before = loads(record.body) if record else {}
    derived: Json = {}
    if goal.status == "reached":
        derived["reached_on"] = before.get("reached_on", today.isoformat())
    if goal.current_value is not None:
        derived["history"] = _said(before.get("history", []), goal.current_value, today.isoformat())
    return derived


def _said(history: list[Json], value: float, today: str) -> list[Json]:
    """Add what is said today to what was said, one figure a day; nothing where it is what was said last."""
    if history and history[-1]["value"] == value:
        return history
    return [*(each for each in history if each["on"] != today), {"on": today, "value": value}][-MAX_HISTORY:]


def _check(readings: Readings, goal: GoalBody) -> None:
    """Raise InvalidError where a goal cannot be followed, or is there already."""
    if goal.due_on and goal.start_on and goal.due_on <= goal.start_on:
        raise InvalidError.of("due_on", "A goal is due after it starts.")
    _CHECKS[goal.kind](readings, goal)
    up = direction(goal)
    start, target = goal.start_value, goal.target_value
    if start is not None and (start == target or (up is not None and (target > start) != up)):
        at = wording.amount(goal, start, readings.profile["units"])
        raise InvalidError.of("target_value", f"You are at {at} already. Choose a target that is still ahead.")


def _check_measured(readings: Readings, goal: GoalBody) -> None:
    low, high = METRICS[str(goal.metric)].possible
    if not low <= goal.target_value <= high:
        bounds = (wording.amount(goal, bound, readings.profile["units"]) for bound in (low, high))
        raise InvalidError.of("target_value", f"This must be from {' to '.join(bounds)}.")


def _check_lifted(readings: Readings, goal: GoalBody) -> None:
    exercise = readings.exercise(goal.exercise_id)
    if exercise is None:
        raise InvalidError.of("exercise_id", "There is no exercise with this id.")
    metrics = [*RECORD_METRICS[exercise.metric], *(["time_s"] if exercise.metric in ("distance", "time") else [])]
    if goal.metric not in metrics:
        raise InvalidError.of("metric", f"{exercise.name} is followed by {' or '.join(metrics)}.")
    _check_positive(goal)


def _check_kept(readings: Readings, goal: GoalBody) -> None:
    if readings.habit(goal.habit_id) is None:
        raise InvalidError.of("habit_id", "There is no habit with this id.")
    _check_positive(goal)
    if goal.metric == "strength" and goal.target_value > STRONGEST:
        raise InvalidError.of("target_value", "The strength of a habit is at most 100.")


def _check_positive(goal: GoalBody) -> None:
    if goal.target_value <= 0:
        raise InvalidError.of("target_value", "This must be more than 0.")


def _check_nothing(_: Readings, goal: GoalBody) -> None:
    """Whatever the person counts is theirs to say."""


_CHECKS: dict[Kind, Callable[[Readings, GoalBody], None]] = {
    "weight": _check_measured,
    "measurement": _check_measured,
    "strength": _check_lifted,
    "cardio": _check_lifted,
    "habit": _check_kept,
    "custom": _check_nothing,
}


def _check_safe(readings: Readings, goal: GoalBody) -> None:
    """Raise InvalidError with every reason why a goal of body weight or fat is not safe."""
    value = readings.of(goal).value if _of_the_body(goal) else None
    errors = [FieldError(each.field, each.message) for each in concerns(readings, goal, value) if each.field]
    if errors:
        raise InvalidError(errors[0].message, errors=errors)


GOALS = Entity(GOAL, "goal", GoalBody, _ops)
