"""What a coach may write into the log: one measurement, in the person's words and units."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from fitzen.coach.metrics import named
from fitzen.coach.quantities import Said, UnitWord, figure, height_in_words, read, read_height, shown, unit_of
from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, TimeWords, done_at, drafted, unclear
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Store
from fitzen.measurements import service
from fitzen.measurements.models import MeasurementIn, Metric
from fitzen.measurements.rules import METRICS
from fitzen.records import Json, dumps
from fitzen.users.models import Units
from fitzen.web.fields import Model
from fitzen.web.parsing import parse_json

DECIMALS = 2
HEIGHT = "height_cm"


class MeasureArgs(Model):
    """`metric` and `value` as the person said them: `BF%`, `180 lbs`, `5 ft 11`. A bare number is in `unit`, or in theirs."""

    metric: Annotated[str, Field(min_length=1, max_length=60)]
    value: Said
    unit: UnitWord | None = None
    day: DayWords | None = None
    time: TimeWords | None = None
    note: Annotated[str, Field(min_length=1, max_length=500)] | None = None


def log_measurement(context: ToolContext, args: MeasureArgs) -> Result:
    """Draft a measurement. An unusual value is asked about: confirming the draft is the yes."""
    found = named(args.metric)
    if found.metric is None:
        return unclear({"name": args.metric, "choices": found.choices, "of": "measurement"})
    at = done_at(context, args.day, args.time)
    value = round(_value(args, found.metric, context.units), DECIMALS)
    body = {"taken_at": at.isoformat(), "metric": found.metric, "value": value, "confirmed": True}
    body |= {"note": args.note} if args.note else {}
    measurement = parse_json(MeasurementIn, dumps(body))
    card = _card(context, measurement)
    said = f"{card['metric']} {card['value']} on {day_in_words(card['day'])} at {card['time']}"
    result = drafted(context, "log_measurement", said, body, {"type": "measurement_draft", "data": card})
    return Result(result.data, [_source(card)] if "before" in card else (), result.cards, result.action)


def _value(args: MeasureArgs, metric: Metric, units: Units) -> float:
    """Read the value. Raises InvalidError where nobody can have it."""
    about = METRICS[metric]
    value = (
        read_height(args.value, units, args.unit, "value")
        if metric == HEIGHT
        else read(args.value, about.unit, units, args.unit)
    )
    low, high = about.possible
    if not low <= value <= high:
        bounds = f"{said_metric(metric, low, units)} to {said_metric(metric, high, units)}"
        words = about.words.capitalize()
        raise InvalidError.of("value", f"{words} cannot be {said_metric(metric, value, units)}: it is from {bounds}.")
    return value


def said_metric(metric: str, value: float, units: Units) -> str:
    """Write a value of a metric in the person's units."""
    return height_in_words(value, units) if metric == HEIGHT else shown(value, METRICS[metric].unit, units)


def _card(context: ToolContext, body: MeasurementIn) -> Json:
    units, at = context.units, body.taken_at
    doubt = service.doubt(
        context.store,
        context.user_id,
        body,
        context.now,
        lambda about, value: (figure(value, about.unit, units), unit_of(about.unit, units)),
    )
    return {
        "key": body.metric,
        "metric": METRICS[body.metric].words,
        "value": said_metric(body.metric, body.value, units),
        "day": at.date().isoformat(),
        "time": f"{at:%H:%M}",
        **({"note": body.note} if body.note else {}),
        **_before(context, body),
        **({"question": doubt} if doubt else {}),
    }


def _before(context: ToolContext, body: MeasurementIn) -> Json:
    """Show the value before this one, and how far it is from it."""
    found = service.newest_values(context.store, context.user_id, body.metric, body.taken_at, limit=1)
    if not found:
        return {}
    units, kept = context.units, METRICS[body.metric].unit
    change = round(figure(body.value, kept, units) - figure(found[0].value, kept, units), 2)
    way = "more" if change > 0 else "less"
    return {
        "before": {
            "value": said_metric(body.metric, found[0].value, units),
            "day": day_in_words(found[0].day.isoformat()),
            "change": f"{abs(change):,g}{unit_of(kept, units)} {way}" if change else "the same",
        }
    }


def _source(card: Json) -> Json:
    return {"label": card["metric"], "ref": f"metric:{card['key']}"}


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Save the measurement under the action's id; the yes to the draft is the yes to an unusual value."""
    service.measure(store, user_id, parse_json(MeasurementIn, dumps(payload | {"id": action_id})), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    """Delete the measurement."""
    service.delete_measurement(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "log_measurement",
        "Propose to log a measurement: weight, body fat, a girth, sleep, heart rate, mood and the like; the person confirms it.",
        "Preparing the entry",
        MeasureArgs,
        log_measurement,
        Write(_do, _undo),
    ),
)
