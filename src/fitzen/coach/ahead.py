"""Days that are still to come, in words: `tomorrow`, `friday`, `in 8 weeks`, `1 april`, `end of march`."""

import calendar
import re
from datetime import date, timedelta

from fitzen.coach.when import MONTHS, WEEKDAYS
from fitzen.words import NUMBERS

COUNTS = {"a": 1, "an": 1, **NUMBERS}
_NUMBER = rf"\d{{1,4}}|{'|'.join(COUNTS)}"
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*"
_FILLER = re.compile(r"^(?:by|on|until|till|before|for)\s+|\bthe\s+|\bof\s+|(?<=\d)(?:st|nd|rd|th)\b")
_IN = re.compile(
    rf"(?:in |within )?(?P<count>{_NUMBER}) (?P<unit>day|week|month|year)s?(?: from (?:now|today))?(?: time)?"
)
_WEEKDAY = re.compile(
    rf"(?P<next>next |this |coming )?(?P<day>{'|'.join(WEEKDAYS)}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)"
)
_DATE = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?")
_DATE_US = re.compile(rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?")
_END = re.compile(
    rf"(?P<which>end|start|beginning|middle) (?P<what>this month|next month|month|this year|next year|year|{_MONTH})(?: (?P<year>\d{{4}}))?"
)
_MONTH_ALONE = re.compile(rf"(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?")


def resolve(said: str, today: date) -> date:
    """Return the day that a phrase names, today at the earliest where it names no year. Raises ValueError on another."""
    text = _FILLER.sub("", _FILLER.sub("", re.sub(r"\s+", " ", said.strip().lower())))
    if text in _PLAIN:
        return today + timedelta(days=_PLAIN[text])
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(text):
            return reader(match, today)
    return date.fromisoformat(text)


_PLAIN = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "next week": 7}


def _after(match: re.Match[str], today: date) -> date:
    count = COUNTS.get(match["count"]) or int(match["count"])
    match match["unit"]:
        case "day":
            return today + timedelta(days=count)
        case "week":
            return today + timedelta(weeks=count)
        case "month":
            return _months_on(today, count)
        case _:
            return _months_on(today, 12 * count)


def _months_on(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _weekday(match: re.Match[str], today: date) -> date:
    wanted = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(match["day"][:3]))
    ahead = (wanted - today.weekday()) % 7
    return today + timedelta(days=ahead or (7 if match["next"] == "next " else 0))


def _date(match: re.Match[str], today: date) -> date:
    return _coming(_month(match["month"]), int(match["day"]), match["year"], today)


def _month(word: str) -> int:
    return MONTHS.index(word[:3]) + 1


def _coming(month: int, day: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _end(match: re.Match[str], today: date) -> date:
    first, last = _span(match, today)
    return {"end": last, "middle": first + (last - first) / 2}.get(match["which"], first)


def _span(match: re.Match[str], today: date) -> tuple[date, date]:
    """Return the first and the last day of a month or a year."""
    what = match["what"]
    if what.endswith("year"):
        year = today.year + (what == "next year")
        return date(year, 1, 1), date(year, 12, 31)
    if what.endswith("month"):
        found = _months_on(today.replace(day=1), int(what == "next month"))
        return found, _last(found)
    found = _coming_month(_month(what), match["year"], today)
    return found, _last(found)


def _coming_month(month: int, year: str | None, today: date) -> date:
    return date(int(year) if year else today.year + (month < today.month), month, 1)


def _last(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _whole_month(match: re.Match[str], today: date) -> date:
    """Read `by april` as its first day, and the month that it is as its last."""
    first = _coming_month(_month(match["month"]), match["year"], today)
    return first if first > today else _last(first)


_READERS = (
    (_IN, _after),
    (_WEEKDAY, _weekday),
    (_DATE, _date),
    (_DATE_US, _date),
    (_END, _end),
    (_MONTH_ALONE, _whole_month),
)
