"""Which person an address or a provider's account belongs to.

A claim is a record that only one writer can create: `sys:claim:<hmac>` -> user id. A person's claims are listed under
`sys:claims:<hmac>`, addresses that are not in the profile too, so that erasing them finds each. A new person and their claims are written at once; of two
sign-ups of one address at the same moment, the second fails, reads again, and finds the first one's person.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from fitzen.errors import ConflictError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.identity.base import Address
from fitzen.infra.storage.base import Delete, Op, Put, Record
from fitzen.infra.telemetry.metrics import SIGN_UPS
from fitzen.records import Json, dumps, loads, new_id, run_again
from fitzen.users.service import USER, get_user, new_user, to_plan

CLAIM, CLAIMS = "claim", "claims"
CHANNELS: tuple[Literal["phone", "email"], ...] = ("phone", "email")


class Claim(NamedTuple):
    """`type` is phone, email, google or apple; `value` the address, or the provider's name of the account (`sub`)."""

    type: str
    value: str


class Entered(NamedTuple):
    user_id: str
    is_new: bool


@run_again
def enter(infra: Infra, claims: Sequence[Claim], now: datetime, name: str | None = None) -> Entered:
    """Return the person of the first claim that somebody has, linking the others to them; make one where none has.

    Every claim was verified: what another person has already stays theirs.
    """
    holders = {claim: _living(infra, claim) for claim in claims}
    user_id = next(filter(None, holders.values()), None)
    free = [claim for claim, has in holders.items() if has is None]
    if user_id is None:
        user_id = new_id(int(now.timestamp() * 1000))
        addresses = {claim.type: claim.value for claim in claims if claim.type in CHANNELS}
        user = new_user(user_id, now, name=name, **addresses)
        infra.store.write([user, to_plan(user_id, now), *_claim(infra, user_id, claims, (), now)])
        infra.telemetry.count(SIGN_UPS)
        return Entered(user_id, is_new=True)
    if free:
        infra.store.write([*_told(infra, user_id, free), *_claim(infra, user_id, free, (), now)])
    return Entered(user_id, is_new=False)


@run_again
def settle(infra: Infra, user: Put, claims: Sequence[Claim], now: datetime) -> None:
    """Write a person who comes from elsewhere, with the claims that they had there; what others hold stays theirs."""
    free = [claim for claim in claims if _living(infra, claim) is None]
    infra.store.write([user, to_plan(user.owner, now), *_claim(infra, user.owner, free, (), now)])


def holder(infra: Infra, claims: Sequence[Claim]) -> str | None:
    """Return the person of the first claim that somebody has."""
    return next(filter(None, (_living(infra, claim) for claim in claims)), None)


@run_again
def change_address(infra: Infra, user_id: str, address: Address, now: datetime) -> None:
    """Give a person a new verified phone or email in place of the old one. Raises ConflictError when it is taken."""
    claim = Claim(*address)
    has = _living(infra, claim)
    if has not in (None, user_id):
        raise ConflictError("Another account has this address.")
    record = get_user(infra.store, user_id)
    old: str | None = loads(record.body).get(address.channel)
    if has == user_id and old == address.value:
        return
    before = Address(address.channel, old) if old and old != address.value else None
    released = [Claim(*before)] if before else []
    body = dumps(loads(record.body) | {address.channel: address.value})
    user = Put(user_id, USER, user_id, body, record.at, record.version)
    infra.store.write([user, *_claim(infra, user_id, [claim] if has is None else [], released, now)])
    if before:
        infra.identity.share(before, address, now)
        infra.identity.forget(before)


def claims(infra: Infra, user_id: str) -> Sequence[Claim]:
    """Return everything that a person signs in with."""
    return sorted(_held(infra.store.get(_list_owner(infra, user_id), CLAIMS, CLAIMS)))


def addresses(infra: Infra, user_id: str) -> Sequence[Address]:
    """Return every phone and email that a person signs in with; the profile shows one of each at most."""
    held = claims(infra, user_id)
    return [Address(channel, value) for channel in CHANNELS for type_, value in held if type_ == channel]


def erase(infra: Infra, user_id: str) -> None:
    """Release everything that a person holds, and forget the passwords and codes of it. Safe to repeat."""
    for address in addresses(infra, user_id):
        infra.identity.forget(address)
    infra.identity.forget_person(user_id)
    for claim in claims(infra, user_id):
        _erase(infra, _owner(infra, claim))
    _erase(infra, _list_owner(infra, user_id))


def _erase(infra: Infra, owner: str) -> None:
    while not infra.store.erase(owner):
        pass


def _owner(infra: Infra, claim: Claim) -> str:
    return f"sys:claim:{keys.mac(infra.settings.pepper, 'claim', *claim)}"


def _list_owner(infra: Infra, user_id: str) -> str:
    return f"sys:claims:{keys.mac(infra.settings.pepper, 'claims', user_id)}"


def _holder(infra: Infra, claim: Claim) -> str | None:
    record = infra.store.get(_owner(infra, claim), CLAIM, CLAIM)
    return loads(record.body)["user_id"] if record else None


def _living(infra: Infra, claim: Claim) -> str | None:
    """Return who has a claim. Whoever was erased has none: where that was interrupted, it is finished here."""
    has = _holder(infra, claim)
    if has is None or infra.store.get(has, USER, has) is not None:
        return has
    erase(infra, has)
    return None


def _claim(infra: Infra, user_id: str, taken: Sequence[Claim], released: Sequence[Claim], now: datetime) -> list[Op]:
    """Take some claims and release others, and keep the person's list of them."""
    body = dumps({"user_id": user_id})
    ops: list[Op] = [Put(_owner(infra, claim), CLAIM, CLAIM, body, now) for claim in taken]
    ops += [Delete(_owner(infra, claim), CLAIM, CLAIM, 1) for claim in released]
    listed = infra.store.get(_list_owner(infra, user_id), CLAIMS, CLAIMS)
    held = _held(listed) - set(released) | set(taken)
    version = listed.version if listed else 0
    return [
        *ops,
        Put(
            _list_owner(infra, user_id),
            CLAIMS,
            CLAIMS,
            dumps({"claims": [list(claim) for claim in sorted(held)]}),
            now,
            version,
        ),
    ]


def _held(listed: Record | None) -> set[Claim]:
    return {Claim(*claim) for claim in loads(listed.body)["claims"]} if listed else set()


def _told(infra: Infra, user_id: str, claims: Sequence[Claim]) -> list[Op]:
    """Write newly linked addresses into the profile, where it has none of that kind."""
    record = get_user(infra.store, user_id)
    stored: Json = loads(record.body)
    told = {claim.type: claim.value for claim in claims if claim.type in CHANNELS}
    if not told.keys() - stored.keys():
        return []
    return [Put(user_id, USER, user_id, dumps(told | stored), record.at, record.version)]
