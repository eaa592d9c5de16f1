"""Deliver what is due: at least once, and in practice once.

1. Claim. A conditional put gives the delivery a lease and makes it due again when that ends; of two schedulers one
   succeeds. Whoever crashes is followed by the next one after the lease.
2. Judge, by the reminder and the profile as they are now: still due? too late? quiet? done already?
3. Send to each way that has not had it: each device, the email, the phone. Each is noted before the next is sent to.
4. Advance to the next time.

A crash between handing a message over and noting it sends that one message again. It has the same key (reminder, time
it was due, channel), by which the inbox and any provider that knows idempotency drop it, and by which a phone shows it
in the first one's place. Where a provider has neither (SMS, email), the person gets it twice; never not at all.
"""

import os
import platform
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from fitzen.devices import service as devices
from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message
from fitzen.infra.storage.base import Clock, Delete, OwnerErasedError, Put, Record, Store, WriteConflict
from fitzen.local_time import Hours, hours_of
from fitzen.records import Json, all_records, dumps, loads, run_again
from fitzen.reminders import rules
from fitzen.reminders.done import is_done
from fitzen.reminders.models import ReminderBody
from fitzen.reminders.service import DELIVERY, REMINDER, REMINDERS, scheduled
from fitzen.users.service import USER

LEASE = timedelta(minutes=2)
MARGIN = timedelta(seconds=20)
"""What is left of a lease when no more is sent under it: twice what an adapter may take."""
MISSED = timedelta(hours=2)
"""Later than this a reminder is left out: one for the evening is not wanted in the night."""
LONGEST_RETRY = 15
MOMENT = timedelta(microseconds=1)

Outcome = Literal["sent", "done", "missed", "moved", "later", "failed", "unreachable", "taken", "gone"]


class Claimed(NamedTuple):
    """A delivery that is ours until `until`."""

    owner: str
    id: str
    version: int
    state: Json
    until: datetime

    @property
    def planned(self) -> datetime:
        return datetime.fromisoformat(self.state["due_at"])


class Way(NamedTuple):
    """Something to send to; `name` is how it is noted."""

    name: str
    send: Callable[[], None]


def deliver(infra: Infra, due: Record, clock: Clock) -> Outcome:
    """Deliver one reminder that is due, or say why not.

    `taken`: another scheduler has it, or its owner changed it just now; `later`: it is tried again.
    """
    claimed = _claim(infra.store, due, clock())
    if claimed is None:
        return "taken"
    try:
        return _judge(infra, claimed, clock)
    except (WriteConflict, OwnerErasedError):
        return "taken"


def replan(store: Store, owner: str, hours: Hours, now: datetime) -> bool:
    """Plan a person's reminders again, after they moved; False where one is being delivered, so that it must be repeated."""
    settled = [_replan(store, record, hours, now) for record in all_records(store, owner, REMINDER)]
    return all(settled)


@run_again
def _replan(store: Store, record: Record, hours: Hours, now: datetime) -> bool:
    state = store.get(record.owner, DELIVERY, record.id)
    if state is None:
        return True
    kept = loads(state.body)
    if "due_at" in kept and datetime.fromisoformat(kept["due_at"]) <= now:
        return "lease" not in kept  # under way: whoever claims it next looks at the profile, whoever has it did before
    reminder = REMINDERS.given(record)
    due = rules.next_due(reminder, hours, now)
    if not kept.get("snoozed") and due != state.due_at:
        store.write([scheduled(record.owner, record.id, reminder, due, now, state.version)])
    return True


def _claim(store: Store, due: Record, now: datetime) -> Claimed | None:
    until = now + LEASE
    state = loads(due.body) | {"lease": {"by": f"{platform.node()}:{os.getpid()}", "until": until.isoformat()}}
    try:
        store.write([Put(*due[:3], dumps(state), due.at, due.version, due_at=until)])
    except (WriteConflict, OwnerErasedError):
        return None
    return Claimed(due.owner, due.id, due.version + 1, state, until)


def _judge(infra: Infra, claimed: Claimed, clock: Clock) -> Outcome:
    found = infra.store.get_many(claimed.owner, [(REMINDER, claimed.id), (USER, claimed.owner)])
    record, user = found.get((REMINDER, claimed.id)), found.get((USER, claimed.owner))
    if record is None or user is None:
        infra.store.write([Delete(claimed.owner, DELIVERY, claimed.id, claimed.version)])
        return "gone"
    reminder, profile = REMINDERS.given(record), loads(user.body)
    hours, now = hours_of(profile), clock()
    outcome = _reason_not_to(infra.store, claimed, reminder, hours, now)
    if isinstance(outcome, datetime):
        _postpone(infra.store, claimed, outcome)
        return "later"
    if outcome is None:
        claimed, outcome = _send(infra, claimed, reminder, profile, clock)
    if outcome == "later":
        _postpone(infra.store, claimed, _retry_at(claimed, now))
    else:
        _advance(infra.store, claimed, reminder, hours, now, outcome)
    return outcome


