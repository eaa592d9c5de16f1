"""Lists: by time and id, in pages that miss and repeat nothing."""

import base64
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.records import AT, MINUTE, ids, put

from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Delete, Record, Store


def pages(store: Store, owner: str, limit: int, **filters: object) -> list[list[Record]]:
    """Every page, to the end."""
    got, cursor = [], None
    while True:
        page = store.list(owner, "note", limit=limit, cursor=cursor, **filters)  # type: ignore[arg-type]
        got.append(page.items)
        cursor = page.next_cursor
        if cursor is None:
            return got


class TestOrder:
    def test_of_nothing(self, store: Store, owner: str) -> None:
        assert store.list(owner, "note") == ([], None)

    @pytest.mark.parametrize("newest_first", [True, False])
    def test_by_time_then_id(self, store: Store, owner: str, newest_first: bool) -> None:
        words = ["Z", "a", "a!", "aa", "b", "é", "\uffff", "\U0001f3cb", "~", "10", "9"]
        store.write([put(owner, word) for word in words])
        store.write([put(owner, "first", at=AT - MINUTE), put(owner, "last", at=AT + MINUTE)])
        expected = ["first", *sorted(words), "last"]
        assert ids(store.list(owner, "note", newest_first=newest_first).items) == (
            expected[::-1] if newest_first else expected
        )

    def test_by_time_before_and_after_1970(self, store: Store, owner: str) -> None:
        years = [1900, 1969, 1970, 2026, 9998]
        store.write([put(owner, str(year), at=AT.replace(year=year)) for year in years])
        assert ids(store.list(owner, "note", newest_first=False).items) == [str(year) for year in years]

    def test_has_only_what_is_live_of_the_owner_and_kind(self, store: Store, owner: str) -> None:
        store.write([put(owner, "a"), put(owner, "gone"), put(owner, "b", kind="memo"), put(owner + "x", "c")])
        store.write([Delete(owner, "note", "gone", 1)])
        assert ids(store.list(owner, "note").items) == ["a"]

    def test_moves_with_the_time_and_group(self, store: Store, owner: str) -> None:
        store.write([put(owner, "a", group="g"), put(owner, "b", at=AT + MINUTE, group="g")])
        store.write([put(owner, "a", version=1, at=AT + 2 * MINUTE, group="h")])
        assert ids(store.list(owner, "note").items) == ["a", "b"]
        assert ids(store.list(owner, "note", group="g").items) == ["b"]
        assert ids(store.list(owner, "note", group="h").items) == ["a"]

    def test_of_a_system_owner(self, store: Store, owner: str) -> None:
        store.write([put(f"sys:session:{owner}", id_) for id_ in "ab"])
        assert ids(store.list(f"sys:session:{owner}", "note").items) == ["b", "a"]


class TestBounds:
    @pytest.fixture
    def listed(self, store: Store, owner: str) -> None:
        store.write([put(owner, f"i{n}", at=AT + n * MINUTE, group=f"g{n % 2}") for n in range(6)])

    @pytest.mark.parametrize("newest_first", [True, False])
    @pytest.mark.parametrize("limit", [1, 2, 20])
    def test_after_is_inclusive_and_before_exclusive(
        self, store: Store, owner: str, listed: None, newest_first: bool, limit: int
    ) -> None:
        for first in range(7):
            for last in range(7):
                bounds = {"after": AT + first * MINUTE, "before": AT + last * MINUTE, "newest_first": newest_first}
                got = sum((ids(page) for page in pages(store, owner, limit, **bounds)), [])
                assert got == [f"i{n}" for n in range(first, last)][:: -1 if newest_first else 1]

    def test_of_a_group(self, store: Store, owner: str, listed: None) -> None:
        assert ids(store.list(owner, "note", group="g1").items) == ["i5", "i3", "i1"]
        assert ids(store.list(owner, "note", group="g1", after=AT + 3 * MINUTE).items) == ["i5", "i3"]
        assert ids(store.list(owner, "note", group="g1", before=AT + 3 * MINUTE).items) == ["i1"]
        assert ids(store.list(owner, "note", group="g1", newest_first=False, limit=2).items) == ["i1", "i3"]
        assert ids(store.list(owner, "note", group="g").items) == []

    def test_without_a_group_has_every_group(self, store: Store, owner: str, listed: None) -> None:
        store.write([put(owner, "none", at=AT - MINUTE)])
        assert ids(store.list(owner, "note").items) == ["i5", "i4", "i3", "i2", "i1", "i0", "none"]

    def test_may_have_any_offset(self, store: Store, owner: str, listed: None) -> None:
        from zoneinfo import ZoneInfo

        apia = (AT + 3 * MINUTE).astimezone(ZoneInfo("Pacific/Apia"))
        assert ids(store.list(owner, "note", after=apia).items) == ["i5", "i4", "i3"]

    def test_without_an_offset_is_refused(self, store: Store, owner: str) -> None:
        with pytest.raises(TypeError):
            store.list(owner, "note", after=AT.replace(tzinfo=None))


