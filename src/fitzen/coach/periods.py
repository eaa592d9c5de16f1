"""The span of days that a phrase names, for this user: `last week`, `past 30 days`, `october`, `since 1 october`.

Weeks run from Monday to Sunday. "Last week" is the one before this; "last 7 days" and "past week" end today; so many
months back are so many twelfths of a year: the past month is 30 days. What lies ahead is cut off: a span ends today at
the latest. Small slips of the finger are forgiven.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from fitzen.coach import period_words
from fitzen.coach.period_words import MONTHS, NUMBERS, UNITS, WEEKDAYS
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
        """Write it as `3 to 9 Oct 2026`, `October 2026`, `2025`, `26 Nov 2026` or, of ever, `all of your log`."""
        if self.is_ever:
            return "all of your log"
        if self == _year(self.first.year):
            return str(self.first.year)
        if self == _month(self.first):
            return f"{self.first:%B %Y}"
        last = day_in_words(self.last.isoformat())
        if self.first == self.last:
            return last
        if self.first.year != self.last.year:
            return f"{day_in_words(self.first.isoformat())} to {last}"
        month = "" if self.first.month == self.last.month else f" {self.first:%b}"
        return f"{self.first.day}{month} to {last}"


_KNOWN = sorted(
    {
        *WEEKDAYS, *MONTHS, *UNITS, *(f"{unit}s" for unit in UNITS), *(word for word in NUMBERS if " " not in word),
        "today", "yesterday", "last", "past", "previous", "this", "current", "since", "from", "until", "till", "til", "to",
        "between", "and", "through", "before", "ago", "weekend", "weekends", "ever", "always", "overall", "total",
        "everything", "whole", "all", "time", "so", "far", "of", "the", "in", "on", "for", "over", "during", "within", "my",
        "log", "beginning", "start", "throughout", "across", "half", "first", "second", "third", "fourth", "quarter", "week",
        "starting", "commencing", "fortnight", "fortnights",
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
    counted = re.sub(r"\b(?:a )?fortnights?\b", "two weeks", mended)
    return period_words.FILLER.sub("", f"{counted} ").strip()


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
    said = period_words.FILLER.sub("", text.strip())
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


LONGEST_MONTH = 31
ORDINALS = ("first", "second", "third", "fourth")


def _quarter(day: date) -> Period:
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return Period(first, _month(first + 64 * DAY).last)


def _named_quarter(match: re.Match[str], today: date) -> Period:
    """Return the latest quarter of that number that has begun."""
    number = int(match[1]) if match[1] else ORDINALS.index(match[2]) + 1
    first = date(int(match[3] or today.year), 3 * number - 2, 1)
    return _quarter(first if match[3] or first <= today else first.replace(year=first.year - 1))


def _half(match: re.Match[str], today: date) -> Period:
    """Return the first or second half of a month, the first 15 days of it, or of a year, the first six months."""
    said = match[2]
    whole = _span(said if said.startswith("last ") or said not in ("month", "year") else f"this {said}", today)
    middle = date(whole.first.year, 7, 1) if whole.days > LONGEST_MONTH else whole.first + 15 * DAY
    return Period(whole.first, middle - DAY) if match[1] == "first" else Period(middle, whole.last)


def _week_of_month(match: re.Match[str], today: date) -> Period:
    """Return seven days of a month, counted from its first; of the last week, its last seven."""
    month = _span(match[2], today)
    if match[1] == "last":
        return Period(month.last - 6 * DAY, month.last)
    first = month.first + ORDINALS.index(match[1]) * WEEK * DAY
    return Period(first, first + 6 * DAY)


def _day_of_month(day: int, today: date) -> date:
    """Return the latest day of that number that has come."""
    for back in range(MONTHS_A_YEAR):
        month = _month(_months_ago(today, back))
        if day <= month.last.day and (found := month.first.replace(day=day)) <= today:
            return found
    raise ValueError(day)


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
        (rf"({period_words.COUNT}) days? ago", lambda match, today: _of_day(today - _number(match[1]) * DAY)),
        (rf"(?:last|past|previous) ({period_words.COUNT}) (day|week|month|year|weekend)s?", _last_units),
        (rf"({period_words.COUNT}) (week|month|year)s? ago", _units_ago),
        (r"(?:this|current) (week|month|year|weekend)", _this),
        (r"()weekend", lambda _, today: _weekend(today, 0)),
        (r"(?:last|previous) (week|month|year|weekend)|past (?P<past>weekend)", lambda match, today: _last(match, today) if match[1] else _weekend(today, 0)),
        (r"past (week|month|year)", _past),
        (r"(?:(last|previous)|this) quarter", lambda match, today: _quarter(_months_ago(today, 3) if match[1] else today)),
        (r"(?:q([1-4])|(first|second|third|fourth) quarter)(?:(?: of)? (\d{4}))?", _named_quarter),
        (rf"(first|second) half of (?:the |this )?((?:last )?(?:month|year)|\d{{4}}|{period_words.MONTH}(?: \d{{4}})?)", _half),
        (rf"(first|second|third|fourth|last) week (?:of|in) ({period_words.MONTH}(?: \d{{4}})?)", _week_of_month),
        (r"week before last", lambda _, today: _week(today - 2 * WEEK * DAY)),
        (r"month before last", lambda _, today: _month(_months_ago(today, 2))),
        (rf"week (?:of|starting|beginning|commencing) (?:the )?({period_words.A_DAY})", lambda match, today: _week(_span(match[1], today).first)),
        (r"(\d{4}-\d\d-\d\d)", lambda match, _: _of_day(date.fromisoformat(match[1]))),
        (r"(\d{1,2})(?:st|nd|rd|th)", lambda match, today: _of_day(_day_of_month(int(match[1]), today))),
        (rf"(\d{{1,2}}){period_words.TH}(?: of)? ({period_words.MONTH})(?: (\d{{4}}))?", lambda match, today: _of_day(_dated(int(match[1]), MONTHS[match[2]], match[3], today))),
        (rf"({period_words.MONTH}) (\d{{1,2}}){period_words.TH}(?: (\d{{4}}))?", lambda match, today: _of_day(_dated(int(match[2]), MONTHS[match[1]], match[3], today))),
        (rf"(?:(last|this|past) )?({period_words.WEEKDAY})", _weekday),
        (rf"(?:(last|this|past) )?({period_words.MONTH})(?: (\d{{4}}))?", _named_month),
        (r"(\d{4})", lambda match, _: _year(int(match[1]))),
    )
)  # fmt: skip
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(period_words.EVER), lambda _, today: Period(EVER, today)),
    (re.compile(rf"since {period_words.START}({period_words.SPAN}|week|month|year)(?: on)?"), _since),
    (
        re.compile(
            rf"from {period_words.START}({period_words.SPAN})(?: on| onwards| until (?:now|today)| to (?:now|date))"
        ),
        _since,
    ),
    (re.compile(period_words.IN_MONTH), _days_of_month),
    (re.compile(period_words.AFTER_MONTH), _days_of_month),
    (re.compile(period_words.RANGE), _range),
    *_SPANS,
)
_FOUND = re.compile(
    rf"\b(?P<in>(?:(?:in|on|for|over|during|within|through|throughout|across) )(?:the )?)?(?P<period>"
    rf"{period_words.RANGES}|{period_words.ungrouped(period_words.RANGE)}|{period_words.EVER}|{period_words.SPAN})(?!\w)"
)
