"""The span of days that a phrase names, for this user: `last week`, `past 30 days`, `october`, `since 1 october`.

Weeks run from Monday to Sunday. "Last week" is the one before this; "last 7 days" and "past week" end today; so many
months back are so many twelfths of a year: the past month is 30 days. What lies ahead is cut off: a span ends today at
the latest. Small slips of the finger are forgiven.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from fitzen.coach.wording import day_in_words
from fitzen.words import plain

DAY = timedelta(days=1)
WEEK, MONTHS_A_YEAR, YEAR_DAYS = 7, 12, 365
EVER = date(1970, 1, 1)
"""Where "ever" begins: nobody has logged anything before."""
SHORTEST, LONG = 3, 7
"""Words of fewer letters are never taken for slips, those of so many may have two, and one of three letters lacks one."""


class Period(NamedTuple):
    """First and last day, both included, in the person's time zone."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_ever(self) -> bool:
        return self.first == EVER

    def before(self) -> "Period":
        """Return what to compare it with: the span of the same length that ends where this begins.

        A month has the whole month before it; one that is not over, or a week, as many of the days of the one before.
        """
        if self.first.day == 1 and self.last <= _month(self.first).last:
            month = _month(self.first - DAY)
            whole = self.last == _month(self.first).last
            return month if whole else Period(month.first, min(month.last, month.first + (self.days - 1) * DAY))
        if self.first.weekday() == 0 and self.days < WEEK:
            return Period(self.first - WEEK * DAY, self.last - WEEK * DAY)
        return Period(self.first - self.days * DAY, self.first - DAY)

    def in_words(self) -> str:
        """Write it as `1 to 31 Oct 2026`, `26 Nov 2026` or, of ever, `all of your log`."""
        if self.is_ever:
            return "all of your log"
        last = day_in_words(self.last.isoformat())
        if self.first == self.last:
            return last
        if self.first.year != self.last.year:
            return f"{day_in_words(self.first.isoformat())} to {last}"
        month = "" if self.first.month == self.last.month else f" {self.first:%b}"
        return f"{self.first.day}{month} to {last}"


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


_MONTH = rf"(?:{_any(MONTHS)})\b"
_WEEKDAY = rf"(?:{_any(WEEKDAYS)})\b"
_TH = r"(?:st|nd|rd|th)?"
_COUNT = rf"(?:\d{{1,4}}|{_any(NUMBERS)})"
_DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}{_TH}(?: of)? {_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{1,2}}{_TH}\b(?:,? \d{{4}})?"
    rf"|today|yesterday|day before yesterday|{_COUNT} days? ago|(?:last |this |past )?{_WEEKDAY})"
)
_SPAN = (
    rf"(?:(?:last|past|previous) {_COUNT} (?:day|week|month|year|weekend)s?|{_COUNT} (?:week|month|year)s? ago"
    r"|(?:this|last|past|previous|current) (?:week|month|year|weekend)|week before last|month before last|weekend"
    rf"|(?:last |this |past )?{_MONTH}(?: \d{{4}})?(?! \d)|week of {_DAY}|{_DAY}|\d{{4}}(?!-))"
)
_EVER = r"(?:ever|all time|of all time|all-time|always|in total|overall|so far|everything|whole log|all my log|all)"
_FILLER = re.compile(r"^(?:(?:in|on|for|over|during|within|through|throughout|across|of|the|my|month of|year) )+")
_START = r"(?:the )?(?:(?:beginning|start) of )?(?:the )?"
_RANGE = (
    rf"(?:from |between )?(?:the )?({_SPAN})(?: ?\.\. ?| (?:to|until|till|til|through|and|-|\u2013) )(?:the )?({_SPAN})"
)
_IN_MONTH = rf"(?:from |between )?(\d{{1,2}}){_TH} ?(?:-|\u2013|\.\.|to|until|and) ?(\d{{1,2}}){_TH}(?: of)? ({_MONTH})(?: (\d{{4}}))?"
_AFTER_MONTH = (
    rf"(?:from )?({_MONTH}) (\d{{1,2}}){_TH} ?(?:-|\u2013|\.\.|to|until) ?(\d{{1,2}}){_TH}\b(?:,? (\d{{4}}))?"
)


