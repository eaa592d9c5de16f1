"""The reference client, step by step, where the state machine cannot look: what it sends, and a server that went back."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.api.sync.conftest import EXERCISE, weight, workout
from tests.api.sync.world import Account, Handset, Server, serving
from tests.fixtures.api import Json
from tests.fixtures.phone import MAX_BYTES


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path, f"sqlite:///{tmp_path}/store.db") as server:
        yield server


@pytest.fixture
def account(server: Server) -> Account:
    return Account(server)


@pytest.fixture
def one(account: Account) -> Handset:
    return account.handsets[0]


@pytest.fixture
def other(account: Account) -> Handset:
    return account.handsets[1]


def queue(handset: Handset) -> list[Json]:
    found: list[Json] = handset.phone.state["queue"]
    return found


class TestQueue:
    def test_an_edit_of_what_was_never_sent_is_part_of_its_creation(self, one: Handset) -> None:
        id_ = one.phone.create("measurement", weight(71.0))
        one.phone.edit("measurement", id_, {"value": 72.0})
        assert [(op["action"], op["body"]["value"]) for op in queue(one)] == [("create", 72.0)]

    def test_what_is_deleted_before_it_was_sent_never_was(self, one: Handset) -> None:
        one.phone.delete("measurement", one.phone.create("measurement", weight()))
        assert queue(one) == []

    def test_a_deletion_after_an_edit_is_based_on_what_the_edit_was(self, one: Handset) -> None:
        id_ = one.phone.create("measurement", weight())
        one.sync()
        one.phone.edit("measurement", id_, {"value": 72.0})
        one.phone.delete("measurement", id_)
        assert [(op["action"], op["base_version"]) for op in queue(one)] == [("delete", 1)]

    def test_what_was_sent_does_not_change_any_more(self, account: Account, one: Handset) -> None:
        id_ = one.phone.create("measurement", weight(71.0))
        account.fates = {"POST": ["its answer is lost"]}
        one.sync()
        one.phone.edit("measurement", id_, {"value": 72.0})
        assert [(op["action"], op["body"]["value"], op["sent"]) for op in queue(one)] == [
            ("create", 71.0, True),
            ("update", 72.0, False),
        ]
        one.sync()
        assert one.phone.view("measurement", id_) == weight(72.0) | {"id": id_, "day": "2026-11-23", "source": "manual"}

    def test_is_what_a_phone_that_died_goes_on_with(self, account: Account, one: Handset, other: Handset) -> None:
        id_ = one.phone.create("measurement", weight())
        account.fates = {"POST": ["phone dies after"]}
        one.sync()
        assert [op["sent"] for op in queue(one)] == [True]
        one.sync()
        other.sync()
        assert other.phone.ids("measurement") == [id_]

    def test_that_is_too_large_for_a_request_goes_in_several(self, one: Handset, other: Handset) -> None:
        ids = sorted(one.phone.create("measurement", weight(note="n" * 4000)) for _ in range(200))
        assert len(json.dumps(queue(one))) > MAX_BYTES
        one.sync()
        other.sync()
        assert other.phone.ids("measurement") == ids

    def test_goes_on_past_what_no_request_may_carry(self, one: Handset, other: Handset) -> None:
        last = None
        for body in (weight(), weight(note="n" * 1_100_000), weight()):
            last = one.phone.create("measurement", body)
        one.sync()
        assert [shown["result"]["problem"]["status"] for shown in one.phone.state["shown"]] == [413]
        other.sync()
        assert len(other.phone.ids("measurement")) == 2
        assert last in other.phone.ids("measurement")


class TestConflict:
    def test_is_shown_to_the_second_with_both_copies(self, one: Handset, other: Handset) -> None:
        id_ = one.phone.create("measurement", weight(71.0))
        one.sync()
        other.sync()
        for handset, value in ((one, 72.0), (other, 73.0)):
            handset.phone.edit("measurement", id_, {"value": value})
            handset.sync()
        (shown,) = other.phone.state["shown"]
        assert (shown["op"]["body"]["value"], shown["result"]["body"]["value"]) == (73.0, 72.0)
        other.phone.discard(shown)
        other.phone.edit("measurement", id_, {"value": 73.0})
        for handset in (other, one):
            handset.sync()
            body = handset.phone.view("measurement", id_)
            assert body
            assert body["value"] == 73.0

    def test_takes_along_what_was_done_on_top(self, account: Account, one: Handset, other: Handset) -> None:
        id_ = one.phone.create("measurement", weight(71.0))
        one.sync()
        other.sync()
        one.phone.edit("measurement", id_, {"value": 72.0})
        one.sync()
        other.phone.edit("measurement", id_, {"value": 73.0})
        account.fates = {"POST": ["is lost"]}
        other.sync()
        other.phone.edit("measurement", id_, {"value": 74.0})
        other.sync()
        assert [shown["op"]["body"]["value"] for shown in other.phone.state["shown"]] == [74.0]
        assert queue(other) == []


class Backup:
    """A copy of the server's database, as a file."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._server = server
        self._live, self._copy = folder / "store.db", folder / "backup.db"

    def take(self) -> None:
        """Copy by SQLite itself: the newest writes may be in its log."""
        self._copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._live)) as live, closing(sqlite3.connect(self._copy)) as copy:
            live.backup(copy)

    def restore(self) -> None:
        with closing(sqlite3.connect(self._copy)) as copy, closing(sqlite3.connect(self._live)) as live:
            copy.backup(live)


