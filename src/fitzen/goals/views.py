"""A goal as a person reads it: what they said, how far it has come, and why."""

from fitzen.goals import rules, wording
from fitzen.goals.models import GoalBody
from fitzen.goals.readings import Readings
from fitzen.goals.rules import Aim, Progress
from fitzen.goals.setting import GOALS, concerns, direction
from fitzen.infra.storage.base import Record
from fitzen.records import Json, loads


def shown(readings: Readings, record: Record) -> Json:
    """Return a goal as of the day of the readings."""
    body, goal, units = loads(record.body), GOALS.given(record), readings.profile["units"]
    assert goal.start_on is not None  # noqa: S101 - one that is kept has it
    reading = readings.of(goal, body.get("history", ()))
    start = reading.start if goal.start_value is None else goal.start_value
    aim = Aim(start, goal.target_value, goal.start_on, goal.due_on, direction(goal))
    found = _settled(goal, rules.progress(aim, reading, readings.today))
    computed: Json = {
        "title": goal.title or wording.title(goal, _name(readings, goal), units),
        "progress": rules.to_json(found),
        "why": wording.why(goal, aim, reading, found, units),
        "warnings": [concern.message for concern in concerns(readings, goal, reading.value)],
    }
    if start is not None:
        computed["start_value"] = start
    if goal.status == "active" and found.reached:
        computed |= {"status": "reached", "reached_on": str(reading.on or readings.today)}
    return body | computed


def _settled(goal: GoalBody, found: Progress) -> Progress:
    """Expect nothing more of a goal that is reached or given up."""
    if goal.status == "active":
        return found
    on_track = True if goal.status == "reached" else None
    return found._replace(expected_on=None, expected_from=None, expected_until=None, on_track=on_track)


def _name(readings: Readings, goal: GoalBody) -> str:
    if goal.exercise_id:
        exercise = readings.exercise(goal.exercise_id)
        return exercise.name if exercise else "An exercise that is no longer there"
    habit = readings.habit(goal.habit_id) if goal.habit_id else None
    return habit["name"] if habit else "A habit that is no longer there"
