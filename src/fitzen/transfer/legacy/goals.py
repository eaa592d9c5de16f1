"""goals.csv: goals of body weight stay such; what only the person counts becomes a goal of their own count."""

from collections.abc import Iterator

from fitzen.goals.models import GoalBody, Status
from fitzen.goals.service import GOALS
from fitzen.records import Json
from fitzen.science.loading import kg_from_lb
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells
from fitzen.transfer.legacy.writing import Made, of_entity
from fitzen.web.parsing import check

COLUMNS = frozenset(
    [
        "id",
        "user_id",
        "title",
        "description",
        "type",
        "target_value",
        "current_value",
        "unit",
        "deadline",
        "status",
        "created_at",
        "updated_at",
    ]
)
STATUSES: dict[str, Status] = {
    "active": "active", "in_progress": "active", "pending": "active", "paused": "active", "not_started": "active",
    "completed": "reached", "complete": "reached", "achieved": "reached", "reached": "reached", "done": "reached",
    "abandoned": "abandoned", "cancelled": "abandoned", "canceled": "abandoned", "failed": "abandoned",
    "expired": "abandoned",
}  # fmt: skip
MEASURED = {
    "weight": "weight_kg", "weight_loss": "weight_kg", "weight_gain": "weight_kg", "lose_weight": "weight_kg",
    "gain_weight": "weight_kg", "body_fat": "body_fat_pct", "waist": "waist_cm", "hips": "hip_cm", "chest": "chest_cm",
    "arms": "arm_cm", "thighs": "thigh_cm",
}  # fmt: skip
UNITS = {"weight_kg": {"": 1.0, "kg": 1.0, "kgs": 1.0, "lb": kg_from_lb(1), "lbs": kg_from_lb(1)}}
"""What a unit is in that of the metric; the empty one is what the first backend meant."""
USUAL = {"body_fat_pct": {"", "%", "percent"}}
CM = {"", "cm"}
_STATUS = values.one_of(STATUSES)
_AMOUNT = values.within(-1_000_000_000, 1_000_000_000)


def convert(context: Context, cells: Cells, owner: str) -> Iterator[Made]:
    start = cells.need_time("created_at", "updated_at").date()
    said: Json = {
        "status": cells.get("status", _STATUS) or "active",
        "start_on": start.isoformat(),
        **_measured(context, cells, cells.need("target_value", _AMOUNT)),
    }
    due = cells.get("deadline", values.day)
    if due is not None and due > start:
        said["due_on"] = due.isoformat()
    elif due is not None:
        cells.note("deadline", "It is not after the day on which the goal was made; it was left out.")
    for column, name, most in (("title", "title", 120), ("description", "note", 4_000)):
        if text := cells.text(column, most):
            said[name] = text
    id_ = new_id("goals", cells.row.id)
    yield of_entity(context.infra.store, cells.row, owner, GOALS, id_, check(GoalBody, said), context.now)


def _measured(context: Context, cells: Cells, target: float) -> Json:
    """Return what is counted, and up to where."""
    kind, unit = _word(cells, "type"), _word(cells, "unit")
    metric = MEASURED.get(kind)
    factor = _factor(metric, unit) if metric else None
    if metric and factor:
        if cells.get("current_value", _AMOUNT) is not None:
            context.report.leave_out(cells.row, "current_value")
        goal = "weight" if metric == "weight_kg" else "measurement"
        return {"kind": goal, "metric": metric, "target_value": round(target * factor, 2)}
    if kind not in ("", "custom", "other"):
        cells.note("type", "Nothing here counts this by itself; it became a goal that the person counts.")
    said: Json = {"kind": "custom", "target_value": target}
    if (current := cells.get("current_value", _AMOUNT)) is not None:
        said["current_value"] = current
    if text := cells.text("unit", 20):
        said["unit"] = text
    return said


def _factor(metric: str, unit: str) -> float | None:
    if metric in UNITS:
        return UNITS[metric].get(unit)
    return 1.0 if unit in USUAL.get(metric, CM) else None


def _word(cells: Cells, column: str) -> str:
    return "_".join((cells.get(column, str) or "").lower().split()).replace("-", "_")
