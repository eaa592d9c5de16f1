"""What a person may spend on models that cost money: a ledger a month, by their own days, and what is held for answers.

How a message is answered where a model costs money (`infra.llm.name` is not `builtin`), once a message:

1. `held = admit(chat_store, user, estimate(turns, tools, budget), now)`.
   It raises BudgetSpentError for the first message of a day beyond the limit: answer 429, and keep nothing of the
   message, so that it can be sent again.
   It returns None for every message after that one until the day ends: answer by the built-in coach (`Budget` and all
   else as ever) and say `SPENT_NOTICE` first.
   Else it returns a Reservation: ask the model.
2. `settle(chat_store, held, usage, now)` once it has ended: with what Finished said was used; with None where there is
   no such figure (the person cancelled, the model failed on the way), which counts what was held; with Usage() where
   no model was reached.

A process that dies in between leaves its reservation behind, which counts until it runs out after 15 minutes, and no
longer. Two that ask at once both see what the other holds. A person with anything left gets an answer, so a limit is
exceeded by one answer at the most. The built-in coach costs nothing and asks for nothing here.

A ledger is one record, which every answer of a person changes. Those of one process take turns: of 200 at once that
only ran again on a conflict, 186 gave up (benchmarks/streams.py).
"""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from math import ceil
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.errors import TooManyError, UnavailableError
from fitzen.infra.llm.base import Budget, ToolSpec, Turn, Usage, rough_tokens
from fitzen.infra.storage.base import Put, Record, Store
from fitzen.local_time import local_day, moment
from fitzen.records import Json, dumps, loads, midnight, new_id, run_again
from fitzen.users.subscription import entitlements

SPEND = "coach_spend"
HELD = timedelta(minutes=15)
"""Longer than six steps of a model take, each at its longest."""
SETTLED_WITHIN = timedelta(days=1)
"""For so long after it ran out an answer that is settled late is still counted."""
KEPT = timedelta(days=400)
"""From the month's first day: a year can be looked back on."""
CACHED_SHARE = 10
"""So many tokens from the cache count as one: they cost a tenth of one that is read anew, or less."""
LONGER_THAN_A_MONTH = timedelta(days=32)
STEPS = 2
"""Calls of a model that a message takes, as a rule: one that asks for tools, one that answers."""
LANES = tuple(Lock() for _ in range(64))
"""A person's turn is in the lane of their id. Two people may share one, and then wait for each other for a moment."""
TURN_S = 30
"""For so long a turn is waited for: 200 writes take a second or two, a store that hangs refuses after ten."""
SPENT_NOTICE = (
    "You have used up what your plan gives for now, so I answer in my simpler way. Logging and all of your figures work "
    "as ever.\n\n"
)


class Reservation(NamedTuple):
    """What is held for one answer of a person, in the ledger of a month, for their day (ISO)."""

    owner: str
    month: str
    day: str
    id: str
    tokens: int


class BudgetSpentError(TooManyError):
    """A person's tokens of the day or of the month are spent. Said once a day; after it the built-in coach answers."""

    title = "That is all for today"

    def __init__(self, *, month: bool, retry_after: float) -> None:
        span, until = ("this month", "next month") if month else ("today", "tomorrow")
        super().__init__(
            f"You have used up what your plan gives for {span}. Send your message again and I answer in my simpler way; "
            f"with the full coach we go on {until}. Logging and all of your figures work as ever.",
            retry_after=retry_after,
        )


class Spent(NamedTuple):
    """What a person has used: tokens of the day and of the month, without what is held, and US dollars of the month."""

    day: int
    month: int
    cost_usd: float


