"""Keys that sort as what they stand for, and records that come back as they were written."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.infra.storage import dynamodb_items as items
from fitzen.infra.storage.base import Delete, Put, Record, to_micros

TIMES = st.datetimes(timezones=st.just(UTC))
IDS = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=50)
NAMES = st.text(st.characters(exclude_characters="\0#", codec="utf-8"), min_size=1, max_size=10)
PUTS = st.builds(
    Put,
    owner=IDS.filter(lambda owner: not owner.startswith("sys:")),
    kind=NAMES,
    id=IDS,
    body=st.text(st.characters(codec="utf-8"), max_size=20) | st.just("x" * (items.INLINE_BYTES + 1)),
    at=TIMES,
    version=st.just(0),
    group=st.none() | NAMES,
    due_at=st.none() | TIMES,
    expires_at=st.none() | TIMES,
    digest=st.none() | IDS,
)


def stored(action: dict[str, Any]) -> items.Item:
    item: items.Item = action["Put"]["Item"]
    return item


@given(st.tuples(TIMES, IDS), st.tuples(TIMES, IDS))
def test_places_sort_by_time_then_id(one: tuple[datetime, str], two: tuple[datetime, str]) -> None:
    places = [items.place("k#", to_micros(at), id_).encode() for at, id_ in (one, two)]
    order = [(at, id_.encode()) for at, id_ in (one, two)]
    assert (places[0] < places[1], places[0] == places[1]) == (order[0] < order[1], order[0] == order[1])


@given(PUTS, st.none() | TIMES, st.none() | TIMES)
def test_a_span_holds_what_is_from_after_to_before(put: Put, after: datetime | None, before: datetime | None) -> None:
    prefix = items.prefix(put.kind, put.group)
    low, high = items.span(prefix, after, before)
    inside = (after is None or after <= put.at) and (before is None or put.at < before)
    place = items.place(prefix, to_micros(put.at), put.id)
    assert (low.encode() <= place.encode() <= high.encode()) == inside


@given(PUTS)
def test_a_record_comes_back_as_it_was_written(put: Put) -> None:
    item = stored(items.action("t", put, 7, 0))
    assert items.record(put.owner, item) == Record(**{**put._asdict(), "version": 1, "seq": 7})
    assert item["by_at"]["S"] == items.place_of(item, grouped=False)
    assert (put.group is None) == ("by_group" not in item)
    assert put.group is None or item["by_group"]["S"] == items.place_of(item, grouped=True)


@given(PUTS)
def test_an_item_is_removed_no_sooner_than_it_expires_and_within_a_second(put: Put) -> None:
    item = stored(items.action("t", put, 7, 0))
    if put.expires_at is None:
        assert "ttl" not in item
    else:
        removed = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(item["ttl"]["N"]) - 1)
        assert removed < put.expires_at <= removed + timedelta(seconds=1)


@given(PUTS)
def test_expressions_name_and_bind_exactly_what_they_use(put: Put) -> None:
    """DynamoDB refuses a name or a value that no expression uses, and one that is not given."""
    delete = Delete(put.owner, put.kind, put.id, 3)
    for op in (put, put._replace(version=3), delete, delete._replace(owner="sys:a:b"), put._replace(owner="sys:a:b")):
        [request] = items.action("t", op, 7, 0).values()
        used = request["ConditionExpression"] + request.get("UpdateExpression", "")
        tokens = set(used.replace(",", " ").replace("(", " ").replace(")", " ").split())
        assert request["ExpressionAttributeNames"].keys() == {token for token in tokens if token.startswith("#")}
        assert request["ExpressionAttributeValues"].keys() == {token for token in tokens if token.startswith(":")}


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(TypeError):
        items.action("t", Put("u", "k", "i", "{}", datetime(2026, 1, 1)), 1, 0)
