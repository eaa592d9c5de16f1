"""Make, read and change the record of a person: owner and id are the user id."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from fitzen.entities import Change, Entity
from fitzen.errors import FieldError, ForbiddenError, InvalidError
from fitzen.infra.storage.base import Op, Put, Record, Store
from fitzen.records import Json, Saved, check_version, load, loads, merge_patch, run_again
from fitzen.users.models import Kept, Notification, OnboardingIn, Profile, Targets, Units, User, UserIn
from fitzen.web.parsing import check

USER, REPLAN = "user", "replan"
PLANNED_BY = ("time_zone", "quiet_hours")
"""What of a profile says when a person is reminded, and when their day begins."""
VERIFIED_ONLY = "This changes only by verifying the new one with a code."


def new_user(
    user_id: str, now: datetime, *, phone: str | None = None, email: str | None = None, name: str | None = None
) -> Put:
    """Return the put of a new person; who signs them up writes it together with the claims on their addresses."""
    user = User(id=user_id, phone=phone, email=email, name=name, created_at=now)
    return Put(user_id, USER, user_id, user.model_dump_json(exclude_none=True), now)


def to_plan(user_id: str, now: datetime, version: int = 0) -> Put:
    """Return the put by which the jobs plan a person's midnight, digest and reminders, within a minute."""
    return Put(user_id, REPLAN, REPLAN, "{}", now, version, due_at=now)


def get_user(store: Store, user_id: str) -> Record:
    return load(store, user_id, USER, user_id, "user")


def profile(store: Store, user_id: str) -> Json:
    """Return the person's stored fields."""
    return loads(get_user(store, user_id).body)


def time_zone(store: Store, user_id: str) -> str:
    """Return the IANA name of the person's time zone."""
    return str(profile(store, user_id)["time_zone"])


def units(store: Store, user_id: str) -> Units:
    return cast("Units", profile(store, user_id)["units"])


@run_again
def replace_user(store: Store, user_id: str, body: UserIn, if_match: int | None = None) -> Saved:
    """Put a whole profile in place of the one that is there. Raises StaleError, InvalidError."""
    record = get_user(store, user_id)
    check_version(record, if_match)
    return keep(store, record, _replaced(record, body))


@run_again
def patch_user(store: Store, user_id: str, patch: Json, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch. Raises StaleError, InvalidError."""
    record = get_user(store, user_id)
    check_version(record, if_match)
    stored = loads(record.body)
    _check_kept(stored, {name: value for name, value in patch.items() if name in Kept.model_fields})
    merged = merge_patch(stored, {name: value for name, value in patch.items() if name not in Kept.model_fields})
    check(UserIn, merged)
    return keep(store, record, merged)


def wants(profile: Json, name: Notification) -> bool:
    """Say whether something comes without being asked for. People from before the switches have them on, as new ones do."""
    return bool(profile.get("notifications", {}).get(name, True))


@run_again
def switch_off(store: Store, user_id: str, name: Notification) -> None:
    """Let something come no more; where it is switched off already nothing is written. Raises NotFoundError."""
    record = get_user(store, user_id)
    stored = loads(record.body)
    if wants(stored, name):
        keep(store, record, merge_patch(stored, {"notifications": {name: False}}))


@run_again
def onboard(store: Store, user_id: str, body: OnboardingIn) -> Saved:
    """Take what onboarding asked, and mark it as completed; it may be repeated."""
    record = get_user(store, user_id)
    given = body.model_dump(mode="json", exclude_none=True, exclude_unset=True)
    return keep(store, record, loads(record.body) | given | {"onboarding_completed": True})


def targets_put(store: Store, user_id: str, targets: Targets | None) -> Put:
    """Return the put of what a person aims to eat in a day; None: it is computed again (see nutrition/targets.py)."""
    record = get_user(store, user_id)
    value = {name: each for name, each in loads(record.body).items() if name != "targets"}
    return _put(record, value | ({"targets": targets.model_dump()} if targets else {}))


def _check_kept(stored: Json, sent: Json) -> None:
    """Refuse a change of what only Fitzen sets, naming each field; the same value sent back is fine."""
    shown = [stored] + [stored | {"subscription_status": "expired"}] * ("subscription_expires_at" in stored)
    changed = [
        name
        for name, value in sent.items()
        if not any(value == each.get(name) or _same_time(value, each.get(name)) for each in shown)
    ]
    if changed:
        raise InvalidError(
            f"{changed[0]} cannot be changed here.",
            errors=[
                FieldError(name, VERIFIED_ONLY if name in ("phone", "email") else "Only Fitzen sets this.")
                for name in changed
            ],
        )


def _same_time(one: object, other: object) -> bool:
    try:
        return datetime.fromisoformat(str(one)) == datetime.fromisoformat(str(other))
    except (ValueError, TypeError):
        return False


def _replaced(record: Record, body: UserIn) -> Json:
    """Return what is stored when `body` takes the place of what the person said. Raises InvalidError."""
    stored = loads(record.body)
    _check_kept(stored, body.model_dump(mode="json", include=set(Kept.model_fields), exclude_none=True))
    kept = {name: value for name, value in stored.items() if name in Kept.model_fields}
    return kept | body.model_dump(mode="json", include=set(Profile.model_fields), exclude_none=True)


def keep(store: Store, record: Record, value: Json) -> Saved:
    """Write a person's record whole, as it was read and changed. Raises InvalidError, WriteConflict."""
    put = _put(record, value)
    store.write([put, *_replan(store, record, loads(put.body))])
    return Saved(put.body, record.version + 1)


def _put(record: Record, value: Json) -> Put:
    body = check(User, value).model_dump_json(exclude_none=True)
    return Put(record.owner, USER, record.id, body, record.at, record.version)


def _replan(store: Store, record: Record, after: Json) -> Sequence[Put]:
    """Have everything planned again where the person's time has changed, or for the first time."""
    before, planned = loads(record.body), store.get(record.owner, REPLAN, REPLAN)
    if planned and all(before.get(name) == after.get(name) for name in PLANNED_BY):
        return []
    return [to_plan(record.owner, record.at, planned.version if planned else 0)]


def _ops(store: Store, change: Change[UserIn]) -> Sequence[Op]:
    """A profile comes with signing up and goes with erasing oneself: here it is only changed."""
    if change.record is None or change.after is None:
        raise ForbiddenError("A profile is made by signing up, and goes by erasing the account.")
    put = _put(change.record, _replaced(change.record, change.after))
    return [put, *_replan(store, change.record, loads(put.body))]


USERS = Entity(USER, "user", UserIn, _ops)