def estimate(turns: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> int:
    """Estimate the tokens that an answer takes: what is read comes from the cache the second time."""
    read = rough_tokens(turns, tools)
    return read + ceil(read * (STEPS - 1) / CACHED_SHARE) + budget.max_tokens


def counted(usage: Usage) -> int:
    """Return how many tokens of a budget a usage takes."""
    cached = ceil(usage.cached_tokens / CACHED_SHARE)
    return usage.input_tokens + usage.cache_write_tokens + usage.output_tokens + cached


def admit(store: Store, user: Json, tokens: int, now: datetime) -> Reservation | None:
    """Reserve, or say once a day that it is spent: see above. `store` is that of chats, `user` the person's fields."""
    held = reserve(store, user, tokens, now)
    if held is None and _first_told(store, user, now):
        month = _left(store, user, now).month <= 0
        today = _today(user, now)
        ends = today.month_ends if month else today.ends
        raise BudgetSpentError(month=month, retry_after=(ends - now).total_seconds())
    return held


def reserve(store: Store, user: Json, tokens: int, now: datetime) -> Reservation | None:
    """Hold `tokens` for one answer, in one atomic write; None where the day's or the month's are spent or all held."""
    with _turn(user["id"]):
        return _reserve(store, user, tokens, now)


@run_again
def _reserve(store: Store, user: Json, tokens: int, now: datetime) -> Reservation | None:
    today = _today(user, now)
    record = store.get(user["id"], SPEND, today.month)
    ledger = _ledger(record)
    if min(_left_of(ledger, user, today, now)) <= 0:
        return None
    held = Reservation(user["id"], today.month, today.day, new_id(int(now.timestamp() * 1000)), tokens)
    ledger["held"] = _fresh(ledger, now - SETTLED_WITHIN) | {
        held.id: {"tokens": tokens, "until": (now + HELD).isoformat()}
    }
    store.write([_put(user["id"], today.month, ledger, record)])
    return held


def settle(store: Store, held: Reservation, usage: Usage | None, now: datetime) -> None:
    """Put what was used in the place of what was held; settling again changes nothing."""
    with _turn(held.owner):
        _settle(store, held, usage, now)


@run_again
def _settle(store: Store, held: Reservation, usage: Usage | None, now: datetime) -> None:
    record = store.get(held.owner, SPEND, held.month)
    ledger = _ledger(record)
    if ledger["held"].pop(held.id, None) is None:
        return
    day = ledger["days"].setdefault(held.day, {"tokens": 0, "cost_usd": 0.0, "answers": 0})
    day["tokens"] += held.tokens if usage is None else counted(usage)
    day["cost_usd"] = round(day["cost_usd"] + (usage.cost_usd if usage else 0.0), 8)
    day["answers"] += 1
    ledger["held"] = _fresh(ledger, now - SETTLED_WITHIN)
    store.write([_put(held.owner, held.month, ledger, record)])


def spent(store: Store, user: Json, now: datetime) -> Spent:
    """Return what the person has used of their day and month so far."""
    today = _today(user, now)
    days = _ledger(store.get(user["id"], SPEND, today.month))["days"]
    cost = round(sum(day["cost_usd"] for day in days.values()), 8)
    return Spent(_tokens(days, today.day), _tokens(days), cost)


@contextmanager
def _turn(owner: str) -> Generator[None]:
    lane = LANES[hash(owner) % len(LANES)]
    if not lane.acquire(timeout=TURN_S):
        raise UnavailableError("Too much is being asked at once. Please try again.", retry_after=1)
    try:
        yield
    finally:
        lane.release()


def allowance(store: Store, user: Json, now: datetime) -> Json:
    """Return what is used and what there is, of the day and of the month, and when there is more again."""
    today, used, given = _today(user, now), spent(store, user, now), entitlements(user, now)
    ends = today.month_ends if used.month >= given.coach_tokens_month else today.ends
    return {
        "day": {"tokens": used.day, "limit": given.coach_tokens_day},
        "month": {"tokens": used.month, "limit": given.coach_tokens_month},
        "resets_at": ends.isoformat(),
    }


class _Today(NamedTuple):
    """The person's day and month, and when they end."""

    day: str
    month: str
    ends: datetime
    month_ends: datetime


class _Left(NamedTuple):
    day: int
    month: int


def _today(user: Json, now: datetime) -> _Today:
    zone = ZoneInfo(user["time_zone"])
    day, _, ends = local_day(now, zone)
    next_month = (day.replace(day=1) + LONGER_THAN_A_MONTH).replace(day=1)
    return _Today(day.isoformat(), f"{day:%Y-%m}", ends, moment(next_month, time.min, zone))


def _ledger(record: Record | None) -> Json:
    return loads(record.body) if record else {"days": {}, "held": {}, "told_on": None}


def _fresh(ledger: Json, since: datetime) -> Json:
    """Return what is held and did not run out before `since`."""
    held: Mapping[str, Json] = ledger["held"]
    return {id_: each for id_, each in held.items() if datetime.fromisoformat(each["until"]) > since}


def _left(store: Store, user: Json, now: datetime) -> _Left:
    today = _today(user, now)
    return _left_of(_ledger(store.get(user["id"], SPEND, today.month)), user, today, now)


def _left_of(ledger: Json, user: Json, today: _Today, now: datetime) -> _Left:
    given = entitlements(user, now)
    held = sum(each["tokens"] for each in _fresh(ledger, now).values())
    days = ledger["days"]
    return _Left(
        given.coach_tokens_day - _tokens(days, today.day) - held,
        given.coach_tokens_month - _tokens(days) - held,
    )


def _tokens(days: Mapping[str, Json], only: str | None = None) -> int:
    return sum(day["tokens"] for name, day in days.items() if only in (None, name))


def _first_told(store: Store, user: Json, now: datetime) -> bool:
    """Note that the person was told today; False where they were before, which one of two at once is."""
    with _turn(user["id"]):
        return _tell_once(store, user, now)


@run_again
def _tell_once(store: Store, user: Json, now: datetime) -> bool:
    today = _today(user, now)
    record = store.get(user["id"], SPEND, today.month)
    ledger = _ledger(record)
    if ledger["told_on"] == today.day:
        return False
    store.write([_put(user["id"], today.month, ledger | {"told_on": today.day}, record)])
    return True


def _put(owner: str, month: str, ledger: Json, record: Record | None) -> Put:
    at = midnight(f"{month}-01")
    version = record.version if record else 0
    return Put(owner, SPEND, month, dumps(ledger), at, version, expires_at=at + KEPT)
