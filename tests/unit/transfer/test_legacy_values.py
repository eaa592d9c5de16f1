"""What pandas makes of values, read back; and what cannot be read back is said, never guessed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.habits import weekdays


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("34612345678.0", "US", "+34612345678"),
        ("34612345678", "US", "+34612345678"),
        ("34612345678.", "ES", "+34612345678"),
        ("1.2025550123e+10", "US", "+12025550123"),
        ("1.2025550120E+10", "US", "+12025550120"),
        ("12025550123", "ES", "+12025550123"),
        ("2025550123.0", "US", "+12025550123"),
        ("612345678.0", "ES", "+34612345678"),
        ("+34 612 34 56 78", "US", "+34612345678"),
        ("(202) 555-0123", "US", "+12025550123"),
        (" +33 6 12 34 56 78 ", "US", "+33612345678"),
    ],
)
def test_a_phone_that_became_a_float_is_a_phone_again(text: str, region: str, expected: str) -> None:
    assert values.phone(region)(text).value == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3.46E+10", "lost"),
        ("1.202555012E+10", "lost"),
        ("4.9151123457e+12", "lost"),
        ("3.46123E+10", "lost"),
        ("1e+300", "lost"),
        ("1e+999999999", "lost"),
        ("1.5e-3", "not a phone"),
        ("12345", "not a phone"),
        ("-34612345678.0", "not a phone"),
        ("inf", "not a phone"),
        ("call me", "not a phone"),
        ("1.55512345671e+10", "not a phone"),
    ],
)
def test_what_is_no_phone_any_more_is_said(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        values.phone("US")(text)


@given(st.sampled_from(["+34612345678", "+12025550123", "+33612345678", "+447911123456", "+4915112345678"]))
def test_every_number_survives_being_a_float(number: str) -> None:
    assert values.phone("US")(str(float(number))).value == number
    for form in (f"{float(number):.14e}", f"{float(number):.{len(number) - 2}E}"):
        assert values.phone("US")(form).value == number


def test_a_phone_that_can_be_two_is_not_guessed() -> None:
    """As dialled in Germany, and as dialled from abroad."""
    with pytest.raises(ValueError, match="can be"):
        values.phone("DE")("441512345678")


@pytest.mark.parametrize("text", ["True", "true", "TRUE", "1", "1.0", "yes", " t "])
def test_ways_to_say_yes(text: str) -> None:
    assert values.flag(text) is True


@pytest.mark.parametrize("text", ["False", "false", "0", "0.0", "no"])
def test_ways_to_say_no(text: str) -> None:
    assert values.flag(text) is False


def test_perhaps_is_no_flag() -> None:
    with pytest.raises(ValueError, match="true or false"):
        values.flag("perhaps")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-01 07:45:00", datetime(2024, 6, 1, 7, 45, tzinfo=UTC)),
        ("2024-06-01T07:45:00Z", datetime(2024, 6, 1, 7, 45, tzinfo=UTC)),
        ("2024-06-01 09:45:00.5+02:00", datetime(2024, 6, 1, 7, 45, 0, 500_000, tzinfo=UTC)),
        ("2024-06-01", datetime(2024, 6, 1, tzinfo=UTC)),
    ],
)
def test_times(text: str, expected: datetime) -> None:
    assert values.aware(values.time(text)) == expected


@pytest.mark.parametrize("text", ["2024-13-01", "1717227900.0", "yesterday", "0001-01-01", "2024-02-30 10:00:00"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match=r"time|year"):
        values.time(text)


@pytest.mark.parametrize(("text", "expected"), [("12.0", "12"), ("12", "12"), (" a-b ", "a-b"), ("12.50", "12.50")])
def test_old_ids_have_one_form(text: str, expected: str) -> None:
    assert values.old_id(text) == expected


def test_a_uuid_is_the_same_however_it_is_written() -> None:
    text = "C0FFEE00-1234-4ABC-8DEF-0123456789AB"
    assert values.old_id(text) == values.old_id(text.lower()) == values.old_id(text.replace("-", ""))


@pytest.mark.parametrize(
    "text", ['["a", "b"]', "['a', 'b']", "('a', 'b')", "a, b", "a;b", "a\nb", '{"a": true, "b": 1, "c": false}']
)
def test_lists_however_they_are_written(text: str) -> None:
    assert values.entries(text) == ["a", "b"]


def test_entries_with_commas_stay_whole_in_lines() -> None:
    assert values.lines("1 tbsp oil, extra virgin\n2 eggs") == ["1 tbsp oil, extra virgin", "2 eggs"]
    assert values.lines('[{"name": "oats", "amount": "80 g"}]') == ["oats 80 g"]


@pytest.mark.parametrize("text", ["[1, 2", "__import__('os')", "[__import__('os').system('x')]", "(" * 5000])
def test_what_looks_like_code_is_not_run(text: str) -> None:
    if text.startswith("__"):
        assert values.entries(text) == [text]
    else:
        with pytest.raises(ValueError, match="not a list"):
            values.entries(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('["monday", "Wed", "FRI"]', [1, 3, 5]),
        ("tues, thurs", [2, 4]),
        ("[1, 3, 7]", [1, 3, 7]),
        ("[2.0, 2.0]", [2]),
        ("3", 3),
        ("3.0", 3),
    ],
)
def test_days_of_the_week(text: str, expected: list[int] | int) -> None:
    assert weekdays(text) == expected


@pytest.mark.parametrize("text", ["[0, 3]", "someday", "[8]"])
def test_what_is_no_day_of_the_week(text: str) -> None:
    with pytest.raises(ValueError, match=r"day"):
        weekdays(text)


@given(st.text(max_size=60))
def test_nothing_that_a_cell_can_hold_breaks_a_reader(text: str) -> None:
    readers = [
        values.number, values.flag, values.time, values.entries, values.lines, values.old_id, values.email, weekdays,
        values.phone("US"), values.within(0, 1), values.short(10), values.one_of({"a": 1}),
    ]  # fmt: skip
    for read in readers:
        try:
            read(text)
        except ValueError:
            continue