def _ungrouped(pattern: str) -> str:
    """Return a pattern whose groups capture nothing, to be a part of another."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


_KNOWN = sorted(
    {
        *WEEKDAYS, *MONTHS, *UNITS, *(f"{unit}s" for unit in UNITS), *(word for word in NUMBERS if " " not in word),
        "today", "yesterday", "last", "past", "previous", "this", "current", "since", "from", "until", "till", "til", "to",
        "between", "and", "through", "before", "ago", "weekend", "weekends", "ever", "always", "overall", "total",
        "everything", "whole", "all", "time", "so", "far", "of", "the", "in", "on", "for", "over", "during", "within", "my",
        "log", "beginning", "start", "throughout", "across",
    }
)  # fmt: skip


def resolve(period: str, now: datetime) -> Period:
    """Say which days a phrase means. `now` is the user's local time.

    Raises ValueError, with a kind sentence, on what it does not know and on what is still to come.
    """
    said = _tidy(period)
    today = now.date()
    for pattern, read in _RULES:
        if match := pattern.fullmatch(said):
            found = _read(read, match, today, period)
            if found.first > today:
                raise ValueError(f"“{period}” is still to come.")
            return Period(found.first, min(found.last, today))
    raise ValueError(_unknown(period))


def extract(text: str, now: datetime) -> tuple[str | None, str]:
    """Find the span of days in a lower-case phrase; return its words, as `resolve` takes them, and the phrase without them."""
    for match in _FOUND.finditer(text):
        words = match["period"]
        if match["in"] is None and words in _ALSO_WORDS:
            continue
        try:
            resolve(words, now)
        except ValueError:
            continue
        rest = re.sub(r"\s+", " ", f"{text[: match.start()]} {text[match.end() :]}").strip()
        return words, rest
    return None, text


_ALSO_WORDS = frozenset({"may", "mar", "march", "sun", "sat", "wed", "mon", "all", "so far", "everything", "always"})
"""Bare, these mostly mean something else; after `in` or `on` they are days."""


def _tidy(text: str) -> str:
    """Bring a phrase to one form: lower case, no fillers in front, slips of the finger mended."""
    said = re.sub(r"[?!,;“”\"']|(?<!\.)\.(?!\.)", " ", plain(text)).split()
    mended = " ".join(_mended(word) for word in said)
    return _FILLER.sub("", f"{mended} ").strip()


def _mended(word: str) -> str:
    if len(word) < SHORTEST or not word.isalpha() or word in _KNOWN:
        return word
    known = [each for each in _KNOWN if each[0] == word[0] and (len(word) > SHORTEST or len(each) > SHORTEST)]
    near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=2 if len(word) >= LONG else 1)
    return str(near[0]) if near else word


def _read(read: "Reader", match: re.Match[str], today: date, period: str) -> Period:
    try:
        found = read(match, today)
    except (ValueError, OverflowError):
        raise ValueError(_unknown(period)) from None
    if found.first > found.last:
        raise ValueError(f"“{period}” ends before it begins.")
    return found


def _unknown(period: str) -> str:
    return (
        f"I cannot tell which days “{period}” means."
        " Say it like “last week”, “past 30 days”, “october”, “since 1 october” or “2026-10-01..2026-10-31”."
    )


type Reader = Callable[[re.Match[str], date], Period]


def _span(text: str, today: date) -> Period:
    """Read a span that is no range."""
    said = _FILLER.sub("", text.strip())
    for pattern, read in _SPANS:
        if match := pattern.fullmatch(said):
            return read(match, today)
    raise ValueError(text)


def _range(match: re.Match[str], today: date) -> Period:
    first, last = _span(match[1], today).first, _span(match[2], today).last
    if first > last and not re.search(r"\d{4}", match[1]):
        first = first.replace(year=first.year - 1)
    return Period(first, last)


def _days_of_month(match: re.Match[str], today: date) -> Period:
    month, year, first, last = match[3], match[4], match[1], match[2]
    if not first.isdecimal():
        month, first, last = match[1], match[2], match[3]
    begun = _dated(int(first), MONTHS[month], year, today)
    return Period(begun, date(begun.year, begun.month, int(last)))


def _since(match: re.Match[str], today: date) -> Period:
    said = match[1]
    return Period(_month_or_year(said, today) or _span(said, today).first, today)


def _month_or_year(said: str, today: date) -> date | None:
    """Return where `the week`, `the month` or `the year` began."""
    starts = {"week": today - today.weekday() * DAY, "month": today.replace(day=1), "year": date(today.year, 1, 1)}
    return starts.get(said)


def _of_day(day: date) -> Period:
    return Period(day, day)


def _month(day: date) -> Period:
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def _week(day: date) -> Period:
    monday = day - day.weekday() * DAY
    return Period(monday, monday + 6 * DAY)


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _weekend(today: date, back: int) -> Period:
    """Return the Saturday and Sunday of this week, if they have begun, else those before; `back` more weeks ago."""
    saturday = today - ((today.weekday() - 5) % WEEK + back * WEEK) * DAY
    return Period(saturday, saturday + DAY)


def _months_ago(today: date, months: int) -> date:
    """Return the first day of the month so many months before."""
    index = today.year * MONTHS_A_YEAR + today.month - 1 - months
    return date(index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1, 1)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else NUMBERS[text]


def _last_units(match: re.Match[str], today: date) -> Period:
    """So many days, weeks, months or years that end today."""
    count, unit = _number(match[1]), match[2]
    if unit == "weekend":
        return Period(_weekend(today, count - 1).first, today)
    days = {"day": count, "week": count * WEEK, "year": count * YEAR_DAYS}
    return Period(today - (days.get(unit, round(count * YEAR_DAYS / MONTHS_A_YEAR)) - 1) * DAY, today)


def _past(match: re.Match[str], today: date) -> Period:
    """`Past week` ends today."""
    days = {"week": WEEK, "month": round(YEAR_DAYS / MONTHS_A_YEAR), "year": YEAR_DAYS}
    return Period(today - (days[match[1]] - 1) * DAY, today)


def _units_ago(match: re.Match[str], today: date) -> Period:
    """Return the whole week, month or year that was so many ago."""
    count, unit = _number(match[1]), match[2]
    if unit == "week":
        return _week(today - count * WEEK * DAY)
    return _month(_months_ago(today, count)) if unit == "month" else _year(today.year - count)


def _this(match: re.Match[str], today: date) -> Period:
    unit = match[1]
    if unit == "weekend":
        return _weekend(today, 0)
    return _week(today) if unit == "week" else _month(today) if unit == "month" else _year(today.year)


def _last(match: re.Match[str], today: date) -> Period:
    unit = match[1]
    if unit == "weekend":
        return _weekend(today, int(today.weekday() >= WEEK - 2))
    if unit == "week":
        return _week(today - WEEK * DAY)
    return _month(_months_ago(today, 1)) if unit == "month" else _year(today.year - 1)


def _named_month(match: re.Match[str], today: date) -> Period:
    """Return the latest month of that name that has begun; `last october` is one that is over."""
    which, month, year = match[1], MONTHS[match[2]], match[3]
    if year:
        return _month(date(int(year), month, 1))
    begun = month < today.month or (month == today.month and which != "last")
    return _month(date(today.year if begun else today.year - 1, month, 1))


def _weekday(match: re.Match[str], today: date) -> Period:
    back = (today.weekday() - WEEKDAYS[match[2]]) % WEEK
    return _of_day(today - (back or (WEEK if match[1] == "last" else 0)) * DAY)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    """Return that day of the year, or the latest one that is not to come."""
    if year:
        return date(int(year), month, day)
    for back in range(5):
        try:
            found = date(today.year - back, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError(day)


_SPANS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"today", lambda _, today: _of_day(today)),
        (r"yesterday", lambda _, today: _of_day(today - DAY)),
        (r"day before yesterday", lambda _, today: _of_day(today - 2 * DAY)),
        (rf"({_COUNT}) days? ago", lambda match, today: _of_day(today - _number(match[1]) * DAY)),
        (rf"(?:last|past|previous) ({_COUNT}) (day|week|month|year|weekend)s?", _last_units),
        (rf"({_COUNT}) (week|month|year)s? ago", _units_ago),
        (r"(?:this|current) (week|month|year|weekend)", _this),
        (r"()weekend", lambda _, today: _weekend(today, 0)),
        (r"(?:last|previous) (week|month|year|weekend)|past (?P<past>weekend)", lambda match, today: _last(match, today) if match[1] else _weekend(today, 0)),
        (r"past (week|month|year)", _past),
        (r"week before last", lambda _, today: _week(today - 2 * WEEK * DAY)),
        (r"month before last", lambda _, today: _month(_months_ago(today, 2))),
        (rf"week of (?:the )?({_DAY})", lambda match, today: _week(_span(match[1], today).first)),
        (r"(\d{4}-\d\d-\d\d)", lambda match, _: _of_day(date.fromisoformat(match[1]))),
        (rf"(\d{{1,2}}){_TH}(?: of)? ({_MONTH})(?: (\d{{4}}))?", lambda match, today: _of_day(_dated(int(match[1]), MONTHS[match[2]], match[3], today))),
        (rf"({_MONTH}) (\d{{1,2}}){_TH}(?: (\d{{4}}))?", lambda match, today: _of_day(_dated(int(match[2]), MONTHS[match[1]], match[3], today))),
        (rf"(?:(last|this|past) )?({_WEEKDAY})", _weekday),
        (rf"(?:(last|this|past) )?({_MONTH})(?: (\d{{4}}))?", _named_month),
        (r"(\d{4})", lambda match, _: _year(int(match[1]))),
    )
)  # fmt: skip
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(_EVER), lambda _, today: Period(EVER, today)),
    (re.compile(rf"since {_START}({_SPAN}|week|month|year)(?: on)?"), _since),
    (re.compile(rf"from {_START}({_SPAN})(?: on| onwards| until (?:now|today)| to (?:now|date))"), _since),
    (re.compile(_IN_MONTH), _days_of_month),
    (re.compile(_AFTER_MONTH), _days_of_month),
    (re.compile(_RANGE), _range),
    *_SPANS,
)
_FOUND = re.compile(
    rf"\b(?P<in>(?:(?:in|on|for|over|during|within|through|throughout|across) )(?:the )?)?(?P<period>"
    rf"since {_START}(?:{_SPAN}|week|month|year)|from {_START}{_SPAN} on\b|{_ungrouped(_IN_MONTH)}|{_ungrouped(_AFTER_MONTH)}"
    rf"|{_ungrouped(_RANGE)}|{_EVER}|{_SPAN})(?!\w)"
)
