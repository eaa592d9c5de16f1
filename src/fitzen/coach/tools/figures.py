"""One figure over a span of days: what was the mean, the most, the least, how often, on which day.

It says on how many days it rests: a day without an entry is missing, never 0.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from fitzen.coach import subjects
from fitzen.coach.amounts import say, stored
from fitzen.coach.periods import WEEKDAYS, Period
from fitzen.coach.reckoning import WHOLE_ONLY, Correlation, Figure, Limits, Statistic, correlated, days_within, figure
from fitzen.coach.series import Point, Series, grouped, read
from fitzen.coach.subjects import Subject, Unclear, quantity_of
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.asking import (
    COUNTED,
    MEASURE_WORDS,
    MOST_SOURCES,
    PeriodWords,
    SubjectWords,
    Words,
    period_of,
    sources,
    weekday_and_day,
    with_measure,
)
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.nutrition.targets import targets
from fitzen.records import Json
from fitzen.science.nutrients import MACROS
from fitzen.web.fields import Model

By = Literal["day", "week", "month", "weekday"]
MOST_GROUPS, MOST_POINTS = 62, 120
NEAR_TARGET = 0.1
"""Energy within a tenth of its target is on target: a diary knows no better. Fitzen's figure."""


class FiguresArgs(Model):
    """`at_least` and `at_most` are in the person's units; `target`: whether the day's own target was met.

    `per` gives means of what adds up by day, week or month; `against` is the other subject of a correlation.
    """

    subject: SubjectWords
    statistic: Statistic
    period: PeriodWords | None = None
    by: By | None = None
    weekdays: Annotated[list[Words], Field(max_length=7)] | None = None
    at_least: float | None = None
    at_most: float | None = None
    target: bool = False
    per: Literal["day", "week", "month"] | None = None
    against: Words | None = None


class _Asked(NamedTuple):
    """What is asked, resolved: the subject with its measure, the span, and the weekdays (None: all)."""

    context: ToolContext
    args: FiguresArgs
    subject: Subject
    period: Period
    weekdays: frozenset[int] | None

    def said(self, value: float, *, exact: bool = False) -> str:
        quantity = quantity_of(self.subject)
        quantity = "load_kg" if exact and quantity == "weight_kg" else quantity
        return say(quantity, value, self.context.profile["units"]).words

    def number(self, value: float) -> float:
        return say(quantity_of(self.subject), value, self.context.profile["units"]).number

    def points(self, series: Series) -> Sequence[Point]:
        return [point for point in series.points if self.counts(point.day)]

    def counts(self, day: date) -> bool:
        return self.weekdays is None or day.weekday() in self.weekdays


def figures(context: ToolContext, args: FiguresArgs) -> Result:
    """Reckon one figure of a subject over a period, or one for each day, week, month or weekday of it."""
    subject = subjects.resolve(context.store, context.user_id, args.subject, context.now)
    if isinstance(subject, Unclear):
        return Result(subject.data())
    asked = _Asked(context, args, with_measure(subject, args.statistic), _period(context, args), _weekdays(args))
    series = read(context, asked.subject, asked.period)
    if args.statistic == "correlation":
        return _correlation(asked, series)
    points = asked.points(series)
    data = _about(asked, series, points) | _reckoned(asked, series, points)
    if args.by and points:
        data |= _groups(asked, series)
    return Result(data, sources=sources(asked.subject, points, data), cards=_cards(asked, data, points))


_DEFAULT = {"min": "ever", "max": "ever", "first": "ever", "last": "ever"}


def _period(context: ToolContext, args: FiguresArgs) -> Period:
    return period_of(context, args.period or _DEFAULT.get(args.statistic, "last 30 days"))


def _weekdays(args: FiguresArgs) -> frozenset[int] | None:
    """Read names of weekdays, `weekdays` and `weekend`. Raises InvalidError."""
    if not args.weekdays:
        return None
    found: set[int] = set()
    for each in args.weekdays:
        word = each.lower().strip().removesuffix("s")
        if word not in WEEKDAYS and word not in _SOME_DAYS:
            raise InvalidError.of("weekdays", f"“{each}” is no weekday. Say monday to sunday, weekdays or weekend.")
        found |= _SOME_DAYS.get(word) or {WEEKDAYS[word]}
    return frozenset(found)


