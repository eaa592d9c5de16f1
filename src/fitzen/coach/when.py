"""The day and the time of day that a phrase names, and when that was for this user."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from fitzen.words import NUMBERS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PARTS = {
    "morning": "08:00",
    "noon": "12:00",
    "lunchtime": "12:30",
    "lunch": "12:30",
    "afternoon": "15:00",
    "evening": "19:00",
    "tonight": "19:00",
    "night": "20:00",
}
NOON = time(12)

_DAY_NAME = rf"(?:{'|'.join(WEEKDAYS)}|(?<=on |st )(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun))"
_MONTH_NAME = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PART = rf"(?:{'|'.join(PARTS)})"
DAYS = re.compile(
    rf"\b(?:(?:on )?(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?:on )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH_NAME})(?: (?P<year>\d{{4}}))?\b"
    rf"|(?:on )?(?P<month2>{_MONTH_NAME}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<year2>\d{{4}}))?"
    r"|(?P<before>the day before yesterday)|(?P<yesterday>yesterday|last night)|(?P<today>today(?:'s)?)"
    rf"|(?P<ago>\d+|{'|'.join(NUMBERS)}) days? ago|(?:(?P<last>last )|this |on )?(?P<weekday>{_DAY_NAME})(?:'s)?\b)"
)
TIMES = re.compile(
    r"\b(?:at |around |about )?(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>am|pm|a\.m\.|p\.m\.)(?![a-z])"
    r"|(?:(?<=at )|(?<=around ))(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?! ?(?:/|per|pace|min))\b"
    r"|(?<=at )(?P<clock>[1-9]|1[0-2]) o'clock)"
)
PART_OF_DAY = re.compile(rf"\b(?:(?:this|in the|on|at|before|over|during) )?(?:the )?(?P<part>(?<!good ){_PART})\b")
HALF_DAY, NIGHT = 12, "last night"


class When(NamedTuple):
    """`day` as `resolve` takes it, `time` as HH:MM; None where the phrase does not say."""

    day: str | None = None
    time: str | None = None


def extract(text: str) -> tuple[When, str]:
    """Find the day and the time in a lower-case phrase; return them and the phrase without them."""
    day = at = None
    if match := DAYS.search(text):
        day = _day(match)
        at = PARTS["night"] if match[0] == NIGHT else None
        text = _without(text, match)
    if match := TIMES.search(text):
        at, text = _time(match), _without(text, match)
    if match := PART_OF_DAY.search(text):
        at, text = at or PARTS[match["part"]], _without(text, match)
        day = day or "today"
    return When(day, at), text


def _without(text: str, match: re.Match[str]) -> str:
    before = re.sub(r"\b(?:at|around|about|from|on)\s*$", "", text[: match.start()])
    return f"{before} {text[match.end() :]}"


def _day(match: re.Match[str]) -> str:
    found = {name: value for name, value in match.groupdict().items() if value}
    month, number = found.get("month", found.get("month2")), found.get("day", found.get("day2"))
    if month and number:
        return f"{number} {month[:3]} {found.get('year', found.get('year2', ''))}".strip()
    if "weekday" in found:
        return ("last " if "last" in found else "") + _weekday(found["weekday"])
    if "ago" in found:
        return f"{NUMBERS.get(found['ago'], found['ago'])} days ago"
    if "before" in found:
        return "2 days ago"
    return found.get("iso") or ("yesterday" if "yesterday" in found else "today")


def _weekday(word: str) -> str:
    return next(name for name in WEEKDAYS if name.startswith(word[:3]))


def _time(match: re.Match[str]) -> str:
    if match["hour24"]:
        return f"{int(match['hour24']):02}:{match['minute24']}"
    hour, minute = int(match["hour"] or match["clock"]), match["minute"] or "00"
    if match["half"]:
        hour = hour % HALF_DAY + (HALF_DAY if match["half"].startswith("p") else 0)
    return f"{hour:02}:{minute}"


def resolve(day: str | None, at: str | None, now: datetime) -> datetime:
    """Say when that was. `now` is the user's local time; a day that has no time means noon, no day means now.

    `day` is an ISO date, today, yesterday, a weekday (the latest one), `last friday`, `3 days ago` or `20 nov [2026]`
    (the latest one). What would lie ahead is taken as now. Raises ValueError on another day or time.
    """
    on = _date(day.strip().lower(), now.date()) if day else now.date()
    if at:
        chosen = datetime.combine(on, time.fromisoformat(at), now.tzinfo)
    elif on == now.date():
        chosen = now
    else:
        chosen = datetime.combine(on, NOON, now.tzinfo)
    return min(chosen, now)


def _date(day: str, today: date) -> date:
    if day in ("today", "yesterday"):
        return today - timedelta(days=day == "yesterday")
    if match := re.fullmatch(r"(\d{1,3}) days ago", day):
        return today - timedelta(days=int(match[1]))
    if match := re.fullmatch(rf"(last )?({'|'.join(WEEKDAYS)})", day):
        back = (today.weekday() - WEEKDAYS.index(_weekday(match[2]))) % 7
        return today - timedelta(days=back or (7 if match[1] else 0))
    if match := re.fullmatch(rf"(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?", day):
        return _latest(int(match[1]), MONTHS.index(match[2]) + 1, match[3], today)
    return date.fromisoformat(day)


def _latest(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year <= today else date(today.year - 1, month, day)
