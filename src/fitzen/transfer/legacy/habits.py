"""habits.csv: a habit, and a check-in for each day that it was done."""

import re
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from fitzen.entities import Change
from fitzen.habits.models import EARLIEST, CheckinBody, HabitBody
from fitzen.habits.service import CHECKINS, HABITS
from fitzen.records import Json, midnight
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import new_id
from fitzen.transfer.legacy.rows import Cells, RefusedError
from fitzen.transfer.legacy.writing import Made, of_entity, of_put
from fitzen.users.service import time_zone
from fitzen.web.parsing import check

COLUMNS = frozenset(
    ["id", "user_id", "habit_name", "frequency", "target_days", "completed_days", "streak", "created_at", "updated_at"]
)
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name[:length]: number for number, name in enumerate(WEEK, 1) for length in (3, len(name))} | {
    "tues": 2, "thur": 4, "thurs": 4,
}  # fmt: skip
DAILY: Json = {"type": "daily"}
FREQUENCIES: dict[str, Json] = {
    "daily": DAILY,
    "everyday": DAILY,
    "every_day": DAILY,
    "weekly": {"type": "times_per_week", "count": 1},
    "weekdays": {"type": "weekdays", "days": [1, 2, 3, 4, 5]},
    "weekends": {"type": "weekdays", "days": [6, 7]},
}
_TIMES = re.compile(r"([1-7])\s*(x|times)?\s*(/|a|per|_)\s*week(ly)?", re.IGNORECASE | re.ASCII)


def convert(context: Context, cells: Cells, owner: str) -> Iterator[Made]:
    """Yield the habit of a row and its check-ins. The streak is left out, for it follows from these."""
    store, id_ = context.infra.store, new_id("habits", cells.row.id)
    today = context.now.astimezone(ZoneInfo(time_zone(store, owner))).date()
    days = list(_days(cells, today))
    created = cells.need_time("created_at", "updated_at").date()
    said: Json = {
        "name": cells.need("habit_name", values.short(120)),
        "schedule": schedule(cells),
        "start_on": max(EARLIEST, min([created, *days])).isoformat(),
    }
    if cells.row.cells.get("streak", "").strip() not in values.NOTHING:
        context.report.leave_out(cells.row, "streak")
    yield of_entity(store, cells.row, owner, HABITS, id_, check(HabitBody, said), context.now)
    for day in days:
        body = check(CheckinBody, {"habit_id": id_, "day": day.isoformat()})
        change = Change(owner, body.id, None, body, context.now)
        yield of_put(cells.row, CHECKINS.put(change, midnight(day.isoformat()), group=id_))


def schedule(cells: Cells) -> Json:
    """Return when a habit is due. Raises RefusedError where the row does not say."""
    text = cells.row.cells.get("frequency", "").strip()
    found = FREQUENCIES.get(re.sub(r"[\s-]+", "_", text.lower()))
    if times := _TIMES.fullmatch(text):
        found = {"type": "times_per_week", "count": int(times[1])}
    days = cells.get("target_days", weekdays)
    if isinstance(days, int):
        return {"type": "times_per_week", "count": days}
    if days:
        return DAILY if len(days) == len(WEEK) else {"type": "weekdays", "days": days}
    if found is None:
        raise RefusedError("frequency", "This does not say when the habit is due.")
    return found


def weekdays(text: str) -> list[int] | int:
    """Read days of the week, 1 Monday to 7 Sunday, or how many there are. Raises ValueError."""
    if re.fullmatch(r"[1-7](\.0)?", text.strip(), re.ASCII):
        return int(text.strip()[0])
    return sorted({_weekday(entry) for entry in values.entries(text)})


def _weekday(entry: str) -> int:
    if entry.lower() in WEEKDAYS:
        return WEEKDAYS[entry.lower()]
    number = re.fullmatch(r"([0-7])(\.0)?", entry, re.ASCII)
    if number is None:
        raise ValueError("This has what is no day of the week.")
    if number[1] == "0":
        raise ValueError("0 can be Monday or Sunday; write days by their names.")
    return int(number[1])


def _days(cells: Cells, today: date) -> Iterator[date]:
    """Yield the days on which it was done, each once, in order; what is no such day is noted."""
    if re.fullmatch(r"\d+(\.0)?", cells.row.cells.get("completed_days", "").strip(), re.ASCII):
        cells.note("completed_days", "This says how many days, not which; it was left out.")
        return
    found = set()
    for entry in cells.get("completed_days", values.entries) or ():
        try:
            day = values.day(entry)
        except ValueError:
            cells.note("completed_days", "This has what is no day; the others were taken.")
            continue
        if EARLIEST <= day <= today:
            found.add(day)
        else:
            cells.note("completed_days", f"{day} lies in the future, or before 2000; the others were taken.")
    yield from sorted(found)