_SOME_DAYS: Mapping[str, set[int]] = {"weekday": {0, 1, 2, 3, 4}, "weekend": {5, 6}}


def _about(asked: _Asked, series: Series, points: Sequence[Point]) -> Json:
    """Say what the figure is of: the subject, the span, and on how many of its days something was logged."""
    span = (asked.period.last - series.begins).days + 1
    days = [series.begins + timedelta(days=number) for number in range(max(0, span))]
    measure = {"measure": MEASURE_WORDS[asked.subject.measure]} if asked.subject.measure else {}
    picked = {"weekdays": asked.args.weekdays} if asked.args.weekdays else {}
    cut = {"read_since": day_in_words(series.since.isoformat())} if series.since else {}
    return {
        "subject": asked.subject.name,
        "kind": asked.subject.kind,
        **measure,
        "statistic": asked.args.statistic,
        "period": asked.period.in_words(),
        "days_logged": len({point.day for point in points}),
        "days_in_period": sum(asked.counts(day) for day in days),
        "entries": len(points),
        **picked,
        **cut,
    }


def _reckoned(asked: _Asked, series: Series, points: Sequence[Point]) -> Json:
    """Return the figure itself, with the day that it is of, and what was left out."""
    statistic = asked.args.statistic
    limits = _limits(asked)
    if limits is not None and statistic in ("share", "count"):
        return _within(asked, points, *limits)
    if statistic == "share":
        return _share(asked, series)
    if _is_rate(asked):
        return _rate(asked, series, points)
    found = figure(_as_sum(asked.subject, statistic), points)
    if found is None:
        return {"value": None} | _left_out(asked, points)
    return _shown(asked, found) | _left_out(asked, points)


def _as_sum(subject: Subject, statistic: str) -> str:
    """Count what is counted by itself: three workouts on two days are three."""
    counted = subject.kind == "training" or subject.measure in ("sessions", "sets")
    return "sum" if statistic == "count" and counted else statistic


def _shown(asked: _Asked, found: Figure) -> Json:
    statistic = asked.args.statistic
    if statistic == "change":
        return _change(asked, found)
    if statistic == "count" and _as_sum(asked.subject, statistic) == "count":
        return {
            "value": f"{len(found.used):,}",
            "number": len(found.used),
            "counts": COUNTED.get(asked.subject.kind, "entries"),
        }
    exact = found.at is not None
    data: Json = {"value": asked.said(found.value, exact=exact), "number": asked.number(found.value)}
    if found.at is not None:
        data |= {"day": weekday_and_day(found.at.day)}
        others = len({point.day for point in found.used if point.value == found.value}) - 1
        data |= {"as_much_again": others} if others and statistic in ("min", "max") else {}
    return data


def _change(asked: _Asked, found: Figure) -> Json:
    first, last = found.used[0], found.used[-1]
    if first.day == last.day:
        return {"value": None, "why": "There are values of one day only, so there is no change to tell."}
    size = asked.said(abs(found.value), exact=True)
    level = asked.number(abs(found.value)) == 0
    return {
        "value": size,
        "number": asked.number(found.value) if found.value >= 0 else -asked.number(-found.value),
        "way": "level" if level else "up" if found.value > 0 else "down",
        "first": {"value": asked.said(first.value, exact=True), "day": day_in_words(first.day.isoformat())},
        "last": {"value": asked.said(last.value, exact=True), "day": day_in_words(last.day.isoformat())},
    }


def _left_out(asked: _Asked, points: Sequence[Point]) -> Json:
    """Say how many days did not count, being half logged or not over."""
    half = sum(not point.whole for point in points)
    return {"half_logged_days": half} if half and asked.args.statistic in WHOLE_ONLY else {}


