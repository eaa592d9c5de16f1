"""The words that name spans of days, as parts of patterns; `periods.py` says which days they are."""

import re
from collections.abc import Mapping

NUMBERS = {
    "a": 1, "one": 1, "two": 2, "couple of": 2, "couple": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "thirty": 30, "ninety": 90,
}  # fmt: skip
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
UNITS = ("day", "week", "month", "year")


def _any(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?:{_any(MONTHS)})\b"
WEEKDAY = rf"(?:{_any(WEEKDAYS)})\b"
TH = r"(?:st|nd|rd|th)?"
COUNT = rf"(?:\d{{1,4}}|{_any(NUMBERS)})"
A_DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}{TH}(?: of)? {MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}{TH}\b(?:,? \d{{4}})?"
    rf"|today|yesterday|day before yesterday|{COUNT} days? ago|(?:last |this |past )?{WEEKDAY})"
)
PART = (
    rf"(?:(?:first|second) half of (?:the |last |this )?(?:month|year|\d{{4}}|{MONTH}(?: \d{{4}})?)"
    rf"|(?:first|second|third|fourth|last) week (?:of|in) {MONTH}(?: \d{{4}})?)"
)
QUARTER = (
    r"(?:(?:first|second|third|fourth) quarter(?: (?:of )?\d{4})?|q[1-4](?: \d{4})?|(?:last|this|previous) quarter)"
)
WEEK_OF = rf"week (?:of|starting|beginning|commencing) (?:the )?{A_DAY}"
SPAN = (
    rf"(?:(?:last|past|previous) {COUNT} (?:day|week|month|year|weekend)s?|{COUNT} (?:week|month|year)s? ago"
    r"|(?:this|last|past|previous|current) (?:week|month|year|weekend)|week before last|month before last|weekend"
    rf"|(?:last |this |past )?{MONTH}(?: \d{{4}})?(?! \d)|{PART}|{QUARTER}|{WEEK_OF}|{A_DAY}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)|\d{{4}}(?!-))"
)
EVER = r"(?:ever|all time|of all time|all-time|always|in total|overall|so far|everything|whole log|all my log|all)"
FILLER = re.compile(r"^(?:(?:in|on|for|over|during|within|through|throughout|across|of|the|my|month of|year) )+")
START = r"(?:the )?(?:(?:beginning|start) of )?(?:the )?"
RANGE = (
    rf"(?:from |between )?(?:the )?({SPAN})(?: ?\.\. ?| (?:to|until|till|til|through|and|-|\u2013) )(?:the )?({SPAN})"
)
IN_MONTH = (
    rf"(?:from |between )?(?:the )?(\d{{1,2}}){TH} ?(?:-|\u2013|\.\.|to|until|and) ?(?:the )?(\d{{1,2}}){TH}(?: of)? ({MONTH})"
    r"(?: (\d{4}))?"
)
AFTER_MONTH = (
    rf"(?:from |between )?({MONTH}) (\d{{1,2}}){TH} ?(?:-|\u2013|\.\.|to|until|and) ?(\d{{1,2}}){TH}\b(?:,? (\d{{4}}))?"
)


def ungrouped(pattern: str) -> str:
    """Return a pattern whose groups capture nothing, to be a part of another."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


RANGES = (
    rf"since {START}(?:{SPAN}|week|month|year)|from {START}{SPAN} on\b|{ungrouped(IN_MONTH)}|{ungrouped(AFTER_MONTH)}"
)
"""A part of a pattern: what says where a span begins, or begins and ends."""
SINGLE = rf"{PART}|(?:the )?{QUARTER}|(?:the )?{WEEK_OF}"
"""A part of a pattern: spans that are called by several words."""
