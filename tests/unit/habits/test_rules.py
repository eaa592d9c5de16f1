"""The rules of habits, a rule a test, in days that a person can count."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.habits import rules, state
from fitzen.habits.models import HabitBody, TimeOff
from fitzen.habits.rules import Plan, Tally
from fitzen.science.habits import strength_after
from fitzen.web.parsing import check

MONDAY = date(2026, 11, 2).toordinal()


def plan(**fields: Any) -> Plan:
    habit = {"name": "x", "schedule": {"type": "daily"}, "start_on": "2026-11-02", **fields}
    return Plan(check(HabitBody, habit))


def pause(first: int, last: int | None = None) -> dict[str, str]:
    end = {} if last is None else {"to": date.fromordinal(MONDAY + last).isoformat()}
    return {"from": date.fromordinal(MONDAY + first).isoformat(), **end}


def tally(habit: Plan, days: list[int] | dict[int, float | None], today: int) -> Tally:
    """What check-ins on days after that Monday come to."""
    values = dict.fromkeys(days) if isinstance(days, list) else days
    checkins = {MONDAY + day: value for day, value in values.items()}
    return rules.as_of(habit, Tally(), checkins, rules.monday(habit.first), MONDAY + today)


def test_today_adds_once_done_and_breaks_only_when_it_is_over() -> None:
    assert tally(plan(), [0, 1, 2], 2).run == 3
    assert tally(plan(), [0, 1, 2], 3).run == 3, "today is not over"
    missed = tally(plan(), [0, 1, 2], 4)
    assert (missed.run, missed.longest) == (0, 3)


def test_a_day_that_is_not_in_the_schedule_neither_adds_nor_breaks() -> None:
    by_days = plan(schedule={"type": "weekdays", "days": [1, 3, 5]})
    assert tally(by_days, [0, 2, 4, 7], 7).run == 4
    assert tally(by_days, [0, 1, 2, 3, 4, 5, 6, 7], 7).run == 4


def test_a_pause_neither_adds_nor_breaks() -> None:
    assert tally(plan(pauses=[pause(2, 4)]), [0, 1, 5], 5).run == 3
    assert tally(plan(pauses=[pause(2, 4)]), [0, 1, 2, 3, 5], 5).run == 3, "what is done in it does not count"
    assert tally(plan(pauses=[pause(2)]), [0, 1], 300).run == 2, "until further notice"


def test_strength_rests_while_the_habit_rests() -> None:
    assert tally(plan(pauses=[pause(2)]), [0, 1], 300).score == tally(plan(), [0, 1], 2).score


def test_times_a_week_are_counted_in_weeks() -> None:
    weekly = plan(schedule={"type": "times_per_week", "count": 3})
    assert tally(weekly, [0, 1, 6, 7, 8, 9], 10).run == 2
    assert tally(weekly, [0, 1, 6, 7, 8], 13).run == 1, "the week is not over"
    missed = tally(weekly, [0, 1, 6, 7, 8], 14)
    assert (missed.run, missed.longest) == (0, 1)


def test_a_week_with_a_rest_in_it_can_succeed_but_not_be_missed() -> None:
    weekly = plan(schedule={"type": "times_per_week", "count": 2}, pauses=[pause(8, 9)])
    assert tally(weekly, [0, 1, 7, 14, 15], 21).run == 2
    assert tally(weekly, [0, 1, 7, 10, 14, 15], 21).run == 3


def test_the_week_that_it_starts_in_cannot_be_missed() -> None:
    weekly = plan(schedule={"type": "times_per_week", "count": 3}, start_on="2026-11-06")
    assert tally(weekly, [5, 7, 8, 9], 14).run == 1
    assert tally(weekly, [5, 7, 8, 9], 14).score > 0


def test_a_target_is_reached_or_missed_and_what_was_done_still_counts_for_strength() -> None:
    water = plan(target={"value": 2000, "unit": "ml"})
    assert tally(water, {0: 2000, 1: 2500}, 2).run == 2
    assert tally(water, {0: 2000, 1: 1999}, 2).run == 0
    assert tally(water, {0: 2000, 1: 1000}, 2).score > tally(water, {0: 2000}, 2).score
    assert tally(water, {0: 2000, 1: None}, 2).run == 2, "done without saying how much"


def test_a_habit_to_quit_succeeds_each_day_that_ends_without_a_slip() -> None:
    smoking = plan(kind="quit")
    assert tally(smoking, [], 5).run == 5
    slipped = tally(smoking, {3: 2}, 5)
    assert (slipped.run, slipped.longest, slipped.slip) == (1, 3, MONDAY + 3)
    assert tally(smoking, {5: None}, 5).run == 0, "a slip today breaks at once"
    assert tally(smoking, {5: 0}, 5).run == 6, "a day that was said to be clean adds at once"


def test_a_habit_to_quit_may_allow_some() -> None:
    coffee = plan(kind="quit", target={"value": 2, "unit": "cups"})
    assert tally(coffee, {0: 2, 1: 3, 2: 1}, 3).run == 1


def test_nothing_is_due_from_the_archiving_on() -> None:
    assert tally(plan(archived_on="2026-11-04"), [0, 1], 300).run == 2


def test_a_check_in_of_a_day_that_has_not_come_counts_when_it_comes() -> None:
    assert tally(plan(), [0, 1, 2], 1).run == 2
    assert tally(plan(schedule={"type": "times_per_week", "count": 2}), [0, 1], 0).run == 0


def test_one_miss_takes_a_little_strength_and_never_all() -> None:
    before = tally(plan(), list(range(100)), 99)
    after = tally(plan(), list(range(100)), 101)
    assert before.score > 98
    assert 0.95 * before.score < after.score < before.score


@given(st.floats(0, 100), st.floats(0, 1), st.integers(1, 7))
def test_strength_stays_in_its_range_and_moves_towards_what_was_done(
    strength: float, share: float, planned: int
) -> None:
    after = strength_after(strength, share, planned)
    assert min(strength, 100 * share) <= after <= max(strength, 100 * share)
    assert after > 0 or strength < 1e-300


@pytest.mark.parametrize("bad", [(-1, 1, 1), (101, 1, 1), (50, -0.1, 1), (50, 1.1, 1), (50, 1, 0), (50, 1, 8)])
def test_strength_of_what_cannot_be_is_an_error(bad: tuple[float, float, int]) -> None:
    with pytest.raises(ValueError, match="strength is 0 to 100"):
        strength_after(*bad)


off = st.tuples(st.integers(0, 30), st.integers(0, 10)).map(
    lambda pair: check(TimeOff, pause(pair[0], pair[0] + pair[1]))
)


@given(st.lists(off, max_size=6), st.lists(off, max_size=6))
def test_spans_cover_the_same_days_and_their_first_difference_is_the_first(
    one: list[TimeOff], other: list[TimeOff]
) -> None:
    def covered(every: list[TimeOff]) -> set[int]:
        return {day for each in every if each.to for day in range(each.from_.toordinal(), each.to.toordinal() + 1)}

    merged = rules.spans(one)
    assert {day for first, last in merged for day in range(first, last + 1)} == covered(one)
    assert all(mine[1] + 1 < its[0] for mine, its in pairwise(merged)), "none touch"
    different = covered(one) ^ covered(other)
    assert rules.first_difference(merged, rules.spans(other)) == (min(different) if different else None)


@given(st.sets(st.integers(0, 400), min_size=1, max_size=60), st.data())
def test_a_change_of_one_day_is_the_same_as_from_scratch_or_says_that_it_cannot_tell(
    days: set[int], data: st.DataObject
) -> None:
    day = data.draw(st.one_of(st.integers(0, 400), st.sampled_from(sorted(days)), st.just(max(days))))
    habit = plan(schedule={"type": "times_per_week", "count": 2})
    checkins: dict[int, float | None] = {MONDAY + each: None for each in days}
    kept = state.from_scratch(habit, checkins)
    rest = {each: value for each, value in checkins.items() if each != MONDAY + day}
    every: list[dict[int, float | None]] = [{}, {MONDAY + day: None}]
    for said in every:
        after = state.changed(habit, kept, MONDAY + day, said)
        assert after is None or after == state.from_scratch(habit, rest | said)
        assert after is not None or not said or day < max(days), "the usual case reads nothing"


def test_a_week_begins_on_monday() -> None:
    assert [rules.monday(MONDAY + day) - MONDAY for day in (-1, 0, 6, 7)] == [-7, 0, 0, 7]
    assert date.fromordinal(MONDAY) + timedelta(days=6) == date(2026, 11, 8)


@given(
    st.booleans(),
    st.lists(st.integers(1, 7), min_size=1, max_size=7, unique=True),
    st.lists(st.tuples(st.integers(-20, 90), st.integers(0, 12)), max_size=3),
    st.dictionaries(st.integers(0, 40), st.just(None), max_size=5),
    st.integers(0, 400),
)
def test_days_without_a_checkin_add_up_to_what_they_come_to_one_by_one(
    quits: bool,
    weekdays: list[int],
    rests: list[tuple[int, int]],
    checked: dict[int, float | None],
    today: int,
) -> None:
    schedule = {"type": "weekdays", "days": weekdays}
    pauses = [pause(first, first + length) for first, length in rests]
    habit = plan(kind="quit" if quits else "build", schedule=schedule, pauses=pauses)
    checkins = {MONDAY + day: value for day, value in checked.items()}
    start, now = rules.monday(habit.first), MONDAY + today
    found = rules.as_of(habit, Tally(), checkins, start, now)
    each = rules.add_up(habit, Tally(), checkins, start, now)
    share = habit.current({day: value for day, value in checkins.items() if day <= now}, now)
    each = each.after([] if share is None else [share], 1)
    assert (found.run, found.longest) == (each.run, each.longest)
    assert found.score == pytest.approx(each.score, abs=1e-9)
    assert habit.count_days(start, now) == len(habit.days(start, now))
