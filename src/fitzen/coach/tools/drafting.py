"""What tools that draft share: when something was done, which of the person's own is meant, and the draft itself."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from statistics import fmean
from typing import Annotated, NamedTuple

from pydantic import Field
from rapidfuzz import fuzz

from fitzen.coach import ahead, when
from fitzen.coach.toolbox import Draft, Result, ToolContext
from fitzen.coach.tools.showing import MAX_CHOICES
from fitzen.errors import InvalidError
from fitzen.records import Json, new_id
from fitzen.words import plain

DayWords = Annotated[str, Field(min_length=1, max_length=40)]
TimeWords = Annotated[str, Field(min_length=1, max_length=20)]

NOT_A_DAY = "I do not know which day that is. Say it like yesterday, friday or 2026-11-20."
NOT_A_TIME = "I do not know which time that is. Say it like 07:30 or 7:30 pm."
NOT_YET = "That day has not come yet, and I log only what has been."
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?\s*(?P<half>[ap])?\.?(?:m\.?)?(?:\s*o'clock)?")
_PLACED = re.compile(r"^(?:at|around|about|in the|the|this)\s+")
HALF_DAY = 12
JUST = timedelta(hours=3)
"""What is usual so long before now is told after it was; what is nearer is told as it happens."""


def drafted(context: ToolContext, tool: str, summary: str, payload: Json, card: Json) -> Result:
    """Return a draft with its card, `{type, data}`; the model sees the card's figures and the summary."""
    draft = Draft(new_id(int(context.now.timestamp() * 1000)), tool, summary, payload)
    return Result({"draft": card["data"], "summary": summary}, cards=[card], action=draft)


def unclear(*names: Json) -> Result:
    """Return what is to be asked: `{name, choices, of}` each, where `of` says what it is the name of."""
    return Result({"unclear": list(names)})


def done_at(context: ToolContext, day: str | None, at: str | None, usual: str | None = None) -> datetime:
    """Say when something was done, in the person's time; `usual` is the time of day where it is not told, and long past.

    Raises InvalidError naming `day` or `time`: what is still to come is not logged.
    """
    now = context.local_now
    if day and _is_ahead(day.strip().lower(), now.date()):
        raise InvalidError.of("day", NOT_YET)
    told_day, told_time = _told(day)
    on = _past_day(told_day, now.date())
    clock = clock_of(at, "time") if at else told_time
    if clock is None and usual and (on != now.date() or now - _at(now, usual) > JUST):
        clock = usual
    return when.resolve(on.isoformat(), clock, now).replace(microsecond=0)


def _at(now: datetime, clock: str) -> datetime:
    return datetime.combine(now.date(), time.fromisoformat(clock), now.tzinfo)


def _told(day: str | None) -> tuple[str | None, str | None]:
    """Take a day and a time out of words such as `this morning` or `last night`; one that is plain stays as it is."""
    if day is None:
        return None, None
    found, _ = when.extract(day.strip().lower())
    return found.day or day.strip().lower(), found.time


def _past_day(day: str | None, today: date) -> date:
    if day is None:
        return today
    try:
        return when.resolve(day, None, datetime.combine(today, time.max)).date()
    except ValueError:
        raise InvalidError.of("day", NOT_A_DAY) from None


def _is_ahead(day: str, today: date) -> bool:
    """Say whether a day is still to come: by its date, or by words that only ever look ahead."""
    if not re.match(r"\d{4}-|tomorrow|the day after tomorrow|next |in ", day):
        return False
    try:
        return ahead.resolve(day, today) > today
    except ValueError:
        return False


def coming_day(context: ToolContext, said: str, field: str) -> date:
    """Return a day that is still to come, or today. Raises InvalidError naming `field`."""
    today = context.local_now.date()
    try:
        found = ahead.resolve(said, today)
    except ValueError:
        raise InvalidError.of(field, "I do not know which day that is. Say it like in 8 weeks or 1 April.") from None
    if found < today:
        raise InvalidError.of(field, "That day is over already. Choose one that is still to come.")
    return found


def clock_of(said: str, field: str) -> str:
    """Read a time of day as HH:MM: `07:30`, `7am`, `7:30 pm`, `noon`, `in the evening`. Raises InvalidError."""
    text = _PLACED.sub("", said.strip().lower())
    if text in _CLOCKS:
        return _CLOCKS[text]
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise InvalidError.of(field, NOT_A_TIME)
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % HALF_DAY + (HALF_DAY if match["half"] == "p" else 0) if 1 <= hour <= HALF_DAY else 24
    if hour >= 24:  # noqa: PLR2004 - hours of a day
        raise InvalidError.of(field, NOT_A_TIME)
    return f"{hour:02}:{match['minute'] or '00'}"


_CLOCKS = {**when.PARTS, "midnight": "00:00", "midday": "12:00", "breakfast": "08:00", "dinner": "19:00"}


class Own(NamedTuple):
    """One of the things that a person has, by the name that they gave it."""

    id: str
    name: str


ALIKE, NEAR, AHEAD = 82, 50, 8
STEM, SHORTEST = 4, 3
"""So many letters tell what a word is about, or fewer, where it has no more."""
_NOISE = frozenset("my the a an habit habits goal of for to today".split())  # noqa: SIM905 - words read best as words


def meant(said: str, own: Iterable[Own]) -> tuple[Own | None, list[str]]:
    """Say which of a person's own things they mean by a name, or which it may be: exact, then whole words, then alike."""
    known = list(own)
    wanted = _key(said)
    if len(exact := [each for each in known if _key(each.name) == wanted]) == 1:
        return exact[0], []
    words = set(wanted.split())
    if words and len(having := [each for each in known if words <= set(_key(each.name).split())]) == 1:
        return having[0], []
    akin = [each for each in known if words and all(_has_akin(word, _key(each.name)) for word in words)]
    if len(akin) == 1:
        return akin[0], []
    scored = sorted(((_alike(wanted, _key(each.name)), each) for each in known), key=lambda each: -each[0])
    if scored and scored[0][0] >= ALIKE and (len(scored) == 1 or scored[0][0] - scored[1][0] >= AHEAD):
        return scored[0][1], []
    near = [each.name for score, each in scored if score >= NEAR]
    return None, (near or [each.name for each in known])[:MAX_CHOICES]


def _has_akin(word: str, name: str) -> bool:
    """Say whether a name has a word that begins alike: `reading` and `read`, `meditate` and `meditation`."""
    sizes = ((other, min(len(word), len(other), STEM)) for other in name.split())
    return any(size >= SHORTEST and word[:size] == other[:size] for other, size in sizes)


def _alike(wanted: str, name: str) -> float:
    """Return how alike, of 100, the words of one are to those of the other that they are most alike to, on average."""
    words = wanted.split()
    return (
        fmean(max((fuzz.ratio(word, other) for other in name.split()), default=0.0) for word in words) if words else 0.0
    )


def _key(name: str) -> str:
    text = " ".join(re.findall(r"[a-z0-9]+", plain(name)))
    return " ".join(word for word in text.split() if word not in _NOISE) or text
