"""Save, read, change, snooze and delete reminders.

A reminder is what its owner says. When it comes next, and how far its delivery is, is a record of its own beside it
(`delivery`, the same id, `due_at`), written in the same write: so a reminder that went off is still in the version
that a phone knows, and an edit made offline meets no conflict.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import batched

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import ConflictError, InvalidError
from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.local_time import Hours, hours_of
from fitzen.records import Json, Saved, all_records, dumps, load, loads, many, run_again
from fitzen.reminders import rules
from fitzen.reminders.models import SNOOZE, ReminderBody, ReminderIn, SnoozeIn
from fitzen.users.service import profile
from fitzen.web.answers import ListQuery

REMINDER, DELIVERY = "reminder", "delivery"
SHOWN_AHEAD = timedelta(days=7)
MAX_REMINDERS = 100
"""Of a person: each may cost an SMS a day, and Today reads them all at once."""
BATCH = 90


def remind(store: Store, user_id: str, body: ReminderIn, now: datetime) -> Saved:
    """Save a reminder; the same again changes nothing. Raises InvalidError (too many), ConflictError, GoneError."""
    return entities.save(store, REMINDERS, user_id, body, now)


def replace_reminder(
    store: Store, user_id: str, id: str, body: ReminderIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another reminder in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    return entities.replace(store, REMINDERS, user_id, id, body, now, if_match)


def patch_reminder(
    store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None
) -> Saved:
    """Change some fields, by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, REMINDERS, user_id, id, patch, now, if_match)


