"""What an explanation is made of, and how two spans are set against each other in it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal, NamedTuple

from fitzen.coach.amounts import say
from fitzen.coach.periods import Period
from fitzen.coach.reckoning import by_day
from fitzen.coach.series import Series, read
from fitzen.coach.subjects import Subject
from fitzen.coach.toolbox import ToolContext
from fitzen.records import Json
from fitzen.science.samples import Interval, difference

type Certainty = Literal["measured", "likely", "possible", "no sign", "not known"]
"""measured: the log shows it itself. likely: it goes with the change in size and time, and is known to cause such.
possible: it is there, and may be part of it. no sign: looked at, and it is not there. not known: the log cannot tell."""


class Reason(NamedTuple):
    """`says` is a sentence with its figures; `source` names what it is read from, or the study that it leans on."""

    what: str
    says: str
    certainty: Certainty
    source: str
    ref: str = ""

    def data(self) -> Json:
        return {"what": self.what, "says": self.says, "certainty": self.certainty, "source": self.source}


class Explained(NamedTuple):
    """`change` tells what is to be explained, and `clear` whether it is one at all; None: the log cannot tell."""

    change: str
    clear: bool | None
    reasons: Sequence[Reason]


class Apart(NamedTuple):
    """A subject over a span and over the one before: both means, and the difference, where there are enough days."""

    this: float
    other: float
    days: int
    other_days: int
    found: Interval | None

    @property
    def clear(self) -> bool:
        return self.found is not None and self.found.clear


def apart(context: ToolContext, subject: Subject, this: Period, other: Period) -> Apart | None:
    """Set the mean day of a span against that of another; None where one of them has nothing."""
    return apart_of(read(context, subject, this), read(context, subject, other))


def apart_of(this: Series, other: Series) -> Apart | None:
    mine, its = ([value for _, value in sorted(by_day(each.points).items())] for each in (this, other))
    if not mine or not its:
        return None
    return Apart(sum(mine) / len(mine), sum(its) / len(its), len(mine), len(its), difference(mine, its))


def said(context: ToolContext, quantity: str, value: float, finer: int = 0) -> str:
    return say(quantity, value, context.profile["units"], finer).words


def signed(context: ToolContext, quantity: str, value: float, finer: int = 0) -> str:
    return f"{'-' if value < 0 else '+'}{said(context, quantity, abs(value), finer)}"


def halves(period: Period) -> tuple[Period, Period]:
    """Return the later and the earlier half of a span."""
    middle = period.last - timedelta(days=period.days // 2 - 1)
    return Period(middle, period.last), Period(period.first, middle - timedelta(days=1))


def moved(context: ToolContext, subject: Subject, quantity: str, found: Apart) -> str:
    """Write how a mean day moved: `152 g a day, 20 g more than before (from 132 g; 12 and 14 days)`."""
    change = found.this - found.other
    way = "more" if change > 0 else "less"
    return (
        f"{said(context, quantity, found.this)}, {said(context, quantity, abs(change))} {way} than"
        f" {said(context, quantity, found.other)} before ({found.days} and {found.other_days} days of {subject.name})"
    )
