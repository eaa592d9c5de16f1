"""What the rules say of some reminders, for the app's own reckoning: `python -m tests.unit.reminders.cases` writes it."""

import json
import random
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fitzen.local_time import Hours, Quiet
from fitzen.reminders.models import ReminderBody
from fitzen.reminders.rules import due_times

PATH = Path(__file__).parents[3] / "app/src/lib/reminders/due.cases.json"
ZONES = ["UTC", "Europe/Madrid", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"]  # fmt: skip
STARTS = ["2026-03-08T05:00", "2026-03-28T12:00", "2026-04-04T02:00", "2026-10-03T20:00", "2026-10-24T12:00", "2026-11-01T03:00", "2026-11-26T09:17"]  # fmt: skip
CLOCKS = ["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00", "07:30", "12:00", "21:59", "22:00", "23:59"]


def cases(count: int = 300) -> list[dict[str, Any]]:
    draw = random.Random(4)
    return [_case(draw) for _ in range(count)]


def _case(draw: random.Random) -> dict[str, Any]:
    zone, after = draw.choice(ZONES), datetime.fromisoformat(draw.choice(STARTS)).replace(tzinfo=UTC)
    quiet = (draw.choice(CLOCKS), draw.choice(CLOCKS)) if draw.random() < 0.6 else None
    fields: dict[str, Any] = {
        "at_local": draw.choice(CLOCKS),
        "days": sorted(draw.sample(range(1, 8), draw.randint(0, 7))),
    }
    if draw.random() < 0.2:
        fields = {"once_at": (after + timedelta(minutes=draw.randint(-600, 6000))).isoformat()}
    hours = Hours(ZoneInfo(zone), Quiet(*map(time.fromisoformat, quiet)) if quiet else None)
    body = ReminderBody.model_validate_json(json.dumps({"kind": "custom", "title": "Stretch"} | fields))
    due = due_times(body, hours, after)
    return {
        "reminder": fields,
        "hours": {"zone": zone} | ({"quiet": {"start": quiet[0], "end": quiet[1]}} if quiet else {}),
        "after": after.isoformat(),
        "due": [at.isoformat() for at in islice(due, 5)],
    }


def text() -> str:
    return "[\n" + ",\n".join(json.dumps(case) for case in cases()) + "\n]\n"


if __name__ == "__main__":
    PATH.write_text(text())
