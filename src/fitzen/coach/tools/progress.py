"""How something goes: a lift, a metric of the body, what is eaten, training, a habit or a goal."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from rapidfuzz import fuzz, process

from fitzen.coach import subjects
from fitzen.coach.amounts import say
from fitzen.coach.periods import DAY, WEEK, Period
from fitzen.coach.reckoning import by_day
from fitzen.coach.series import Point, Series, grouped, read
from fitzen.coach.subjects import Subject, Unclear, quantity_of
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools import habits_analysis, lifts
from fitzen.coach.tools.asking import PeriodWords, SubjectWords, period_of, sources
from fitzen.coach.wording import day_in_words
from fitzen.goals.service import list_goals
from fitzen.measurements.models import TrendQuery
from fitzen.measurements.trends import metric_trend
from fitzen.records import Json
from fitzen.science.samples import Interval, theil_sen
from fitzen.web.answers import ListQuery
from fitzen.web.fields import Model
from fitzen.web.parsing import check
from fitzen.words import plain

GOALS_SHOWN, LEAST_DAYS, LEAST_WEEKS = 5, 8, 4
"""How many days, and how many whole weeks, a slope takes."""
GOAL_NEAR, GOAL_SAME = 75, 92
"""How alike words must be to a goal's title, of 100: where they speak of a goal, and where they do not."""


class ProgressArgs(Model):
    subject: SubjectWords
    period: PeriodWords | None = None


ALL_GOALS = re.compile(r"(?:(?:my|the|all|of) )*goals?")


def progress(context: ToolContext, args: ProgressArgs) -> Result:
    """Say how something goes over a period, or lately."""
    goals = _goals(context, args.subject)
    if goals or ALL_GOALS.fullmatch(plain(args.subject)):
        return _goal_result(goals)
    subject = subjects.resolve(context.store, context.user_id, args.subject, context.now)
    if isinstance(subject, Unclear):
        return Result(subject.data())
    period = period_of(context, args.period) if args.period else None
    return _OF_KIND[subject.kind](context, subject, period)


def _goals(context: ToolContext, words: str) -> Sequence[Json]:
    """Return the goals that are meant: all active ones of "my goals", or the one whose title the words are like."""
    said = plain(words)
    wanted = re.sub(r"\b(?:my|the|goals?|target)\b", " ", said).strip()
    named = bool(re.search(r"\bgoals?\b", said))
    every: Sequence[Json] = list_goals(context.store, context.user_id, ListQuery(limit=20), context.now)["items"]
    if named and not wanted:
        return [each for each in every if each["status"] != "abandoned"][:GOALS_SHOWN]
    titles = {number: plain(f"{each['title']} {each['kind'] if named else ''}") for number, each in enumerate(every)}
    scorer, cutoff = (fuzz.token_set_ratio, GOAL_NEAR) if named else (fuzz.ratio, GOAL_SAME)
    near = process.extractOne(wanted or said, titles, scorer=scorer, score_cutoff=cutoff)
    return [every[near[2]]] if near else []


def _goal_result(goals: Sequence[Json]) -> Result:
    items = [_goal(each) for each in goals]
    found = [{"label": each["title"], "ref": f"goal:{each['id']}"} for each in goals]
    return Result({"kind": "goal", "goals": items}, sources=found)