def delete_reminder(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a reminder; one that is not there is deleted already."""
    entities.remove(store, REMINDERS, user_id, id, now, if_match)


def list_reminders(store: Store, user_id: str, query: ListQuery, now: datetime) -> Json:
    """Return a page of reminders, by when they were made, each with when it comes next."""
    page = entities.listed(store, REMINDER, user_id, query)
    hours = hours_of(profile(store, user_id))
    states = many(store, user_id, DELIVERY, [record.id for record in page.items]) if page.items else {}
    items = [_shown(record.body, states.get(record.id), hours, now) for record in page.items]
    return {"items": items, "next_cursor": page.next_cursor}


def get_reminder(store: Store, user_id: str, id: str) -> Record:
    return entities.get(store, REMINDERS, user_id, id)


def shown(store: Store, user_id: str, id: str, body: str, now: datetime) -> Json:
    """Return a reminder as it is read: what is stored, and when it comes next."""
    return _shown(body, store.get(user_id, DELIVERY, id), hours_of(profile(store, user_id)), now)


def find(store: Store, user_id: str, id: str) -> ReminderBody | None:
    """Return what a person said of a reminder; None when it is not there (any more)."""
    record = store.get(user_id, REMINDER, id)
    return REMINDERS.given(record) if record else None


def is_mailed(reminder: ReminderBody) -> bool:
    """Say whether it comes by email, or would once it is switched on again."""
    return "email" in reminder.channels and (reminder.enabled or len(reminder.channels) > 1)


@run_again
def end_mails(store: Store, user_id: str, id: str, now: datetime) -> None:
    """Let a reminder come by its other channels alone; one that has no other is switched off, and keeps it.

    Where it goes on, nothing changes of when it comes: neither a snooze ends nor a delivery that is under way. Where its
    mails have ended already nothing is written. Raises NotFoundError.
    """
    record = get_reminder(store, user_id, id)
    reminder = REMINDERS.given(record)
    if not is_mailed(reminder):
        return
    others = [channel for channel in reminder.channels if channel != "email"]
    after = reminder.model_copy(update={"channels": others} if others else {"enabled": False})
    change = Change(user_id, id, record, after, now)
    store.write([REMINDERS.put(change, record.at)] if others else _ops(store, change))


@run_again
def snooze(store: Store, user_id: str, id: str, body: SnoozeIn, now: datetime) -> Record:
    """Let a reminder come again in some minutes, or at its next time, if that is sooner.

    Raises NotFoundError, ConflictError (it is switched off).
    """
    record = get_reminder(store, user_id, id)
    reminder = REMINDERS.given(record)
    if not reminder.enabled:
        raise ConflictError("This reminder is switched off. Switch it on to be reminded again.")
    until = now + timedelta(minutes=body.minutes or reminder.snooze or SNOOZE)
    regular = rules.next_due(reminder, hours_of(profile(store, user_id)), now)
    snoozed = regular is None or until < regular
    state = load(store, user_id, DELIVERY, id, "reminder")
    due = until if snoozed else regular
    store.write([scheduled(user_id, id, reminder, due, now, state.version, snoozed=snoozed)])
    return record


def upcoming(store: Store, user_id: str, now: datetime, ahead: timedelta = SHOWN_AHEAD) -> list[Json]:
    """Return each time that a reminder comes within `ahead`, the next first."""
    hours = hours_of(profile(store, user_id))
    records = list(all_records(store, user_id, REMINDER))
    snoozed = _snoozed(store, user_id, records)
    found = []
    for record in records:
        body, reminder = loads(record.body), REMINDERS.given(record)
        times = [at for at in rules.due_times(reminder, hours, now) if at <= now + ahead]
        again = snoozed.get(record.id)
        times += [again] if again and now < again <= now + ahead else []
        found += [
            {"reminder_id": record.id, "kind": body["kind"], "title": body["title"], "due_at": at} for at in times
        ]
    return sorted(found, key=lambda item: (item["due_at"], item["reminder_id"]))


def due_by(store: Store, user_id: str, until: datetime) -> list[Json]:
    """Return what comes next of each reminder, if that is before `until`: {reminder_id, kind, title, due_at}. One read."""
    states = [loads(record.body) for record in store.list(user_id, DELIVERY, limit=MAX_REMINDERS).items]
    found = [
        {"reminder_id": state["id"], **{name: state[name] for name in ("kind", "title", "due_at")}}
        for state in states
        if "due_at" in state and datetime.fromisoformat(state["due_at"]) < until
    ]
    return sorted(found, key=lambda item: (item["due_at"], item["reminder_id"]))


def plan(store: Store, user_id: str, now: datetime) -> None:
    """Say of the reminders that came in by themselves when each comes next; those that are planned stay so."""
    hours = hours_of(profile(store, user_id))
    for batch in batched(all_records(store, user_id, REMINDER), BATCH, strict=False):
        _plan(store, user_id, batch, hours, now)


@run_again
def _plan(store: Store, user_id: str, batch: Sequence[Record], hours: Hours, now: datetime) -> None:
    states = store.get_many(user_id, [(DELIVERY, record.id) for record in batch], deleted=True)
    puts: list[Op] = []
    for record in batch:
        state = states.get((DELIVERY, record.id))
        if state is None or state.deleted:
            reminder = REMINDERS.given(record)
            due = rules.next_due(reminder, hours, now)
            puts.append(scheduled(user_id, record.id, reminder, due, now, state.version if state else 0))
    if puts:
        store.write(puts)


def scheduled(
    owner: str,
    id: str,
    reminder: ReminderBody,
    due: datetime | None,
    now: datetime,
    version: int,
    *,
    snoozed: bool = False,
    **more: object,
) -> Put:
    """Return the put of when a reminder comes next, with nothing of it delivered yet.

    What Today shows of it is in it, so that this is one read.
    """
    told = {"id": id, "kind": reminder.kind, "title": reminder.title}
    body = {**told, **({"due_at": due.isoformat(), "snoozed": snoozed} if due else {}), **more}
    return Put(owner, DELIVERY, id, dumps(body), now, version, due_at=due)


def _snoozed(store: Store, user_id: str, records: Sequence[Record]) -> dict[str, datetime]:
    states = [
        loads(state.body)
        for start in range(0, len(records), 100)
        for state in many(store, user_id, DELIVERY, [record.id for record in records[start : start + 100]]).values()
    ]
    return {state["id"]: datetime.fromisoformat(state["due_at"]) for state in states if state.get("snoozed")}


def _shown(body: str, state: Record | None, hours: Hours, now: datetime) -> Json:
    stored = loads(body)
    kept = loads(state.body) if state else {}
    if kept.get("snoozed"):
        return stored | {"next_due_at": kept["due_at"], "snoozed": True}
    due = rules.next_due(_given(stored), hours, now)
    return stored | ({"next_due_at": due.isoformat()} if due else {}) | {"snoozed": False}


def _given(stored: Json) -> ReminderBody:
    return ReminderBody.model_validate_json(dumps({name: stored[name] for name in stored if name != "id"}))


def _ops(store: Store, change: Change[ReminderBody]) -> Sequence[Op]:
    state = store.get(change.owner, DELIVERY, change.id, deleted=True)
    if change.after is None:
        live = [Delete(*state[:3], state.version)] if state and not state.deleted else []
        return [REMINDERS.delete(change), *live]
    if change.record is None and len(store.list(change.owner, REMINDER, limit=MAX_REMINDERS).items) >= MAX_REMINDERS:
        raise InvalidError.of("body", f"You can keep {MAX_REMINDERS} reminders. Delete one that you do not need.")
    due = rules.next_due(change.after, hours_of(profile(store, change.owner)), change.now)
    at = change.record.at if change.record else change.now
    version = state.version if state else 0
    return [REMINDERS.put(change, at), scheduled(change.owner, change.id, change.after, due, change.now, version)]


REMINDERS = Entity(REMINDER, "reminder", ReminderBody, _ops)