def _reason_not_to(
    store: Store, claimed: Claimed, reminder: ReminderBody, hours: Hours, now: datetime
) -> Outcome | datetime | None:
    """Return None to send it, a later moment to try it then, or why it is left out."""
    planned, snoozed = claimed.planned, claimed.state["snoozed"]
    if not snoozed and rules.next_due(reminder, hours, planned - MOMENT) != planned:
        return "moved"
    heard = now if snoozed else rules.heard(now, hours, once=reminder.once_at is not None)
    if heard is None or heard - planned > MISSED:
        return "missed"
    if heard > now:
        return heard
    return "done" if reminder.only_if_not_done and is_done(store, claimed.owner, reminder, hours, now) else None


def _send(
    infra: Infra, claimed: Claimed, reminder: ReminderBody, profile: Json, clock: Clock
) -> tuple[Claimed, Outcome]:
    """Send to every way that has not had it yet; returns the delivery as it is noted then."""
    ways = list(_ways(infra, claimed, reminder, profile))
    sent: list[str] = claimed.state.get("sent", [])
    failed = False
    for way in [way for way in ways if way.name not in sent]:
        if clock() > claimed.until - MARGIN:
            return claimed, "later"
        try:
            way.send()
        except UnavailableError:
            failed = True
            continue
        sent = [*sent, way.name]
        if len(ways) > 1:
            claimed = _note(infra.store, claimed, sent)
    if failed:
        return claimed, "later" if _retry_at(claimed, clock()) - claimed.planned <= MISSED else "failed"
    return claimed, "sent" if sent else "unreachable"


def _ways(infra: Infra, claimed: Claimed, reminder: ReminderBody, profile: Json) -> Iterator[Way]:
    """Yield where the person can be reached by the channels that the reminder names."""
    title, text = reminder.title, reminder.body or reminder.title
    stamp = f"{claimed.id}.{int(claimed.planned.timestamp())}"
    if "push" in reminder.channels:
        data = {"url": f"/reminders/{claimed.id}", "kind": reminder.kind}
        pushed = Message("", text, title, f"{stamp}.push", data)
        for device in devices.devices(infra.store, claimed.owner):
            yield Way(f"push:{device.id}", lambda device=device: devices.push(infra, device, pushed))  # type: ignore[misc] # a default binds it
    if "email" in reminder.channels and (email := profile.get("email")):
        mail = Message(email, text, title, f"{stamp}.email")
        yield Way("email", lambda: infra.mail.send(mail))
    if "sms" in reminder.channels and (phone := profile.get("phone")):
        sms = Message(phone, f"{title}: {reminder.body}" if reminder.body else title, key=f"{stamp}.sms")
        yield Way("sms", lambda: infra.sms.send(sms))


def _note(store: Store, claimed: Claimed, sent: list[str]) -> Claimed:
    """Write down who has it; raises WriteConflict when the delivery is not ours any more."""
    state = claimed.state | {"sent": sent}
    body = dumps(state)
    store.write(
        [Put(claimed.owner, DELIVERY, claimed.id, body, claimed.planned, claimed.version, due_at=claimed.until)]
    )
    return claimed._replace(version=claimed.version + 1, state=state)


def _retry_at(claimed: Claimed, now: datetime) -> datetime:
    tries: int = claimed.state.get("tries", 0)
    return now + timedelta(minutes=min(2**tries, LONGEST_RETRY))


def _postpone(store: Store, claimed: Claimed, until: datetime) -> None:
    """Give the lease back, and have the same delivery due again later."""
    state = claimed.state | {"tries": claimed.state.get("tries", 0) + 1}
    body = dumps({name: value for name, value in state.items() if name != "lease"})
    store.write([Put(claimed.owner, DELIVERY, claimed.id, body, claimed.planned, claimed.version, due_at=until)])


def _advance(
    store: Store, claimed: Claimed, reminder: ReminderBody, hours: Hours, now: datetime, outcome: Outcome
) -> None:
    after = now if outcome == "moved" else max(now, claimed.planned)
    due = rules.next_due(reminder, hours, after)
    last = {"due_at": claimed.state["due_at"], "outcome": outcome}
    store.write([scheduled(claimed.owner, claimed.id, reminder, due, now, claimed.version, last=last)])
