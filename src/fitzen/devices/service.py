"""Register devices and push to them. A token belongs to one device of one account.

`sys:token:<hmac>` says whose a token is. Whoever registers it takes it from whom it was: someone else who signs in on
the same phone gets their own messages there, and no longer the first one's. Both records and the loser's are changed
in one write.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from fitzen.devices.models import Device, DeviceIn, Registered
from fitzen.errors import InvalidError, UnavailableError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Batching, DeadTokenError, Message, send_many
from fitzen.infra.storage.base import Clock, Delete, Op, OwnerErasedError, Put, Record, Store
from fitzen.records import Saved, dumps, loads, new_id, run_again

DEVICE, CLAIM = "device", "claim"
TICKETS = "tickets"
RECEIPTS_AFTER, RECEIPTS_AGAIN, RECEIPTS_KEPT = timedelta(minutes=15), timedelta(hours=2), timedelta(hours=24)
"""Expo advises to wait so long, and keeps them so long (docs.expo.dev, Check push receipts for errors)."""
KEPT = timedelta(days=270)
"""Since it was last registered: Android's push service takes a token that was silent so long for dead."""
MAX_DEVICES = 50
DEVICE_ID = re.compile(r"[A-Za-z0-9._-]{1,100}")

log = logging.getLogger(__name__)


@run_again
def register(infra: Infra, user_id: str, device_id: str, body: DeviceIn, now: datetime) -> Saved:
    """Keep a device, in place of what was under this id; its token is nobody else's any more. Raises InvalidError."""
    if not DEVICE_ID.fullmatch(device_id):
        raise InvalidError.of("device_id", "An id of a device has up to 100 letters, digits, dots and hyphens.")
    record = infra.store.get(user_id, DEVICE, device_id, deleted=True)
    device = Device(id=device_id, registered_at=now, **body.model_dump())
    text = device.model_dump_json(exclude_none=True)
    version = record.version if record else 0
    put = Put(user_id, DEVICE, device_id, text, now, version, expires_at=now + KEPT)
    former = _token(record) if record and not record.deleted else None
    freed = _release(infra, former, user_id, device_id) if former and former != body.token else []
    claim, displaced = _take(infra, body.token, user_id, device_id, now)
    try:
        infra.store.write([put, *freed, claim, *displaced])
    except OwnerErasedError:
        # Whose the token was is being erased, or the caller is: then this raises again.
        infra.store.write([put, *freed, claim])
    delivers = not infra.settings.push_url.startswith("inbox:")
    answer = Registered(delivers=delivers, **device.model_dump()).model_dump_json(exclude_none=True)
    return Saved(answer, version + 1, created=version == 0)


@run_again
def remove(infra: Infra, user_id: str, device_id: str) -> None:
    """Push nothing to a device any more; one that is not there is removed already."""
    record = infra.store.get(user_id, DEVICE, device_id)
    if record is not None:
        ops: list[Op] = [Delete(user_id, DEVICE, device_id, record.version)]
        infra.store.write(ops + _release(infra, _token(record), user_id, device_id))


def devices(store: Store, user_id: str) -> list[Record]:
    """Return the devices that a person may be reached on, the one registered last first."""
    return store.list(user_id, DEVICE, limit=MAX_DEVICES).items


def push(infra: Infra, pushes: Sequence[tuple[Record, Message]], now: datetime) -> list[Exception | None]:
    """Push to at most `MOST_AT_ONCE` devices, in one request where the provider takes many.

    Returns for each what went wrong, None where there is no more to do: it was handed over, or its token is dead and
    the device is gone. What is handed over has a ticket in the Store before this returns (see `check_receipts`).
    """
    tokens = [_token(device) for device, _ in pushes]
    messages = [message._replace(to=token) for (_, message), token in zip(pushes, tokens, strict=True)]
    handed = send_many(infra.push, messages)
    _keep_tickets(infra, [(each.ticket, token) for each, token in zip(handed, tokens, strict=True)], now)
    errors: list[Exception | None] = []
    for (device, _), token, each in zip(pushes, tokens, handed, strict=True):
        errors.append(each.error)
        if isinstance(each.error, DeadTokenError):
            errors[-1] = None
            try:
                _drop(infra, device.owner, device.id, token)
            except UnavailableError as error:
                errors[-1] = error
    return errors


def locale(device: Record) -> str | None:
    """Return the locale that a device has told, such as `es-MX`."""
    told: str | None = loads(device.body).get("locale")
    return told