def _is_rate(asked: _Asked) -> bool:
    """Say whether a mean is one by day, week or month: it was asked for, or it is of what is counted."""
    counted = asked.subject.key == "workouts" or asked.subject.measure == "sessions"
    return asked.args.statistic == "mean" and (asked.args.per is not None or counted or asked.subject.kind == "habit")


_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12}


def _rate(asked: _Asked, series: Series, points: Sequence[Point]) -> Json:
    """Return the sum by the number of days, weeks or months; where missing days are no zeros, by the days that are there."""
    per = asked.args.per or "week"
    used = points if series.rests else [point for point in points if point.whole]
    span = (asked.period.last - series.begins).days + 1 if series.rests else len({point.day for point in used})
    if not span or not used:
        return {"value": None, "per": per}
    value = sum(point.value for point in used) / (span / _UNIT_DAYS[per])
    return {"value": asked.said(value), "number": asked.number(value), "per": per} | _left_out(asked, points)


def _limits(asked: _Asked) -> tuple[Limits, str] | None:
    """Return what a day must meet, and in words; None where nothing is said of it. Raises InvalidError."""
    args, units = asked.args, asked.context.profile["units"]
    if args.target:
        return _target(asked)
    if args.at_least is None and args.at_most is None:
        return None
    low, high = (
        None if each is None else stored(quantity_of(asked.subject), each, units)
        for each in (args.at_least, args.at_most)
    )
    ends = ((low, "at least"), (high, "at most"))
    return Limits(low, high), " and ".join(f"{words} {asked.said(end)}" for end, words in ends if end is not None)


def _target(asked: _Asked) -> tuple[Limits, str]:
    key = asked.subject.key
    found = targets(asked.context.store, asked.context.user_id, asked.context.now)
    if key not in MACROS or found is None:
        raise InvalidError.of("target", f"There is no daily target for {asked.subject.name}. Say at_least or at_most.")
    aim: float = getattr(found, key)
    if key in ("protein_g", "fiber_g"):
        return Limits(aim, None), f"at least {asked.said(aim)}, your target of today"
    limits = Limits(aim * (1 - NEAR_TARGET), aim * (1 + NEAR_TARGET))
    return limits, f"within 10% of {asked.said(aim)}, your target of today"


def _within(asked: _Asked, points: Sequence[Point], limits: Limits, words: str) -> Json:
    met, of = days_within(points, limits)
    return (
        _part(met, of, words)
        | _left_out(asked, points)
        | ({"value": str(met)} if asked.args.statistic == "count" else {})
    )


def _part(met: int, of: int, words: str) -> Json:
    percent = f"{round(100 * met / of)}%" if of else None
    return {"value": percent, "number": round(100 * met / of) if of else None, "met": met, "of": of, "criterion": words}


def _share(asked: _Asked, series: Series) -> Json:
    """Return the share of a habit's due days on which it was done, or of days with something logged."""
    if series.due is not None:
        done = {point.day for point in series.points}
        due = [day for day in series.due if asked.counts(day)]
        return _part(sum(day in done for day in due), len(due), "done when it was due")
    days = [series.begins + timedelta(days=number) for number in range((asked.period.last - series.begins).days + 1)]
    logged = {point.day for point in series.points}
    counted = [day for day in days if asked.counts(day)]
    return _part(sum(day in logged for day in counted), len(counted), "something logged")


def _groups(asked: _Asked, series: Series) -> Json:
    """Return the figure of each group; the highest and the lowest of them by themselves."""
    by = asked.args.by or "week"
    statistic = _as_sum(asked.subject, asked.args.statistic)
    statistic = "mean" if statistic in ("share", "change") else statistic
    kept = series._replace(points=asked.points(series))
    every = [
        (key, found)
        for key, points in grouped(kept, by).items()
        if (found := figure(statistic, points)) is not None and (points or kept.rests)
    ]
    if not every:
        return {}
    shown = [_group(asked, by, key, found) for key, found in every]
    if statistic == "sum":
        shown = [each | _partial(by, key, kept) for each, (key, _) in zip(shown, every, strict=True)]
    order = sorted((each for each in shown if "partial" not in each), key=lambda each: float(each["number"]))
    ends = {"lowest": order[0], "highest": order[-1]} if len(order) > 1 else {}
    return {"by": by, "groups": shown[-MOST_GROUPS:], **ends}


