"""What a subscription gives, in one table; one that has run out falls back to free, and nothing is lost by that."""

from datetime import datetime
from typing import Literal, NamedTuple

from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Record, Store
from fitzen.records import Json, Saved, dumps, loads, run_again
from fitzen.users.service import get_user, keep

Status = Literal["free", "trial", "premium", "expired"]


class Entitlements(NamedTuple):
    """`photos` that can be kept (None: any number); `coach_tokens_day` and `_month` of a model that costs money."""

    photos: int | None
    coach_tokens_day: int
    coach_tokens_month: int


FREE = Entitlements(photos=60, coach_tokens_day=40_000, coach_tokens_month=400_000)
ENTITLEMENTS: dict[Status, Entitlements] = {
    "free": FREE,
    "trial": Entitlements(photos=None, coach_tokens_day=200_000, coach_tokens_month=2_000_000),
    "premium": Entitlements(photos=None, coach_tokens_day=400_000, coach_tokens_month=6_000_000),
    "expired": FREE,
}


def status(user: Json, now: datetime) -> Status:
    """Return the status that holds now: what has an end is `expired` from then on."""
    stored: Status = user.get("subscription_status", "free")
    until = user.get("subscription_expires_at")
    ended = until is not None and stored in ("trial", "premium") and datetime.fromisoformat(until) <= now
    return "expired" if ended else stored


def entitlements(user: Json, now: datetime) -> Entitlements:
    return ENTITLEMENTS[status(user, now)]


def has_end(body: str) -> bool:
    """Say whether what is shown of a person changes by itself, without a write."""
    return '"subscription_expires_at"' in body


def current[S: (Record, Saved)](stored: S, now: datetime) -> S:
    """Return a person's record as it is to be shown: with the status that holds now. Parsed only if there is an end."""
    if not has_end(stored.body):
        return stored
    user = loads(stored.body)
    return stored._replace(body=dumps(user | {"subscription_status": status(user, now)}))


@run_again
def subscribe(store: Store, user_id: str, to: Status, expires_at: datetime | None, now: datetime) -> Saved:
    """Set a person's subscription. Raises NotFoundError, InvalidError (an end that is past, or one without need)."""
    if expires_at is not None and expires_at <= now:
        raise InvalidError.of("subscription_expires_at", "The end must lie in the future.")
    if expires_at is not None and to not in ("trial", "premium"):
        raise InvalidError.of("subscription_expires_at", f"{to.capitalize()} has no end.")
    record = get_user(store, user_id)
    user = loads(record.body)
    user.pop("subscription_expires_at", None)
    end = {} if expires_at is None else {"subscription_expires_at": expires_at.isoformat()}
    return keep(store, record, user | {"subscription_status": to} | end)
