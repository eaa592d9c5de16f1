"""A day as it stands: what was eaten and drunk, what is left, what was trained, kept and weighed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from fitzen.coach import when
from fitzen.coach.amounts import say
from fitzen.coach.periods import Period
from fitzen.coach.series import MOST
from fitzen.coach.subjects import habits_of
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.asking import period_of, weekday_and_day
from fitzen.errors import InvalidError
from fitzen.habits.models import CalendarQuery
from fitzen.habits.service import calendar_of, due_today
from fitzen.measurements.service import values_between
from fitzen.nutrition.reports import SummaryQuery
from fitzen.nutrition.summary import summary
from fitzen.records import Json
from fitzen.science.nutrients import MACROS, NUTRIENTS
from fitzen.web.fields import Model
from fitzen.workouts.history import days_between

KNOWN_DAYS = 28
"""So far back each habit's own record tells its days; of what is older its calendar does."""
MOST_HABITS = 20


class DayArgs(Model):
    """`day` in words; None: today."""

    day: Annotated[str, Field(min_length=1, max_length=60)] | None = None


def day_summary(context: ToolContext, args: DayArgs) -> Result:
    """Sum up a day."""
    day = _day(context, args.day)
    today = context.local_now.date()
    eaten = summary(context.store, context.user_id, SummaryQuery(day=day), context.now)
    trained = days_between(context.store, context.user_id, day, day, MOST)
    data = {
        "day": weekday_and_day(day),
        "today": day == today,
        **_food(context, eaten, today=day == today),
        "water": _said(context, "water_ml", eaten["water_ml"]),
        "workouts": [_workout(context, each) for one in trained for each in one["workouts"].values()],
        "habits": _habits(context, day, today),
        **_weight(context, day),
    }
    return Result(data, sources=_sources(data, day, trained), cards=_cards(data))


def _day(context: ToolContext, words: str | None) -> date:
    """Read a day in words. Raises InvalidError naming `day`."""
    if words is None:
        return context.local_now.date()
    try:
        return when.resolve(words, None, context.local_now).date()
    except ValueError:
        pass
    found: Period = period_of(context, words, "day")
    if found.days != 1:
        raise InvalidError.of("day", f"“{words}” is more than one day. Say one, such as yesterday or 2026-11-20.")
    return found.first


def _said(context: ToolContext, quantity: str, value: float) -> str:
    return say(quantity, value, context.profile["units"]).words


def _food(context: ToolContext, eaten: Json, *, today: bool) -> Json:
    """Write what was eaten against the targets; what is left only of a day that is not over."""
    totals, aim = eaten["totals"], eaten["targets"]
    day = eaten["days"][0]
    data: Json = {
        "items": eaten["items"],
        "eaten": [_macro(context, key, totals, aim) for key in MACROS if key in totals],
    }
    if "complete" in day:
        data["logged_in_full"] = day["complete"]
    if aim is None:
        return data | {"missing": eaten["missing"]}
    data["targets"] = {key: _said(context, key, aim[key]) for key in MACROS}
    if today:
        data["left"] = {key: _left(context, key, aim[key] - totals.get(key, 0.0)) for key in MACROS}
    unknown = sorted(NUTRIENTS[key].label for key, count in eaten["unknown"].items() if key in MACROS and count)
    return data | ({"not_known_of_all_items": unknown} if unknown else {})


def _macro(context: ToolContext, key: str, totals: Mapping[str, float], aim: Json | None) -> Json:
    found = {"nutrient": NUTRIENTS[key].label, "value": _said(context, key, totals[key])}
    if aim is None or not aim[key]:
        return found
    return found | {"target": _said(context, key, aim[key]), "percent": f"{round(100 * totals[key] / aim[key])}%"}


def _left(context: ToolContext, key: str, left: float) -> str:
    return _said(context, key, left) if left >= 0 else f"{_said(context, key, -left)} over"


def _workout(context: ToolContext, part: Json) -> Json:
    data = {"name": part["name"], "sets": part["sets"], "volume": _said(context, "volume_kg", part["volume_kg"])}
    return data | ({"length": _said(context, "minutes", part["duration_s"])} if part["duration_s"] else {})


def _habits(context: ToolContext, day: date, today: date) -> list[Json]:
    if day > today - timedelta(days=KNOWN_DAYS):
        due = due_today(context.store, context.user_id, day)
        return [{"name": each.name, "done": each.done} for each in due if each.due or each.done]
    query = CalendarQuery.model_validate({"from": day, "to": day})
    every = habits_of(context.store, context.user_id, context.now)[:MOST_HABITS]
    days = [
        (each["name"], calendar_of(context.store, context.user_id, each["id"], query, context.now)["days"][0])
        for each in every
        if date.fromisoformat(each["start_on"]) <= day
    ]
    return [{"name": name, "done": found["done"]} for name, found in days if found["due"] or found["done"]]


def _weight(context: ToolContext, day: date) -> Json:
    taken = values_between(context.store, context.user_id, "weight_kg", day, day, 1)
    return {"weight": _said(context, "load_kg", taken[0].value)} if taken else {}


def _sources(data: Json, day: date, trained: Sequence[Json]) -> list[Json]:
    diary = {"label": f"Your day, {data['day']}", "ref": f"day:{day}"}
    ids = [(id_, part["name"]) for one in trained for id_, part in one["workouts"].items()]
    weighed = [{"label": "Weight", "ref": "metric:weight_kg"}] if "weight" in data else []
    return [diary, *({"label": name, "ref": f"workout:{id_}"} for id_, name in ids[:3]), *weighed]


def _cards(data: Json) -> list[Json]:
    rows = [
        [each["nutrient"], each["value"], each.get("target", ""), each.get("percent", "")] for each in data["eaten"]
    ]
    table = {"title": data["day"], "columns": ["", "Eaten", "Target", "Of it"], "rows": rows}
    return [{"type": "table", "data": table}] if rows else []


TOOLS = (
    Tool(
        "day_summary",
        "A day as it stands: eaten, targets, what is left, water, workouts, habits and weight.",
        "Looking at your day",
        DayArgs,
        day_summary,
    ),
)
