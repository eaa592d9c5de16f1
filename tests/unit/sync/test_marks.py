"""Where a phone has read to: told from a server that went back in time, whatever else happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.records import AT

from fitzen.infra.storage.base import Record
from fitzen.records import digest
from fitzen.sync.marks import Mark


def record(seq: int, version: int = 1, **others: object) -> Record:
    return Record("ana", "workout", "a.b", "{}", AT, version, seq)._replace(**others)  # type: ignore[arg-type] # of a test


PRINT = digest("{}")[:8]


def test_a_mark_is_read_back_as_it_was_written() -> None:
    mark = Mark(12, 3, "0123abcd", "workout_day", "2026-11-23.a b")
    assert Mark.parse(str(mark)) == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.2.workout",
        "1.2.0123abcd.workout.",
        "a.2.0123abcd.workout.b",
        "1.2.0123abcd.wörk.b",
        "1.2.0123abcd.w.b\n",
        "-1.2.0123abcd.w.b",
        "1.2.xyz.w.b",
    ],
)
def test_what_is_no_mark_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        Mark.parse(text)


def test_the_mark_is_of_the_last_record_that_does_not_expire() -> None:
    assert Mark.of([record(1), record(2), record(3, expires_at=AT)], {"workout"}) == (2, 1, PRINT, "workout", "a.b")
    assert Mark.of([record(3, expires_at=AT)], {"workout"}) is None
    assert Mark.of([], {"workout"}) is None


def test_the_mark_is_of_what_somebody_wrote() -> None:
    assert Mark.of([record(1), record(2, kind="best")], {"workout"}) == (1, 1, PRINT, "workout", "a.b")
    assert Mark.of([record(2, kind="best")], {"workout"}) is None


@pytest.mark.parametrize(
    ("current", "holds"),
    [
        (record(5, 2), True),
        (record(9, 3), True),
        (None, False),
        (record(5, 2, body='{"a":1}'), False),
        (record(5, 1), False),
        (record(9, 1), False),
        (record(6, 2), False),
        (record(9, 2), False),
        (record(7, 3), False),
    ],
)
def test_a_server_holds_it_only_unchanged_or_changed_later(current: Record | None, holds: bool) -> None:
    """Read in version 2 at 5, up to 8."""
    assert Mark(5, 2, PRINT, "workout", "a.b").holds(current, since=8) is holds


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=12), st.data())
def test_whoever_only_writes_on_never_looks_as_if_gone_back(writes: list[str], data: st.DataObject) -> None:
    """And a server restored to before the mark was written, which writes other things since, does."""
    read = data.draw(st.integers(1, len(writes)))
    mark = Mark.of(list(_records(writes[:read]).values()), {"workout"})
    assert mark is not None
    assert mark.holds(_records(writes).get(mark.id), since=read)
    restored = data.draw(st.integers(0, mark.seq - 1))
    others = data.draw(st.lists(st.sampled_from([name for name in "abcd" if name != mark.id]), max_size=12))
    assert not mark.holds(_records([*writes[:restored], *others]).get(mark.id), since=read)


def _records(writes: list[str]) -> dict[str, Record]:
    """Return the records by id, those last written last."""
    found: dict[str, Record] = {}
    for seq, name in enumerate(writes, 1):
        before = found.pop(name, None)
        found[name] = record(seq, before.version + 1 if before else 1, id=name)
    return found
