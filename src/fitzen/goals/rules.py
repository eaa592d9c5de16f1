"""What a goal's figures come to: how far, how fast, when, in time or not. Pure: no store, no clock."""

from datetime import date, timedelta
from typing import NamedTuple

from fitzen.records import Json

WEEK = 7
HORIZON = timedelta(days=3650)
"""Nobody can say what happens later than in ten years."""
SETTLED_DAYS = 7
"""In the first week how things move is still how they moved before the goal."""


class Rate(NamedTuple):
    """The change a week, in the metric's unit, with a 90 % interval; None where its spread is not known."""

    per_week: float
    low: float | None = None
    high: float | None = None


class Reading(NamedTuple):
    """What the records say of a goal's metric: where it stands (`on` which day), where it was at the start, how it moves.

    `basis` names what it was read from, such as "12 sessions".
    """

    value: float | None = None
    on: date | None = None
    start: float | None = None
    rate: Rate | None = None
    basis: str = ""


class Aim(NamedTuple):
    """A goal as its maths sees it. `up` says whether more is better; None where the start decides."""

    start: float | None
    target: float
    start_on: date
    due_on: date | None
    up: bool | None = None

    @property
    def rising(self) -> bool:
        return self.target >= (self.start or 0.0) if self.up is None else self.up


class Progress(NamedTuple):
    """As the API's Progress; `reached` says that the value has come to the target, or past it."""

    value: float | None = None
    percent: float | None = None
    rate: Rate | None = None
    expected_on: date | None = None
    expected_from: date | None = None
    expected_until: date | None = None
    on_track: bool | None = None
    reached: bool = False


def progress(aim: Aim, reading: Reading, today: date) -> Progress:
    """Return how far a goal has come. Without a start and a direction, only the value is known."""
    value, rate = reading.value, reading.rate
    if value is None or (aim.start is None and aim.up is None):
        return Progress(value, rate=rate)
    if value >= aim.target if aim.rising else value <= aim.target:
        return Progress(value, 100.0, rate, on_track=True, reached=True)
    share = _share(aim, value)
    found = Progress(value, None if share is None else 100 * share, rate)
    if rate is not None:
        fast, slow = (rate.high, rate.low) if aim.rising else (rate.low, rate.high)
        left = aim.target - value
        found = found._replace(
            expected_on=_when(left, rate.per_week, today),
            expected_from=_when(left, fast, today),
            expected_until=_when(left, slow, today),
        )
    return found._replace(on_track=_on_track(aim, found, share or 0.0, today))


def _share(aim: Aim, value: float) -> float | None:
    """Return the part of the way from start to target that lies behind, 0 to 1; None where no start is known."""
    if aim.start is None:
        return None
    way = aim.target - aim.start
    return min(1.0, max(0.0, (value - aim.start) / way)) if way and (way > 0) == aim.rising else 0.0


def _when(left: float, per_week: float | None, today: date) -> date | None:
    """Return the day on which what is left is done; None when it never is, or not within the horizon."""
    if per_week is None or left * per_week <= 0 or left / per_week * WEEK > HORIZON.days:
        return None
    return today + timedelta(days=max(1, round(left / per_week * WEEK)))


def _on_track(aim: Aim, found: Progress, share: float, today: date) -> bool | None:
    """Say whether it will be reached in time; without a day that it is due, whether it will be reached. None: unknown."""
    if aim.due_on is not None and today >= aim.due_on:
        return False
    if (today - aim.start_on).days < SETTLED_DAYS:
        return None
    if found.rate is not None:
        return found.expected_on is not None and (aim.due_on is None or found.expected_on <= aim.due_on)
    if aim.due_on is None:
        return None
    return share >= (today - aim.start_on).days / (aim.due_on - aim.start_on).days


def to_json(found: Progress) -> Json:
    """Write progress as the API shows it, without what is not known."""
    rate = found.rate or Rate(0.0)
    known: Json = {
        "value": found.value,
        "percent": None if found.percent is None else round(found.percent, 1),
        "rate_per_week": rate.per_week if found.rate else None,
        "rate_low": rate.low,
        "rate_high": rate.high,
        "on_track": found.on_track,
    }
    days = {
        name: day.isoformat()
        for name in ("expected_on", "expected_from", "expected_until")
        if (day := getattr(found, name)) is not None
    }
    return {name: _rounded(value) for name, value in known.items() if value is not None} | days


def _rounded(value: float | bool) -> float | bool:
    return value if isinstance(value, bool) else round(value, 3)
