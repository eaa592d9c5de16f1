"""The log of periods, for those who switch it on, and what it predicts.

It is the most private of what Fitzen keeps: off until it is chosen, and left out of exports, analytics and what goes to a
model unless the person asks for it (`PRIVATE_KINDS`). Switched off, nothing is predicted any more; the log stays readable
and can be deleted.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from fitzen import entities
from fitzen.cycle import rules
from fitzen.cycle.models import LONGEST, PeriodBody, PeriodIn
from fitzen.entities import Change, Entity
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Op, Record, Store
from fitzen.records import Json, Saved, loads, midnight
from fitzen.science.cycle import LONGEST as LONGEST_CYCLE
from fitzen.users.service import profile
from fitzen.web.answers import MAX_LIMIT, ListQuery

CYCLE = "cycle"
PRIVATE_KINDS = frozenset({CYCLE})
"""Kinds that exports, analytics and prompts leave out, unless the person asks for them by name."""
READ = 14
"""Periods that a prediction is made of: twelve cycles, the running one, and one that was forgotten."""
OFF = "Cycle tracking is off. Switch it on in your profile (health.cycle_tracking) to log a period."


def log_period(store: Store, user_id: str, body: PeriodIn, now: datetime) -> Saved:
    """Log a period; the same again changes nothing. Raises InvalidError (off, to come, overlapping), ConflictError, GoneError."""
    return entities.save(store, PERIODS, user_id, body, now)


def replace_period(
    store: Store, user_id: str, id: str, body: PeriodIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another period in the place of one. Raises as `entities.replace`."""
    return entities.replace(store, PERIODS, user_id, id, body, now, if_match)


def patch_period(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, PERIODS, user_id, id, patch, now, if_match)


def delete_period(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a period, also once tracking is off; one that is not there is deleted already."""
    entities.remove(store, PERIODS, user_id, id, now, if_match)


def get_period(store: Store, user_id: str, id: str) -> Record:
    return entities.get(store, PERIODS, user_id, id)


def cycle_of(store: Store, user_id: str, query: ListQuery, now: datetime) -> Json:
    """Return a page of the log, newest first, with what it predicts while tracking is on. At most three reads."""
    user = profile(store, user_id)
    page = entities.listed(store, CYCLE, user_id, query)
    found: Json = {
        "tracking": _tracks(user),
        "items": [loads(record.body) for record in page.items],
        "next_cursor": page.next_cursor,
        "notice": rules.NOTICE,
    }
    if _tracks(user):
        recent = _periods(store.list(user_id, CYCLE, limit=READ).items)
        found["prediction"] = rules.prediction(recent, user, _today(user, now))
    return found


def cycle_days(store: Store, user_id: str, first: date, last: date) -> dict[date, float]:
    """Return for each day from `first` to `last` the share of its cycle that has passed, 0 to 1, where it can be told.

    For a fair reading of weight (`expenditure.Day.cycle_phase`). Empty where tracking is off, and under hormonal
    contraception or in pregnancy, when there is no such cycle. Two reads, up to a hundred periods back from `last`.
    """
    user = profile(store, user_id)
    health = user.get("health", {})
    if not _tracks(user) or health.get("hormonal_contraception") or health.get("pregnant"):
        return {}
    after = midnight((first - timedelta(days=LONGEST_CYCLE * READ)).isoformat())
    before = midnight((last + timedelta(days=LONGEST_CYCLE)).isoformat())
    found = store.list(user_id, CYCLE, after=after, before=before, limit=MAX_LIMIT).items
    return rules.positions(_periods(found), first, last)


def _tracks(user: Json) -> bool:
    return bool(user.get("health", {}).get("cycle_tracking"))


def _today(user: Json, now: datetime) -> date:
    return now.astimezone(ZoneInfo(user["time_zone"])).date()


def _periods(records: Sequence[Record]) -> list[rules.Period]:
    """Read periods, from newest first to in order."""
    given = [PERIODS.given(record) for record in reversed(records)]
    return [rules.Period(each.started_on, each.ended_on) for each in given]


def _ops(store: Store, change: Change[PeriodBody]) -> Sequence[Op]:
    body = change.after
    if body is None:
        return [PERIODS.delete(change)]
    user = profile(store, change.owner)
    if not _tracks(user):
        raise InvalidError.of("health.cycle_tracking", OFF)
    today = _today(user, change.now)
    for name in ("started_on", "ended_on"):
        day = getattr(body, name)
        if day is not None and day > today:
            raise InvalidError.of(name, "This day has not come yet where you are.")
    _check_apart(store, change, body)
    return [PERIODS.put(change, midnight(body.started_on.isoformat()))]


def _check_apart(store: Store, change: Change[PeriodBody], body: PeriodBody) -> None:
    """Raise InvalidError where another period covers one of the days: two phones may log the same one."""
    last = body.ended_on or body.started_on
    after = midnight((body.started_on - LONGEST).isoformat())
    before = midnight((last + timedelta(days=1)).isoformat())
    for record in store.list(change.owner, CYCLE, after=after, before=before, limit=MAX_LIMIT).items:
        other = PERIODS.given(record)
        if record.id != change.id and (other.ended_on or other.started_on) >= body.started_on:
            raise InvalidError.of(
                "started_on", f"A period from {other.started_on} on is logged already. Change that one."
            )


PERIODS = Entity(CYCLE, "period", PeriodBody, _ops)
