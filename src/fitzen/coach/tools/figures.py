"""One figure over a span of days: what was the mean, the most, the least, how often, on which day.

It says on how many days it rests: a day without an entry is missing, never 0.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from fitzen.coach import subjects
from fitzen.coach.amounts import say
from fitzen.coach.periods import Period
from fitzen.coach.reckoning import Correlation, Figure, correlated, figure
from fitzen.coach.series import Point, Series, grouped, read
from fitzen.coach.subjects import Unclear, quantity_of
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.asking import (
    MOST_SOURCES,
    period_of,
    sources,
    weekday_and_day,
    with_measure,
)
from fitzen.coach.tools.figuring import Asked, FiguresArgs, about, as_sum, reckoned, weekdays
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.records import Json

MOST_GROUPS, MOST_POINTS = 62, 120


def figures(context: ToolContext, args: FiguresArgs) -> Result:
    """Reckon one figure of a subject over a period, or one for each day, week, month or weekday of it."""
    subject = subjects.resolve(context.store, context.user_id, args.subject, context.now)
    if isinstance(subject, Unclear):
        return Result(subject.data())
    asked = Asked(context, args, with_measure(subject, args.statistic), _period(context, args), weekdays(args))
    series = read(context, asked.subject, asked.period)
    if args.statistic == "correlation":
        return _correlation(asked, series)
    points = asked.points(series)
    data = about(asked, series, points) | reckoned(asked, series, points)
    if args.by and points:
        data |= _groups(asked, series)
    data = {name: value for name, value in data.items() if name != "day" or value is not None}
    return Result(data, sources=sources(asked.subject, points, data), cards=_cards(asked, data, points))


_DEFAULT = {"min": "ever", "max": "ever", "streak": "ever", "first": "ever", "last": "ever"}


def _period(context: ToolContext, args: FiguresArgs) -> Period:
    return period_of(context, args.period or _DEFAULT.get(args.statistic, "last 30 days"))


def _groups(asked: Asked, series: Series) -> Json:
    """Return the figure of each group; the highest and the lowest of them by themselves.

    Where the most or the least of weeks, months or weekdays is asked for, each is held by its sum or its mean.
    """
    by = asked.args.by or "week"
    statistic = _of_a_group(asked, by)
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
    fair = _fair(shown, by, kept)
    ends = {"lowest": min(fair, key=_number), "highest": max(fair, key=_number)} if len(fair) > 1 else {}
    return {"by": by, "groups": shown[-MOST_GROUPS:], **ends, **_picked(asked, by, statistic, ends)}


def _number(group: Json) -> float:
    return float(group["number"])


def _of_a_group(asked: Asked, by: str) -> str:
    statistic = as_sum(asked.subject, asked.args.statistic)
    if statistic in ("min", "max") and by != "day" and asked.subject.kind != "exercise":
        return "sum" if asked.subject.kind in ("training", "habit") else "mean"
    return "mean" if statistic in ("share", "change", "streak") else statistic


ENOUGH_DAYS: Mapping[str, int] = {"week": 4, "month": 15}
"""Days that must be logged of what is none on a day of rest, for a mean to be held against others."""


def _fair(groups: Sequence[Json], by: str, series: Series) -> Sequence[Json]:
    """Return the groups that can be held against each other: whole ones, with enough of their days logged."""
    whole = [each for each in groups if "partial" not in each]
    if series.rests or by not in ENOUGH_DAYS:
        return whole
    return [each for each in whole if each["days_logged"] >= ENOUGH_DAYS[by]] or whole


def _picked(asked: Asked, by: str, statistic: str, ends: Json) -> Json:
    """Return the group that has the most or the least, where that is what was asked, in the place of the figure."""
    if by == "day" or asked.args.statistic not in ("min", "max") or not ends or statistic in ("min", "max"):
        return {}
    pick = ends["highest" if asked.args.statistic == "max" else "lowest"]
    return {
        "value": pick["value"],
        "number": pick["number"],
        "day": None,
        "group": pick["group"],
        "group_is": statistic,
    }


def _partial(by: str, key: date | int, series: Series) -> Json:
    """Mark a week or month of which the period holds only a part: its sum is not to be held against the others'."""
    if not isinstance(key, date) or by == "day":
        return {}
    last = key + timedelta(days=6) if by == "week" else (key + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return {"partial": True} if key < series.begins or last > series.period.last else {}


def _group(asked: Asked, by: str, key: date | int, found: Figure) -> Json:
    count = asked.args.statistic == "count" and as_sum(asked.subject, "count") == "count"
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


def _correlation(asked: Asked, series: Series) -> Result:
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
    data = about(asked, series, points) | {"against": other.name}
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


def _cards(asked: Asked, data: Json, points: Sequence[Point]) -> list[Json]:
    title = f"{data['subject']}: {data['measure']}" if "measure" in data else str(data["subject"])
    about = {"title": title, "kind": asked.subject.kind}
    unit = say(quantity_of(asked.subject), 2, asked.context.profile["units"]).unit
    groups = data.get("groups", [])
    if asked.args.by == "weekday" and groups:
        rows = [[each["group"], each["value"], str(each["days_logged"])] for each in groups]
        return [{"type": "table", "data": about | {"columns": ["Day", asked.args.statistic, "days"], "rows": rows}}]
    shown = [{"day": each["starts_on"], "value": each["number"]} for each in groups] or [
        {"day": point.day.isoformat(), "value": asked.number(point.value)} for point in points[-MOST_POINTS:]
    ]
    return [{"type": "series", "data": about | {"unit": unit, "points": shown}}] if len(shown) > 1 else []


TOOLS = (
    Tool(
        "figures",
        "One figure over a span of days, of a body metric, sleep, steps, a nutrient, water, training, an exercise or a habit:"
        " mean, median, sum, min or max with the day, count, first, last, change, the share of days that meet a target or"
        " limit (at_least, at_most, target), the longest streak of such days, by day, week, month or weekday; or the correlation of two.",
        "Looking at your figures",
        FiguresArgs,
        figures,
    ),
)