class TestAServerRestoredFromABackup:
    @pytest.fixture
    def backup(self, server: Server, tmp_path: Path) -> Backup:
        return Backup(server, tmp_path)

    def test_gets_back_what_it_lost(self, backup: Backup, one: Handset, other: Handset) -> None:
        kept = one.phone.create("measurement", weight(71.0))
        gone = one.phone.create("measurement", weight(72.0))
        one.sync()
        backup.take()
        exercise = one.phone.create("exercise", EXERCISE)
        log = one.phone.create("workout", workout(exercise))
        one.phone.edit("measurement", kept, {"value": 75.0})
        one.phone.delete("measurement", gone)
        one.sync()
        backup.restore()
        waiting = one.phone.create("measurement", weight(80.0))
        one.sync()
        other.sync()
        assert one.phone.state["shown"] == []
        body = other.phone.view("measurement", kept)
        assert body
        assert body["value"] == 75.0
        assert other.phone.ids("measurement") == sorted([kept, waiting])
        assert other.phone.ids("workout") == [log]
        assert other.phone.ids("exercise") == [exercise]
        assert other.phone.state["read"] == one.phone.state["read"] | {"records": other.phone.state["read"]["records"]}

    def test_that_went_on_since_is_noticed_by_the_mark(
        self, backup: Backup, account: Account, one: Handset, other: Handset
    ) -> None:
        backup.take()
        mine = one.phone.create("measurement", weight(71.0))
        one.sync()
        backup.restore()
        theirs = [other.phone.create("measurement", weight(72.0)) for _ in range(3)]
        other.sync()
        one.sync()
        other.sync()
        for handset in (one, other):
            assert handset.phone.ids("measurement") == sorted([mine, *theirs])

    def test_gets_back_what_waits_with_what_it_waits_for(self, backup: Backup, one: Handset, other: Handset) -> None:
        backup.take()
        id_ = one.phone.create("measurement", weight(71.0))
        one.sync()
        one.phone.edit("measurement", id_, {"value": 72.0})
        backup.restore()
        one.sync()
        other.sync()
        body = other.phone.view("measurement", id_)
        assert body
        assert body["value"] == 72.0

    def test_with_another_edit_of_the_same_version_is_a_conflict(
        self, backup: Backup, account: Account, one: Handset
    ) -> None:
        id_ = one.phone.create("measurement", weight(71.0))
        one.sync()
        backup.take()
        one.phone.edit("measurement", id_, {"value": 72.0})
        one.sync()
        backup.restore()
        account.web("measurement", id_, delete=False)
        one.sync()
        (shown,) = one.phone.state["shown"]
        assert shown["op"]["body"]["value"] == 72.0
        assert shown["result"]["status"] == "conflict"
        assert shown["result"]["body"]["value"] == 71.0

    def test_of_which_two_phones_have_the_same_gets_it_once(self, backup: Backup, one: Handset, other: Handset) -> None:
        backup.take()
        id_ = one.phone.create("measurement", weight(71.0))
        one.sync()
        other.sync()
        backup.restore()
        for handset in (one, other, one):
            handset.sync()
            assert handset.phone.ids("measurement") == [id_]
            assert handset.phone.state["shown"] == []

    def test_is_read_from_0_though_the_phone_dies_meanwhile(
        self, backup: Backup, account: Account, one: Handset, other: Handset
    ) -> None:
        backup.take()
        id_ = one.phone.create("measurement", weight(71.0))
        one.sync()
        backup.restore()
        account.fates = {"GET": ["arrives", "phone dies after"]}
        one.sync()
        assert one.phone.ids("measurement") == [id_]
        one.phone.edit("measurement", id_, {"value": 72.0})
        one.sync()
        other.sync()
        body = other.phone.view("measurement", id_)
        assert body
        assert body["value"] == 72.0
