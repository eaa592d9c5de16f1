"""What a person says of a day of their diary (`diary_day`, id: the local day): that they logged all of it, or not.

The day record carries the same mark, so that summaries and the measured expenditure read one record a day.
"""

from collections.abc import Sequence
from datetime import date, datetime

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Op, Store
from fitzen.nutrition import days
from fitzen.nutrition.models import DiaryDayBody
from fitzen.records import Saved, midnight
from fitzen.web.fields import FIRST_YEAR, LAST_YEAR

DIARY_DAY = "diary_day"


def mark_day(
    store: Store, user_id: str, day: str, body: DiaryDayBody, now: datetime, if_match: int | None = None
) -> Saved:
    """Say whether a day is logged in full. Raises InvalidError when it is no day, StaleError."""
    return entities.keep(store, DIARY_DAYS, user_id, check_day(day), body, now, if_match)


def check_day(text: str) -> str:
    """Return a local day as it is written in ids. Raises InvalidError naming `day`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidError.of("day", "This must be a day that exists, such as 2026-11-23.")
    return text


def _ops(store: Store, change: Change[DiaryDayBody]) -> Sequence[Op]:
    day = check_day(change.id)
    record = store.get(change.owner, days.DAY, day, deleted=True)
    if change.after is None:
        return [DIARY_DAYS.delete(change), days.marked(change.owner, record, day, complete=None)]
    return [
        DIARY_DAYS.put(change, midnight(day)),
        days.marked(change.owner, record, day, complete=change.after.complete),
    ]


DIARY_DAYS = Entity(DIARY_DAY, "day of the diary", DiaryDayBody, _ops)
