"""Deliver what is due: at least once, and in practice once.

1. Claim. A conditional put gives the delivery a lease and makes it due again when that ends; of two schedulers one
   succeeds. Whoever crashes is followed by the next one after the lease.
2. Judge, by the reminder and the profile as they are now: still due? too late? quiet? done already?
3. Push to the devices that have not had it, those of many deliveries in one request, and note it.
4. Send to the email and the phone that have not had it. Each is noted before the next is sent to.
5. Advance to the next time.

`prepare` does 1 and 2, `push` and `note` 3, `finish` the rest; `deliver` all of it for one.

A crash between handing a message over and noting it sends that message again (of a request of many pushes, each of them).
It has the same key (reminder, time it was due, channel), by which the inbox and any provider that knows idempotency drop
it, and by which a phone shows it in the first one's place. Where a provider has neither (SMS, email), the person gets it
twice; never not at all.
"""

import os
import platform
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import batched
from typing import Literal, NamedTuple

from fitzen.devices import service as devices
from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import MOST_AT_ONCE, Message, RefusedError
from fitzen.infra.storage.base import Clock, Delete, OwnerErasedError, Put, Record, Store, WriteConflict
from fitzen.local_time import Hours, hours_of
from fitzen.mail import links
from fitzen.mail.links import Mails
from fitzen.records import Json, all_records, dumps, loads, run_again
from fitzen.reminders import rules
from fitzen.reminders.done import is_done
from fitzen.reminders.models import ReminderBody
from fitzen.reminders.service import DELIVERY, REMINDER, REMINDERS, scheduled
from fitzen.spanish import language_of
from fitzen.spoken import spoken
from fitzen.users.service import USER

LEASE = timedelta(minutes=2)
MARGIN = timedelta(seconds=20)
"""What is left of a lease when no more is sent under it: twice what an adapter may take."""
MISSED = timedelta(hours=2)
"""Later than this a reminder is left out: one for the evening is not wanted in the night."""
LONGEST_RETRY = 15
MOMENT = timedelta(microseconds=1)
ENDING = "End the mails of this reminder, without signing in: {link}"

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


class Push(NamedTuple):
    """A device to push to."""

    device: Record
    message: Message

    @property
    def name(self) -> str:
        return f"push:{self.device.id}"


class Ready(NamedTuple):
    """A delivery that is ours and is to be sent, now: to what has not had it yet. `failed`: something is to be repeated."""

    claimed: Claimed
    reminder: ReminderBody
    hours: Hours
    now: datetime
    pushes: Sequence[Push]
    ways: Sequence[Way]
    failed: bool = False
    fault: Exception | None = None
    """What is no fault of a provider; it is raised when all else is noted."""

    @property
    def sent(self) -> list[str]:
        names: list[str] = self.claimed.state.get("sent", [])
        return names


def deliver(infra: Infra, due: Record, clock: Clock) -> Outcome:
    """Deliver one reminder that is due, or say why not.

    `taken`: another scheduler has it, or its owner changed it just now; `later`: it is tried again.
    """
    try:
        prepared = prepare(infra, due, clock)
        if not isinstance(prepared, Ready):
            return prepared
        [pushed] = push(infra, [prepared], clock)
        return finish(infra, note(infra, pushed), clock)
    except (WriteConflict, OwnerErasedError):
        return "taken"


def prepare(infra: Infra, due: Record, clock: Clock) -> Outcome | Ready:
    """Claim a delivery, and say what it is to be sent to, or why it is not. Raises WriteConflict, OwnerErasedError."""
    claimed = _claim(infra.store, due, clock())
    return "taken" if claimed is None else _judge(infra, claimed, clock)


def push(infra: Infra, ready: Sequence[Ready], clock: Clock) -> list[Ready]:
    """Push to the devices of many deliveries, as many in a request as the provider takes; nothing is noted yet.

    Where a lease is about to end, the rest is left for later.
    """
    sent: dict[int, list[str]] = {}
    failed: set[int] = set()
    faults: dict[int, Exception] = {}
    pushes = [(place, each) for place, one in enumerate(ready) for each in one.pushes]
    until = min((one.claimed.until for one in ready), default=clock()) - MARGIN
    for some in batched(pushes, MOST_AT_ONCE, strict=False):
        if clock() > until:
            failed.update(place for place, _ in some)
            continue
        errors = devices.push(infra, [(each.device, each.message) for _, each in some], clock())
        for (place, each), error in zip(some, errors, strict=True):
            if error is None:
                sent.setdefault(place, []).append(each.name)
            elif not isinstance(error, UnavailableError):
                faults[place] = error
            elif not isinstance(error, RefusedError):
                failed.add(place)
    return [
        one._replace(
            claimed=_with(one.claimed, sent.get(place, [])), pushes=[], failed=place in failed, fault=faults.get(place)
        )
        for place, one in enumerate(ready)
    ]