def check_receipts(infra: Infra, record: Record, clock: Clock) -> str:
    """Ask what became of pushes, and drop the devices whose tokens turned out to be dead. Safe to repeat.

    `waiting`: some have no receipt yet; they are asked for again until the provider keeps them no longer.
    """
    tickets: dict[str, str] = loads(record.body)["tickets"]
    now = clock()
    if not isinstance(infra.push, Batching):
        infra.store.write([Delete(*record[:3], record.version)])
        return "unasked"
    try:
        receipts = infra.push.receipts([*tickets])
    except UnavailableError:
        infra.store.write([_tickets(record.owner, tickets, record, now + RECEIPTS_AFTER)])
        return "later"
    for ticket, dead in receipts.items():
        if dead:
            _drop_claimed(infra, tickets[ticket], record.at)
    left = {ticket: claim for ticket, claim in tickets.items() if ticket not in receipts}
    if left:
        infra.store.write([_tickets(record.owner, left, record, now + RECEIPTS_AGAIN)])
        return "waiting"
    infra.store.write([Delete(*record[:3], record.version)])
    return "checked"


def erase(infra: Infra, user_id: str) -> None:
    """Release the tokens of a person who is about to be erased. Safe to repeat."""
    for device in _every(infra.store, user_id):
        remove(infra, user_id, device.id)


@run_again
def _drop(infra: Infra, user_id: str, device_id: str, token: str) -> None:
    """Remove a device, unless it has another token meanwhile."""
    record = infra.store.get(user_id, DEVICE, device_id)
    if record is not None and _token(record) == token:
        with suppress(OwnerErasedError):  # then it is going anyway
            remove(infra, user_id, device_id)


def _drop_claimed(infra: Infra, owner: str, sent_at: datetime) -> None:
    """Remove the device of a token, named by its claim, unless it was registered again after the push."""
    claim = infra.store.get(owner, CLAIM, CLAIM)
    if claim is None or claim.at > sent_at:
        return
    body = loads(claim.body)
    device = infra.store.get(body["user_id"], DEVICE, body["device_id"])
    if device is not None and _owner(infra, _token(device)) == owner:
        _drop(infra, device.owner, device.id, _token(device))


def _keep_tickets(infra: Infra, tickets: Sequence[tuple[str | None, str]], now: datetime) -> None:
    """Write the tickets of one request as one record of nobody's: which tokens they are of is known by the secret only."""
    kept = {ticket: _owner(infra, token) for ticket, token in tickets if ticket}
    if not kept:
        return
    try:
        infra.store.write([_tickets(f"sys:{TICKETS}:{new_id()}", kept, None, now)])
    except UnavailableError:
        # They are sent, and that is not to be undone by this. A token that is dead is met again by the next push.
        log.error("The tickets of %d pushes are lost", len(kept))  # noqa: TRY400 - an engine's error may quote what was written


def _tickets(owner: str, tickets: Mapping[str, str], record: Record | None, at: datetime) -> Put:
    """Return the put of tickets, asked for at `at` or, when they are new, somewhat later than `at`."""
    body = dumps({"tickets": tickets})
    if record is None:
        return Put(owner, TICKETS, TICKETS, body, at, due_at=at + RECEIPTS_AFTER, expires_at=at + RECEIPTS_KEPT)
    return Put(owner, TICKETS, TICKETS, body, record.at, record.version, due_at=at, expires_at=record.expires_at)


def _every(store: Store, user_id: str) -> Iterator[Record]:
    while page := devices(store, user_id):
        yield from page


def _token(device: Record) -> str:
    return str(loads(device.body)["token"])


def _owner(infra: Infra, token: str) -> str:
    return f"sys:token:{keys.mac(infra.settings.pepper, 'push token', token)}"


def _held(infra: Infra, token: str) -> tuple[Record | None, tuple[str, str] | None]:
    """Return the claim on a token, and the user and device that have it."""
    record = infra.store.get(_owner(infra, token), CLAIM, CLAIM)
    body = loads(record.body) if record else {}
    return record, (body["user_id"], body["device_id"]) if record else None


def _take(infra: Infra, token: str, user_id: str, device_id: str, now: datetime) -> tuple[Put, Sequence[Delete]]:
    """Return the put that claims a token, and the deletion of the device that had it until now."""
    claim, holder = _held(infra, token)
    body = dumps({"user_id": user_id, "device_id": device_id})
    version = claim.version if claim else 0
    put = Put(_owner(infra, token), CLAIM, CLAIM, body, now, version, expires_at=now + KEPT)
    if holder is None or holder == (user_id, device_id):
        return put, []
    record = infra.store.get(holder[0], DEVICE, holder[1])
    return put, [Delete(*record[:3], record.version)] if record and _token(record) == token else []


def _release(infra: Infra, token: str, user_id: str, device_id: str) -> list[Op]:
    claim, holder = _held(infra, token)
    return [Delete(*claim[:3], claim.version)] if claim and holder == (user_id, device_id) else []
