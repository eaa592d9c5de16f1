"""Whether what phones and a server did to each other was right: what must hold once everything has settled."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple, cast

from tests.api.sync.world import TAGGED, Account, Intent
from tests.fixtures.api import Json

from fitzen.habits import rebuild as habits
from fitzen.infra.storage.base import Put, Store
from fitzen.nutrition import rebuild as nutrition
from fitzen.rebuild import Derivation, differences
from fitzen.records import loads
from fitzen.sync.service import REMEMBERED
from fitzen.workouts import rebuild as workouts

HABITS = Derivation(habits.KINDS, habits.expected, lambda *_: None)
DERIVATIONS = [HABITS, nutrition.DERIVATION, workouts.DERIVATION]

type Applied = Collection[str | None]


class Write(NamedTuple):
    """A version of a record that the server wrote; `before` is the tag of the version before (None: there is none)."""

    kind: str
    id: str
    version: int
    tag: str | None
    deleted: bool
    before: str | None


def history(account: Account) -> list[Write]:
    """Return what was really written of what phones write, in order."""
    tags: dict[tuple[str, str], str | None] = {}
    found: list[Write] = []
    for op in account.server.store.writes[account.user_id]:
        if op.kind in TAGGED:
            tag = loads(op.body).get(TAGGED[op.kind]) if isinstance(op, Put) else None
            key = (op.kind, op.id)
            found.append(Write(*key, op.version + 1, tag, not isinstance(op, Put), tags.get(key)))
            tags[key] = tag
    return found


def check(account: Account) -> None:
    """Compare what was done, what was written and what the phones show, once everything has settled."""
    _check_phones(account)
    written = history(account)
    tags = Counter(write.tag for write in written if write.tag)
    assert max(tags.values(), default=1) == 1, "something was applied twice"
    by_tag: Mapping[str | None, Intent] = {intent.tag: intent for intent in account.intents if intent.tag}
    for write in written:
        if write.version > 1 or write.kind != "user":
            _check_write(account, write, by_tag, tags.keys())
    for place, intent in enumerate(account.intents):
        _check_intent(account, place, intent, tags.keys())
    for handset in account.handsets:
        for shown in account.shown[handset.name]:
            _check_shown(account, handset.name, shown, by_tag, tags.keys())
    store = cast("Store", account.server.store)
    assert differences(store, account.user_id, DERIVATIONS) == []


def _check_phones(account: Account) -> None:
    """After all is settled both phones have what the server has, deletions and derived records included."""
    expected = {
        key: (record.version, record.deleted, None if record.deleted else loads(record.body))
        for key, record in account.records().items()
    }
    for handset in account.handsets:
        state = handset.phone.state
        assert state["queue"] == []
        got = {key: (r["version"], r["deleted"], r["body"]) for key, r in state["read"]["records"].items()}
        assert got == expected
        for key, (_, _, body) in expected.items():
            assert handset.phone.view(*key.split("/", 1)) == body


def _check_write(account: Account, write: Write, by_tag: Mapping[str | None, Intent], applied: Applied) -> None:
    """Whatever was written, somebody did, on top of exactly what they saw."""
    if write.deleted:
        those = [i for i in account.intents if i.tag is None and i[1:3] == write[:2]]
        assert any(_base(i, by_tag, applied) == write.before for i in those), f"nobody who saw it deleted {write}"
        return
    assert write.tag is not None
    base = _base(by_tag[write.tag], by_tag, applied)
    assert base == write.before, f"{write} was made on top of {base}"
    assert (write.version == 1) == (base is None and write.kind != "user")


def _base(intent: Intent, by_tag: Mapping[str | None, Intent], applied: Applied) -> str | None:
    """Return what an author saw, through those of their own edits that were never sent for themselves."""
    seen = intent.seen
    while seen in by_tag and by_tag[seen].author == intent.author and seen not in applied:
        seen = by_tag[seen].seen
    return seen


def _check_shown(
    account: Account, author: str, shown: Json, by_tag: Mapping[str | None, Intent], applied: Applied
) -> None:
    """What is shown as refused was refused, because of somebody else; or the server has forgotten that it applied it."""
    op, result = shown["op"], shown["result"]
    name = TAGGED[op["kind"]]
    if op["id"] in account.hopeless:
        assert result["status"] == "rejected", shown
        return
    assert result["status"] == "conflict", shown
    if account.server.clock() - account.since >= REMEMBERED:
        return
    assert op.get("body", {}).get(name) not in applied, f"{shown} was applied"
    if result["deleted"]:
        others = {i.author for i in account.intents if i.tag is None and i[1:3] == (op["kind"], op["id"])}
        assert others - {author}, f"{author} alone deleted {shown}"
    else:
        assert by_tag[result["body"][name]].author != author, f"{shown} is a conflict of one with themselves"


def _check_intent(account: Account, place: int, intent: Intent, applied: Applied) -> None:
    """Whatever somebody did was written, or shown to them as not written, or they did something else instead."""
    shown = [s["op"] for s in account.shown.get(intent.author, []) if s["op"]["id"] == intent.id]
    if intent.tag is None:
        record = account.records().get(f"{intent.kind}/{intent.id}")
        assert record is None or record.deleted or any(op["action"] == "delete" for op in shown), f"{intent} was lost"
        return
    instead = any(later[:3] == intent[:3] for later in account.intents[place + 1 :])
    told = any(op.get("body", {}).get(TAGGED[intent.kind]) == intent.tag for op in shown)
    assert intent.tag in applied or told or instead, f"{intent} was lost"