def note(infra: Infra, ready: Ready) -> Ready:
    """Write down who has it, where something else is to be sent. Raises WriteConflict when the delivery is not ours any more."""
    if not ready.sent or not (ready.ways or ready.fault):
        return ready
    return ready._replace(claimed=_note(infra.store, ready.claimed))


def finish(infra: Infra, ready: Ready, clock: Clock, stop: Callable[[], bool] = lambda: False) -> Outcome:
    """Send to the email and the phone, unless it is time to `stop`, and advance. Raises as `note`."""
    if ready.fault is not None:
        raise ready.fault
    claimed, outcome = _send(infra, ready, clock, stop)
    if outcome == "later":
        _postpone(infra.store, claimed, _retry_at(claimed, ready.now))
    else:
        _advance(infra.store, claimed, ready.reminder, ready.hours, ready.now, outcome)
    return outcome


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


def _judge(infra: Infra, claimed: Claimed, clock: Clock) -> Outcome | Ready:
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
    if outcome is not None:
        _advance(infra.store, claimed, reminder, hours, now, outcome)
        return outcome
    ready = Ready(claimed, reminder, hours, now, [], [])
    pushes = [each for each in _pushes(infra, claimed, reminder) if each.name not in ready.sent]
    ways = [each for each in _ways(infra, claimed, reminder, profile) if each.name not in ready.sent]
    return ready._replace(pushes=pushes, ways=ways)


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


def _send(infra: Infra, ready: Ready, clock: Clock, stop: Callable[[], bool]) -> tuple[Claimed, Outcome]:
    """Send to every way that has not had it yet; returns the delivery as it is noted then."""
    claimed, failed = ready.claimed, ready.failed
    for way in ready.ways:
        if stop() or clock() > claimed.until - MARGIN:
            return claimed, "later"
        try:
            way.send()
        except RefusedError:
            continue
        except UnavailableError:
            failed = True
            continue
        claimed = _with(claimed, [way.name])
        if way is not ready.ways[-1]:
            claimed = _note(infra.store, claimed)
    if failed:
        return claimed, "later" if _retry_at(claimed, clock()) - claimed.planned <= MISSED else "failed"
    return claimed, "sent" if claimed.state.get("sent") else "unreachable"


def _pushes(infra: Infra, claimed: Claimed, reminder: ReminderBody) -> Iterator[Push]:
    if "push" in reminder.channels:
        title, text, stamp = _words(claimed, reminder)
        data = {"url": f"/reminders/{claimed.id}", "kind": reminder.kind}
        message = Message("", text, title, f"{stamp}.push", data)
        for device in devices.devices(infra.store, claimed.owner):
            yield Push(device, message)


def _ways(infra: Infra, claimed: Claimed, reminder: ReminderBody, profile: Json) -> Iterator[Way]:
    """Yield where else the person can be reached by the channels that the reminder names."""
    title, text, stamp = _words(claimed, reminder)
    if "email" in reminder.channels and (email := profile.get("email")):
        link = links.link(infra.settings, Mails(claimed.owner, claimed.id))
        mail = Message(email, text + _ending(link, profile), title, f"{stamp}.email", unsubscribe=link)
        yield Way("email", lambda: infra.mail.send(mail))
    if "sms" in reminder.channels and (phone := profile.get("phone")):
        sms = Message(phone, f"{title}: {reminder.body}" if reminder.body else title, key=f"{stamp}.sms")
        yield Way("sms", lambda: infra.sms.send(sms))


def _ending(link: str | None, profile: Json) -> str:
    """Return what a mail says below its text: how to have no more of them."""
    return f"\n\n{spoken(ENDING.format(link=link), language_of(profile.get('locale')))}" if link else ""


def _words(claimed: Claimed, reminder: ReminderBody) -> tuple[str, str, str]:
    """Return the title, the text, and what each key begins with."""
    title = " ".join(reminder.title.split())  # a subject is one line: what follows a break would be another header
    return title, reminder.body or title, f"{claimed.id}.{int(claimed.planned.timestamp())}"


def _with(claimed: Claimed, names: Sequence[str]) -> Claimed:
    """Return the delivery with others that have it, not written down yet."""
    sent: list[str] = claimed.state.get("sent", [])
    return claimed._replace(state=claimed.state | {"sent": [*sent, *names]}) if names else claimed


def _note(store: Store, claimed: Claimed) -> Claimed:
    """Write down who has it; raises WriteConflict when the delivery is not ours any more."""
    body = dumps(claimed.state)
    store.write(
        [Put(claimed.owner, DELIVERY, claimed.id, body, claimed.planned, claimed.version, due_at=claimed.until)]
    )
    return claimed._replace(version=claimed.version + 1)


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
