"""The app reckons by itself when reminders come: its cases are what the rules here say."""

from tests.unit.reminders.cases import PATH, text


def test_the_apps_cases_are_up_to_date() -> None:
    assert PATH.read_text() == text(), "python -m tests.unit.reminders.cases"
