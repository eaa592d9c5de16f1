"""Two spans side by side: how much more or less, on how many days each rests, and whether the difference is clear."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from fitzen.coach import subjects
from fitzen.coach.amounts import say
from fitzen.coach.periods import WEEK, Period
from fitzen.coach.reckoning import by_day, figure
from fitzen.coach.series import Series, read
from fitzen.coach.subjects import Subject, Unclear, quantity_of
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.asking import MEASURE_WORDS, PeriodWords, SubjectWords, period_of, sources, with_measure
from fitzen.errors import InvalidError
from fitzen.records import Json
from fitzen.science.samples import LEAST, Interval, difference
from fitzen.web.fields import Model

METHOD = (
    "The difference of the two means with its 95% interval (Welch), days that follow each other counted for fewer where"
    " they are alike. Clear means that the interval leaves out zero."
)


class CompareArgs(Model):
    """`with_period`: what to compare with; None: the span of the same length before."""

    subject: SubjectWords
    period: PeriodWords
    with_period: PeriodWords | None = None


class Side(NamedTuple):
    """One span: its figure as stored (None: nothing there), and the values of its days in order."""

    period: Period
    series: Series
    value: float | None
    values: Sequence[float]


def compare_periods(context: ToolContext, args: CompareArgs) -> Result:
    """Compare a subject over two spans: its mean, or of training what a week holds. Raises InvalidError on spans that overlap."""
    subject = subjects.resolve(context.store, context.user_id, args.subject, context.now)
    if isinstance(subject, Unclear):
        return Result(subject.data())
    subject = _measured(subject)
    period = period_of(context, args.period)
    other = period_of(context, args.with_period, "with_period") if args.with_period else _before(context, period)
    if period.first <= other.last and other.first <= period.last:
        raise InvalidError.of(
            "with_period", "The two spans overlap. Say two that do not, such as october and september."
        )
    totals = _adds_up(subject) and period.days == other.days
    sides = [_side(context, subject, each, totals=totals) for each in (period, other)]
    data = _data(context, subject, *sides, totals=totals)
    found = [source for side in sides for source in sources(subject, side.series.points, data)[:3]]
    kept = list({each["ref"]: each for each in found}.values())
    return Result(data, sources=kept, cards=_cards(data))


def _measured(subject: Subject) -> Subject:
    """Compare an exercise by its main figure: the estimated maximum of a lift."""
    return with_measure(subject, "change") if subject.measure is None else subject


def _before(context: ToolContext, period: Period) -> Period:
    """Return what to compare with: a month, a week or a year that is not over with as many of the days before."""
    if period.is_ever:
        raise InvalidError.of(
            "period", f"Say a span with a beginning, such as last month: it is {context.local_now:%B}."
        )
    return period.before()


def _side(context: ToolContext, subject: Subject, period: Period, *, totals: bool) -> Side:
    """Read a span: what it holds in all, where the other is as long, or in a week, of what adds up; else its mean."""
    series = read(context, subject, period)
    if _adds_up(subject):
        length = period.days if totals else WEEK
        return Side(period, series, _of(series, length), _daily(series, period, length))
    found = figure("mean", series.points)
    return Side(
        period, series, found.value if found else None, [value for _, value in sorted(by_day(series.points).items())]
    )


def _adds_up(subject: Subject) -> bool:
    """Say whether a span holds so much of it, rest days included: training and habits, not the figures of a lift."""
    return subject.kind in ("training", "habit") or subject.measure in (
        "sessions",
        "sets",
        "total_reps",
        "total_distance_m",
        "total_duration_s",
    )


def _of(series: Series, length: int) -> float | None:
    """Return what so many days of the span hold."""
    days = (series.period.last - series.begins).days + 1
    return fsum(point.value for point in series.points) / days * length if days > 0 else None


def _daily(series: Series, period: Period, length: int) -> list[float]:
    """Return what each day adds times the days, days of rest as 0, so that its mean is what so many days hold."""
    sums: dict[date, float] = {}
    for point in series.points:
        sums[point.day] = sums.get(point.day, 0.0) + point.value * length
    return [sums.get(period.first + timedelta(days=number), 0.0) for number in range(period.days)]


def _data(context: ToolContext, subject: Subject, this: Side, other: Side, *, totals: bool) -> Json:
    data: Json = {
        "subject": subject.name,
        "kind": subject.kind,
        "per": ("all" if totals else "week") if _adds_up(subject) else "day",
        "measure": MEASURE_WORDS[subject.measure] if subject.measure else None,
        "this": _shown(context, subject, this),
        "other": _shown(context, subject, other),
    }
    data = {name: value for name, value in data.items() if value is not None}
    if this.value is None or other.value is None:
        return data
    return data | _apart(context, subject, this.value, other.value) | _clear(context, subject, this, other)


def _shown(context: ToolContext, subject: Subject, side: Side) -> Json:
    return {
        "period": side.period.in_words(),
        "value": None if side.value is None else _said(context, subject, side.value),
        "number": None
        if side.value is None
        else say(quantity_of(subject), side.value, context.profile["units"]).number,
        "days_logged": side.series.days,
        "days_in_period": side.period.days,
    }


def _said(context: ToolContext, subject: Subject, value: float, finer: int = 0) -> str:
    return say(quantity_of(subject), value, context.profile["units"], finer).words


def _apart(context: ToolContext, subject: Subject, this: float, other: float) -> Json:
    change = this - other
    size = _said(context, subject, abs(change))
    zero = say(quantity_of(subject), abs(change), context.profile["units"]).number == 0
    percent = {"percent": f"{abs(100 * change / other):.1f}%"} if other else {}
    return {"difference": size, "way": "same" if zero else "more" if change > 0 else "less", **percent}


def _clear(context: ToolContext, subject: Subject, this: Side, other: Side) -> Json:
    found = difference(this.values, other.values)
    if found is None:
        return {
            "clear": None,
            "why": f"One of the spans has fewer than {LEAST} days, too few to tell a change from chance.",
        }
    return {"clear": found.clear, **_ends(context, subject, found), "method": METHOD}


def _ends(context: ToolContext, subject: Subject, found: Interval) -> Json:
    low, high = (f"{'-' if end < 0 else '+'}{_said(context, subject, abs(end))}" for end in (found.low, found.high))
    return {"low": low, "high": high}


def _cards(data: Json) -> list[Json]:
    sides = [data["this"], data["other"]]
    if any(side["value"] is None for side in sides):
        return []
    title = f"{data['subject']}: {data['measure']}" if "measure" in data else data["subject"]
    shown = [
        {"label": side["period"], "value": side["value"], "days": f"{side['days_logged']} of {side['days_in_period']}"}
        for side in sides
    ]
    percent = f" ({data['percent']})" if "percent" in data else ""
    card = {
        "title": title,
        "kind": data["kind"],
        "sides": shown,
        "difference": f"{data['difference']} {data['way']}{percent}",
    }
    return [{"type": "comparison", "data": card}]


TOOLS = (
    Tool(
        "compare_periods",
        "Two spans of days side by side for one subject: difference absolute and in percent, days logged, and whether the"
        " difference is clear of the noise.",
        "Comparing",
        CompareArgs,
        compare_periods,
    ),
)
