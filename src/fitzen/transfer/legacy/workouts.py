"""workouts.csv: workouts without exercises, for the first backend knew none."""

from collections.abc import Iterator
from datetime import timedelta

from fitzen.records import Json
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells, RefusedError
from fitzen.transfer.legacy.writing import Made, of_entity
from fitzen.web.parsing import check
from fitzen.workouts.models import MAX_DURATION, WorkoutBody
from fitzen.workouts.service import WORKOUTS

COLUMNS = frozenset(
    [
        "id",
        "user_id",
        "title",
        "description",
        "duration",
        "calories",
        "type",
        "difficulty",
        "completed_at",
        "created_at",
    ]
)
_MINUTES = values.within(0, MAX_DURATION / timedelta(minutes=1))
_KCAL = values.within(0, 20_000)


def convert(context: Context, cells: Cells, owner: str) -> Iterator[Made]:
    """Yield the workout of a row: it ended at `completed_at`, and began `duration` minutes before."""
    kind, difficulty = cells.text("type", 100), cells.text("difficulty", 100)
    name = cells.text("title", 120) or kind
    if name is None:
        raise RefusedError("title", "A workout needs a name, and this has neither title nor type.")
    ended = cells.need_time("completed_at")
    minutes = cells.get("duration", _MINUTES)
    said: Json = {"name": name, "started_at": (ended - timedelta(minutes=minutes or 0)).isoformat(), "exercises": []}
    if minutes is not None:
        said["ended_at"] = ended.isoformat()
    labels = [f"{label}: {word}" for label, word in (("Type", kind), ("Difficulty", difficulty)) if word]
    if notes := "\n".join(filter(None, [cells.text("description", 3_700), *labels])):
        said["notes"] = notes
    if (burned := cells.get("calories", _KCAL)) is not None:
        said["energy_kcal"] = burned
    body = check(WorkoutBody, said)
    id_ = new_id("workouts", cells.row.id)
    yield of_entity(context.infra.store, cells.row, owner, WORKOUTS, id_, body, context.now)
