"""reminders.csv: times of day as they were written, where the person is, or one moment for what comes once."""

import re
from collections.abc import Iterator
from datetime import datetime, time

from fitzen.records import Json
from fitzen.reminders.models import Kind, ReminderBody
from fitzen.reminders.service import REMINDERS
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.habits import WEEK, weekdays
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells, RefusedError
from fitzen.transfer.legacy.writing import Made, of_entity
from fitzen.web.parsing import check

COLUMNS = frozenset(
    ["id", "user_id", "title", "description", "reminder_type", "scheduled_time", "repeat", "is_active", "created_at"]
)
KINDS: dict[str, Kind] = {
    "workout": "workout", "exercise": "workout", "training": "workout", "meal": "meal", "nutrition": "meal",
    "food": "meal", "water": "water", "hydration": "water", "measurement": "measurement", "weigh_in": "measurement",
    "weight": "measurement", "custom": "custom", "general": "custom", "other": "custom", "medication": "custom",
    "sleep": "custom", "habit": "custom", "goal": "custom",
}  # fmt: skip
REPEATS: dict[str, list[int]] = {
    "daily": [], "everyday": [], "every_day": [], "weekdays": [1, 2, 3, 4, 5], "weekends": [6, 7],
}  # fmt: skip
ONCE = frozenset({"", "once", "none", "no", "never", "false", "0", "one_time", "nan"})
WEEKLY = frozenset({"weekly", "every_week"})
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?", re.IGNORECASE | re.ASCII)
_KIND = values.one_of(KINDS)
HOURS_OF_A_HALF = 12


def convert(context: Context, cells: Cells, owner: str) -> Iterator[Made]:
    kind = cells.get("reminder_type", _KIND)
    said: Json = {
        "kind": kind or "custom",
        "title": cells.text("title", 120) or cells.need("description", values.short(120)),
        **_when(cells),
    }
    if text := cells.text("description", 500):
        said["body"] = text
    enabled = cells.get("is_active", values.flag)
    if enabled is None:
        cells.note("is_active", "It is not known whether it is switched on; it was switched off.")
    said["enabled"] = bool(enabled)
    id_ = new_id("reminders", cells.row.id)
    yield of_entity(context.infra.store, cells.row, owner, REMINDERS, id_, check(ReminderBody, said), context.now)


def _when(cells: Cells) -> Json:
    """Return when it comes. Raises RefusedError where the row does not say so much."""
    at, clock = cells.need("scheduled_time", _moment)
    repeat = "_".join(cells.row.cells.get("repeat", "").strip().lower().split()).replace("-", "_")
    if repeat in ONCE:
        if at is None:
            raise RefusedError("scheduled_time", "It comes once, and this does not say on which day.")
        return {"once_at": values.aware(at).isoformat()}
    if repeat in WEEKLY:
        if at is None:
            raise RefusedError("repeat", "It comes once a week, and nothing says on which day.")
        return {"at_local": f"{clock:%H:%M}", "days": [at.isoweekday()]}
    days = REPEATS[repeat] if repeat in REPEATS else cells.need("repeat", weekdays)
    if isinstance(days, int):
        raise RefusedError("repeat", "This says how many days, not which.")
    return {"at_local": f"{clock:%H:%M}", "days": days if len(days) < len(WEEK) else []}


def _moment(text: str) -> tuple[datetime | None, time]:
    """Read a time of day, or a moment with one. Raises ValueError."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is None:
        at = values.time(text)
        return at, at.time()
    hour, minute, half = int(clock[1]), int(clock[2]), (clock[3] or "").lower()
    if half and not 1 <= hour <= HOURS_OF_A_HALF:
        raise ValueError("This is not a time of day.")
    if half:
        hour = hour % HOURS_OF_A_HALF + (HOURS_OF_A_HALF if half == "pm" else 0)
    try:
        return None, time(hour, minute)
    except ValueError:
        raise ValueError("This is not a time of day.") from None
