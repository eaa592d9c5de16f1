"""What a coach may set: a goal, within the limits that the goals themselves have."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from fitzen.coach.metrics import named
from fitzen.coach.quantities import Said, UnitWord, read
from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, coming_day, drafted, unclear
from fitzen.coach.tools.habits import habit_meant
from fitzen.coach.tools.showing import choices
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.exercises.models import Exercise
from fitzen.exercises.service import resolve_exercise
from fitzen.goals import service
from fitzen.goals.models import GoalIn, Kind
from fitzen.infra.storage.base import Store
from fitzen.measurements.rules import METRICS
from fitzen.records import Json, dumps
from fitzen.science.strength import RECORD_METRICS
from fitzen.web.fields import Model, Name
from fitzen.web.parsing import parse_json
from fitzen.words import plain

LIFTED: Mapping[str, str] = {
    "e1rm": "e1rm_kg", "1rm": "e1rm_kg", "e1rm_kg": "e1rm_kg", "one rep max": "e1rm_kg", "max": "e1rm_kg",
    "estimated max": "e1rm_kg", "estimated one rep max": "e1rm_kg", "estimated maximum": "e1rm_kg",
    "weight": "weight_kg", "load": "weight_kg", "weight_kg": "weight_kg", "added weight": "weight_kg",
    "volume": "volume_kg", "volume_kg": "volume_kg", "tonnage": "volume_kg",
    "reps": "reps", "rep": "reps", "repetitions": "reps",
    "duration": "duration_s", "duration_s": "duration_s", "hold": "duration_s", "longest": "duration_s",
    "distance": "distance_m", "distance_m": "distance_m", "time": "time_s", "time_s": "time_s", "pace": "time_s",
}  # fmt: skip
"""How people call what is followed of an exercise."""
KEPT: Mapping[str, str] = {
    "streak": "streak", "days in a row": "streak", "in a row": "streak", "days": "streak", "weeks": "streak",
    "strength": "strength", "habit strength": "strength", "checkins": "checkins", "check-ins": "checkins",
    "times": "checkins", "check ins": "checkins", "number of times": "checkins",
}  # fmt: skip
"""How people call what is followed of a habit."""
UNITS: Mapping[str, str] = {
    "e1rm_kg": "kg", "weight_kg": "kg", "volume_kg": "kg", "reps": "reps", "duration_s": "s", "time_s": "s",
    "distance_m": "m",
}  # fmt: skip
"""What an exercise's figures are kept in."""
_DISTANCE = re.compile(r"(?P<amount>\d+(?:[.,]\d+)?\s*(?:km|k|m|mi|miles?|kilometres?|kilometers?|metres?|meters?))\b")
_RACES: Mapping[str, float] = {"half marathon": 21_097.5, "marathon": 42_195.0}
DECIMALS = 3
BODY_GOAL = re.compile(
    r"\b(?:weigh\w*|(?:lose|drop|shed|cut|burn) (?:\w+ ){0,3}(?:kg|kilos?|lbs?|pounds?|stone|weight|fat)|kcal|calories|calorie|kj|eat (?:only|just|under|less)|fast(?:ing)?|bmi|"
    r"peso|pesar|perder|bajar|adelgazar|calorias|ayun\w+)\b",
    re.IGNORECASE,
)
"""A goal of one's own about this would go round the limits that goals of weight have."""
LEAST_FAT_PCT = {"male": 5.0, "female": 12.0}
"""Below this is what a body needs to live (essential fat: ACSM's Guidelines for Exercise Testing and Prescription, 11th ed., 2021)."""


class GoalArgs(Model):
    """`metric` in words: what is measured, or what is followed of an exercise (`one rep max`, `time over 5 km`).

    Of a habit's goal `title` is the habit's name. `target_value` as it was said: `75 kg`, `25:00`. `due_on` in words.
    """

    kind: Literal["weight", "strength", "habit", "cardio", "measurement", "custom"]
    title: Name | None = None
    metric: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    exercise: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    target_value: Said
    unit: UnitWord | None = None
    due_on: DayWords | None = None


class About(NamedTuple):
    """What a goal is about: its fields, or what is not clear."""

    fields: Json = {}
    unclear: Json | None = None


def set_goal(context: ToolContext, args: GoalArgs) -> Result:
    """Draft a goal; one that is not safe, or not ahead, is not drafted, and `refused` says why."""
    about = _ABOUT[args.kind](context, args)
    if about.unclear:
        return unclear(about.unclear)
    due = coming_day(context, args.due_on, "due_on") if args.due_on else None
    if refused := _refused(context, args, about.fields):
        return Result({"refused": [refused]})
    body = {"kind": args.kind, **about.fields} | ({"due_on": due.isoformat()} if due else {})
    if args.title and args.kind != "habit":
        body["title"] = args.title
    goal = parse_json(GoalIn, dumps(body))
    try:
        shown = service.preview(context.store, context.user_id, goal, context.now)
    except InvalidError as error:
        return Result({"refused": [each.message for each in error.errors]})
    card = _card(shown)
    said = card["title"] + (f" by {card['due_on']}" if "due_on" in card else "")
    return drafted(context, "set_goal", said, body, {"type": "goal_draft", "data": card})