def _partial(by: str, key: date | int, series: Series) -> Json:
    """Mark a week or month of which the period holds only a part: its sum is not to be held against the others'."""
    if not isinstance(key, date) or by == "day":
        return {}
    last = key + timedelta(days=6) if by == "week" else (key + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return {"partial": True} if key < series.begins or last > series.period.last else {}


def _group(asked: _Asked, by: str, key: date | int, found: Figure) -> Json:
    count = asked.args.statistic == "count" and _as_sum(asked.subject, "count") == "count"
    value = f"{len(found.used)}" if count else asked.said(found.value, exact=found.at is not None)
    return {
        "group": _group_words(by, key),
        **({"starts_on": key.isoformat()} if isinstance(key, date) else {}),
        "value": value,
        "number": asked.number(found.value),
        "days_logged": len({point.day for point in found.used}),
    }


_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _group_words(by: str, key: date | int) -> str:
    if isinstance(key, int):
        return _WEEKDAY_NAMES[key]
    if by == "month":
        return f"{key:%B %Y}"
    return f"the week of {day_in_words(key.isoformat())}" if by == "week" else weekday_and_day(key)


NOT_A_CAUSE = "Going together is not causing: both may follow from something else."


def _correlation(asked: _Asked, series: Series) -> Result:
    """Say how two subjects go together from day to day. Raises InvalidError without a second subject."""
    if asked.args.against is None:
        raise InvalidError.of("against", "Say what to compare it with.")
    context = asked.context
    other = subjects.resolve(context.store, context.user_id, asked.args.against, context.now)
    if isinstance(other, Unclear):
        return Result(other.data())
    other = with_measure(other, "correlation")
    its = read(context, other, asked.period)
    points = asked.points(series)
    found = correlated(points, asked.points(its))
    data = _about(asked, series, points) | {"against": other.name}
    if isinstance(found, int):
        data |= {"pairs": found, "value": None, "why": "There are too few days with both to say anything."}
    else:
        data |= _correlation_data(found)
    refs = [*sources(asked.subject, points, data), *sources(other, its.points, data)]
    return Result(data, sources=refs[: MOST_SOURCES + 1])


def _correlation_data(found: Correlation) -> Json:
    clear = found.low > 0 or found.high < 0
    return {
        "pairs": found.n,
        "value": f"{round(found.r, 2) + 0.0:.2f}",
        "number": round(found.r, 2) + 0.0,
        "low": f"{found.low:.2f}",
        "high": f"{found.high:.2f}",
        "clear": clear,
        "way": "together" if found.r > 0 else "opposite",
        "caution": NOT_A_CAUSE,
    }


def _cards(asked: _Asked, data: Json, points: Sequence[Point]) -> list[Json]:
    title = f"{data['subject']}: {data['measure']}" if "measure" in data else str(data["subject"])
    unit = say(quantity_of(asked.subject), 2, asked.context.profile["units"]).unit
    groups = data.get("groups", [])
    if asked.args.by == "weekday" and groups:
        rows = [[each["group"], each["value"], str(each["days_logged"])] for each in groups]
        return [
            {"type": "table", "data": {"title": title, "columns": ["Day", asked.args.statistic, "days"], "rows": rows}}
        ]
    shown = [{"day": each["starts_on"], "value": each["number"]} for each in groups] or [
        {"day": point.day.isoformat(), "value": asked.number(point.value)} for point in points[-MOST_POINTS:]
    ]
    return [{"type": "series", "data": {"title": title, "unit": unit, "points": shown}}] if len(shown) > 1 else []


TOOLS = (
    Tool(
        "figures",
        "One figure over a span of days, of a body metric, sleep, steps, a nutrient, water, training, an exercise or a habit:"
        " mean, sum, min or max with the day, count, first, last, change, the share of days that meet a target or limit"
        " (at_least, at_most, target), by day, week, month or weekday; or the correlation of two.",
        "Looking at your figures",
        FiguresArgs,
        figures,
    ),
)