class TestPages:
    @pytest.mark.parametrize("group", [None, "g"])
    @pytest.mark.parametrize("newest_first", [True, False])
    @pytest.mark.parametrize("limit", [1, 3, 7, 29, 30, 31])
    def test_miss_and_repeat_nothing(
        self, store: Store, owner: str, limit: int, newest_first: bool, group: str | None
    ) -> None:
        store.write([put(owner, f"i{n:02}", at=AT + (n // 7) * MINUTE, group="g") for n in range(30)])
        got = pages(store, owner, limit, newest_first=newest_first, group=group)
        everything = [f"i{n:02}" for n in range(30)]
        assert sum((ids(page) for page in got), []) == (everything[::-1] if newest_first else everything)
        assert [len(page) for page in got] == [limit] * (30 // limit) + ([30 % limit] if 30 % limit else [])

    def test_go_past_what_is_deleted(self, store: Store, owner: str) -> None:
        store.write([put(owner, f"i{n:02}") for n in range(60)])
        store.write([Delete(owner, "note", f"i{n:02}", 1) for n in range(60) if n % 20])
        assert [ids(page) for page in pages(store, owner, 2)] == [["i40", "i20"], ["i00"]]

    def test_hold_while_others_write(self, store: Store, owner: str) -> None:
        store.write([put(owner, f"i{n}", at=AT + n * MINUTE) for n in range(6)])
        first = store.list(owner, "note", limit=3)
        store.write(
            [
                put(owner, "new", at=AT + 9 * MINUTE),
                Delete(owner, "note", "i3", 1),
                put(owner, "i2", version=1, at=AT - MINUTE),
            ]
        )
        rest = store.list(owner, "note", limit=9, cursor=first.next_cursor)
        assert (ids(first.items), ids(rest.items)) == (["i5", "i4", "i3"], ["i1", "i0", "i2"])

    @pytest.mark.parametrize("newest_first", [True, False])
    def test_stay_within_bounds_whatever_the_cursor(self, store: Store, owner: str, newest_first: bool) -> None:
        store.write([put(owner, f"i{n}", at=AT + n * MINUTE) for n in range(6)])
        first = store.list(owner, "note", limit=1, newest_first=newest_first).next_cursor
        rest = store.list(
            owner, "note", cursor=first, newest_first=newest_first, after=AT + 2 * MINUTE, before=AT + 4 * MINUTE
        )
        assert sorted(ids(rest.items)) == ["i2", "i3"]

    def test_any_id_and_time_may_end_one(self, store: Store, owner: str) -> None:
        names = ["#", "a#b", "\U0001f3cb#", "=", "/+?&"]
        times = [AT.replace(year=1901), AT - timedelta(microseconds=1), AT]
        store.write([put(owner, name + str(n), at=at) for n, at in enumerate(times) for name in names])
        assert len(pages(store, owner, 1)) == len(names) * len(times)

    @pytest.mark.parametrize(
        "cursor",
        [
            "",
            "x",
            "!!!",
            base64.urlsafe_b64encode(b"123456789#a").decode() + "!",
            base64.urlsafe_b64encode(b"1_000_000#ab").decode(),
            base64.urlsafe_b64encode(b"12345678#" + b"a" * 201).decode(),
            "é",
            "a" * 500,
            "MTIz",
            base64.urlsafe_b64encode(b"1#a\0").decode(),
            base64.urlsafe_b64encode(b"1e5#a").decode(),
            base64.urlsafe_b64encode(b"9" * 30 + b"#a").decode(),
            base64.urlsafe_b64encode(b"#").decode(),
            base64.urlsafe_b64encode(b"\xff#\xff").decode(),
        ],
    )
    def test_refuse_a_cursor_that_is_not_one(self, store: Store, owner: str, cursor: str) -> None:
        with pytest.raises(InvalidError) as caught:
            store.list(owner, "note", cursor=cursor)
        assert [error.field for error in caught.value.errors] == ["cursor"]

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        times=st.lists(st.integers(0, 5), max_size=25),
        limit=st.integers(1, 8),
        bounds=st.tuples(st.none() | st.integers(-1, 6), st.none() | st.integers(-1, 6)),
        newest_first=st.booleans(),
        group=st.sampled_from([None, "g0", "g1"]),
    )
    def test_are_the_sorted_list_cut(
        self,
        store: Store,
        times: list[int],
        limit: int,
        bounds: tuple[int | None, int | None],
        newest_first: bool,
        group: str | None,
    ) -> None:
        from uuid import uuid4

        owner = str(uuid4())
        puts = [put(owner, f"i{n:02}", at=AT + at * MINUTE, group=f"g{n % 2}") for n, at in enumerate(times)]
        store.write(puts)
        after, before = (None if bound is None else AT + bound * MINUTE for bound in bounds)
        expected = sorted(
            (op.at, op.id)
            for op in puts
            if (after is None or op.at >= after) and (before is None or op.at < before) and group in (None, op.group)
        )
        got = pages(store, owner, limit, after=after, before=before, newest_first=newest_first, group=group)
        assert sum((ids(page) for page in got), []) == [
            id_ for _, id_ in (expected[::-1] if newest_first else expected)
        ]
        assert all(len(page) == limit for page in got[:-1])