def _refused(context: ToolContext, args: GoalArgs, fields: Json) -> str | None:
    """Say why a goal is not set that the goals' own limits do not know of."""
    if args.kind == "custom" and BODY_GOAL.search(plain(f"{args.title} {args.target_value} {args.unit or ''}")):
        return "What you weigh is a goal of weight, with its limits; how much you eat a day follows from it."
    least = LEAST_FAT_PCT.get(context.profile.get("sex") or "", LEAST_FAT_PCT["female"])
    if fields.get("metric") == "body_fat_pct" and fields["target_value"] < least:
        return f"Body fat below {least:g}% is less than a body needs. Choose that or more."
    return None


def _of_weight(context: ToolContext, args: GoalArgs) -> About:
    target = read(args.target_value, "kg", context.units, args.unit, "target_value")
    return About({"metric": "weight_kg", "target_value": round(target, DECIMALS)})


def _of_measurement(context: ToolContext, args: GoalArgs) -> About:
    said = args.metric or args.title or ""
    found = named(said)
    if found.metric is None:
        return About(unclear={"name": said or "measurement", "choices": found.choices, "of": "measurement"})
    kept = METRICS[found.metric].unit
    target = read(args.target_value, kept, context.units, args.unit, "target_value")
    return About({"metric": found.metric, "target_value": round(target, DECIMALS)})


def _of_exercise(context: ToolContext, args: GoalArgs) -> About:
    said = args.exercise or args.title or ""
    match = resolve_exercise(context.store, context.user_id, said)
    if match.exercise is None:
        return About(unclear={"name": said or "exercise", "choices": choices(match), "of": "exercise"})
    metric, distance = _followed(context, args, match.exercise)
    target = read(args.target_value, UNITS[metric], context.units, args.unit, "target_value")
    fields = {"exercise_id": match.exercise.id, "metric": metric, "target_value": round(target, DECIMALS)}
    return About(fields | ({"distance_m": distance} if distance else {}))


def _followed(context: ToolContext, args: GoalArgs, exercise: Exercise) -> tuple[str, float | None]:
    """Return what is followed of an exercise, and the distance of a time. Raises InvalidError naming `metric`."""
    said = (args.metric or "").strip().lower()
    distance = _distance(context, f"{said} {args.title or ''}")
    usual = RECORD_METRICS[exercise.metric][0]
    metric = LIFTED.get(said) or _in_target(args) or usual
    if distance and (said not in LIFTED or LIFTED[said] == "time_s") and _is_time(args):
        metric = "time_s"
    if metric != "time_s":
        return metric, None
    if distance is None:
        raise InvalidError.of("metric", "Say the distance too, such as “time over 5 km”.")
    return metric, distance


def _in_target(args: GoalArgs) -> str | None:
    """Return what the target itself says: `12 reps` are reps."""
    said = f"{args.target_value} {args.unit or ''}".lower()
    return "reps" if re.search(r"\breps?\b|\brepetitions?\b", said) else None


def _is_time(args: GoalArgs) -> bool:
    said = f"{args.target_value} {args.unit or ''}".lower()
    return re.search(r":|\b(?:s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?)\b", said) is not None


def _distance(context: ToolContext, said: str) -> float | None:
    text = said.lower()
    if race := next((metres for name, metres in _RACES.items() if name in text), None):
        return race
    match = _DISTANCE.search(text)
    return round(read(match["amount"], "m", context.units), 1) if match else None


def _of_habit(context: ToolContext, args: GoalArgs) -> About:
    said = args.title or args.metric or ""
    habit, known = habit_meant(context, said)
    if habit is None:
        return About(unclear={"name": said or "habit", "choices": known, "of": "habit"})
    metric = KEPT.get((args.metric or "").strip().lower()) or KEPT.get((args.unit or "").strip().lower()) or "streak"
    return About({"habit_id": habit["id"], "metric": metric, "target_value": _number(args)[0]})


def _of_own(_: ToolContext, args: GoalArgs) -> About:
    if args.title is None:
        raise InvalidError.of("title", "What is the goal called?")
    value, word = _number(args)
    unit = args.unit or word
    return About({"target_value": value, **({"unit": unit} if unit else {})})


def _number(args: GoalArgs) -> tuple[float, str]:
    """Read a plain number and the word after it: `12 books`. Raises InvalidError naming `target_value`."""
    match = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*(\D{0,20})", str(args.target_value).replace(",", ""))
    if match is None:
        raise InvalidError.of("target_value", "Say the target as a number, such as 12.")
    return float(match[1]), match[2].strip()


_ABOUT: Mapping[Kind, Callable[[ToolContext, GoalArgs], About]] = {
    "weight": _of_weight,
    "measurement": _of_measurement,
    "strength": _of_exercise,
    "cardio": _of_exercise,
    "habit": _of_habit,
    "custom": _of_own,
}


def _card(shown: Json) -> Json:
    return {
        "kind": shown["kind"],
        "title": shown["title"],
        "target": shown["target"],
        **({"start": shown["start"]} if "start" in shown else {}),
        **({"due_on": day_in_words(shown["due_on"])} if "due_on" in shown else {}),
        "why": shown["why"],
        "warnings": shown["warnings"],
    }


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Set the goal under the action's id."""
    service.set_goal(store, user_id, parse_json(GoalIn, dumps(payload | {"id": action_id})), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    """Delete the goal, also where it was edited since."""
    service.delete_goal(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "set_goal",
        "Propose a goal: body weight, a measurement, a lift, cardio, a habit or one's own; the person confirms it.",
        "Checking the goal",
        GoalArgs,
        set_goal,
        Write(_do, _undo),
    ),
)
