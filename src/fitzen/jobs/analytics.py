"""How many people use Fitzen, come back, and what the coach costs: a record a day, from counters, never from a scan.

When a person's day ends (jobs/streaks.py) what they add to its figures is counted in the write that makes the next
midnight due, so each counts once. The counters of a day are split over 16 records, so that few writers meet. This job
adds them up. Nobody's id and nothing that they logged is kept: a count of people by day, in their own time zones.

A day is active when the app was used: a session was opened or went on. Retention looks at whoever signed up one, 7 or
30 days before.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from math import fsum

from fitzen.auth import service as auth
from fitzen.coach.chats import MESSAGE
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put, Store, segment_of
from fitzen.infra.telemetry.metrics import DAILY_ACTIVE_USERS
from fitzen.jobs.base import Report
from fitzen.local_time import DAY, Hours, moment
from fitzen.records import Json, all_records, dumps, loads, midnight, run_again

KIND = "analytics"
FIGURES = "sys:analytics"
OPEN_DAYS = 3
"""A day ends everywhere within 26 hours of its end in the first zone; after an outage its last people come later."""
COUNTERS_KEPT = timedelta(days=60)
RETAINED_AFTER = (1, 7, 30)
REMEMBERED_DAYS, WEEK = 30, 0b1111111
USAGE = ("input_tokens", "output_tokens", "cached_tokens", "cost_usd")

type Figures = Mapping[str, float]


def run(infra: Infra, now: datetime) -> Report:
    """Add up the counters of the last days, today's too, as far as it has ended somewhere."""
    days = [now.date() - number * DAY for number in range(-1, OPEN_DAYS)]
    written = sum(_add_up(infra, day) for day in days)
    over = now.date() - 2 * DAY  # everywhere, and by now for everybody
    for day in figures(infra.store, over, over):
        infra.telemetry.set(DAILY_ACTIVE_USERS, day.get("active", 0))
    return Report("analytics", {"days": written})


def figures(store: Store, first: date, last: date) -> Sequence[Json]:
    """Return the figures of each day from the first to the last, as far as there are any."""
    span = midnight(first.isoformat()), midnight((last + DAY).isoformat())
    found = all_records(store, FIGURES, KIND, after=span[0], before=span[1])
    return [loads(record.body) for record in reversed(list(found))]


def activity(infra: Infra, owner: str, start: datetime, before: int, days_passed: int) -> int:
    """Return on which of the last 30 days a person was active, as bits, the day from `start` on in the lowest.

    `before` is the same, `days_passed` ago.
    """
    last = auth.last_active(infra, owner)
    now_active = last is not None and last >= start
    return (before << days_passed | now_active) & (1 << REMEMBERED_DAYS) - 1


def added_by(infra: Infra, owner: str, profile: Json, hours: Hours, day: date, active: int) -> Figures:
    """Return what a person adds to the figures of a day that has ended for them; `active` is as `activity` gives it."""
    joined = datetime.fromisoformat(profile["created_at"]).astimezone(hours.zone).date()
    age = (day - joined).days
    counts = {
        "people": 1,
        "new": age == 0,
        "active": active & 1,
        "active_7": bool(active & WEEK),
        "active_30": bool(active),
    }
    retained = {f"d{age}_of": 1, f"d{age}": active & 1} if age in RETAINED_AFTER else {}
    return counts | retained | _chatted(infra, owner, hours, day)


def counted(store: Store, owner: str, day: date, added: Figures, now: datetime) -> Put:
    """Return the put that adds to the counter of the person's sixteenth."""
    part = f"{segment_of(owner):02}"
    record = store.get(_counters(day), KIND, part)
    body = _sum([loads(record.body) if record else {}, added])
    version = record.version if record else 0
    return Put(_counters(day), KIND, part, dumps(body), now, version, expires_at=now + COUNTERS_KEPT)


def _chatted(infra: Infra, owner: str, hours: Hours, day: date) -> dict[str, float]:
    start, end = (moment(each, datetime.min.time(), hours.zone) for each in (day, day + DAY))
    chatted: defaultdict[str, float] = defaultdict(float)
    for record in all_records(infra.chat_store, owner, MESSAGE, after=start, before=end):
        body = loads(record.body)
        chatted["messages"] += body["sender"] == "user"
        usage = body.get("usage") or {}
        for name in USAGE:
            chatted[name] += usage.get(name, 0)
    return chatted


@run_again
def _add_up(infra: Infra, day: date) -> bool:
    """Write a day's figures, where they have changed. What a replica does not have yet is added an hour later."""
    store = infra.store
    parts = infra.read_late(lambda late: [loads(record.body) for record in all_records(late, _counters(day), KIND)])
    body = {"day": day.isoformat(), **_sum(parts)}
    record = store.get(FIGURES, KIND, day.isoformat())
    if not parts or (record and loads(record.body) == body):
        return False
    put = Put(FIGURES, KIND, day.isoformat(), dumps(body), midnight(day.isoformat()), record.version if record else 0)
    store.write([put])
    return True


def _sum(parts: Sequence[Figures]) -> Figures:
    names = sorted({name for part in parts for name in part})
    sums = {name: round(fsum(part.get(name, 0) for part in parts), 6) for name in names}
    return {name: int(value) if value.is_integer() else value for name, value in sums.items()}


def _counters(day: date) -> str:
    return f"{FIGURES}:{day.isoformat()}"
