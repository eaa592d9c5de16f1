"""Milestones: computed from the records, awarded once each, kept for good.

`award` looks at what is not earned yet, and costs the fewer reads the more is. It runs at a person's midnight and when
they look at their achievements; twice at once is once. What was earned stays when its evidence goes later: it was done.
Only on the day of the award it is taken back when the log no longer shows it: then it was a slip of the finger, such as a
workout that was logged by mistake and deleted. It may be earned again.
"""

from datetime import date, datetime

from fitzen import entities
from fitzen.achievements.kinds import KINDS, Kind, Proof
from fitzen.achievements.log import Log
from fitzen.goals.service import mark_reached
from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.records import Json, dumps, loads, midnight, run_again
from fitzen.web.answers import MAX_LIMIT, ListQuery

ACHIEVEMENT = "achievement"


@run_again
def award(store: Store, user_id: str, now: datetime, tell_at: datetime | None = None) -> list[Json]:
    """Award what is newly earned, and return it in the order of KINDS; again, nothing.

    With `tell_at` the last of it is due then, so that the person is told once of all of it (see jobs/milestones.py).
    """
    found = store.get_many(user_id, [(ACHIEVEMENT, kind.id) for kind in KINDS], deleted=True)
    log = Log(store, user_id, now)
    ops: list[Op] = []
    earned: list[Json] = []
    for kind in KINDS:
        record = found.get((ACHIEVEMENT, kind.id))
        if record is None or record.deleted:
            if proof := kind.proof(log):
                earned.append(_achievement(kind, proof, log.today, now))
                ops.append(_put(user_id, earned[-1], record))
        elif log.is_today(loads(record.body)["awarded_at"]) and kind.proof(log) is None:
            ops.append(Delete(user_id, ACHIEVEMENT, kind.id, record.version))
    if earned and tell_at:
        ops = [op._replace(due_at=tell_at) if isinstance(op, Put) and op.id == earned[-1]["id"] else op for op in ops]
    if ops:
        store.write(ops)
    return earned


def earned_together(store: Store, record: Record) -> list[Json]:
    """Return what was awarded in the same write as a record, that one included. One read."""
    at = loads(record.body)["awarded_at"]
    found = (loads(each.body) for each in store.list(record.owner, ACHIEVEMENT, limit=MAX_LIMIT).items)
    return [each for each in found if each["awarded_at"] == at]


def look(store: Store, user_id: str, query: ListQuery, now: datetime) -> Json:
    """Award what is newly earned, then return a page of all there is, what was earned last first."""
    mark_reached(store, user_id, now)
    earned = award(store, user_id, now)
    page = entities.listed(store, ACHIEVEMENT, user_id, query)
    return {
        "items": [loads(record.body) for record in page.items],
        "next_cursor": page.next_cursor,
        "earned": [each["id"] for each in earned],
        "of": len(KINDS),
    }


def _achievement(kind: Kind, proof: Proof, today: date, now: datetime) -> Json:
    return {
        "id": kind.id,
        "title": kind.title,
        "text": proof.text,
        "share": kind.share,
        "earned_on": min(proof.on or today, today).isoformat(),
        "awarded_at": now.isoformat(),
        "value": proof.value,
        "evidence": [*proof.sources],
    }


def _put(owner: str, achievement: Json, record: Record | None) -> Put:
    at, version = midnight(achievement["earned_on"]), record.version if record else 0
    return Put(owner, ACHIEVEMENT, achievement["id"], dumps(achievement), at, version)
