"""What a coach may set: a reminder, at a time of day on some days, or once."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from fitzen.coach.metrics import named
from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, TimeWords, clock_of, coming_day, drafted, unclear
from fitzen.coach.tools.habits import habit_meant
from fitzen.coach.when import WEEKDAYS
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Store
from fitzen.local_time import moment
from fitzen.measurements.rules import METRICS
from fitzen.nutrition.models import SLOTS
from fitzen.records import Json, dumps
from fitzen.reminders import service
from fitzen.reminders.models import ReminderIn
from fitzen.web.fields import Model, Name
from fitzen.web.parsing import parse_json
from fitzen.words import joined

TITLES: Mapping[str, str] = {
    "workout": "Time to train",
    "meal": "Log your meal",
    "water": "Drink some water",
    "measurement": "Time to measure",
    "custom": "Reminder",
}
_GROUPS: Mapping[str, Sequence[int]] = {
    "daily": range(1, 8),
    "every day": range(1, 8),
    "everyday": range(1, 8),
    "weekdays": range(1, 6),
    "workdays": range(1, 6),
    "weekends": (6, 7),
    "weekend": (6, 7),
}
_BETWEEN = re.compile(r",|;|/|\band\b|&")
WEEK = 7


class RemindArgs(Model):
    """`days` are weekdays, `weekdays`, `weekends`; every day where there are none. `once_on` is one day instead.

    A habit is named by `title`; so are the meal of a meal's reminder and what a measurement's is of.
    """

    kind: Literal["workout", "meal", "water", "habit", "measurement", "custom"]
    title: Name | None = None
    at: TimeWords
    days: Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=7)] | None = None
    once_on: DayWords | None = None


def set_reminder(context: ToolContext, args: RemindArgs) -> Result:
    """Draft a reminder, and say when it comes first."""
    about: Json = {}
    if args.kind == "habit":
        habit, choices = habit_meant(context, args.title or "")
        if habit is None:
            return unclear({"name": args.title or "habit", "choices": choices, "of": "habit"})
        about = {"title": habit["name"], "target_id": habit["id"]}
    body = {"kind": args.kind, **_about(args), **about, **_times(context, args)}
    text = dumps(parse_json(ReminderIn, dumps(body)).model_dump(mode="json", exclude_none=True))
    first = service.shown(context.store, context.user_id, "draft", text, context.now).get("next_due_at")
    card = _card(body, datetime.fromisoformat(first).astimezone(context.local_now.tzinfo) if first else None)
    said = f"{card['title']} at {card['at']}, {card['days']}"
    return drafted(context, "set_reminder", said, body, {"type": "reminder_draft", "data": card})


def _about(args: RemindArgs) -> Json:
    """Return the title, and which meal or measurement it is about, where the title says so."""
    title = args.title or TITLES.get(args.kind, "")
    words = set(re.findall(r"[a-z]+", title.lower()))
    slot = next((slot for slot in SLOTS if slot in words), None)
    if args.kind == "meal" and slot:
        return {"title": args.title or f"Log your {slot}", "target_id": slot}
    if args.kind == "measurement" and args.title and (metric := named(args.title).metric):
        return {"title": METRICS[metric].words.capitalize(), "target_id": metric}
    return {"title": title}


def _times(context: ToolContext, args: RemindArgs) -> Json:
    clock = clock_of(args.at, "at")
    if args.once_on is None:
        days = _days(args.days or [])
        return {"at_local": clock, "days": [] if len(days) == WEEK else days}
    if args.days:
        raise InvalidError.of("days", "A reminder comes on days of the week, or once: say one of the two.")
    zone = ZoneInfo(context.profile["time_zone"])
    at = moment(coming_day(context, args.once_on, "once_on"), time.fromisoformat(clock), zone)
    if at <= context.now:
        raise InvalidError.of("at", "That time is over already. Choose a later one.")
    return {"once_at": at.astimezone(zone).isoformat()}


def _days(said: Sequence[str]) -> list[int]:
    """Return weekdays, 1 to 7, in order. Raises InvalidError naming `days`."""
    found: set[int] = set()
    for word in (part.strip().lower() for each in said for part in _BETWEEN.split(each)):
        found |= set(_GROUPS.get(word) or [_weekday(word)] if word else ())
    return sorted(found)


def _weekday(word: str) -> int:
    name = word.removeprefix("every ").removeprefix("on ").rstrip(".").removesuffix("s")
    matching = [index for index, day in enumerate(WEEKDAYS, 1) if len(name) >= 2 and day.startswith(name)]  # noqa: PLR2004 - a t alone is two days
    if len(matching) != 1:
        raise InvalidError.of("days", f"“{word}” is no day of the week.")
    return matching[0]


def _card(body: Json, first: datetime | None) -> Json:
    """Show when it comes, and when first: in quiet hours that is later than it says, or never."""
    once = datetime.fromisoformat(body["once_at"]) if "once_at" in body else None
    days = body.get("days", [])
    return {
        "kind": body["kind"],
        "once": once is not None,
        "title": body["title"],
        "at": f"{once:%H:%M}" if once else body["at_local"],
        "days": f"once on {day_in_words(once.date().isoformat())}" if once else _in_words(days),
        **({"first": {"day": day_in_words(first.date().isoformat()), "at": f"{first:%H:%M}"}} if first else {}),
    }


def _in_words(days: Sequence[int]) -> str:
    if name := _NAMED.get(tuple(days)):
        return name
    return f"on {joined([f'{WEEKDAYS[day - 1].capitalize()}s' for day in days])}"


_NAMED: Mapping[tuple[int, ...], str] = {(): "every day", (1, 2, 3, 4, 5): "on weekdays", (6, 7): "at weekends"}


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Save the reminder under the action's id."""
    service.remind(store, user_id, parse_json(ReminderIn, dumps(payload | {"id": action_id})), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    """Delete the reminder, also where it was edited since."""
    service.delete_reminder(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "set_reminder",
        "Propose a reminder at a time of day, on days of the week or once; the person confirms it.",
        "Preparing the reminder",
        RemindArgs,
        set_reminder,
        Write(_do, _undo),
    ),
)
