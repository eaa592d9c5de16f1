"""When something was done, and which of a person's own things is meant."""

from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.toolbox import ToolContext
from fitzen.coach.tools.drafting import Own, clock_of, coming_day, done_at, meant
from fitzen.errors import InvalidError


class _At:
    """As much of a context as times need: a person's local time."""

    def __init__(self, now: datetime, zone: str = "Europe/Madrid") -> None:
        self.local_now = now.astimezone(ZoneInfo(zone))


def at(now: datetime = datetime(2026, 11, 26, 12, tzinfo=UTC), zone: str = "Europe/Madrid") -> ToolContext:
    return cast("ToolContext", _At(now, zone))


@pytest.mark.parametrize(
    ("day", "time", "usual", "found"),
    [
        (None, None, None, "2026-11-26T13:00:00+01:00"),
        (None, "07:30", None, "2026-11-26T07:30:00+01:00"),
        ("today", "7.30 am", None, "2026-11-26T07:30:00+01:00"),
        ("yesterday", None, None, "2026-11-25T12:00:00+01:00"),
        ("yesterday", None, "19:00", "2026-11-25T19:00:00+01:00"),
        (None, None, "08:00", "2026-11-26T08:00:00+01:00"),
        ("today", None, "12:30", "2026-11-26T13:00:00+01:00"),
        (None, None, "19:00", "2026-11-26T13:00:00+01:00"),
        ("yesterday", "8pm", "12:30", "2026-11-25T20:00:00+01:00"),
        ("this morning", None, None, "2026-11-26T08:00:00+01:00"),
        ("last night", None, None, "2026-11-25T20:00:00+01:00"),
        ("3 days ago", None, None, "2026-11-23T12:00:00+01:00"),
        ("Monday", None, None, "2026-11-23T12:00:00+01:00"),
        ("on Monday", None, None, "2026-11-23T12:00:00+01:00"),
        ("20 Nov", None, None, "2026-11-20T12:00:00+01:00"),
        ("2026-11-20", None, None, "2026-11-20T12:00:00+01:00"),
        (None, "23:00", None, "2026-11-26T13:00:00+01:00"),
    ],
)
def test_when_it_was(day: str | None, time: str | None, usual: str | None, found: str) -> None:
    assert done_at(at(), day, time, usual).isoformat() == found


@pytest.mark.parametrize("day", ["tomorrow", "2026-11-27", "2027-01-01", "next week", "in 3 days", "next friday"])
def test_what_has_not_come_yet_is_not_logged(day: str) -> None:
    with pytest.raises(InvalidError, match="has not come yet"):
        done_at(at(), day, None)


@pytest.mark.parametrize("day", ["someday", "2026-02-30", "31 feb"])
def test_what_is_no_day_is_asked_about(day: str) -> None:
    with pytest.raises(InvalidError) as caught:
        done_at(at(), day, None)
    assert [error.field for error in caught.value.errors] == ["day"]


@given(
    now=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(["Pacific/Auckland", "America/Los_Angeles", "Europe/Madrid"]),
    day=st.sampled_from([None, "today", "yesterday", "friday", "last night", "10 days ago", "1 january"]),
    time=st.sampled_from([None, "00:00", "23:59", "7 pm"]),
)
def test_it_is_never_ahead(now: datetime, zone: str, day: str | None, time: str | None) -> None:
    context = at(now, zone)
    assert done_at(context, day, time) <= context.local_now


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("07:30", "07:30"), ("7:30", "07:30"), ("7", "07:00"), ("7am", "07:00"), ("7 pm", "19:00"), ("12 am", "00:00"),
        ("12pm", "12:00"), ("7.30 p.m.", "19:30"), ("at 18:05", "18:05"), ("noon", "12:00"), ("midnight", "00:00"),
        ("in the evening", "19:00"), ("23:59", "23:59"), ("8 o'clock", "08:00"), ("18h30", "18:30"),
    ],
)  # fmt: skip
def test_clocks(said: str, clock: str) -> None:
    assert clock_of(said, "at") == clock


@pytest.mark.parametrize("said", ["25:00", "24:00", "13 pm", "0 am", "7:60", "soon", "", "7:30:15"])
def test_what_is_no_time_is_asked_about(said: str) -> None:
    with pytest.raises(InvalidError) as caught:
        clock_of(said, "at")
    assert [error.field for error in caught.value.errors] == ["at"]


def test_a_day_to_come_may_be_today_but_not_over() -> None:
    assert coming_day(at(), "today", "due_on").isoformat() == "2026-11-26"
    assert coming_day(at(datetime(2026, 11, 26, 12, tzinfo=UTC), "Pacific/Auckland"), "tomorrow", "due_on").day == 28
    for said in ("yesterday", "2026-11-01", "in 9999 years", "someday"):
        with pytest.raises(InvalidError):
            coming_day(at(), said, "due_on")


OWN = [
    Own(str(place), name)
    for place, name in enumerate(["Drink water", "Morning meditation", "Evening walk", "Morning run"])
]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("drink water", "Drink water"),
        ("Water", "Drink water"),
        ("my water habit", "Drink water"),
        ("meditation", "Morning meditation"),
        ("meditating", "Morning meditation"),
        ("medtation", "Morning meditation"),
        ("morning run", "Morning run"),
        ("the walk", "Evening walk"),
    ],
)
def test_which_is_meant(said: str, name: str) -> None:
    found, choices = meant(said, OWN)
    assert found is not None
    assert (found.name, choices) == (name, [])


def test_what_may_be_two_things_is_asked_about() -> None:
    found, choices = meant("morning", OWN)
    assert found is None
    assert set(choices) >= {"Morning meditation", "Morning run"}
    assert len(choices) <= 4


def test_what_is_nothing_of_theirs_offers_what_they_have() -> None:
    found, choices = meant("piano", OWN)
    assert (found, set(choices)) == (None, {own.name for own in OWN})
    assert meant("piano", []) == (None, [])


@given(st.lists(st.text("abc xyz", min_size=1, max_size=12), max_size=5, unique=True), st.text(max_size=12))
def test_any_words_are_answered(names: list[str], said: str) -> None:
    found, choices = meant(said, [Own(name, name) for name in names])
    assert found is None or (found.name in names and not choices)
    assert set(choices) <= set(names)
