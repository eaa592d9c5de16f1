"""How habits are kept: strength, streaks, which weekdays go best, and what comes before a miss, with the counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from fitzen.coach import subjects
from fitzen.coach.periods import DAY, WEEK, Period
from fitzen.coach.series import MOST
from fitzen.coach.subjects import habits_of
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.asking import PeriodWords, Words, period_of
from fitzen.habits.models import CalendarQuery
from fitzen.habits.service import calendar_of
from fitzen.measurements.service import values_between
from fitzen.records import Json
from fitzen.science.samples import fisher_exact
from fitzen.web.fields import Model
from fitzen.words import plain
from fitzen.workouts.history import days_between

USUAL_DAYS, MOST_HABITS = 84, 10
SURE = 0.01
"""How unlikely by chance a link must be to be told: four are looked at, so one in twenty would be too often."""
LEAST_DUE = 4
"""A weekday on which a habit was due less often is neither its best nor its worst."""
SHORT_NIGHT_H = 1.0
WEEKEND = 5
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class HabitsArgs(Model):
    habit: Words | None = None
    period: PeriodWords | None = None


class Kept(NamedTuple):
    """One day of a habit that counts: it was done, or missed."""

    day: date
    done: bool


class Surroundings(NamedTuple):
    """What else is known of the days: hours of sleep in the night before, and on which of them was a workout."""

    sleep: Mapping[date, float]
    trained: frozenset[date]
    usual_sleep: float | None


def habits_analysis(context: ToolContext, args: HabitsArgs) -> Result:
    """Analyse one habit by its name, or all that are active."""
    period = period_of(context, args.period) if args.period else None
    every = habits_of(context.store, context.user_id, context.now)
    if args.habit is None:
        return analysed(context, [each["id"] for each in every[:MOST_HABITS]], period)
    subject = subjects.habit_named(every, plain(args.habit)) or subjects.habit_with(every, plain(args.habit))
    if subject is None:
        names = [each["name"] for each in every]
        return Result(subjects.Unclear(args.habit, names[:4]).data())
    return analysed(context, [subject.key], period)


def analysed(context: ToolContext, ids: Sequence[str], period: Period | None) -> Result:
    """Analyse the habits with these ids over a period; None: the last twelve weeks."""
    today = context.local_now.date()
    span = period or Period(today - timedelta(days=USUAL_DAYS - 1), today)
    span = Period(max(span.first, span.last - timedelta(days=365)), span.last)
    around = _surroundings(context, span) if ids else Surroundings({}, frozenset(), None)
    every = {each["id"]: each for each in habits_of(context.store, context.user_id, context.now)}
    items = [_habit(context, every[id_], span, around) for id_ in ids if id_ in every]
    found = [{"label": every[id_]["name"], "ref": f"habit:{id_}"} for id_ in ids if id_ in every]
    return Result({"kind": "habit", "period": span.in_words(), "habits": items}, sources=found[:6], cards=_cards(items))


def _surroundings(context: ToolContext, span: Period) -> Surroundings:
    nights = values_between(context.store, context.user_id, "sleep_h", *span, MOST)
    sleep = {each.day: each.value for each in nights}
    workouts = days_between(context.store, context.user_id, *span, MOST)
    usual = median(sleep.values()) if sleep else None
    return Surroundings(sleep, frozenset(date.fromisoformat(each["day"]) for each in workouts), usual)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}"


def _habit(context: ToolContext, habit: Json, span: Period, around: Surroundings) -> Json:
    query = CalendarQuery.model_validate({"from": span.first, "to": span.last})
    found = calendar_of(context.store, context.user_id, habit["id"], query, context.now)
    streak = habit["streak"]
    data: Json = {
        "name": habit["name"],
        "quit": habit["kind"] == "quit",
        "strength": f"{habit['strength']:.0f} of 100",
        "streak": _counted(streak["current"], streak["unit"]),
        "longest": _counted(streak["longest"], streak["unit"]),
    }
    if "days_since_slip" in habit:
        data["days_since_slip"] = habit["days_since_slip"]
    if found["weeks"]:
        return data | _by_weeks(found)
    kept = [
        Kept(date.fromisoformat(each["day"]), each["done"]) for each in found["days"] if each["done"] or each["missed"]
    ]
    return data | _by_days(kept) | _before_misses(kept, around)


def _by_weeks(found: Json) -> Json:
    """Count weeks, of a habit that is due so many times a week; on which weekdays it was done is told by counts."""
    over = [each for each in found["weeks"] if each["missed"] or each["done"] >= each["count"]]
    met = sum(each["done"] >= each["count"] for each in over)
    done = [date.fromisoformat(each["day"]).weekday() for each in found["days"] if each["done"]]
    counts: list[Json] = [{"weekday": WEEKDAYS[number], "done": done.count(number)} for number in range(WEEK)]
    best = max(counts, key=lambda each: int(each["done"]))
    return {
        "weeks_met": met,
        "weeks": len(over),
        "target": f"{found['weeks'][0]['count']} times a week",
        "done": len(done),
        "weekdays": counts,
    } | ({"best_weekday": best} if done else {})


def _by_days(kept: Sequence[Kept]) -> Json:
    done = sum(each.done for each in kept)
    data: Json = {"done": done, "due": len(kept)}
    if not kept:
        return data
    data["percent"] = f"{round(100 * done / len(kept))}%"
    weekdays = [each for number in range(WEEK) if (each := _weekday(kept, number)) is not None]
    ranked = sorted(weekdays, key=lambda each: each["done"] / each["of"])
    if len(ranked) > 1 and ranked[0]["percent"] != ranked[-1]["percent"]:
        data |= {"best_weekday": ranked[-1], "worst_weekday": ranked[0]}
    return data | {"weekdays": weekdays}


def _weekday(kept: Sequence[Kept], number: int) -> Json | None:
    own = [each.done for each in kept if each.day.weekday() == number]
    if len(own) < LEAST_DUE:
        return None
    return {
        "weekday": WEEKDAYS[number],
        "done": sum(own),
        "of": len(own),
        "percent": f"{round(100 * sum(own) / len(own))}%",
    }


type Condition = Callable[[date, Mapping[date, bool], Surroundings], bool | None]


def _after_short_night(day: date, _: Mapping[date, bool], around: Surroundings) -> bool | None:
    slept = around.sleep.get(day)
    return None if slept is None or around.usual_sleep is None else slept <= around.usual_sleep - SHORT_NIGHT_H


CONDITIONS: Mapping[str, Condition] = {
    "the day after a miss": lambda day, kept, _: None if day - DAY not in kept else not kept[day - DAY],
    "at weekends": lambda day, _, __: day.weekday() >= WEEKEND,
    "on days with a workout": lambda day, _, around: day in around.trained if around.trained else None,
    "after a night at least an hour shorter than usual": _after_short_night,
}
"""When a day may be missed more often; None: not known of that day."""


def _before_misses(kept: Sequence[Kept], around: Surroundings) -> Json:
    """Tell when days are missed more often than else, where chance alone hardly explains it; and what was looked at."""
    found = [each for each in _links(kept, around) if each["clear"]]
    for each in found:
        del each["clear"]
    return {"misses_more": found, "looked_at": list(CONDITIONS)} if any(not each.done for each in kept) else {}


def _links(kept: Sequence[Kept], around: Surroundings) -> Iterator[Json]:
    by_day = {each.day: each.done for each in kept}
    for words, holds in CONDITIONS.items():
        told = [(each.done, held) for each in kept if (held := holds(each.day, by_day, around)) is not None]
        under = [done for done, held in told if held]
        other = [done for done, held in told if not held]
        if not under or not other:
            continue
        missed, other_missed = under.count(False), other.count(False)
        more = missed / len(under) > other_missed / len(other)
        sure = fisher_exact(missed, len(under), other_missed, len(other)) < SURE
        yield {
            "when": words,
            "missed": missed,
            "of": len(under),
            "otherwise_missed": other_missed,
            "otherwise_of": len(other),
            "clear": more and sure,
        }


def _cards(items: Sequence[Json]) -> list[Json]:
    rows = [
        [each["name"], each["strength"], each["streak"], each.get("percent", f"{each['done']} times")] for each in items
    ]
    table = {"title": "Habits", "columns": ["Habit", "Strength", "Streak", "Kept"], "rows": rows}
    return [{"type": "table", "data": table}] if rows else []


TOOLS = (
    Tool(
        "habits_analysis",
        "How habits are kept: strength, streaks, best and worst weekday, and when they are missed more often.",
        "Looking at your habits",
        HabitsArgs,
        habits_analysis,
    ),
)