def _goal(goal: Json) -> Json:
    far = goal["progress"]
    known = {
        "title": goal["title"],
        "status": goal["status"],
        "percent": f"{far['percent']:.0f}%" if "percent" in far else None,
        "on_track": far.get("on_track"),
        "due_on": day_in_words(goal["due_on"]) if "due_on" in goal else None,
        "expected_on": day_in_words(far["expected_on"]) if "expected_on" in far else None,
        "why": goal["why"],
        "warnings": goal.get("warnings") or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _metric(context: ToolContext, subject: Subject, period: Period | None) -> Result:
    """Tell a metric without its swings, and its rate a week with its interval."""
    zone = context.local_now.tzinfo
    span: Json = {"metric": subject.key}
    if period is not None:
        span["after"] = datetime.combine(period.first, datetime.min.time(), zone).isoformat()
        span["before"] = datetime.combine(period.last + DAY, datetime.min.time(), zone).isoformat()
    found = metric_trend(context.store, context.user_id, check(TrendQuery, span), context.now)
    points = found["points"]
    data: Json = {
        "subject": subject.name,
        "kind": "metric",
        "period": period.in_words() if period else "the last 90 days",
        "entries": len(points),
    }
    if not points:
        return Result(data)
    data["last"] = {"value": _said(context, subject, points[-1]["value"]), "day": day_in_words(points[-1]["day"])}
    data |= _level(context, subject, found)
    source = {
        "label": f"{subject.name[:1].upper()}{subject.name[1:]}: {len(points)} measurements",
        "ref": f"metric:{subject.key}",
    }
    return Result(data, sources=[source], cards=[_metric_card(context, subject, points)])


def _said(context: ToolContext, subject: Subject, value: float, finer: int = 0) -> str:
    return say(quantity_of(subject), value, context.profile["units"], finer).words


def _signed(context: ToolContext, subject: Subject, value: float, finer: int = 1) -> str:
    return f"{'-' if value < 0 else '+'}{_said(context, subject, abs(value), finer)}"


def _level(context: ToolContext, subject: Subject, found: Json) -> Json:
    if "level" not in found:
        return {}
    data = {name: _said(context, subject, found[name]) for name in ("level", "level_low", "level_high")}
    if "rate_per_week" not in found:
        return data
    return data | _rate(
        context, subject, Interval(*(found[name] for name in ("rate_per_week", "rate_low", "rate_high")))
    )


def _rate(context: ToolContext, subject: Subject, slope: Interval) -> Json:
    """Write a slope a week with its interval; `way` is what the interval can tell."""
    return {
        "per_week": _said(context, subject, abs(slope.value), 1),
        "rate_low": _signed(context, subject, slope.low),
        "rate_high": _signed(context, subject, slope.high),
        "way": ("up" if slope.value > 0 else "down") if slope.clear else "unclear",
    }


def _metric_card(context: ToolContext, subject: Subject, points: Sequence[Json]) -> Json:
    units, quantity = context.profile["units"], quantity_of(subject)
    smooth = "level" in points[-1]
    values = [(each["day"], each["level" if smooth else "value"]) for each in points]
    shown = [{"day": day, "value": say(quantity, value, units).number} for day, value in values]
    title = f"{subject.name}, smoothed" if smooth else subject.name
    return {"type": "series", "data": {"title": title, "unit": say(quantity, 2, units).unit, "points": shown}}


USUAL_WEEKS = 8


def _weeks(context: ToolContext, subject: Subject, period: Period | None) -> Result:
    """Tell something that is eaten, drunk, counted or trained week by week, and its slope."""
    today = context.local_now.date()
    span = period or Period(today - today.weekday() * DAY - (USUAL_WEEKS - 1) * WEEK * DAY, today)
    series = read(context, subject, span)
    data: Json = {
        "subject": subject.name,
        "kind": subject.kind,
        "period": span.in_words(),
        "days_logged": series.days,
        "days_in_period": (span.last - series.begins).days + 1,
    }
    if not series.points:
        return Result(data)
    weeks = [
        _week(context, subject, series, monday, points)
        for monday, points in grouped(series, "week").items()
        if points or series.rests
    ]
    slope = _slope(series)
    data |= {"weeks": [each["shown"] for each in weeks]} | (_rate(context, subject, slope) if slope else {})
    points = [{"day": each["day"], "value": each["number"]} for each in weeks if each["number"] is not None]
    unit = say(quantity_of(subject), 2, context.profile["units"]).unit
    card = {"type": "series", "data": {"title": f"{subject.name} by week", "unit": unit, "points": points}}
    return Result(data, sources=sources(subject, series.points, data), cards=[card] if points else [])


def _week(context: ToolContext, subject: Subject, series: Series, monday: Any, points: Sequence[Point]) -> Json:
    """Return a week's sum of what is trained, or its mean day of what is eaten or counted."""
    value: float | None = _of_week(series, points)
    said = None if value is None else say(quantity_of(subject), value, context.profile["units"])
    part = monday < series.begins or monday + (WEEK - 1) * DAY > series.period.last
    shown = {
        "from": day_in_words(monday.isoformat()),
        "value": said.words if said else None,
        "days_logged": len({point.day for point in points}),
    } | ({"partial": True} if part else {})
    return {"day": monday.isoformat(), "number": said.number if said else None, "shown": shown}


def _of_week(series: Series, points: Sequence[Point]) -> float | None:
    if series.rests:
        return sum(point.value for point in points)
    values = list(by_day(points).values())
    return sum(values) / len(values) if values else None


def _slope(series: Series) -> Interval | None:
    """Return the slope a week: of whole weeks' sums where days of rest count, else of the days."""
    if not series.rests:
        days = sorted(by_day(series.points).items())
        return theil_sen([(day.toordinal() / WEEK, value) for day, value in days]) if len(days) >= LEAST_DAYS else None
    weeks = [
        (monday.toordinal() / WEEK, sum(point.value for point in points))
        for monday, points in grouped(series, "week").items()
        if isinstance(monday, date) and monday >= series.begins and monday + (WEEK - 1) * DAY <= series.period.last
    ]
    return theil_sen(weeks) if len(weeks) >= LEAST_WEEKS else None


def _habit(context: ToolContext, subject: Subject, period: Period | None) -> Result:
    return habits_analysis.analysed(context, [subject.key], period)


_OF_KIND: Mapping[str, Callable[[ToolContext, Subject, Period | None], Result]] = {
    "exercise": lifts.progress_of,
    "metric": _metric,
    "nutrient": _weeks,
    "water": _weeks,
    "meals": _weeks,
    "training": _weeks,
    "habit": _habit,
}

TOOLS = (
    Tool(
        "progress",
        "How something goes: bests, last session and trend of an exercise; smoothed trend and rate of a body metric; weeks"
        " of a nutrient, of training volume, sets or workouts; a habit; goals with the day they are expected to be reached.",
        "Reading your history",
        ProgressArgs,
        progress,
    ),
)
